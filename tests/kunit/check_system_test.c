// SPDX-License-Identifier: GPL-2.0
#include "rows.h"

#include "../../module/memory_rows.c"
#include "../../module/finding.c"
#include "../../module/check_system.c"

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
	struct hwi_cpus cpus = {};
	struct hwi_cpu cpu[4] = {};
	unsigned int i;

	hwi_check_cpus(&found->findings, &cpus);
	EXPECT_FINDINGS(test, found, "");
	for (i = 0; i < ARRAY_SIZE(cpu); i++) {
		cpu[i].cpu = i;
		if (i + 1 < ARRAY_SIZE(cpu))
			cpu[i].next = &cpu[i + 1];
	}
	cpus.first = cpu;
	hwi_check_cpus(&found->findings, &cpus);
	EXPECT_FINDINGS(test, found, "");
	/* CPU 1 is not present. */
	cpu[1].state = HWI_CPU_ABSENT;
	cpu[2].state = HWI_CPU_OFFLINE;
	cpu[3].state = HWI_CPU_OFFLINE;
	hwi_check_cpus(&found->findings, &cpus);
	EXPECT_FINDINGS(test, found,
			"info cpu-offline cpus:2: present, but offline\n"
			"info cpu-offline cpus:3: present, but offline\n");
}

/* Each bit by itself: whether it is reported, and how severe it is. */
static void taints_by_bit(struct kunit *test)
{
	/* In the order of the letters: P F S R M B U D A W C I O E L. */
	static const char severities[] = "-wwwee-eiw-i--e";
	struct fake_findings *found = begin(test);
	const struct hwi_finding *first;
	unsigned int bit;
	char got;

	for (bit = 0; bit < BITS_PER_LONG; bit++) {
		hwi_check_taint(&found->findings, BIT(bit));
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

	hwi_check_taint(&found->findings, 0);
	EXPECT_FINDINGS(test, found, "");
	/* The modules view already shows out-of-tree and unsigned modules. */
	hwi_check_taint(&found->findings, BIT(12) | BIT(13));
	EXPECT_FINDINGS(test, found, "");
	hwi_check_taint(&found->findings, BIT(7) | BIT(9) | BIT(12));
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

	memory.zone = zone;
	memory.kb[HWI_MEMORY_FREE] = free;
	memory.kb[HWI_MEMORY_MIN] = min;
	memory.kb[HWI_MEMORY_LOW] = low;
	hwi_check_memory(&found->findings, &memories);
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

	/* Nodes have no watermarks. */
	expect_zone(test, NULL, 1, 100, 200, "");
	expect_zone(test, "Normal", 1, HWI_MEMORY_UNKNOWN, HWI_MEMORY_UNKNOWN,
		    "");
	expect_zone(test, "Normal", HWI_MEMORY_UNKNOWN, 100, 200, "");
	hwi_check_memory(&found->findings, &none);
	EXPECT_FINDINGS(test, found, "");
}

static void errors_of_memory(struct kunit *test)
{
	struct fake_findings *found = begin(test);
	struct hwi_dimm dimm[3] = {
		{ .next = &dimm[1], .locator = "DIMM_A1" },
		{ .next = &dimm[2], .locator = "DIMM_A2", .ce = 3 },
		{ .ce = 4, .ue = 1 },
	};
	struct hwi_dimms dimms = { .first = dimm };

	hwi_check_dimms(&found->findings, &dimms);
	EXPECT_FINDINGS(
		test, found,
		"warn dimm-errors dimms:DIMM_A2: 3 memory errors were corrected, 0 could not be\n"
		"error dimm-errors dimms:-: 4 memory errors were corrected, 1 could not be\n");
}

static void expect_netdev(struct kunit *test, u64 rx_errors, u64 tx_errors,
			  u64 rx_packets, u64 tx_packets, const char *want)
{
	struct fake_findings *found = begin(test);
	struct hwi_netdev netdev = {
		.name = "eth0",
		.rx_errors = rx_errors,
		.tx_errors = tx_errors,
		.rx_packets = rx_packets,
		.tx_packets = tx_packets,
	};
	struct hwi_netdevs netdevs = { .first = &netdev, .nr = 1 };

	hwi_check_netdevs(&found->findings, &netdevs);
	EXPECT_FINDINGS(test, found, want);
}

static void errors_of_interfaces(struct kunit *test)
{
	expect_netdev(test, 0, 0, 0, 0, "");
	expect_netdev(test, 0, 0, 1000000, 1000000, "");
	/* One in a thousand is the most that is still only info. */
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
	/* No packet got through. */
	expect_netdev(
		test, 0, 1, 0, 0,
		"warn netdev-errors netdevs:eth0: 0 errors receiving and 1 sending, of 0 packets\n");
}

/* However small the arena is at first; an error if it cannot grow. */
static void found_in_any_room(struct kunit *test)
{
	static const char want[] =
		"error kernel-taint summary:kernel: the kernel has died (oops or BUG), see dmesg\n"
		"info kernel-taint summary:kernel: an ACPI table was replaced, see dmesg\n"
		"warn kernel-taint summary:kernel: the kernel has printed a warning, see dmesg\n";
	struct fake_findings *found = begin(test);
	const unsigned long taints = BIT(7) | BIT(9) | BIT(8);
	struct hwi_budget nothing = {};
	size_t size;

	for (size = 0; size < 768; size += 4) {
		findings_begin(test, found, size, true);
		hwi_check_taint(&found->findings, taints);
		EXPECT_FINDINGS(test, found, want);
		hwi_arena_free(&found->arena);
	}
	findings_begin(test, found, 0, true);
	found->arena.budget = &nothing;
	hwi_check_taint(&found->findings, taints);
	KUNIT_EXPECT_EQ(test, found->findings.error, -EFBIG);
	KUNIT_EXPECT_TRUE(test, !found->findings.first);
}

static const char *row_of(struct kunit *test, const struct hwi_finding *at)
{
	struct rows rows;

	rows_begin(test, &rows, hwi_finding_columns, HWI_FINDING_COLUMNS);
	rows_add(&rows, hwi_finding_row, at);
	return rows_last(test, &rows);
}

static void a_finding_as_a_row(struct kunit *test)
{
	struct hwi_finding finding = {
		.severity = HWI_INFO,
		.check = "cpu-offline",
		.subject = "devices:pci:a b",
		.detail = "a \\ and more",
	};

	EXPECT_STRING(test, row_of(test, &finding),
		      "info cpu-offline devices:pci:a\\040b a \\134 and more");
	finding.severity = HWI_WARN;
	finding.subject = "iomem:*";
	EXPECT_STRING(test, row_of(test, &finding),
		      "warn cpu-offline iomem:* a \\134 and more");
	finding.severity = HWI_ERROR;
	EXPECT_STRING(test, row_of(test, &finding),
		      "error cpu-offline iomem:* a \\134 and more");
}

static struct kunit_case check_system_cases[] = {
	KUNIT_CASE(cpus_that_are_offline),
	KUNIT_CASE(taints_by_bit),
	KUNIT_CASE(taints_together),
	KUNIT_CASE(memory_at_its_watermarks),
	KUNIT_CASE(memory_that_is_not_looked_at),
	KUNIT_CASE(errors_of_memory),
	KUNIT_CASE(errors_of_interfaces),
	KUNIT_CASE(found_in_any_room),
	KUNIT_CASE(a_finding_as_a_row),
	{}
};

static struct kunit_suite check_system_suite = {
	.name = "hwinsight_check_system",
	.test_cases = check_system_cases,
};

kunit_test_suite(check_system_suite);

MODULE_DESCRIPTION("KUnit: what looks wrong about the kernel as a whole");
MODULE_LICENSE("GPL");
