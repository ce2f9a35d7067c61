// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/sensor_rows.c"

#include "devices.h"

#define EXPECT_SENSOR(test, sensor, want)                                    \
	EXPECT_STRING(test,                                                  \
		      ROW(test, hwi_sensor_columns, hwi_sensor_row, sensor), \
		      want)

/* Quantity, number and file that a name stands for; "" if it is no input. */
static const char *parsed(struct kunit *test, const char *name)
{
	char *text = kunit_kzalloc(test, 64, GFP_KERNEL);
	struct hwi_input input;

	KUNIT_ASSERT_TRUE(test, text);
	if (hwi_input_parse(name, &input))
		snprintf(text, 64, "%s%u %s", hwi_quantity_word(input.quantity),
			 input.number,
			 hwi_hwmon_word(__builtin_ctzl(input.files)));
	return text;
}

static void names_of_input_files(struct kunit *test)
{
	EXPECT_STRING(test, parsed(test, "temp1_input"), "temp1 input");
	EXPECT_STRING(test, parsed(test, "in0_input"), "in0 input");
	EXPECT_STRING(test, parsed(test, "fan12_min"), "fan12 min");
	EXPECT_STRING(test, parsed(test, "power1_average"), "power1 average");
	EXPECT_STRING(test, parsed(test, "temp2_label"), "temp2 label");
	EXPECT_STRING(test, parsed(test, "temp2_lcrit"), "temp2 lcrit");
	EXPECT_STRING(test, parsed(test, "temp2_emergency"), "temp2 emergency");
	EXPECT_STRING(test, parsed(test, "power1_cap"), "power1 cap");
	EXPECT_STRING(test, parsed(test, "energy1_input"), "energy1 input");
	EXPECT_STRING(test, parsed(test, "humidity1_input"), "humidity1 input");
	EXPECT_STRING(test, parsed(test, "freq1_input"), "freq1 input");
	EXPECT_STRING(test, parsed(test, "curr9999_crit"), "curr9999 crit");
}

/* Reading some flags clears them, so they are left alone. */
static void names_of_other_files(struct kunit *test)
{
	static const char *const names[] = {
		"",
		"name",
		"temp",
		"temp1",
		"temp1_",
		"temp_input",
		"temp1_inputs",
		"temp1_alarm",
		"temp1_crit_alarm",
		"pwm1",
		"intrusion0_alarm",
		"temp1_active",
		"temp1_hot",
		"temp10000_input",
		"temp-1_input",
		"temp1input",
		"xtemp1_input",
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(names); i++)
		EXPECT_STRING(test, parsed(test, names[i]), "");
}

/* sysfs lists them in hash order. */
static void inputs_are_sorted(struct kunit *test)
{
	static const char *const names[] = {
		"in10_input", "temp2_max", "fan1_input",  "temp10_input",
		"in2_input",  "temp1_max", "temp1_input", "temp2_input",
	};
	static const char *const want[] = { "temp1", "temp2", "temp10",
					    "fan1",  "in2",   "in10" };
	struct hwi_arena arena = new_arena(test, 4096);
	struct hwi_input *first = NULL, found, *at;
	char name[32];
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(names); i++) {
		KUNIT_ASSERT_TRUE(test, hwi_input_parse(names[i], &found));
		hwi_input_add(&arena, &first, &found);
	}
	for (i = 0, at = first; at; at = at->next, i++) {
		KUNIT_ASSERT_TRUE(test, i < ARRAY_SIZE(want));
		snprintf(name, sizeof(name), "%s%u",
			 hwi_quantity_word(at->quantity), at->number);
		EXPECT_STRING(test, name, want[i]);
	}
	KUNIT_EXPECT_EQ(test, i, ARRAY_SIZE(want));
	KUNIT_EXPECT_EQ(test, first->files,
			BIT(HWI_LIMIT_MAX) | BIT(HWI_HWMON_INPUT));
}

static void a_full_arena(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, sizeof(struct hwi_input));
	struct hwi_input *first = NULL, found;

	arena.left = sizeof(struct hwi_input);
	KUNIT_ASSERT_TRUE(test, hwi_input_parse("temp1_input", &found));
	hwi_input_add(&arena, &first, &found);
	KUNIT_EXPECT_FALSE(test, arena.overflow);
	KUNIT_ASSERT_TRUE(test, hwi_input_parse("temp1_max", &found));
	hwi_input_add(&arena, &first, &found);
	KUNIT_EXPECT_FALSE(test, arena.overflow);
	KUNIT_ASSERT_TRUE(test, hwi_input_parse("temp2_max", &found));
	hwi_input_add(&arena, &first, &found);
	KUNIT_EXPECT_TRUE(test, arena.overflow);
	KUNIT_EXPECT_TRUE(test, first && !first->next);
}

static void rows(struct kunit *test)
{
	const struct hwi_device below = { .device = "i2c:0-0048" };
	struct hwi_sensor sensor = { .name = "hwmon0/temp1", .unit = "mC" };

	EXPECT_SENSOR(test, &sensor, "hwmon0/temp1 - - - mC - - -");
	sensor.chip = "lm75";
	sensor.label = "CPU die";
	sensor.known = true;
	sensor.value = -5000;
	sensor.below = &below;
	EXPECT_SENSOR(test, &sensor,
		      "hwmon0/temp1 lm75 CPU\\040die -5000 mC - - i2c:0-0048");
	sensor.value = S64_MAX;
	EXPECT_STRING(test,
		      CELL(test, "VALUE", hwi_sensor_columns, hwi_sensor_row,
			   &sensor),
		      "9223372036854775807");
	sensor.value = S64_MIN;
	EXPECT_STRING(test,
		      CELL(test, "VALUE", hwi_sensor_columns, hwi_sensor_row,
			   &sensor),
		      "-9223372036854775808");
}

#define EXPECT_ALARM(test, sensor, at, want)                          \
	do {                                                          \
		(sensor)->value = at;                                 \
		EXPECT_STRING(test,                                   \
			      CELL(test, "ALARM", hwi_sensor_columns, \
				   hwi_sensor_row, sensor),           \
			      want);                                  \
	} while (0)

static void exceeded_limits(struct kunit *test)
{
	struct hwi_sensor sensor = { .name = "temp1", .known = true };

	EXPECT_ALARM(test, &sensor, 99, "-");
	hwi_sensor_limit(&sensor, HWI_LIMIT_MAX, 80);
	hwi_sensor_limit(&sensor, HWI_LIMIT_CRIT, 90);
	hwi_sensor_limit(&sensor, HWI_LIMIT_MIN, 0);
	hwi_sensor_limit(&sensor, HWI_LIMIT_LCRIT, -10);
	EXPECT_ALARM(test, &sensor, 79, "none");
	EXPECT_ALARM(test, &sensor, 80, "max");
	EXPECT_ALARM(test, &sensor, 89, "max");
	EXPECT_ALARM(test, &sensor, 90, "max,crit");
	EXPECT_ALARM(test, &sensor, 0, "none");
	EXPECT_ALARM(test, &sensor, -1, "min");
	EXPECT_ALARM(test, &sensor, -10, "min");
	EXPECT_ALARM(test, &sensor, -11, "min,lcrit");
	EXPECT_STRING(test,
		      CELL(test, "LIMIT", hwi_sensor_columns, hwi_sensor_row,
			   &sensor),
		      "min:0,lcrit:-10,max:80,crit:90");
	sensor.known = false;
	EXPECT_ALARM(test, &sensor, 99, "-");
}

/* A zone has one limit of each kind: the one that is reached first. */
static void trips_of_a_zone(struct kunit *test)
{
	struct hwi_sensor zone = { .name = "zone", .known = true };
	enum hwi_limit limit = HWI_LIMITS;

	KUNIT_EXPECT_TRUE(test, hwi_trip_limit("active", &limit));
	KUNIT_EXPECT_EQ(test, limit, HWI_LIMIT_ACTIVE);
	hwi_sensor_limit(&zone, limit, 60);
	hwi_sensor_limit(&zone, limit, 50);
	hwi_sensor_limit(&zone, limit, 70);
	KUNIT_EXPECT_TRUE(test, hwi_trip_limit("critical", &limit));
	KUNIT_EXPECT_EQ(test, limit, HWI_LIMIT_CRITICAL);
	hwi_sensor_limit(&zone, limit, 100);
	EXPECT_ALARM(test, &zone, 49, "none");
	EXPECT_ALARM(test, &zone, 50, "active");
	EXPECT_ALARM(test, &zone, 100, "active,critical");
	KUNIT_EXPECT_FALSE(test, hwi_trip_limit("max", &limit));
	KUNIT_EXPECT_FALSE(test, hwi_trip_limit("", &limit));
	KUNIT_EXPECT_FALSE(test, hwi_trip_limit("criticals", &limit));
}

/*
 * 0000:00:1f.0 (k10temp) - hwmon0
 * thermal_zone0
 */
static void the_hardware_below(struct kunit *test)
{
	struct hwi_device *pci, *hwmon0, *zone;
	struct hwi_sensor second = { .class_device = "thermal_zone0" };
	struct hwi_sensor first = { .class_device = "hwmon0", .next = &second };
	struct hwi_sensors sensors = { .first = &first };
	struct fake_devices sys;

	devices_begin(test, &sys);
	pci = devices_add(test, &sys, NULL, "pci", NULL, "0000:00:1f.0",
			  "k10temp");
	hwmon0 = devices_add(test, &sys, pci, NULL, "hwmon", "hwmon0", NULL);
	zone = devices_add(test, &sys, NULL, NULL, "thermal", "thermal_zone0",
			   NULL);
	devices_arrange(test, &sys);
	first.key = hwmon0->key;
	second.key = zone->key;
	hwi_sensors_join(&sensors, &sys.devices);
	KUNIT_ASSERT_TRUE(test, first.below);
	EXPECT_STRING(test, first.below->device, "pci:0000:00:1f.0");
	KUNIT_EXPECT_TRUE(test, !second.below);
	/* The address was reused between the two walks. */
	first.below = NULL;
	first.class_device = "hwmon1";
	hwi_sensors_join(&sensors, &sys.devices);
	KUNIT_EXPECT_TRUE(test, !first.below);
}

static struct kunit_case sensor_rows_cases[] = {
	KUNIT_CASE(names_of_input_files),
	KUNIT_CASE(names_of_other_files),
	KUNIT_CASE(inputs_are_sorted),
	KUNIT_CASE(a_full_arena),
	KUNIT_CASE(rows),
	KUNIT_CASE(exceeded_limits),
	KUNIT_CASE(trips_of_a_zone),
	KUNIT_CASE(the_hardware_below),
	{}
};

static struct kunit_suite sensor_rows_suite = {
	.name = "hwinsight_sensor_rows",
	.test_cases = sensor_rows_cases,
};

kunit_test_suite(sensor_rows_suite);

MODULE_DESCRIPTION("KUnit: sensors, their limits, and their rows");
MODULE_LICENSE("GPL");
