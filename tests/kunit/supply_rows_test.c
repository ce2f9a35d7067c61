// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/supply_rows.c"

#include "devices.h"

#define EXPECT_SUPPLY(test, supply, want)                                    \
	EXPECT_STRING(test,                                                  \
		      ROW(test, hwi_supply_columns, hwi_supply_row, supply), \
		      want)

static void set(struct hwi_supply *supply, enum hwi_supply_value value, s64 to)
{
	supply->known |= BIT(value);
	supply->value[value] = to;
}

static void rows(struct kunit *test)
{
	const struct hwi_device below = { .device = "acpi:PNP0C0A:00" };
	struct hwi_supply supply = { .name = "BAT0" };

	EXPECT_SUPPLY(test, &supply, "BAT0 - - - - - - - - -");
	supply.type = "Battery";
	supply.status = "Not charging";
	supply.model = "Cell 2";
	supply.below = &below;
	set(&supply, HWI_SUPPLY_CAPACITY, 77);
	set(&supply, HWI_SUPPLY_UV, 3700000);
	set(&supply, HWI_SUPPLY_UA, -1250000);
	set(&supply, HWI_SUPPLY_TEMP, -5);
	EXPECT_SUPPLY(
		test, &supply,
		"BAT0 Battery Not\\040charging 77 3700000 -1250000 -5 - acpi:PNP0C0A:00 Cell 2");
}

static void supplies_without_status(struct kunit *test)
{
	struct hwi_supply supply = { .name = "AC", .type = "Mains" };

	set(&supply, HWI_SUPPLY_ONLINE, 0);
	EXPECT_SUPPLY(test, &supply, "AC Mains Offline - - - - - - -");
	set(&supply, HWI_SUPPLY_ONLINE, 2);
	EXPECT_SUPPLY(test, &supply, "AC Mains Online - - - - - - -");
	supply.status = "Charging";
	EXPECT_SUPPLY(test, &supply, "AC Mains Charging - - - - - - -");
}

#define EXPECT_ALARM(test, supply, want)                                      \
	EXPECT_STRING(test,                                                   \
		      CELL(test, "ALARM", hwi_supply_columns, hwi_supply_row, \
			   supply),                                           \
		      want)

static void exceeded_limits(struct kunit *test)
{
	struct hwi_supply supply = { .name = "BAT0" };

	set(&supply, HWI_SUPPLY_CAPACITY, 10);
	set(&supply, HWI_SUPPLY_TEMP, 300);
	EXPECT_ALARM(test, &supply, "-");
	set(&supply, HWI_SUPPLY_CAPACITY_MIN, 9);
	EXPECT_ALARM(test, &supply, "none");
	set(&supply, HWI_SUPPLY_CAPACITY_MIN, 10);
	EXPECT_ALARM(test, &supply, "capacity_min");
	set(&supply, HWI_SUPPLY_TEMP_MAX, 301);
	EXPECT_ALARM(test, &supply, "capacity_min");
	set(&supply, HWI_SUPPLY_TEMP_MAX, 300);
	EXPECT_ALARM(test, &supply, "capacity_min,temp_max");
	set(&supply, HWI_SUPPLY_TEMP_MIN, 301);
	EXPECT_ALARM(test, &supply, "capacity_min,temp_min,temp_max");
	/* Without a known value no limit is reached. */
	supply.known &= ~(BIT(HWI_SUPPLY_TEMP) | BIT(HWI_SUPPLY_CAPACITY));
	EXPECT_ALARM(test, &supply, "-");
	set(&supply, HWI_SUPPLY_UV, 5);
	set(&supply, HWI_SUPPLY_UV_MAX, 4);
	EXPECT_ALARM(test, &supply, "voltage_max");
	set(&supply, HWI_SUPPLY_UV_MIN, 6);
	EXPECT_ALARM(test, &supply, "voltage_min,voltage_max");
	set(&supply, HWI_SUPPLY_CAPACITY, 100);
	set(&supply, HWI_SUPPLY_CAPACITY_MAX, 100);
	EXPECT_ALARM(test, &supply, "capacity_max,voltage_min,voltage_max");
}

/* PNP0C0A:00 (battery) - BAT0; test_ac has no hardware below it. */
static void the_hardware_below(struct kunit *test)
{
	struct hwi_supply second = { .name = "test_ac" };
	struct hwi_supply first = { .name = "BAT0", .next = &second };
	struct hwi_supplies supplies = { .first = &first };
	struct hwi_device *acpi, *bat0, *ac;
	struct fake_devices sys;

	devices_begin(test, &sys);
	acpi = devices_add(test, &sys, NULL, "acpi", NULL, "PNP0C0A:00",
			   "battery");
	bat0 = devices_add(test, &sys, acpi, NULL, "power_supply", "BAT0",
			   NULL);
	ac = devices_add(test, &sys, NULL, NULL, "power_supply", "test_ac",
			 NULL);
	devices_arrange(test, &sys);
	first.key = bat0->key;
	second.key = ac->key;
	hwi_supplies_join(&supplies, &sys.devices);
	KUNIT_ASSERT_TRUE(test, first.below);
	EXPECT_STRING(test, first.below->device, "acpi:PNP0C0A:00");
	KUNIT_EXPECT_TRUE(test, !second.below);
	first.below = NULL;
	first.name = "BAT1";
	hwi_supplies_join(&supplies, &sys.devices);
	KUNIT_EXPECT_TRUE(test, !first.below);
}

static void every_value_has_its_file(struct kunit *test)
{
	unsigned int i;

	for (i = 0; i < HWI_SUPPLY_VALUES; i++)
		KUNIT_EXPECT_TRUE(test, hwi_supply_file(i));
	EXPECT_STRING(test, hwi_supply_file(HWI_SUPPLY_UV), "voltage_now");
	EXPECT_STRING(test, hwi_supply_file(HWI_SUPPLY_ONLINE), "online");
}

static struct kunit_case supply_rows_cases[] = {
	KUNIT_CASE(rows),
	KUNIT_CASE(supplies_without_status),
	KUNIT_CASE(exceeded_limits),
	KUNIT_CASE(the_hardware_below),
	KUNIT_CASE(every_value_has_its_file),
	{}
};

static struct kunit_suite supply_rows_suite = {
	.name = "hwinsight_supply_rows",
	.test_cases = supply_rows_cases,
};

kunit_test_suite(supply_rows_suite);

MODULE_DESCRIPTION("KUnit: power supplies, their limits, and their rows");
MODULE_LICENSE("GPL");
