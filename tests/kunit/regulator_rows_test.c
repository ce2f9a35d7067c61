// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/regulator_rows.c"

#include "devices.h"

#define EXPECT_REGULATOR(test, regulator, want)                           \
	EXPECT_STRING(test,                                               \
		      ROW(test, hwi_regulator_columns, hwi_regulator_row, \
			  regulator),                                     \
		      want)

static void rows(struct kunit *test)
{
	const struct hwi_device below = { .device = "i2c:0-0024" };
	struct hwi_regulator vcc = { .name = "vcc in" };
	struct hwi_regulator vdd = { .name = "vdd" };

	EXPECT_REGULATOR(test, &vdd, "vdd 0 - - - - 0 - -");
	vdd.users = 3;
	vdd.known = true;
	vdd.uv = 1800000;
	vdd.state = "enabled";
	vdd.min_uv = 1700000;
	vdd.max_uv = INT_MAX;
	vdd.always_on = true;
	vdd.supply = &vcc;
	vdd.below = &below;
	EXPECT_REGULATOR(
		test, &vdd,
		"vdd 3 1800000 enabled 1700000 2147483647 1 vcc\\040in i2c:0-0024");
	/* Negative voltages are not shown. */
	vdd.min_uv = -5000000;
	vdd.uv = 0;
	EXPECT_REGULATOR(
		test, &vdd,
		"vdd 3 0 enabled - 2147483647 1 vcc\\040in i2c:0-0024");
}

static void supplies_by_link(struct kunit *test)
{
	struct hwi_regulator third = { .device = "regulator.10" };
	struct hwi_regulator second = { .device = "regulator.1",
					.next = &third };
	struct hwi_regulator first = { .device = "regulator.0",
				       .next = &second };
	struct hwi_regulators all = { .first = &first };
	static const char *const others[] = {
		"",
		"-SUPPLY",
		"name",
		"2-1-vbus",
		"power",
		"regulator.1",
		"regulator.1-SUPPLYX",
		"regulator.-SUPPLY",
		"regulator.11-SUPPLY",
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(others); i++)
		hwi_regulator_feeds(&all, &first, others[i]);
	KUNIT_EXPECT_TRUE(test,
			  !first.supply && !second.supply && !third.supply);
	hwi_regulator_feeds(&all, &first, "regulator.1-SUPPLY");
	hwi_regulator_feeds(&all, &second, "regulator.10-SUPPLY");
	KUNIT_EXPECT_TRUE(test, !first.supply);
	KUNIT_EXPECT_TRUE(test, second.supply == &first);
	KUNIT_EXPECT_TRUE(test, third.supply == &second);
}

static void supplies_without_a_link(struct kunit *test)
{
	struct hwi_regulator usb = { .name = "vin" };
	struct hwi_regulator vdd = { .name = "vdd", .node = 2, .next = &usb };
	struct hwi_regulator vcc = { .name = "vcc", .node = 1, .next = &vdd };
	struct hwi_regulators all = { .first = &vcc };

	hwi_regulators_feed(&all);
	KUNIT_EXPECT_TRUE(test, !usb.supply && !vdd.supply && !vcc.supply);
	/* The device tree counts, not a pin that happens to have that name. */
	vdd.fed_by_node = 1;
	vdd.fed_by_name = "vin";
	usb.fed_by_name = "vdd";
	vcc.fed_by_name = "vcc";
	hwi_regulators_feed(&all);
	KUNIT_EXPECT_TRUE(test, vdd.supply == &vcc);
	KUNIT_EXPECT_TRUE(test, usb.supply == &vdd);
	KUNIT_EXPECT_TRUE(test, !vcc.supply);
	/* A link counts even more. */
	vdd.supply = &usb;
	hwi_regulators_feed(&all);
	KUNIT_EXPECT_TRUE(test, vdd.supply == &usb);
}

/* 0-0024 (tps65217) - regulator.1; regulator.0 is the kernel's dummy. */
static void the_hardware_below(struct kunit *test)
{
	struct hwi_regulator second = { .device = "regulator.1" };
	struct hwi_regulator first = { .device = "regulator.0",
				       .next = &second };
	struct hwi_regulators all = { .first = &first };
	struct hwi_device *i2c, *dummy, *dcdc;
	struct fake_devices sys;

	devices_begin(test, &sys);
	i2c = devices_add(test, &sys, NULL, "i2c", NULL, "0-0024", "tps65217");
	dcdc = devices_add(test, &sys, i2c, NULL, "regulator", "regulator.1",
			   NULL);
	dummy = devices_add(test, &sys, NULL, NULL, "regulator", "regulator.0",
			    NULL);
	devices_arrange(test, &sys);
	first.key = dummy->key;
	second.key = dcdc->key;
	hwi_regulators_join(&all, &sys.devices);
	KUNIT_EXPECT_TRUE(test, !first.below);
	KUNIT_ASSERT_TRUE(test, second.below);
	EXPECT_STRING(test, second.below->device, "i2c:0-0024");
	second.below = NULL;
	second.device = "regulator.2";
	hwi_regulators_join(&all, &sys.devices);
	KUNIT_EXPECT_TRUE(test, !second.below);
}

static struct kunit_case regulator_rows_cases[] = {
	KUNIT_CASE(rows),
	KUNIT_CASE(supplies_by_link),
	KUNIT_CASE(supplies_without_a_link),
	KUNIT_CASE(the_hardware_below),
	{}
};

static struct kunit_suite regulator_rows_suite = {
	.name = "hwinsight_regulator_rows",
	.test_cases = regulator_rows_cases,
};

kunit_test_suite(regulator_rows_suite);

MODULE_DESCRIPTION("KUnit: regulators, what feeds them, and their rows");
MODULE_LICENSE("GPL");
