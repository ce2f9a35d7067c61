// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/index.c"
#include "../../module/owners.c"
#include "../../module/device_record.c"
#include "../../module/module_record.c"

/* The name as an item, on a block that has just the room it is promised. */
static const char *item(struct kunit *test, const char *name, size_t len)
{
	struct hwi_str str = { name, len };
	char *dst = new_block(test, HWI_ITEM_MAX(str));
	char *end = hwi_text_put_item(dst, str);

	KUNIT_ASSERT_TRUE(test, end > dst && end <= dst + HWI_ITEM_MAX(str));
	return span(test, dst, end);
}

static void items_are_escaped(struct kunit *test)
{
	static const struct {
		const char *name, *want;
	} cases[] = {
		{ "", "-" },
		{ "-", "\\055" },
		{ "--", "--" },
		{ "*", "\\052" },
		{ "a*", "a*" },
		{ "#", "\\043" },
		{ "#a", "\\043a" },
		{ "a#", "a#" },
		{ ",", "\\054" },
		{ "a,b,,c", "a\\054b\\054\\054c" },
		{ "a b", "a\\040b" },
		{ " a ", "\\040a\\040" },
		{ "a\tb\n", "a\\011b\\012" },
		{ "a\\054b", "a\\134054b" },
		{ "\x7f\x01", "\\177\\001" },
		{ "\xc3\xa9", "\xc3\xa9" },
		{ "pci:0000:00:1f.2", "pci:0000:00:1f.2" },
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(cases); i++)
		EXPECT_STRING(test,
			      item(test, cases[i].name, strlen(cases[i].name)),
			      cases[i].want);
}

/* What a reader of the format does. */
static size_t unescape(const char *text, char *to)
{
	size_t len = 0;

	for (; *text; text++) {
		if (*text != '\\') {
			to[len++] = *text;
			continue;
		}
		to[len++] = (text[1] - '0') << 6 | (text[2] - '0') << 3 |
			    (text[3] - '0');
		text += 3;
	}
	return len;
}

/* Every two bytes come back, and hold nothing that the format uses. */
static void items_come_back(struct kunit *test)
{
	char *dst = new_block(test, 9), *end, back[9];
	unsigned int pair;
	bool same = true, clean = true;

	for (pair = 0; pair < 0x10000; pair++) {
		char name[2] = { pair >> 8, pair & 0xff };
		struct hwi_str str = { name, 2 };
		char *at;

		end = hwi_text_put_item(dst, str);
		for (at = dst; at < end; at++)
			clean &= *at != ',' && *at != 0x7f &&
				 (unsigned char)*at > ' ';
		if (end < dst + 9)
			*end = '\0';
		else
			same = false;
		same = same && unescape(dst, back) == 2 &&
		       !memcmp(back, name, 2);
	}
	KUNIT_EXPECT_TRUE(test, same);
	KUNIT_EXPECT_TRUE(test, clean);
}

/* A list has as many items as there are names, whatever these hold. */
static void devices_with_commas(struct kunit *test)
{
	static const char want[] = "p:a\\054b,\\055,-,p:c\\040d";
	static const char *const names[] = { "p:a,b", "-", "", "p:c d" };
	struct hwi_device *device =
		kunit_kcalloc(test, 4, sizeof(*device), GFP_KERNEL);
	struct hwi_arena arena = new_arena(test, 1024), small;
	struct hwi_module_device at[4] = {};
	struct hwi_module module = { .devices = at };
	bool fitted = false;
	struct hwi_str str;
	unsigned int i;
	size_t size;

	KUNIT_ASSERT_TRUE(test, device);
	for (i = 0; i < 4; i++) {
		device[i].device = hwi_arena_copy(&arena, names[i]);
		at[i].device = &device[i];
		at[i].next = i < 3 ? &at[i + 1] : NULL;
	}
	for (size = 0; size < 128; size++) {
		small = new_arena(test, size);
		str = hwi_module_devices_text(&small, &module);
		KUNIT_EXPECT_EQ(test, small.overflow, !str.text);
		KUNIT_EXPECT_FALSE(test, fitted && small.overflow);
		fitted = str.text;
		if (fitted)
			EXPECT_TEXT(test, str, want);
		kunit_kfree(test, small.base);
	}
	KUNIT_EXPECT_TRUE(test, fitted);
}

static struct kunit_case text_item_cases[] = { KUNIT_CASE(items_are_escaped),
					       KUNIT_CASE(items_come_back),
					       KUNIT_CASE(devices_with_commas),
					       {} };

static struct kunit_suite text_item_suite = {
	.name = "hwinsight_text_item",
	.test_cases = text_item_cases,
};

kunit_test_suite(text_item_suite);

MODULE_DESCRIPTION("KUnit: names as items of a list");
MODULE_LICENSE("GPL");
