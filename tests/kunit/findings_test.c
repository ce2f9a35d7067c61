// SPDX-License-Identifier: GPL-2.0
#include "rows.h"

#include "../../module/finding.c"

/* The view itself: which checks it runs, on what, and its order of rows. */
#include "../../module/findings.c"

/* Each fake check finds one thing, which tells what the check was given. */
static void found(struct hwi_findings *findings, enum hwi_severity severity,
		  const char *check, const void *what)
{
	hwi_finding_add(findings, severity, check, "s", "%s",
			what ? "given" : "missing");
}

/* These replace check_irqs.c, check_devices.c and check_system.c. */
void hwi_check_irqs(struct hwi_findings *findings, const struct hwi_irqs *irqs,
		    const struct hwi_irq_facts *facts)
{
	found(findings, HWI_INFO, "irqs",
	      irqs->first && facts->owners->first && facts->online &&
			      facts->present && facts->node_of ?
		      irqs :
		      NULL);
}

void hwi_check_arch_count(struct hwi_findings *findings,
			  const struct hwi_arch_count *count)
{
	found(findings, HWI_ERROR, count->label, count);
}

void hwi_check_devices(struct hwi_findings *findings,
		       const struct hwi_devices *devices)
{
	found(findings, HWI_ERROR, "devices", devices->first);
}

void hwi_check_bars(struct hwi_findings *findings, const struct hwi_bars *bars,
		    const struct hwi_devices *devices)
{
	found(findings, HWI_WARN, "bars", devices->first ? bars->first : NULL);
}

void hwi_check_resources(struct hwi_findings *findings, const char *view,
			 const struct hwi_resources *resources)
{
	found(findings, HWI_WARN, view, resources->first);
}

void hwi_check_cpus(struct hwi_findings *findings, const struct hwi_cpus *cpus)
{
	found(findings, HWI_INFO, "cpus", cpus->first);
}

void hwi_check_memory(struct hwi_findings *findings,
		      const struct hwi_memories *memories)
{
	found(findings, HWI_INFO, "memory", memories->first);
}

void hwi_check_memory_blocks(struct hwi_findings *findings,
			     const struct hwi_devices *devices, u64 block)
{
	found(findings, HWI_WARN, "blocks", devices->first);
}

void hwi_check_dimms(struct hwi_findings *findings,
		     const struct hwi_dimms *dimms)
{
	found(findings, HWI_ERROR, "dimms", dimms->first);
}

void hwi_check_gpios(struct hwi_findings *findings,
		     const struct hwi_gpios *gpios)
{
	found(findings, HWI_INFO, "gpios", gpios->first);
}

void hwi_check_netdevs(struct hwi_findings *findings,
		       const struct hwi_netdevs *netdevs)
{
	found(findings, HWI_WARN, "netdevs", netdevs->first);
}

void hwi_check_pcis(struct hwi_findings *findings, const struct hwi_pcis *pcis)
{
	found(findings, HWI_WARN, "pcis", pcis->first);
}

/* The running kernel may be tainted itself. */
void hwi_check_taint(struct hwi_findings *findings, unsigned long mask)
{
	unsigned int bit;
	bool same = !(mask >> TAINT_FLAGS_COUNT);

	for (bit = 0; bit < TAINT_FLAGS_COUNT; bit++)
		same &= !!(mask & BIT(bit)) == !!test_taint(bit);
	found(findings, HWI_ERROR, "taint", same ? findings : NULL);
}

/**
 * struct fake - a machine that has one thing of each kind
 * @machine: it
 * @access: what may be seen of it
 * @irq: an interrupt
 * @claim: the interrupt's owner
 * @arch: two counters
 * @iomem: a resource
 * @ioports: another
 * @cpu: a CPU
 * @memory: memory
 * @dimm: a DIMM
 * @netdev: an interface
 * @gpio: a GPIO line
 * @bar: a BAR
 * @pci: a PCI function
 * @device: a device
 */
struct fake {
	struct hwi_machine machine;
	struct hwi_access access;
	struct hwi_irq irq;
	struct hwi_claim claim;
	struct hwi_arch_count arch[2];
	struct hwi_resource iomem;
	struct hwi_resource ioports;
	struct hwi_cpu cpu;
	struct hwi_memory memory;
	struct hwi_dimm dimm;
	struct hwi_netdev netdev;
	struct hwi_gpio gpio;
	struct hwi_bar bar;
	struct hwi_pci pci;
	struct hwi_device device;
};

static struct fake *begin(struct kunit *test)
{
	struct fake *fake = kunit_kzalloc(test, sizeof(*fake), GFP_KERNEL);
	struct hwi_machine *machine;

	KUNIT_ASSERT_TRUE(test, fake);
	machine = &fake->machine;
	machine->access = &fake->access;
	machine->irqs.first = &fake->irq;
	machine->owners.first = &fake->claim;
	fake->arch[0].label = "NMI";
	fake->arch[0].next = &fake->arch[1];
	fake->arch[1].label = "LOC";
	machine->irqs.arch = fake->arch;
	machine->iomem.first = &fake->iomem;
	machine->ioports.first = &fake->ioports;
	machine->cpus.first = &fake->cpu;
	machine->memories.first = &fake->memory;
	machine->dimms.first = &fake->dimm;
	machine->netdevs.first = &fake->netdev;
	machine->gpios.first = &fake->gpio;
	machine->bars.first = &fake->bar;
	machine->parts = hwi_view_findings.parts;
	machine->pcis.first = &fake->pci;
	machine->devices.first = &fake->device;
	return fake;
}

static void each_check_has_its_part(struct kunit *test)
{
	static const char *const want[] = {
		"error taint s given",	 "error NMI s given",
		"error LOC s given",	 "error dimms s given",
		"error devices s given", "warn iomem s given",
		"warn ioports s given",	 "warn blocks s given",
		"warn netdevs s given",	 "warn bars s given",
		"warn pcis s given",	 "info cpus s given",
		"info irqs s given",	 "info memory s given",
		"info gpios s given",
	};
	struct fake *fake = begin(test);
	struct hwi_machine *machine = &fake->machine;
	struct rows rows;
	unsigned int i;

	rows_begin(test, &rows, hwi_view_findings.columns,
		   hwi_view_findings.nr_columns);
	KUNIT_ASSERT_EQ(test,
			hwi_findings_collect(&machine->findings, &rows.arena,
					     machine),
			0);
	KUNIT_EXPECT_EQ(test, machine->findings.nr[HWI_ERROR], 5U);
	KUNIT_EXPECT_EQ(test, machine->findings.nr[HWI_WARN], 6U);
	KUNIT_EXPECT_EQ(test, machine->findings.nr[HWI_INFO], 4U);
	/* Most severe first; equals in the order in which they were found. */
	hwi_view_findings.show(&rows.table, machine);
	KUNIT_ASSERT_EQ(test, rows.table.rows, (unsigned int)ARRAY_SIZE(want));
	for (i = 0; i < ARRAY_SIZE(want); i++)
		EXPECT_STRING(test, rows_line(test, &rows, i), want[i]);
}

static void addresses_are_shown_to_those_who_may(struct kunit *test)
{
	struct fake *fake = begin(test);
	struct hwi_arena arena = new_arena(test, 8192);
	struct hwi_findings findings;

	KUNIT_EXPECT_EQ(test,
			hwi_findings_collect(&findings, &arena, &fake->machine),
			0);
	KUNIT_EXPECT_FALSE(test, findings.addresses);
	fake->access.addresses = true;
	KUNIT_EXPECT_EQ(test,
			hwi_findings_collect(&findings, &arena, &fake->machine),
			0);
	KUNIT_EXPECT_TRUE(test, findings.addresses);
}

/* The summary collects no PCI functions; or there was no room for them. */
static void what_is_not_there_is_not_checked(struct kunit *test)
{
	struct fake *fake = begin(test);
	struct hwi_arena arena = new_arena(test, 8192);
	struct hwi_findings findings;

	fake->machine.parts &= ~BIT_ULL(HWI_PART_PCI);
	KUNIT_EXPECT_EQ(test,
			hwi_findings_collect(&findings, &arena, &fake->machine),
			0);
	KUNIT_EXPECT_EQ(test, findings.nr[HWI_WARN], 5U);
	fake->machine.parts = hwi_view_findings.parts;
	fake->machine.errors[HWI_PART_PCI] = -EFBIG;
	KUNIT_EXPECT_EQ(test,
			hwi_findings_collect(&findings, &arena, &fake->machine),
			0);
	KUNIT_EXPECT_EQ(test, findings.nr[HWI_WARN], 5U);
}

static void no_room_is_an_error(struct kunit *test)
{
	struct fake *fake = begin(test);
	struct hwi_budget nothing = {};
	struct hwi_findings findings;
	struct hwi_arena arena;

	hwi_arena_init(&arena, &nothing);
	KUNIT_EXPECT_EQ(test,
			hwi_findings_collect(&findings, &arena, &fake->machine),
			-EFBIG);
	hwi_arena_free(&arena);
}

static void nothing_was_found(struct kunit *test)
{
	struct fake *fake = begin(test);
	struct rows rows;

	rows_begin(test, &rows, hwi_view_findings.columns,
		   hwi_view_findings.nr_columns);
	hwi_findings_init(&fake->machine.findings, &rows.arena, true);
	hwi_view_findings.show(&rows.table, &fake->machine);
	KUNIT_EXPECT_EQ(test, rows.table.error, 0);
	KUNIT_EXPECT_EQ(test, rows.table.rows, 0U);
}

static struct kunit_case findings_cases[] = {
	KUNIT_CASE(each_check_has_its_part),
	KUNIT_CASE(addresses_are_shown_to_those_who_may),
	KUNIT_CASE(what_is_not_there_is_not_checked),
	KUNIT_CASE(no_room_is_an_error),
	KUNIT_CASE(nothing_was_found),
	{}
};

static struct kunit_suite findings_suite = {
	.name = "hwinsight_findings",
	.test_cases = findings_cases,
};

kunit_test_suite(findings_suite);

MODULE_DESCRIPTION("KUnit: the checks together, and the order of their rows");
MODULE_LICENSE("GPL");
