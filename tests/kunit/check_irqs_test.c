// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/irq_rows.c"
#include "../../module/finding.c"
#include "../../module/check_irqs.c"

#include "devices.h"
#include "findings.h"

/**
 * struct fake - an interrupt, and what it is checked against
 * @found: what is wrong with it
 * @sys: devices, and who has the line
 * @device: a on node 0, b on node 1, c on no node
 * @irqs: just @irq
 * @irq: number 7; two nodes with two CPUs each; nothing is wrong at first
 * @action: its handler
 * @count: its counts
 * @affinity: all four CPUs
 * @effective: CPU 0
 * @online: all four CPUs
 * @present: likewise
 * @facts: the above
 */
struct fake {
	struct fake_findings found;
	struct fake_devices sys;
	struct hwi_device *device[3];
	struct hwi_irqs irqs;
	struct hwi_irq irq;
	struct hwi_irq_action action;
	struct hwi_count count;
	DECLARE_BITMAP(affinity, CONFIG_NR_CPUS);
	DECLARE_BITMAP(effective, CONFIG_NR_CPUS);
	struct cpumask online;
	struct cpumask present;
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
	unsigned int i;

	devices_begin(test, &fake->sys);
	for (i = 0; i < 3; i++) {
		fake->device[i] = devices_add(test, &fake->sys, NULL, "pci",
					      NULL, names[i], "drv");
		fake->device[i]->node = i < 2 ? (int)i : NUMA_NO_NODE;
	}
}

static struct fake *begin(struct kunit *test)
{
	struct fake *fake = kunit_kzalloc(test, sizeof(*fake), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, fake);
	KUNIT_ASSERT_TRUE(test, nr_cpu_ids >= 4);
	make_devices(test, fake);
	findings_begin(test, &fake->found, 4096, true);
	fake->affinity[0] = 0xf;
	fake->effective[0] = 0x1;
	cpumask_bits(&fake->online)[0] = 0xf;
	cpumask_bits(&fake->present)[0] = 0xf;
	fake->count.count = 1;
	fake->irq = (struct hwi_irq){
		.irq = 7,
		.used = true,
		.node = NUMA_NO_NODE,
		.affinity = fake->affinity,
		.effective = fake->effective,
		.counts = { &fake->count, 1, 1 },
		.actions = &fake->action,
	};
	fake->irqs.first = &fake->irq;
	fake->irqs.nr = 1;
	fake->facts = (struct hwi_irq_facts){
		.owners = &fake->sys.owners,
		.online = &fake->online,
		.present = &fake->present,
		.node_of = two_on_a_node,
	};
	return fake;
}

static void expect(struct kunit *test, struct fake *fake, const char *want)
{
	hwi_check_irqs(&fake->found.findings, &fake->irqs, &fake->facts);
	EXPECT_FINDINGS(test, &fake->found, want);
}

static void claim(struct kunit *test, struct fake *fake, unsigned int device)
{
	devices_claim_irq(test, &fake->sys, fake->device[device], 7);
	devices_claimed(test, &fake->sys);
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

	claim(test, fake, 1);
	expect(test, fake, ON_THE_OTHER_NODE);
	/* One CPU on the device's node is enough. */
	fake->effective[0] = 0x9;
	expect(test, fake, "");
	fake->effective[0] = 0x3;
	expect(test, fake, ON_THE_OTHER_NODE);
	/* The device's node or the CPUs are unknown, or it never fired. */
	fake->facts.node_of = on_no_node;
	expect(test, fake, "");
	fake->facts.node_of = two_on_a_node;
	fake->effective[0] = 0;
	expect(test, fake, "");
	fake->irq.effective = NULL;
	expect(test, fake, "");
	fake->irq.effective = fake->effective;
	fake->effective[0] = 0x1;
	fake->irq.counts.nr = 0;
	expect(test, fake, "");
	/* The kernel spreads managed vectors itself. */
	fake->irq.counts.nr = 1;
	fake->irq.state = HWI_IRQ_MANAGED;
	expect(test, fake, "");
	fake->irq.state = 0;
	expect(test, fake, ON_THE_OTHER_NODE);
}

static void a_device_without_a_node(struct kunit *test)
{
	struct fake *fake = begin(test);

	claim(test, fake, 2);
	expect(test, fake, "");
}

/* Several devices share it: it cannot be local to all of them. */
static void a_shared_line_has_no_node(struct kunit *test)
{
	struct fake *fake = begin(test);

	claim(test, fake, 1);
	claim(test, fake, 1);
	expect(test, fake, "");
}

static void an_msi_has_its_own_device(struct kunit *test)
{
	struct fake *fake = begin(test);

	claim(test, fake, 0);
	fake->irq.msi = true;
	fake->irq.device = fake->device[1];
	expect(test, fake, ON_THE_OTHER_NODE);
	/* An MSI of a device that is gone. */
	fake->irq.device = NULL;
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
	/* A pending move takes effect with the next interrupt. */
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

/* A vector for CPUs that are not present: no interrupt ever comes. */
static void managed_vectors_of_absent_cpus(struct kunit *test)
{
	static const char offline[] =
		"info irq-affinity interrupts:7: delivered to CPUs 0, since none of the requested 2-3 is online\n";
	struct fake *fake = begin(test);

	fake->affinity[0] = 0xc;
	fake->irq.state = HWI_IRQ_MANAGED;
	cpumask_bits(&fake->online)[0] = 0x3;
	cpumask_bits(&fake->present)[0] = 0x3;
	expect(test, fake, "");
	/* One of the CPUs is present, but offline. */
	cpumask_bits(&fake->present)[0] = 0x7;
	expect(test, fake, offline);
	/* Someone chose those absent CPUs, so it is reported. */
	cpumask_bits(&fake->present)[0] = 0x3;
	fake->irq.state = 0;
	expect(test, fake, offline);
}

/* How many of the last interrupts were unhandled, and when: all three count. */
static void nobody_wanted_them(struct kunit *test)
{
#define TAIL \
	" ms ago: look for a device that shares the line and has no driver\n"
	static const struct {
		unsigned int unhandled, handled, ms;
		const char *want;
	} cases[] = {
		{ 0, 0, 0, "" },
		{ 0, 100000, 0, "" },
		{ 99, 99, 0, "" },
		{ 100, 100, 0,
		  "warn irq-unhandled interrupts:7: 100 of the last 100 interrupts were not handled, the latest 0" TAIL },
		/* Half of them is enough; less is normal on a shared line. */
		{ 100, 201, 0,
		  "warn irq-unhandled interrupts:7: 100 of the last 201 interrupts were not handled, the latest 0" TAIL },
		{ 100, 202, 0, "" },
		{ 49999, 100000, 5, "" },
		{ 50000, 100000, 5,
		  "warn irq-unhandled interrupts:7: 50000 of the last 100000 interrupts were not handled, the latest 5" TAIL },
		/* The latest is recent, or it was long ago. */
		{ 99899, 99999, 10000,
		  "warn irq-unhandled interrupts:7: 99899 of the last 99999 interrupts were not handled, the latest 10000" TAIL },
		{ 99899, 99999, 10001, "" },
		{ UINT_MAX, UINT_MAX, UINT_MAX, "" },
		{ UINT_MAX, UINT_MAX, 0,
		  "warn irq-unhandled interrupts:7: 4294967295 of the last 4294967295 interrupts were not handled, the latest 0" TAIL },
	};
	struct fake *fake = begin(test);
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		fake->irq.unhandled = cases[i].unhandled;
		fake->irq.handled = cases[i].handled;
		fake->irq.unhandled_ms = cases[i].ms;
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
	fake->irq.counts.nr = 0;
	expect(test, fake, "");
	fake->irq.counts.nr = 1;
	fake->irq.actions = NULL;
	expect(test, fake, "");
	fake->irq.actions = &fake->action;
	fake->irq.state = HWI_IRQ_MASKED;
	expect(test, fake, "");
}

/* The finding names the row by its label. */
static void an_interrupt_with_a_label(struct kunit *test)
{
	struct fake *fake = begin(test);

	fake->irq.state = HWI_IRQ_DISABLED;
	fake->irq.label = "IPI0";
	expect(test, fake,
	       "info irq-disabled interrupts:IPI0: disabled while it has a handler: by its driver, or by the kernel because nobody cared\n");
}

/* An unused descriptor has none of what those checks look at. */
static void what_is_not_used_is_not_checked(struct kunit *test)
{
	struct fake *fake = begin(test);

	claim(test, fake, 1);
	fake->affinity[0] = 0xc;
	fake->irq.unhandled = 1000;
	fake->irq.state = HWI_IRQ_DISABLED;
	fake->irq.used = false;
	expect(test, fake, "");
}

/* However small the arena is at first; an error if it cannot grow. */
static void found_in_any_room(struct kunit *test)
{
	struct fake *fake = begin(test);
	struct hwi_findings *findings = &fake->found.findings;
	struct hwi_budget nothing = {};
	size_t size;

	claim(test, fake, 1);
	fake->affinity[0] = 0xc;
	fake->irq.unhandled = 1000;
	fake->irq.handled = 1000;
	fake->irq.state = HWI_IRQ_DISABLED;
	for (size = 0; size < 1200; size += 8) {
		findings_begin(test, &fake->found, size, true);
		hwi_check_irqs(findings, &fake->irqs, &fake->facts);
		KUNIT_EXPECT_EQ(test, findings->error, 0);
		KUNIT_EXPECT_EQ(test, findings->nr[HWI_INFO], 2U);
		KUNIT_EXPECT_EQ(test, findings->nr[HWI_WARN], 2U);
		findings_text(test, &fake->found);
		hwi_arena_free(&fake->found.arena);
	}
	findings_begin(test, &fake->found, 64, true);
	fake->found.arena.budget = &nothing;
	hwi_check_irqs(findings, &fake->irqs, &fake->facts);
	KUNIT_EXPECT_EQ(test, findings->error, -EFBIG);
}

static struct kunit_case check_irqs_cases[] = {
	KUNIT_CASE(nothing_is_wrong),
	KUNIT_CASE(a_line_is_served_on_another_node),
	KUNIT_CASE(a_device_without_a_node),
	KUNIT_CASE(a_shared_line_has_no_node),
	KUNIT_CASE(an_msi_has_its_own_device),
	KUNIT_CASE(delivered_where_nobody_asked_for_it),
	KUNIT_CASE(none_of_the_requested_is_online),
	KUNIT_CASE(managed_vectors_of_absent_cpus),
	KUNIT_CASE(nobody_wanted_them),
	KUNIT_CASE(disabled_with_a_handler),
	KUNIT_CASE(an_interrupt_with_a_label),
	KUNIT_CASE(what_is_not_used_is_not_checked),
	KUNIT_CASE(found_in_any_room),
	{}
};

static struct kunit_suite check_irqs_suite = {
	.name = "hwinsight_check_irqs",
	.test_cases = check_irqs_cases,
};

kunit_test_suite(check_irqs_suite);

MODULE_DESCRIPTION("KUnit: what looks wrong about interrupts");
MODULE_LICENSE("GPL");
