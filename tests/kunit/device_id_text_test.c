// SPDX-License-Identifier: GPL-2.0
#include "rows.h"

#include "../../module/device_id_text.c"

static const struct {
	struct hwi_device_id id;
	const char *want;
} cases[] = {
	{ { "usb", NULL, true, 0x1d6b, 2, 0xef, 0 }, "usb:1d6b:0002" },
	{ { "usb", NULL, true, 0x1d6b, 2, 0xef, 2 },
	  "usb:1d6b:0002 class=0xef" },
	{ { "usb", NULL, true, 0x1d6b, 2, 9, 2 }, "usb:1d6b:0002 class=0x09" },
	{ { "pci", NULL, true, 0x8086, 0x10d3, 0x020000, 6 },
	  "pci:8086:10d3 class=0x020000" },
	/* 0 is a number. The name and higher bits are ignored. */
	{ { "usb", "name", true, 0xf0000, 2, 1, 0 }, "usb:0000:0002" },
	{ { "acpi", "PNP0A08", false, 1, 2, 3, 4 }, "acpi:PNP0A08" },
	{ { "scsi", "QEMU     QEMU HARDDISK   2.5+" },
	  "scsi:QEMU QEMU HARDDISK 2.5+" },
	{ { "scsi", "  a  " }, "scsi:a" },
	{ { "scsi", "a" }, "scsi:a" },
	{ { "scsi", " a  b c " }, "scsi:a b c" },
	/* Nothing is known. */
	{ { NULL }, "" },
	{ { NULL, "name" }, "" },
	{ { NULL, NULL, true, 1, 2 }, "" },
	{ { "scsi", NULL }, "" },
	{ { "scsi", "" }, "" },
	{ { "scsi", "   " }, "" },
};

static void texts_at_every_size(struct kunit *test)
{
	unsigned int i;
	size_t size;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		size_t len = strlen(cases[i].want);

		for (size = 0; size < 40; size++) {
			struct hwi_text text = new_text(test, size);

			hwi_device_id_put(&text, &cases[i].id);
			/* printf() output needs room for its NUL. */
			if (size >= len)
				EXPECT_TEXT(test, &text, cases[i].want);
			else
				KUNIT_EXPECT_TRUE(test, hwi_text_full(&text));
			kunit_kfree(test, text.begin);
		}
	}
}

static const struct hwi_column id_column[] = { { "ID", 's' } };

static void the_last_cell(struct kunit *test)
{
	struct hwi_device_id name = { .prefix = "scsi",
				      .text = " a  b\\c, d " };
	const char *want;
	struct rows rows;
	unsigned int i;

	rows_begin(test, &rows, id_column, 1);
	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		want = cases[i].want;
		rows_add(&rows, hwi_device_id_cell, &cases[i].id);
		EXPECT_ROW(test, &rows, *want ? want : "-");
	}
	rows_add(&rows, hwi_device_id_cell, &name);
	EXPECT_ROW(test, &rows, "scsi:a b\\134c, d");
}

/* No real bus has one, but firmware may say anything. */
static void an_endless_name_is_cut(struct kunit *test)
{
	struct hwi_device_id id = { .prefix = "acpi" };
	const char *got;
	struct rows rows;
	size_t len, want;
	char *name;

	rows_begin(test, &rows, id_column, 1);
	for (len = 240; len < 300; len++) {
		name = new_block(test, len + 1);
		memset(name, 'x', len);
		name[len] = '\0';
		id.text = name;
		rows_add(&rows, hwi_device_id_cell, &id);
		want = min_t(size_t, len, 250);
		got = rows_last(test, &rows);
		KUNIT_ASSERT_EQ(test, strlen(got), want + 5);
		KUNIT_EXPECT_EQ(test, memcmp(got, "acpi:", 5), 0);
		KUNIT_EXPECT_EQ(test, memcmp(got + 5, name, want), 0);
	}
}

static struct kunit_case device_id_text_cases[] = {
	KUNIT_CASE(texts_at_every_size),
	KUNIT_CASE(the_last_cell),
	KUNIT_CASE(an_endless_name_is_cut),
	{}
};

static struct kunit_suite device_id_text_suite = {
	.name = "hwinsight_device_id_text",
	.test_cases = device_id_text_cases,
};

kunit_test_suite(device_id_text_suite);

MODULE_DESCRIPTION("KUnit: what a device is, as text");
MODULE_LICENSE("GPL");
