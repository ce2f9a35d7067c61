// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/arena.c"
#include "../../module/device_id_text.c"

static void numbers(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_device_id id = {
		.prefix = "usb",
		.numbers = true,
		.vendor = 0x1d6b,
		.product = 2,
		.class = 0xabcdef,
	};

	EXPECT_TEXT(test, hwi_device_id_text(&arena, &id), "usb:1d6b:0002");
	id.class_digits = 2;
	EXPECT_TEXT(test, hwi_device_id_text(&arena, &id),
		    "usb:1d6b:0002 class=0xef");
	id.class_digits = 6;
	EXPECT_TEXT(test, hwi_device_id_text(&arena, &id),
		    "usb:1d6b:0002 class=0xabcdef");
	/* 0 is a number. A name, and higher bits, are not looked at. */
	id.vendor = 0xf0000;
	id.text = hwi_arena_copy(&arena, "name");
	id.class_digits = 0;
	EXPECT_TEXT(test, hwi_device_id_text(&arena, &id), "usb:0000:0002");
}

static void names(struct kunit *test)
{
	static const struct {
		const char *name, *want;
	} cases[] = {
		{ "PNP0A08", "scsi:PNP0A08" },
		{ "QEMU     QEMU HARDDISK   2.5+",
		  "scsi:QEMU QEMU HARDDISK 2.5+" },
		{ "  a  ", "scsi:a" },
		{ "a", "scsi:a" },
	};
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_device_id id = { .prefix = "scsi" };
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		id.text = hwi_arena_copy(&arena, cases[i].name);
		EXPECT_TEXT(test, hwi_device_id_text(&arena, &id),
			    cases[i].want);
	}
}

static void nothing_is_known(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_device_id id = {};

	EXPECT_NO_TEXT(test, hwi_device_id_text(&arena, &id));
	id.text = hwi_arena_copy(&arena, "name");
	EXPECT_NO_TEXT(test, hwi_device_id_text(&arena, &id));
	id.prefix = "scsi";
	id.text = hwi_arena_copy(&arena, "   ");
	EXPECT_NO_TEXT(test, hwi_device_id_text(&arena, &id));
	id.text = hwi_arena_copy(&arena, NULL);
	EXPECT_NO_TEXT(test, hwi_device_id_text(&arena, &id));
	KUNIT_EXPECT_FALSE(test, arena.overflow);
}

static void a_text_at_every_size(struct kunit *test)
{
	struct hwi_device_id id = {
		.prefix = "pci",
		.numbers = true,
		.vendor = 0x8086,
		.product = 0x10d3,
		.class = 0x020000,
		.class_digits = 6,
	};
	bool fitted = false;
	size_t size;

	for (size = 0; size < 160; size++) {
		struct hwi_arena arena = new_arena(test, size);
		struct hwi_str str = hwi_device_id_text(&arena, &id);

		KUNIT_EXPECT_EQ(test, arena.overflow, !str.text);
		KUNIT_EXPECT_FALSE(test, fitted && arena.overflow);
		fitted = str.text;
		if (fitted)
			EXPECT_TEXT(test, str, "pci:8086:10d3 class=0x020000");
		kunit_kfree(test, arena.base);
	}
	KUNIT_EXPECT_TRUE(test, fitted);
}

static struct kunit_case device_id_text_cases[] = {
	KUNIT_CASE(numbers),
	KUNIT_CASE(names),
	KUNIT_CASE(nothing_is_known),
	KUNIT_CASE(a_text_at_every_size),
	{}
};

static struct kunit_suite device_id_text_suite = {
	.name = "hwinsight_device_id_text",
	.test_cases = device_id_text_cases,
};

kunit_test_suite(device_id_text_suite);

MODULE_DESCRIPTION("KUnit: what a device is, as text");
MODULE_LICENSE("GPL");
