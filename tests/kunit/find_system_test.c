// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/text_format.c"
#include "../../module/table.c"
#include "../../module/row.c"
#include "../../module/memory_record.c"
#include "../../module/finding.c"
#include "../../module/find_system.c"

#include "findings.h"

static struct fake_findings *begin(struct kunit *test)
{
	struct fake_findings *found =
		kunit_kzalloc(test, sizeof(*found), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, found);
	findings_begin(test, found, 8192, true);
	return found;
}

static void cpus_that_are_offline(struct kunit *test)
{
	struct fake_findings *found = begin(test);
	struct cpumask *mask =
		kunit_kcalloc(test, 2, sizeof(*mask), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, mask);
	KUNIT_ASSERT_EQ(test, (unsigned int)nr_cpu_ids, 4U);
	cpumask_bits(&mask[0])[0] = 0xd;
	cpumask_bits(&mask[1])[0] = 0xd;
	hwi_find_cpus(&found->findings, &mask[0], &mask[1]);
	EXPECT_FINDINGS(test, found, "");
	/* 1 is not there at all. */
	cpumask_bits(&mask[1])[0] = 0x1;
	hwi_find_cpus(&found->findings, &mask[0], &mask[1]);
	EXPECT_FINDINGS(test, found,
			"info cpu-offline cpus:2: present, but offline\n"
			"info cpu-offline cpus:3: present, but offline\n");
}

/* Each bit by itself: who sees it, and how bad it is. */
static void taints_by_bit(struct kunit *test)
{
	/* In the order of the letters: P F S R M B U D A W C I O E L. */
	static const char severities[] = "-wwwee-eiw-i--e";
	struct fake_findings *found = begin(test);
	const struct hwi_finding *first;
	unsigned int bit;
	char got;

	for (bit = 0; bit < BITS_PER_LONG; bit++) {
		hwi_find_taint(&found->findings, BIT(bit));
		first = found->findings.first;
		got = !first ? '-' : "iwe"[first->severity];
		KUNIT_EXPECT_EQ(test, (int)got,
				(int)(bit < sizeof(severities) - 1 ?
					      severities[bit] :
					      '-'));
		KUNIT_EXPECT_TRUE(test, !first || !first->next);
		findings_text(test, found);
	}
}

static void taints_together(struct kunit *test)
{
	struct fake_findings *found = begin(test);

	hwi_find_taint(&found->findings, 0);
	EXPECT_FINDINGS(test, found, "");
	/* Out of tree and unsigned modules are in the modules view. */
	hwi_find_taint(&found->findings, BIT(12) | BIT(13));
	EXPECT_FINDINGS(test, found, "");
	hwi_find_taint(&found->findings, BIT(7) | BIT(9) | BIT(12));
	EXPECT_FINDINGS(
		test, found,
		"error kernel-taint summary:kernel: the kernel has died (oops or BUG), see dmesg\n"
		"warn kernel-taint summary:kernel: the kernel has printed a warning, see dmesg\n");
}

static void expect_zone(struct kunit *test, const char *zone, u64 free, u64 min,
			u64 low, const char *want)
{
	struct hwi_memory memory = { .node = 1 };
	struct hwi_memories memories = { .first = &memory, .nr = 1 };
	struct fake_findings *found = begin(test);

	memory.zone = hwi_arena_copy(&found->arena, zone);
	memory.kb[HWI_MEMORY_FREE] = free;
	memory.kb[HWI_MEMORY_MIN] = min;
	memory.kb[HWI_MEMORY_LOW] = low;
	hwi_find_memory(&found->findings, &memories);
	EXPECT_FINDINGS(test, found, want);
}

static void memory_at_its_watermarks(struct kunit *test)
{
	expect_zone(test, "Normal", 201, 100, 200, "");
	expect_zone(test, "Normal", 200, 100, 200, "");
	expect_zone(
		test, "Normal", 199, 100, 200,
		"info memory-low memory:node1/Normal: 199 kB free, below its low watermark of 200 kB\n");
	expect_zone(
		test, "Normal", 100, 100, 200,
		"info memory-low memory:node1/Normal: 100 kB free, below its low watermark of 200 kB\n");
	expect_zone(
		test, "Normal", 99, 100, 200,
		"warn memory-low memory:node1/Normal: 99 kB free, below its min watermark of 100 kB\n");
	expect_zone(test, "DMA", 0, 0, 0, "");
	expect_zone(
		test, "DMA", 0, 0, 1,
		"info memory-low memory:node1/DMA: 0 kB free, below its low watermark of 1 kB\n");
}

static void memory_that_is_not_looked_at(struct kunit *test)
{
	struct hwi_memories none = {};
	struct fake_findings *found = begin(test);

	/* A node has no watermarks. */
	expect_zone(test, NULL, 1, 100, 200, "");
	expect_zone(test, "Normal", 1, HWI_MEMORY_UNKNOWN, HWI_MEMORY_UNKNOWN,
		    "");
	expect_zone(test, "Normal", HWI_MEMORY_UNKNOWN, 100, 200, "");
	hwi_find_memory(&found->findings, &none);
	EXPECT_FINDINGS(test, found, "");
}

static void expect_netdev(struct kunit *test, u64 rx_errors, u64 tx_errors,
			  u64 rx_packets, u64 tx_packets, const char *want)
{
	struct fake_findings *found = begin(test);
	struct hwi_netdev netdev = {
		.name = hwi_arena_copy(&found->arena, "eth0"),
		.rx_errors = rx_errors,
		.tx_errors = tx_errors,
		.rx_packets = rx_packets,
		.tx_packets = tx_packets,
	};
	struct hwi_netdevs netdevs = { .first = &netdev, .nr = 1 };

	hwi_find_netdevs(&found->findings, &netdevs);
	EXPECT_FINDINGS(test, found, want);
}

static void errors_of_interfaces(struct kunit *test)
{
	expect_netdev(test, 0, 0, 0, 0, "");
	expect_netdev(test, 0, 0, 1000000, 1000000, "");
	/* One in a thousand is the most there may be. */
	expect_netdev(
		test, 1, 0, 999, 1,
		"info netdev-errors netdevs:eth0: 1 errors receiving and 0 sending, of 1000 packets\n");
	expect_netdev(
		test, 1, 0, 999, 0,
		"warn netdev-errors netdevs:eth0: 1 errors receiving and 0 sending, of 999 packets\n");
	expect_netdev(
		test, 1, 1, 1000, 1000,
		"info netdev-errors netdevs:eth0: 1 errors receiving and 1 sending, of 2000 packets\n");
	expect_netdev(
		test, 1, 2, 1000, 1000,
		"warn netdev-errors netdevs:eth0: 1 errors receiving and 2 sending, of 2000 packets\n");
	/* None that came through. */
	expect_netdev(
		test, 0, 1, 0, 0,
		"warn netdev-errors netdevs:eth0: 0 errors receiving and 1 sending, of 0 packets\n");
}

static void expect_module(struct kunit *test, struct hwi_module module,
			  const char *want)
{
	struct hwi_modules *modules =
		kunit_kzalloc(test, sizeof(*modules), GFP_KERNEL);
	struct fake_findings *found = begin(test);

	KUNIT_ASSERT_TRUE(test, modules);
	module.name = hwi_arena_copy(&found->arena, "m");
	modules->first = &module;
	hwi_find_modules(&found->findings, modules);
	EXPECT_FINDINGS(test, found, want);
}

static struct hwi_module new_module(int refs, unsigned int holders,
				    unsigned int files)
{
	return (struct hwi_module){
		.state = HWI_MODULE_LIVE,
		.refs = refs,
		.holders = holders,
		.files = files,
	};
}

#define BY_NOBODY \
	" references by no module and no open file: a mount, a socket or the kernel itself\n"

static void modules_that_are_held(struct kunit *test)
{
	struct hwi_module module;

	expect_module(test, new_module(0, 0, 0), "");
	expect_module(test, new_module(-1, 0, 0), "");
	expect_module(test, new_module(2, 2, 0), "");
	expect_module(test, new_module(1, 2, 0), "");
	expect_module(test, new_module(1, 0, 0),
		      "info module-refs modules:m: 1 of 1" BY_NOBODY);
	expect_module(test, new_module(3, 2, 0),
		      "info module-refs modules:m: 1 of 3" BY_NOBODY);
	/* An open file may account for any number of them. */
	expect_module(test, new_module(3, 2, 1), "");
	module = new_module(1, 0, 0);
	module.state = HWI_MODULE_LOADING;
	expect_module(test, module, "");
	module.state = HWI_MODULE_UNLOADING;
	expect_module(test, module, "");
	module.state = HWI_MODULE_BUILTIN;
	expect_module(test, module, "");
}

/* All of it, or an overflow. */
static void findings_at_every_size(struct kunit *test)
{
	struct fake_findings *found = begin(test);
	bool fitted = false;
	size_t size;

	for (size = 0; size < 1000; size++) {
		findings_begin(test, found, size, true);
		hwi_find_taint(&found->findings, BIT(7) | BIT(9) | BIT(8));
		KUNIT_EXPECT_TRUE(test, found->arena.used <= size);
		KUNIT_EXPECT_FALSE(test, fitted && found->arena.overflow);
		fitted = !found->arena.overflow;
		if (fitted)
			KUNIT_EXPECT_EQ(test, found->findings.nr[HWI_ERROR],
					1U);
		kunit_kfree(test, found->arena.base);
	}
	KUNIT_EXPECT_TRUE(test, fitted);
}

static struct kunit_case find_system_cases[] = {
	KUNIT_CASE(cpus_that_are_offline),
	KUNIT_CASE(taints_by_bit),
	KUNIT_CASE(taints_together),
	KUNIT_CASE(memory_at_its_watermarks),
	KUNIT_CASE(memory_that_is_not_looked_at),
	KUNIT_CASE(errors_of_interfaces),
	KUNIT_CASE(modules_that_are_held),
	KUNIT_CASE(findings_at_every_size),
	{}
};

static struct kunit_suite find_system_suite = {
	.name = "hwinsight_find_system",
	.test_cases = find_system_cases,
};

kunit_test_suite(find_system_suite);

MODULE_DESCRIPTION("KUnit: what looks wrong about the kernel as a whole");
MODULE_LICENSE("GPL");
