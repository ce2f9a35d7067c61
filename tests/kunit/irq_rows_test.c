// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/irq_rows.c"

/* x86 has no descriptors for IPIs: build as for RISC-V. */
#include "../../module/irq_arch.h"
#if !defined(CONFIG_RISCV) && !defined(CONFIG_ARM64) && !defined(CONFIG_ARM)
#define CONFIG_RISCV
#include "../../module/irq_label.c"
#undef CONFIG_RISCV
#else
#include "../../module/irq_label.c"
#endif

/* The view itself: which rows it has. */
#include "../../module/interrupts.c"

/* An enabled interrupt about which nothing else is known. */
static struct hwi_irq new_irq(unsigned int number)
{
	return (struct hwi_irq){
		.irq = number,
		.used = true,
		.node = NUMA_NO_NODE,
	};
}

static const struct hwi_owners nobody;

#define EXPECT_IRQ(test, irq, want)                                         \
	EXPECT_STRING(test,                                                 \
		      ROW(test, hwi_irq_columns, hwi_irq_row, irq, &nobody, \
			  true, true),                                      \
		      want)

#define IRQ_CELL(test, column, irq)                                          \
	CELL(test, column, hwi_irq_columns, hwi_irq_row, irq, &nobody, true, \
	     true)

static void nothing_is_known(struct kunit *test)
{
	struct hwi_irq irq = new_irq(7);

	EXPECT_IRQ(test, &irq, "7 0 - - - - - - enabled - - 0 - none -");
}

static void everything_is_known(struct kunit *test)
{
	static const char want[] =
		"24 42 3 nvme pci:0000:01:00.0 PCI-MSIX-0000:01:00.0 524289 edge enabled,threaded,managed 1 0-3 5 PCI-MSI-1 0:12,3:30 nvme0q1[77]";
	static struct hwi_count counts[] = { { 0, 12 }, { 3, 30 } };
	static DECLARE_BITMAP(requested, CONFIG_NR_CPUS) = { 0xf };
	static DECLARE_BITMAP(effective, CONFIG_NR_CPUS) = { 0x8 };
	struct hwi_device device = {
		.device = "pci:0000:01:00.0",
		.driver = "nvme",
	};
	struct hwi_irq_action action = { .name = "nvme0q1", .pid = 77 };
	struct hwi_irq irq = new_irq(24);

	KUNIT_ASSERT_TRUE(test, nr_cpu_ids >= 4);
	irq.has_hwirq = true;
	irq.hwirq = 524289;
	irq.chip = "PCI-MSIX-0000:01:00.0";
	irq.domain = "PCI-MSI-1";
	irq.flow = "edge";
	irq.state = HWI_IRQ_THREADED | HWI_IRQ_MANAGED;
	irq.node = 1;
	irq.affinity = requested;
	irq.effective = effective;
	irq.counts = (struct hwi_counts){ counts, 2, 42 };
	irq.unhandled = 5;
	irq.msi = true;
	irq.device = &device;
	irq.actions = &action;
	EXPECT_IRQ(test, &irq, want);
}

static void a_total_beyond_32_bits(struct kunit *test)
{
	static struct hwi_count counts[] = {
		{ 0, U32_MAX },
		{ 1, U32_MAX },
	};
	struct hwi_irq irq = new_irq(7);

	irq.counts = (struct hwi_counts){ counts, 2, 2 * (u64)U32_MAX };
	EXPECT_STRING(test, IRQ_CELL(test, "TOTAL", &irq), "8589934590");
	EXPECT_STRING(test, IRQ_CELL(test, "PERCPU", &irq),
		      "0:4294967295,1:4294967295");
}

/* Without a domain there is no number; in one, 0 is a number. */
static void hardware_numbers(struct kunit *test)
{
	struct hwi_irq irq = new_irq(7);

	EXPECT_STRING(test, IRQ_CELL(test, "HWIRQ", &irq), "-");
	irq.hwirq = 5;
	EXPECT_STRING(test, IRQ_CELL(test, "HWIRQ", &irq), "-");
	irq.has_hwirq = true;
	EXPECT_STRING(test, IRQ_CELL(test, "HWIRQ", &irq), "5");
	irq.hwirq = 0;
	EXPECT_STRING(test, IRQ_CELL(test, "HWIRQ", &irq), "0");
}

static void triggers(struct kunit *test)
{
	static const struct {
		unsigned int trigger;
		bool level;
		const char *flow, *want;
	} cases[] = {
		{ IRQ_TYPE_NONE, false, NULL, "-" },
		{ IRQ_TYPE_NONE, false, "edge", "edge" },
		{ IRQ_TYPE_NONE, false, "edgy", "-" },
		{ IRQ_TYPE_NONE, false, "edges", "-" },
		{ IRQ_TYPE_NONE, true, "fasteoi", "level" },
		{ IRQ_TYPE_EDGE_RISING, false, "edge", "edge-rising" },
		{ IRQ_TYPE_EDGE_FALLING, false, NULL, "edge-falling" },
		{ IRQ_TYPE_EDGE_BOTH, false, NULL, "edge-both" },
		{ IRQ_TYPE_LEVEL_HIGH, true, "fasteoi", "level-high" },
		{ IRQ_TYPE_LEVEL_LOW, true, NULL, "level-low" },
		/* A trigger that no hardware has. */
		{ IRQ_TYPE_EDGE_RISING | IRQ_TYPE_LEVEL_LOW, false, NULL, "-" },
	};
	struct hwi_irq irq;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		irq = new_irq(7);
		irq.trigger = cases[i].trigger;
		irq.level = cases[i].level;
		irq.flow = cases[i].flow;
		EXPECT_STRING(test, IRQ_CELL(test, "TRIGGER", &irq),
			      cases[i].want);
	}
}

static void state_words(struct kunit *test)
{
	static const char want[] =
		"enabled,masked,inprogress,pending,threaded,shared,wakeup,percpu,managed,nobalance,hidden";
	struct hwi_irq irq = new_irq(7);

	irq.state = HWI_IRQ_DISABLED;
	EXPECT_STRING(test, IRQ_CELL(test, "STATE", &irq), "disabled");
	irq.state = HWI_IRQ_MASKED | HWI_IRQ_INPROGRESS | HWI_IRQ_PENDING |
		    HWI_IRQ_THREADED | HWI_IRQ_SHARED | HWI_IRQ_WAKEUP |
		    HWI_IRQ_PERCPU | HWI_IRQ_MANAGED | HWI_IRQ_NOBALANCE |
		    HWI_IRQ_HIDDEN;
	EXPECT_STRING(test, IRQ_CELL(test, "STATE", &irq), want);
	irq.state = HWI_IRQ_DISABLED | HWI_IRQ_HIDDEN;
	EXPECT_STRING(test, IRQ_CELL(test, "STATE", &irq), "disabled,hidden");
}

static void masks(struct kunit *test)
{
	static DECLARE_BITMAP(some, CONFIG_NR_CPUS) = { 0x5 };
	static DECLARE_BITMAP(none, CONFIG_NR_CPUS);
	struct hwi_irq irq = new_irq(7);

	KUNIT_ASSERT_TRUE(test, nr_cpu_ids >= 4);
	irq.affinity = some;
	EXPECT_STRING(test, IRQ_CELL(test, "AFFINITY", &irq), "0,2");
	EXPECT_STRING(test, IRQ_CELL(test, "EFFECTIVE", &irq), "-");
	irq.affinity = NULL;
	irq.effective = none;
	EXPECT_STRING(test, IRQ_CELL(test, "AFFINITY", &irq), "-");
	EXPECT_STRING(test, IRQ_CELL(test, "EFFECTIVE", &irq), "none");
}

/* Nobody can set where a per-CPU interrupt is delivered. */
static void masks_of_per_cpu_interrupts(struct kunit *test)
{
	static DECLARE_BITMAP(some, CONFIG_NR_CPUS) = { 0x5 };
	struct hwi_irq irq = new_irq(7);

	irq.state = HWI_IRQ_PERCPU;
	EXPECT_STRING(test, IRQ_CELL(test, "EFFECTIVE", &irq), "-");
	irq.effective = some;
	EXPECT_STRING(test, IRQ_CELL(test, "EFFECTIVE", &irq), "0,2");
}

/* The label and description of /proc/interrupts. */
static void an_interrupt_with_a_label(struct kunit *test)
{
	struct hwi_irq_action action = { .name = "IPI", .pid = 1 };
	struct hwi_irq irq = new_irq(7);

	irq.actions = &action;
	irq.label = "IPI0";
	EXPECT_IRQ(test, &irq,
		   "IPI0 0 - - - - - - enabled - - 0 - none IPI[1]");
	irq.text = "Rescheduling interrupts";
	EXPECT_IRQ(
		test, &irq,
		"IPI0 0 - - - - - - enabled - - 0 - none Rescheduling interrupts");
}

static void interrupts_between_cpus_have_labels(struct kunit *test)
{
	struct hwi_irq irq = new_irq(3);
	unsigned int seen = 0, i;
	char want[8];

	hwi_irq_label(&irq, &seen);
	KUNIT_EXPECT_EQ(test, seen, 0U);
	KUNIT_EXPECT_TRUE(test, !irq.label && !irq.text && irq.used);
	irq.ipi = true;
	for (i = 0; i < ARRAY_SIZE(ipis); i++) {
		hwi_irq_label(&irq, &seen);
		snprintf(want, sizeof(want), "IPI%u", i);
		EXPECT_STRING(test, irq.label, want);
		KUNIT_EXPECT_TRUE(test, irq.text && irq.used);
	}
	/* One more than /proc/interrupts lists */
	irq = new_irq(4);
	irq.ipi = true;
	hwi_irq_label(&irq, &seen);
	KUNIT_EXPECT_TRUE(test, !irq.label && !irq.text && !irq.used);
	KUNIT_EXPECT_EQ(test, seen, (unsigned int)ARRAY_SIZE(ipis) + 1);
}

static void counters_of_the_architecture(struct kunit *test)
{
	static struct hwi_count counts[] = { { 0, 12 }, { 3, U32_MAX } };
	struct hwi_arch_count count = {
		.label = "LOC",
		.text = "Local timer interrupts",
		.counted = true,
	};

#define EXPECT_ARCH(test, count, want)                                       \
	EXPECT_STRING(test,                                                  \
		      ROW(test, hwi_irq_columns, hwi_arch_count_row, count), \
		      want)
	EXPECT_ARCH(test, &count,
		    "LOC 0 - - - - - - - - - - - none Local timer interrupts");
	count.counts = (struct hwi_counts){ counts, 2, 12 + (u64)U32_MAX };
	EXPECT_ARCH(
		test, &count,
		"LOC 4294967307 - - - - - - - - - - - 0:12,3:4294967295 Local timer interrupts");
	/* The kernel does not expose this counter. */
	count = (struct hwi_arch_count){
		.label = "MCE",
		.text = "Machine check exceptions",
	};
	EXPECT_ARCH(test, &count,
		    "MCE - - - - - - - - - - - - - Machine check exceptions");
}

/* No handler and no count, no row; the counters come last. */
static void what_is_not_used_is_not_shown(struct kunit *test)
{
	struct hwi_access *access =
		kunit_kzalloc(test, sizeof(*access), GFP_KERNEL);
	struct hwi_machine *machine =
		kunit_kzalloc(test, sizeof(*machine), GFP_KERNEL);
	struct hwi_arch_count nmi = { .label = "NMI", .text = "n" };
	struct hwi_irq_action action = { .name = "x", .pid = 5 };
	struct hwi_irq irq[4] = { new_irq(0), new_irq(1), new_irq(2),
				  new_irq(3) };
	struct rows rows;
	unsigned int i;

	KUNIT_ASSERT_TRUE(test, access && machine);
	machine->access = access;
	for (i = 0; i < 3; i++)
		irq[i].next = &irq[i + 1];
	irq[0].used = false;
	irq[1].actions = &action;
	irq[1].domain = "irqchip@0x0000000008000000";
	irq[2].used = false;
	irq[2].msi = true;
	machine->irqs.first = irq;
	machine->irqs.arch = &nmi;
	rows_begin(test, &rows, hwi_irq_columns, HWI_IRQ_COLUMNS);
	interrupts_show(&rows.table, machine);
	KUNIT_ASSERT_EQ(test, rows.table.rows, 3U);
	/* Those who may not see PIDs do not get the threads' either. */
	EXPECT_STRING(test, rows_line(test, &rows, 0),
		      "1 0 - - - - - - enabled - - 0 * none x");
	EXPECT_STRING(test, rows_line(test, &rows, 1),
		      "3 0 - - - - - - enabled - - 0 - none -");
	EXPECT_STRING(test, rows_line(test, &rows, 2),
		      "NMI - - - - - - - - - - - - - n");
	access->pids = true;
	rows_begin(test, &rows, hwi_irq_columns, HWI_IRQ_COLUMNS);
	interrupts_show(&rows.table, machine);
	EXPECT_STRING(test, rows_line(test, &rows, 0),
		      "1 0 - - - - - - enabled - - 0 * none x[5]");
	access->addresses = true;
	rows_begin(test, &rows, hwi_irq_columns, HWI_IRQ_COLUMNS);
	interrupts_show(&rows.table, machine);
	EXPECT_STRING(
		test, rows_line(test, &rows, 0),
		"1 0 - - - - - - enabled - - 0 irqchip@0x0000000008000000 none x[5]");
}

static struct kunit_case irq_rows_cases[] = {
	KUNIT_CASE(nothing_is_known),
	KUNIT_CASE(everything_is_known),
	KUNIT_CASE(a_total_beyond_32_bits),
	KUNIT_CASE(hardware_numbers),
	KUNIT_CASE(triggers),
	KUNIT_CASE(state_words),
	KUNIT_CASE(masks),
	KUNIT_CASE(masks_of_per_cpu_interrupts),
	KUNIT_CASE(an_interrupt_with_a_label),
	KUNIT_CASE(interrupts_between_cpus_have_labels),
	KUNIT_CASE(counters_of_the_architecture),
	KUNIT_CASE(what_is_not_used_is_not_shown),
	{}
};

static struct kunit_suite irq_rows_suite = {
	.name = "hwinsight_irq_rows",
	.test_cases = irq_rows_cases,
};

kunit_test_suite(irq_rows_suite);

MODULE_DESCRIPTION("KUnit: an interrupt as a row");
MODULE_LICENSE("GPL");
