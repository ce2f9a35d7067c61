// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/table.c"
#include "../../module/row.c"
#include "../../module/owners.c"
#include "../../module/irq_record.c"

#include "irq_rows.h"

static void nothing_is_known(struct kunit *test)
{
	struct hwi_irq irq = new_irq(7);
	struct fake fake;

	begin(test, &fake, 8192, 10);
	EXPECT_STRING(test, one_line(test, &fake, &irq),
		      "7 - - - - enabled - - - 0 0 none - - -");
}

static void everything_is_known(struct kunit *test)
{
	static const char want[] =
		"24 524289 PCI-MSIX-0000:01:00.0 PCI-MSI-1 edge enabled,threaded,managed 1 0-3 3 42 5 0:12,3:30 pci:0000:01:00.0 nvme nvme0q1[77]";
	static const struct hwi_count counts[] = { { 0, 12 }, { 3, 30 } };
	static DECLARE_BITMAP(requested, CONFIG_NR_CPUS) = { 0xf };
	static DECLARE_BITMAP(effective, CONFIG_NR_CPUS) = { 0x8 };
	struct hwi_irq irq = new_irq(24);
	struct hwi_irq_action action = {};
	struct fake fake;

	KUNIT_ASSERT_EQ(test, (unsigned int)nr_cpu_ids, 4U);
	begin(test, &fake, 8192, 10);
	action.name = text(&fake, "nvme0q1");
	action.pid = 77;
	irq.hwirq = 524289;
	irq.chip = text(&fake, "PCI-MSIX-0000:01:00.0");
	irq.domain = text(&fake, "PCI-MSI-1");
	irq.flow = text(&fake, "edge");
	irq.state = HWI_IRQ_THREADED | HWI_IRQ_MANAGED;
	irq.node = 1;
	irq.affinity = requested;
	irq.effective = effective;
	irq.counts = (struct hwi_count *)counts;
	irq.nr_counts = 2;
	irq.unhandled = 5;
	irq.owner.device = text(&fake, "pci:0000:01:00.0");
	irq.owner.driver = text(&fake, "nvme");
	irq.msi = true;
	irq.actions = &action;
	EXPECT_STRING(test, one_line(test, &fake, &irq), want);
}

static void a_total_beyond_32_bits(struct kunit *test)
{
	static const struct hwi_count counts[] = {
		{ 0, U32_MAX },
		{ 1, U32_MAX },
	};
	struct hwi_irq irq = new_irq(7);
	struct fake fake;

	begin(test, &fake, 8192, 10);
	irq.counts = (struct hwi_count *)counts;
	irq.nr_counts = 2;
	EXPECT_STRING(test, cell(test, &fake, &irq, "TOTAL"), "8589934590");
	EXPECT_STRING(test, cell(test, &fake, &irq, "PERCPU"),
		      "0:4294967295,1:4294967295");
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
		/* What no hardware has says nothing. */
		{ IRQ_TYPE_EDGE_RISING | IRQ_TYPE_LEVEL_LOW, false, NULL, "-" },
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		struct hwi_irq irq = new_irq(7);
		struct fake fake;

		begin(test, &fake, 8192, 1);
		irq.trigger = cases[i].trigger;
		irq.level = cases[i].level;
		irq.flow = text(&fake, cases[i].flow);
		EXPECT_STRING(test, cell(test, &fake, &irq, "TRIGGER"),
			      cases[i].want);
	}
}

static void state_words(struct kunit *test)
{
	static const char want[] =
		"enabled,masked,inprogress,pending,threaded,shared,wakeup,percpu,managed,nobalance,hidden";
	struct hwi_irq irq = new_irq(7);
	struct fake fake;

	begin(test, &fake, 8192, 10);
	irq.state = HWI_IRQ_DISABLED;
	EXPECT_STRING(test, cell(test, &fake, &irq, "STATE"), "disabled");
	irq.state = HWI_IRQ_MASKED | HWI_IRQ_INPROGRESS | HWI_IRQ_PENDING |
		    HWI_IRQ_THREADED | HWI_IRQ_SHARED | HWI_IRQ_WAKEUP |
		    HWI_IRQ_PERCPU | HWI_IRQ_MANAGED | HWI_IRQ_NOBALANCE |
		    HWI_IRQ_HIDDEN;
	EXPECT_STRING(test, cell(test, &fake, &irq, "STATE"), want);
	/* Back to what was before: the memo does not give another's text. */
	irq.state = HWI_IRQ_DISABLED;
	EXPECT_STRING(test, cell(test, &fake, &irq, "STATE"), "disabled");
	irq.state = 0;
	EXPECT_STRING(test, one_line(test, &fake, &irq),
		      "7 - - - - enabled - - - 0 0 none - - -");
}

/* A row is given the text of a mask before only if they are the same. */
static void masks_of_neighbours(struct kunit *test)
{
	static DECLARE_BITMAP(all, CONFIG_NR_CPUS) = { 0xf };
	static DECLARE_BITMAP(same, CONFIG_NR_CPUS) = { 0xf };
	static DECLARE_BITMAP(other, CONFIG_NR_CPUS) = { 0x5 };
	static DECLARE_BITMAP(none, CONFIG_NR_CPUS);
	struct hwi_irq irq = new_irq(7);
	struct fake fake;

	begin(test, &fake, 8192, 10);
	irq.affinity = all;
	irq.effective = other;
	EXPECT_STRING(test, cell(test, &fake, &irq, "AFFINITY"), "0-3");
	EXPECT_STRING(test, cell(test, &fake, &irq, "EFFECTIVE"), "0,2");
	irq.affinity = other;
	irq.effective = NULL;
	EXPECT_STRING(test, cell(test, &fake, &irq, "AFFINITY"), "0,2");
	irq.affinity = same;
	irq.effective = all;
	EXPECT_STRING(test, cell(test, &fake, &irq, "AFFINITY"), "0-3");
	EXPECT_STRING(test, cell(test, &fake, &irq, "EFFECTIVE"), "0-3");
	irq.affinity = NULL;
	irq.effective = none;
	EXPECT_STRING(test, cell(test, &fake, &irq, "AFFINITY"), "-");
	EXPECT_STRING(test, cell(test, &fake, &irq, "EFFECTIVE"), "none");
}

/* More masks and states than are kept, twice: as if none were. */
static void more_texts_than_are_kept(struct kunit *test)
{
	DECLARE_BITMAP(mask, CONFIG_NR_CPUS) = {};
	struct hwi_irq irq = new_irq(7);
	struct fake *fresh = kunit_kzalloc(test, sizeof(*fresh), GFP_KERNEL);
	struct fake fake;
	unsigned int i;
	char list[64];

	KUNIT_ASSERT_TRUE(test, fresh);
	begin(test, &fake, 131072, 128);
	for (i = 0; i < 64; i++) {
		unsigned long *copy =
			(unsigned long *)new_block(test, sizeof(mask));

		mask[0] = i % 15 + 1;
		memcpy(copy, mask, sizeof(mask));
		irq.affinity = copy;
		irq.state = i % 32;
		snprintf(list, sizeof(list), "%*pbl", 4, mask);
		EXPECT_STRING(test, cell(test, &fake, &irq, "AFFINITY"), list);
		begin(test, fresh, 4096, 1);
		EXPECT_STRING(test, cell(test, &fake, &irq, "STATE"),
			      cell(test, fresh, &irq, "STATE"));
	}
}

static struct kunit_case irq_record_cases[] = {
	KUNIT_CASE(nothing_is_known),
	KUNIT_CASE(everything_is_known),
	KUNIT_CASE(a_total_beyond_32_bits),
	KUNIT_CASE(triggers),
	KUNIT_CASE(state_words),
	KUNIT_CASE(masks_of_neighbours),
	KUNIT_CASE(more_texts_than_are_kept),
	{}
};

static struct kunit_suite irq_record_suite = {
	.name = "hwinsight_irq_record",
	.test_cases = irq_record_cases,
};

kunit_test_suite(irq_record_suite);

MODULE_DESCRIPTION("KUnit: an interrupt as a row");
MODULE_LICENSE("GPL");
