// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/text_format.c"
#include "../../module/index.c"
#include "../../module/owners.c"
#include "../../module/device_record.c"
#include "../../module/finding.c"
#include "../../module/find_irqs.c"

#include "devices.h"
#include "findings.h"

/**
 * struct fake - an interrupt, and what it is held against
 * @found: what is wrong with it
 * @sys: devices: key 1 on node 0, key 2 on node 1, key 3 on no node
 * @owners: who has the line
 * @owner: one for each device
 * @irqs: just @irq
 * @irq: 7, of two CPUs on each of two nodes; nothing is wrong at first
 * @action: its handler
 * @count: what it counted
 * @affinity: all of the four CPUs
 * @effective: CPU 0
 * @online: all of them
 * @facts: the above
 */
struct fake {
	struct fake_findings found;
	struct fake_devices sys;
	struct hwi_owners owners;
	struct hwi_owner owner[3];
	struct hwi_irqs irqs;
	struct hwi_irq irq;
	struct hwi_irq_action action;
	struct hwi_count count;
	DECLARE_BITMAP(affinity, CONFIG_NR_CPUS);
	DECLARE_BITMAP(effective, CONFIG_NR_CPUS);
	struct cpumask online;
	struct hwi_irq_facts facts;
};

static int two_on_a_node(unsigned int cpu)
{
	return cpu / 2;
}

static int on_no_node(unsigned int cpu)
{
	return NUMA_NO_NODE;
}

static void make_devices(struct kunit *test, struct fake *fake)
{
	static const char *const names[] = { "a", "b", "c" };
	struct hwi_device *device;
	unsigned int i;

	devices_begin(test, &fake->sys);
	for (i = 0; i < 3; i++) {
		device = devices_add(test, &fake->sys, NULL, "pci", NULL,
				     names[i], "drv");
		device->node = i < 2 ? (int)i : NUMA_NO_NODE;
		fake->owner[i].key = device->key;
		fake->owner[i].device = device->device;
	}
	devices_arrange(test, &fake->sys);
}

static struct fake *begin(struct kunit *test)
{
	struct fake *fake = kunit_kzalloc(test, sizeof(*fake), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, fake);
	KUNIT_ASSERT_EQ(test, (unsigned int)nr_cpu_ids, 4U);
	make_devices(test, fake);
	hwi_owners_init(&fake->owners, &fake->sys.arena);
	findings_begin(test, &fake->found, 4096, true);
	fake->affinity[0] = 0xf;
	fake->effective[0] = 0x1;
	cpumask_bits(&fake->online)[0] = 0xf;
	fake->count.count = 1;
	fake->irq = (struct hwi_irq){
		.irq = 7,
		.node = NUMA_NO_NODE,
		.affinity = fake->affinity,
		.effective = fake->effective,
		.counts = &fake->count,
		.nr_counts = 1,
		.actions = &fake->action,
	};
	fake->irqs.first = &fake->irq;
	fake->irqs.nr = 1;
	fake->facts = (struct hwi_irq_facts){
		.devices = &fake->sys.devices,
		.owners = &fake->owners,
		.online = &fake->online,
		.node_of = two_on_a_node,
	};
	return fake;
}

static void expect(struct kunit *test, struct fake *fake, const char *want)
{
	hwi_find_irqs(&fake->found.findings, &fake->irqs, &fake->facts);
	EXPECT_FINDINGS(test, &fake->found, want);
}

static void claim(struct fake *fake, unsigned int device)
{
	hwi_owners_add_key(&fake->owners, 7, 0, 0, &fake->owner[device]);
}

static void nothing_is_wrong(struct kunit *test)
{
	struct fake *fake = begin(test);

	expect(test, fake, "");
	fake->irqs.first = NULL;
	expect(test, fake, "");
}

#define ON_THE_OTHER_NODE \
	"info irq-node interrupts:7: served on node 0, but its device pci:b is on node 1\n"

static void a_line_is_served_on_another_node(struct kunit *test)
{
	struct fake *fake = begin(test);

	claim(fake, 1);
	expect(test, fake, ON_THE_OTHER_NODE);
	/* One CPU there is enough. */
	fake->effective[0] = 0x9;
	expect(test, fake, "");
	fake->effective[0] = 0x3;
	expect(test, fake, ON_THE_OTHER_NODE);
	/* It is not known where, or where to, or there was none yet. */
	fake->facts.node_of = on_no_node;
	expect(test, fake, "");
	fake->facts.node_of = two_on_a_node;
	fake->effective[0] = 0;
	expect(test, fake, "");
	fake->irq.effective = NULL;
	expect(test, fake, "");
	fake->irq.effective = fake->effective;
	fake->effective[0] = 0x1;
	fake->irq.nr_counts = 0;
	expect(test, fake, "");
	/* Managed vectors are spread by the kernel. */
	fake->irq.nr_counts = 1;
	fake->irq.state = HWI_IRQ_MANAGED;
	expect(test, fake, "");
	fake->irq.state = 0;
	expect(test, fake, ON_THE_OTHER_NODE);
}

static void a_device_without_a_node(struct kunit *test)
{
	struct fake *fake = begin(test);

	claim(fake, 2);
	expect(test, fake, "");
}

/* Of several devices none has it on its own node. */
static void a_shared_line_has_no_node(struct kunit *test)
{
	struct fake *fake = begin(test);

	claim(fake, 1);
	claim(fake, 1);
	expect(test, fake, "");
}

static void an_msi_has_its_own_device(struct kunit *test)
{
	struct fake *fake = begin(test);

	claim(fake, 0);
	fake->irq.msi = true;
	fake->irq.owner = fake->owner[1];
	expect(test, fake, ON_THE_OTHER_NODE);
	/* Of a device that is gone. */
	fake->irq.owner.key = 99;
	expect(test, fake, "");
}

static void delivered_where_nobody_asked_for_it(struct kunit *test)
{
	static const char want[] =
		"warn irq-affinity interrupts:7: delivered to CPUs 0,3, outside the requested 2-3\n";
	struct fake *fake = begin(test);

	fake->effective[0] = 0x9;
	fake->affinity[0] = 0xc;
	expect(test, fake, want);
	/* It moves with the next interrupt. */
	fake->irq.state = HWI_IRQ_PENDING;
	expect(test, fake, "");
	fake->irq.state = HWI_IRQ_MANAGED;
	expect(test, fake, want);
	fake->irq.actions = NULL;
	expect(test, fake, "");
	fake->irq.actions = &fake->action;
	fake->irq.affinity = NULL;
	expect(test, fake, "");
	fake->irq.affinity = fake->affinity;
	fake->irq.effective = NULL;
	expect(test, fake, "");
}

static void none_of_the_requested_is_online(struct kunit *test)
{
	static const char want[] =
		"info irq-affinity interrupts:7: delivered to CPUs 0, since none of the requested 2-3 is online\n";
	static const char one[] =
		"warn irq-affinity interrupts:7: delivered to CPUs 0, outside the requested 2-3\n";
	struct fake *fake = begin(test);

	fake->affinity[0] = 0xc;
	cpumask_bits(&fake->online)[0] = 0x3;
	expect(test, fake, want);
	cpumask_bits(&fake->online)[0] = 0xb;
	expect(test, fake, one);
}

static void nobody_wanted_them(struct kunit *test)
{
#define TAIL                                                                         \
	" interrupts that no handler wanted, with no pause of 100 ms between them; " \
	"the kernel gives the line up at 99,900 of 100,000\n"
	static const struct {
		unsigned int unhandled;
		const char *want;
	} cases[] = {
		{ 0, "" },
		{ 9, "" },
		{ 10, "info irq-unhandled interrupts:7: 10" TAIL },
		{ 99, "info irq-unhandled interrupts:7: 99" TAIL },
		{ 100, "warn irq-unhandled interrupts:7: 100" TAIL },
		{ UINT_MAX,
		  "warn irq-unhandled interrupts:7: 4294967295" TAIL },
	};
	struct fake *fake = begin(test);
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		fake->irq.unhandled = cases[i].unhandled;
		expect(test, fake, cases[i].want);
	}
}

static void disabled_with_a_handler(struct kunit *test)
{
	static const char want[] =
		"info irq-disabled interrupts:7: disabled while it has a handler: by its driver, or by the kernel because nobody cared\n";
	struct fake *fake = begin(test);

	fake->irq.state = HWI_IRQ_DISABLED;
	expect(test, fake, want);
	fake->irq.nr_counts = 0;
	expect(test, fake, "");
	fake->irq.nr_counts = 1;
	fake->irq.actions = NULL;
	expect(test, fake, "");
	fake->irq.actions = &fake->action;
	fake->irq.state = HWI_IRQ_MASKED;
	expect(test, fake, "");
}

static void counters_that_stay_at_zero(struct kunit *test)
{
	static const char want[] =
		"error irq-error interrupts:MCE: machine check exceptions since boot: 1\n"
		"warn irq-error interrupts:ERR: errors of the interrupt controller since boot: 18446744073709551615\n"
		"info irq-error interrupts:SPU: spurious interrupts since boot: 2\n";
	struct fake *fake = begin(test);
	struct hwi_findings *findings = &fake->found.findings;

	hwi_find_arch_irq(findings, HWI_STR("MCE"), 0);
	hwi_find_arch_irq(findings, HWI_STR("LOC"), 1000);
	hwi_find_arch_irq(findings, HWI_STR("MCP"), 1000);
	hwi_find_arch_irq(findings, HWI_STR("MC"), 1000);
	hwi_find_arch_irq(findings, HWI_STR(""), 1000);
	EXPECT_FINDINGS(test, &fake->found, "");
	hwi_find_arch_irq(findings, HWI_STR("MCE"), 1);
	hwi_find_arch_irq(findings, HWI_STR("ERR"), ~0ULL);
	hwi_find_arch_irq(findings, HWI_STR("SPU"), 2);
	EXPECT_FINDINGS(test, &fake->found, want);
}

/* All of it, or an overflow. */
static void findings_at_every_size(struct kunit *test)
{
	struct fake *fake = begin(test);
	bool fitted = false;
	size_t size;

	claim(fake, 1);
	fake->affinity[0] = 0xc;
	fake->irq.unhandled = 1000;
	fake->irq.state = HWI_IRQ_DISABLED;
	for (size = 0; size < 1200; size++) {
		findings_begin(test, &fake->found, size, true);
		hwi_find_irqs(&fake->found.findings, &fake->irqs, &fake->facts);
		KUNIT_EXPECT_TRUE(test, fake->found.arena.used <= size);
		KUNIT_EXPECT_FALSE(test, fitted && fake->found.arena.overflow);
		fitted = !fake->found.arena.overflow;
		if (fitted) {
			KUNIT_EXPECT_EQ(test, fake->found.findings.nr[HWI_INFO],
					2U);
			KUNIT_EXPECT_EQ(test, fake->found.findings.nr[HWI_WARN],
					2U);
		}
		kunit_kfree(test, fake->found.arena.base);
	}
	KUNIT_EXPECT_TRUE(test, fitted);
}

static struct kunit_case find_irqs_cases[] = {
	KUNIT_CASE(nothing_is_wrong),
	KUNIT_CASE(a_line_is_served_on_another_node),
	KUNIT_CASE(a_device_without_a_node),
	KUNIT_CASE(a_shared_line_has_no_node),
	KUNIT_CASE(an_msi_has_its_own_device),
	KUNIT_CASE(delivered_where_nobody_asked_for_it),
	KUNIT_CASE(none_of_the_requested_is_online),
	KUNIT_CASE(nobody_wanted_them),
	KUNIT_CASE(disabled_with_a_handler),
	KUNIT_CASE(counters_that_stay_at_zero),
	KUNIT_CASE(findings_at_every_size),
	{}
};

static struct kunit_suite find_irqs_suite = {
	.name = "hwinsight_find_irqs",
	.test_cases = find_irqs_cases,
};

kunit_test_suite(find_irqs_suite);

MODULE_DESCRIPTION("KUnit: what looks wrong about interrupts");
MODULE_LICENSE("GPL");
