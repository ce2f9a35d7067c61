// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/clock_rows.c"

#include "devices.h"

#define EXPECT_CLOCK(test, clock, want)                                   \
	EXPECT_STRING(test,                                               \
		      ROW(test, hwi_clock_columns, hwi_clock_row, clock), \
		      want)

static void rows(struct kunit *test)
{
	const struct hwi_device device = { .device = "amba:9000000.pl011" };
	struct hwi_clock clock = { .index = 1 };

	EXPECT_CLOCK(test, &clock, "- 1 - - - -");
	clock.device = &device;
	clock.name = "apb clk";
	EXPECT_CLOCK(test, &clock, "amba:9000000.pl011 1 apb\\040clk - - -");
	clock.known = true;
	EXPECT_CLOCK(test, &clock, "amba:9000000.pl011 1 apb\\040clk 0 0 -");
	clock.rate = 24000000;
	clock.enabled = true;
	clock.parent = "osc";
	EXPECT_CLOCK(test, &clock,
		     "amba:9000000.pl011 1 apb\\040clk 24000000 1 osc");
}

/* 9000000.pl011 uses one; the other's device is gone, its address reused. */
static void the_device_that_uses_it(struct kunit *test)
{
	struct hwi_clock second = { .consumer = "9010000.pl031" };
	struct hwi_clock first = { .consumer = "9000000.pl011",
				   .next = &second };
	struct hwi_clocks clocks = { .first = &first };
	struct fake_devices sys;
	struct hwi_device *amba;

	devices_begin(test, &sys);
	amba = devices_add(test, &sys, NULL, "amba", NULL, "9000000.pl011",
			   "uart-pl011");
	devices_arrange(test, &sys);
	first.key = amba->key;
	second.key = amba->key;
	hwi_clocks_join(&clocks, &sys.devices);
	KUNIT_EXPECT_TRUE(test, first.device == amba);
	KUNIT_EXPECT_TRUE(test, !second.device);
}

static struct kunit_case clock_rows_cases[] = {
	KUNIT_CASE(rows),
	KUNIT_CASE(the_device_that_uses_it),
	{}
};

static struct kunit_suite clock_rows_suite = {
	.name = "hwinsight_clock_rows",
	.test_cases = clock_rows_cases,
};

kunit_test_suite(clock_rows_suite);

MODULE_DESCRIPTION("KUnit: clocks, who takes them, and their rows");
MODULE_LICENSE("GPL");
