// SPDX-License-Identifier: GPL-2.0
#include <linux/bitmap.h>

#include "helpers.h"

/* The kernel's own %*pbl is the reference. */
static void one_mask(struct kunit *test, const unsigned long *mask,
		     unsigned int bits)
{
	size_t room = 64 + 6 * (size_t)bits;
	char *printed = kunit_kzalloc(test, room, GFP_KERNEL);
	struct hwi_text text;
	const char *want;

	KUNIT_ASSERT_TRUE(test, printed);
	snprintf(printed, room, "%*pbl", (int)bits, mask);
	want = *printed ? printed : "none";
	text = new_text(test, strlen(want));
	hwi_text_cpulist(&text, mask, bits, ',');
	EXPECT_TEXT(test, &text, want);
	kunit_kfree(test, text.begin);
	kunit_kfree(test, printed);
}

static void cpulists_of_every_small_mask(struct kunit *test)
{
	unsigned int bits;
	unsigned long mask;

	for (bits = 1; bits <= 7; bits++)
		for (mask = 0; mask < 1UL << bits; mask++)
			one_mask(test, &mask, bits);
}

static void cpulists_stop_at_the_last_bit(struct kunit *test)
{
	unsigned long mask[2] = { ~0UL, ~0UL };

	one_mask(test, mask, 1);
	one_mask(test, mask, BITS_PER_LONG - 1);
	one_mask(test, mask, BITS_PER_LONG);
	one_mask(test, mask, BITS_PER_LONG + 1);
	mask[0] = 0;
	one_mask(test, mask, BITS_PER_LONG);
	one_mask(test, mask, BITS_PER_LONG + 1);
}

static void cpulists_of_large_masks(struct kunit *test)
{
	static DECLARE_BITMAP(mask, 2048);
	unsigned int step, i;

	bitmap_zero(mask, 2048);
	one_mask(test, mask, 2048);
	for (step = 1; step < 70; step += 3) {
		bitmap_zero(mask, 2048);
		for (i = 0; i < 2048; i++)
			if (i / step % 2)
				__set_bit(i, mask);
		one_mask(test, mask, 2048);
		__set_bit(2047, mask);
		one_mask(test, mask, 2047);
		one_mask(test, mask, 2048);
	}
}

static const struct hwi_count counts[] = {
	{ 0, 12 },
	{ 3, 4 },
	{ 4095, U32_MAX },
	{ U32_MAX, 1 },
};

static const struct hwi_flag flags[] = {
	{ 3, 1, "one" },
	{ 3, 2, "two" },
	{ 4, 4, "four" },
	{ 8, 0, "not-eight" },
};

/* One of the lists: @nr counts, or the flags of @value. */
struct list {
	enum { CPULIST, COUNTS, FLAGS } kind;
	unsigned int nr;
	unsigned long value;
	char separator;
	const char *want;
};

static const struct list lists[] = {
	{ CPULIST, 8, 0x1d, '+', "0+2-4" },
	{ CPULIST, 8, 0xeb, ',', "0-1,3,5-7" },
	{ CPULIST, 8, 0, ',', "none" },
	{ CPULIST, 0, 1, ',', "none" },
	{ COUNTS, 0, 0, 0, "none" },
	{ COUNTS, 1, 0, 0, "0:12" },
	{ COUNTS, 2, 0, 0, "0:12,3:4" },
	{ COUNTS, 4, 0, 0, "0:12,3:4,4095:4294967295,4294967295:1" },
	{ FLAGS, 4, 0, 0, "not-eight" },
	{ FLAGS, 4, 1, 0, "one,not-eight" },
	{ FLAGS, 4, 6, 0, "two,four,not-eight" },
	/* 1 and 2 together are neither one nor two. */
	{ FLAGS, 4, 3, 0, "not-eight" },
	{ FLAGS, 4, 8, 0, "none" },
	{ FLAGS, 4, 12, 0, "four" },
	{ FLAGS, 4, ~0UL, 0, "four" },
	{ FLAGS, 0, 1, 0, "none" },
};

static void put(struct hwi_text *text, const struct list *list)
{
	switch (list->kind) {
	case CPULIST:
		hwi_text_cpulist(text, &list->value, list->nr, list->separator);
		break;
	case COUNTS:
		hwi_text_counts(text, &(struct hwi_counts){ counts, list->nr });
		break;
	case FLAGS:
		hwi_text_flags(text, flags, list->nr, list->value);
		break;
	}
}

/* Text before a list is not one of its items. */
static void lists_at_every_size(struct kunit *test)
{
	unsigned int i;
	size_t size;

	for (i = 0; i < ARRAY_SIZE(lists); i++) {
		const struct list *list = &lists[i];

		for (size = 0; size < 64; size++) {
			struct hwi_text text = new_text(test, size);
			bool fits = 2 + strlen(list->want) <= size;

			hwi_text_str(&text, "x=");
			put(&text, list);
			KUNIT_EXPECT_EQ(test, hwi_text_full(&text), !fits);
			if (fits)
				EXPECT_STRING(test,
					      text_string(test, &text) + 2,
					      list->want);
			kunit_kfree(test, text.begin);
		}
	}
}

static struct kunit_case text_list_cases[] = {
	KUNIT_CASE(cpulists_of_every_small_mask),
	KUNIT_CASE(cpulists_stop_at_the_last_bit),
	KUNIT_CASE(cpulists_of_large_masks),
	KUNIT_CASE(lists_at_every_size),
	{}
};

static struct kunit_suite text_list_suite = {
	.name = "hwinsight_text_list",
	.test_cases = text_list_cases,
};

kunit_test_suite(text_list_suite);

MODULE_DESCRIPTION("KUnit: sets and lists as text");
MODULE_LICENSE("GPL");
