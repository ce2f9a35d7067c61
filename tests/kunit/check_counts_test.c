// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/irq_rows.c"
#include "../../module/finding.c"
#include "../../module/check_irqs.c"

#include "findings.h"

static void check_count(struct fake_findings *found, const char *label,
			u64 total)
{
	struct hwi_arch_count count = {
		.label = label,
		.counted = true,
		.counts.total = total,
	};

	hwi_check_arch_count(&found->findings, &count);
}

static void counters_that_stay_at_zero(struct kunit *test)
{
	static const char want[] =
		"error irq-error interrupts:MCE: machine check exceptions since boot: 1\n"
		"warn irq-error interrupts:ERR: errors of the interrupt controller since boot: 18446744073709551615\n"
		"warn irq-error interrupts:MIS: misrouted interrupts of the IO-APIC since boot: 3\n"
		"warn irq-error interrupts:THR: corrected hardware errors past their threshold since boot: 4\n"
		"warn irq-error interrupts:DFR: deferred hardware errors since boot: 5\n"
		"info irq-error interrupts:TRM: thermal events since boot: 6\n"
		"info irq-error interrupts:SPU: spurious interrupts since boot: 2\n";
	struct fake_findings *found =
		kunit_kzalloc(test, sizeof(*found), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, found);
	findings_begin(test, found, 4096, true);
	check_count(found, "MCE", 0);
	check_count(found, "LOC", 1000);
	check_count(found, "MCP", 1000);
	check_count(found, "MC", 1000);
	check_count(found, "MCEE", 1000);
	check_count(found, "", 1000);
	EXPECT_FINDINGS(test, found, "");
	check_count(found, "MCE", 1);
	check_count(found, "ERR", ~0ULL);
	check_count(found, "MIS", 3);
	check_count(found, "THR", 4);
	check_count(found, "DFR", 5);
	check_count(found, "TRM", 6);
	check_count(found, "SPU", 2);
	EXPECT_FINDINGS(test, found, want);
}

/* A counter that the kernel does not expose says nothing. */
static void counters_that_are_not_known(struct kunit *test)
{
	struct hwi_arch_count count = { .label = "MCE" };
	struct fake_findings found;

	findings_begin(test, &found, 256, true);
	hwi_check_arch_count(&found.findings, &count);
	EXPECT_FINDINGS(test, &found, "");
}

static struct kunit_case check_counts_cases[] = {
	KUNIT_CASE(counters_that_stay_at_zero),
	KUNIT_CASE(counters_that_are_not_known),
	{}
};

static struct kunit_suite check_counts_suite = {
	.name = "hwinsight_check_counts",
	.test_cases = check_counts_cases,
};

kunit_test_suite(check_counts_suite);

MODULE_DESCRIPTION("KUnit: counters of the architecture that look wrong");
MODULE_LICENSE("GPL");
