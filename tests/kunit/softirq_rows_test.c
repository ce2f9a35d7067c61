// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/softirq_rows.c"

#define EXPECT_SOFTIRQ(test, softirq, want)                           \
	EXPECT_STRING(test,                                           \
		      ROW(test, hwi_softirq_columns, hwi_softirq_row, \
			  softirq),                                   \
		      want)

static void one_that_never_ran(struct kunit *test)
{
	struct hwi_softirq softirq = { .nr = HI_SOFTIRQ };

	EXPECT_SOFTIRQ(test, &softirq, "HI 0 none");
}

static void counts_of_cpus(struct kunit *test)
{
	struct hwi_count counts[] = {
		{ .cpu = 0, .count = 7 },
		{ .cpu = 5, .count = 4294967295U },
	};
	struct hwi_softirq softirq = {
		.nr = NET_RX_SOFTIRQ,
		.counts = { counts, ARRAY_SIZE(counts), 4294967302ULL },
	};

	EXPECT_SOFTIRQ(test, &softirq, "NET_RX 4294967302 0:7,5:4294967295");
}

/* In the order of /proc/softirqs. */
static void each_has_its_name(struct kunit *test)
{
	static const char *const names[] = {
		"HI 0 none",	  "TIMER 0 none", "NET_TX 0 none",
		"NET_RX 0 none",  "BLOCK 0 none", "IRQ_POLL 0 none",
		"TASKLET 0 none", "SCHED 0 none", "HRTIMER 0 none",
		"RCU 0 none",
	};
	struct hwi_softirq softirq = {};

	KUNIT_EXPECT_EQ(test, (int)NR_SOFTIRQS, (int)ARRAY_SIZE(names));
	for (softirq.nr = 0; softirq.nr < ARRAY_SIZE(names); softirq.nr++)
		EXPECT_SOFTIRQ(test, &softirq, names[softirq.nr]);
}

static struct kunit_case softirq_rows_cases[] = { KUNIT_CASE(
							  one_that_never_ran),
						  KUNIT_CASE(counts_of_cpus),
						  KUNIT_CASE(each_has_its_name),
						  {} };

static struct kunit_suite softirq_rows_suite = {
	.name = "hwinsight_softirq_rows",
	.test_cases = softirq_rows_cases,
};

kunit_test_suite(softirq_rows_suite);

MODULE_DESCRIPTION("KUnit: softirqs as rows");
MODULE_LICENSE("GPL");
