// SPDX-License-Identifier: GPL-2.0
#include "cells.h"
#include "faults.h"
#include "pause.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/finding.c"
#include "../../module/check_gpios.c"
#include "../../module/gpio_rows.c"

#include "devices.h"
#include "findings.h"

static struct hwi_gpio new_line(unsigned int line, const char *name)
{
	return (struct hwi_gpio){
		.chip = "chip",
		.line = line,
		.name = name,
		.irq = HWI_GPIO_UNKNOWN,
		.input = HWI_GPIO_UNKNOWN,
		.value = HWI_GPIO_UNKNOWN,
	};
}

#define EXPECT_GPIO(test, gpio, want)                                        \
	EXPECT_STRING(test, ROW(test, hwi_gpio_columns, hwi_gpio_row, gpio), \
		      want)

static void rows(struct kunit *test)
{
	const struct hwi_device device = { .device = "platform:soc gpio" };
	struct hwi_gpio gpio = new_line(0, NULL);

	EXPECT_GPIO(test, &gpio, "chip 0 - - - - - -");
	gpio.line = 65535;
	gpio.name = "POWER KEY";
	gpio.consumer = "gpio-keys";
	gpio.input = 1;
	gpio.value = 0;
	gpio.irq = 42;
	gpio.device = &device;
	EXPECT_GPIO(
		test, &gpio,
		"chip 65535 POWER\\040KEY gpio-keys in 0 42 platform:soc\\040gpio");
	gpio.input = 0;
	gpio.value = 1;
	gpio.irq = HWI_GPIO_UNKNOWN;
	EXPECT_GPIO(
		test, &gpio,
		"chip 65535 POWER\\040KEY gpio-keys out 1 - platform:soc\\040gpio");
}

/* 9030000.pl061 has line 0; line 1's device is gone, its address reused. */
static void the_device_of_a_line(struct kunit *test)
{
	struct hwi_gpio third = new_line(2, NULL);
	struct hwi_gpio second = new_line(1, NULL);
	struct hwi_gpio first = new_line(0, NULL);
	struct hwi_gpios gpios = { .first = &first, .nr = 3 };
	struct hwi_arena arena = new_arena(test, 4096);
	struct fake_devices sys;
	struct hwi_device *amba;

	first.next = &second;
	second.next = &third;
	devices_begin(test, &sys);
	amba = devices_add(test, &sys, NULL, "amba", NULL, "9030000.pl061",
			   "pl061_gpio");
	devices_arrange(test, &sys);
	first.key = amba->key;
	second.key = amba->key;
	first.parent = "9030000.pl061";
	second.parent = "9030000.pl062";
	KUNIT_EXPECT_EQ(test, hwi_gpios_join(&gpios, &arena, &sys.devices), 0);
	KUNIT_EXPECT_TRUE(test, first.device == amba);
	KUNIT_EXPECT_TRUE(test, !second.device);
	KUNIT_EXPECT_TRUE(test, !third.device);
}

/* Join the lines by name, and return what is found about them. */
static const char *conflicts(struct kunit *test, struct hwi_gpio *lines,
			     unsigned int nr)
{
	struct hwi_gpios gpios = { .first = lines, .nr = nr };
	struct fake_findings *found =
		kunit_kzalloc(test, sizeof(*found), GFP_KERNEL);
	struct hwi_arena arena = new_arena(test, 4096);
	struct fake_devices sys;
	unsigned int i;

	KUNIT_ASSERT_TRUE(test, found);
	for (i = 0; i + 1 < nr; i++)
		lines[i].next = &lines[i + 1];
	devices_begin(test, &sys);
	devices_arrange(test, &sys);
	KUNIT_EXPECT_EQ(test, hwi_gpios_join(&gpios, &arena, &sys.devices), 0);
	findings_begin(test, found, 4096, true);
	hwi_check_gpios(&found->findings, &gpios);
	return findings_text(test, found);
}

static void use(struct hwi_gpio *gpio, const char *consumer)
{
	gpio->used = true;
	gpio->consumer = consumer;
}

static void lines_of_one_name(struct kunit *test)
{
	struct hwi_gpio lines[] = {
		new_line(0, "LED"), new_line(1, "NC"),	new_line(2, NULL),
		new_line(3, "NC"),  new_line(4, "LED"), new_line(5, "LED2"),
		new_line(6, NULL),
	};

	use(&lines[5], "other");
	use(&lines[2], "someone");
	/* Shared, but nobody else is there. */
	EXPECT_STRING(test, conflicts(test, lines, ARRAY_SIZE(lines)), "");
	use(&lines[4], "led");
	EXPECT_STRING(
		test, conflicts(test, lines, ARRAY_SIZE(lines)),
		"info gpio-conflict gpios:chip/4: in use by \"led\", but line 0 of \"chip\" is named \"LED\", too\n");
}

static void three_lines_of_one_name(struct kunit *test)
{
	struct hwi_gpio lines[] = { new_line(0, "A"), new_line(1, "A"),
				    new_line(2, "A") };

	use(&lines[0], "x");
	use(&lines[2], "z");
	EXPECT_STRING(
		test, conflicts(test, lines, ARRAY_SIZE(lines)),
		"info gpio-conflict gpios:chip/0: in use by \"x\", but line 2 of \"chip\" is named \"A\", too\n"
		"info gpio-conflict gpios:chip/2: in use by \"z\", but line 0 of \"chip\" is named \"A\", too\n");
}

static struct kunit_case gpio_rows_cases[] = { KUNIT_CASE(rows),
					       KUNIT_CASE(the_device_of_a_line),
					       KUNIT_CASE(lines_of_one_name),
					       KUNIT_CASE(
						       three_lines_of_one_name),
					       {} };

static struct kunit_suite gpio_rows_suite = {
	.name = "hwinsight_gpio_rows",
	.test_cases = gpio_rows_cases,
};

kunit_test_suite(gpio_rows_suite);

MODULE_DESCRIPTION("KUnit: GPIO lines, their names, and their rows");
MODULE_LICENSE("GPL");
