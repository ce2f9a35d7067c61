// SPDX-License-Identifier: GPL-2.0
#include <linux/bitmap.h>

#include "helpers.h"

#include "../../module/arena.c"
#include "../../module/text.c"

/*
 * Run a formatter on a buffer of exactly the size it is promised, and hold
 * its text against printf's.
 */
#define EXPECT_NUMBER(test, room, call, ...)                                \
	do {                                                                \
		char *dst = new_block(test, room), *end = call;             \
		char printed[32];                                           \
		snprintf(printed, sizeof(printed), __VA_ARGS__);            \
		KUNIT_ASSERT_TRUE(test, end >= dst && end <= dst + (room)); \
		EXPECT_STRING(test, span(test, dst, end), printed);         \
		/* What follows the text is nobody's business. */           \
		if (end < dst + (room))                                     \
			KUNIT_EXPECT_EQ(test, (int)*end, (int)POISON);      \
		kunit_kfree(test, dst);                                     \
	} while (0)

static void one_u64(struct kunit *test, u64 value)
{
	EXPECT_NUMBER(test, HWI_U64_MAX_LEN, hwi_text_u64(dst, value), "%llu",
		      value);
}

static void u64_as_printf_does(struct kunit *test)
{
	unsigned int bit;
	u64 value, power;

	for (value = 0; value <= 1100; value++)
		one_u64(test, value);
	for (power = 10; power <= U64_MAX / 10; power *= 10) {
		one_u64(test, power - 1);
		one_u64(test, power);
		one_u64(test, power + 1);
	}
	one_u64(test, power - 1);
	one_u64(test, power);
	for (bit = 0; bit < 64; bit++) {
		one_u64(test, (1ULL << bit) - 1);
		one_u64(test, 1ULL << bit);
	}
	one_u64(test, U64_MAX);
}

static void one_hex(struct kunit *test, u64 value, int digits)
{
	EXPECT_NUMBER(test, HWI_HEX_MAX_LEN,
		      hwi_text_hex(dst, value, (unsigned int)digits),
		      "0x%0*llx", digits, value);
}

static void hex_as_printf_does(struct kunit *test)
{
	unsigned int bit;
	int digits;

	for (digits = 1; digits <= 16; digits += 5) {
		one_hex(test, 0, digits);
		for (bit = 0; bit < 64; bit++) {
			one_hex(test, 1ULL << bit, digits);
			one_hex(test, U64_MAX >> bit, digits);
		}
		one_hex(test, 0x0123456789abcdefULL, digits);
	}
}

static void one_size(struct kunit *test, u64 size, const char *want)
{
	EXPECT_NUMBER(test, HWI_U64_MAX_LEN + 1, hwi_text_size(dst, size), "%s",
		      want);
}

static void sizes_are_exact(struct kunit *test)
{
	one_size(test, 0, "0");
	one_size(test, 1, "1");
	one_size(test, 1000, "1000");
	one_size(test, 1023, "1023");
	one_size(test, 1024, "1K");
	one_size(test, 1025, "1025");
	one_size(test, 1536, "1536");
	one_size(test, 4096, "4K");
	one_size(test, 1023 * 1024, "1023K");
	one_size(test, 1 << 20, "1M");
	one_size(test, (1 << 20) + 1024, "1025K");
	one_size(test, (1 << 20) + 1, "1048577");
	one_size(test, 256 << 20, "256M");
	one_size(test, 3ULL << 30, "3G");
	one_size(test, 1ULL << 40, "1T");
	one_size(test, 1ULL << 50, "1P");
	one_size(test, 1ULL << 60, "1E");
	one_size(test, 1ULL << 63, "8E");
	one_size(test, 15ULL << 60, "15E");
	one_size(test, U64_MAX - 1023, "18014398509481983K");
	one_size(test, U64_MAX, "18446744073709551615");
}

static void fixed3_has_three_decimals(struct kunit *test)
{
	static const u64 values[] = {
		0,	1,	 10,	  99,	      100,
		999,	1000,	 1001,	  1010,	      2400125,
		999999, 1000000, U32_MAX, 1ULL << 32, U64_MAX,
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(values); i++)
		EXPECT_NUMBER(test, HWI_U64_MAX_LEN + 1,
			      hwi_text_fixed3(dst, values[i]), "%llu.%03u",
			      values[i] / 1000,
			      (unsigned int)(values[i] % 1000));
}

/* The kernel's own %*pbl is the judge. */
static void one_mask(struct kunit *test, const unsigned long *mask,
		     unsigned int bits)
{
	size_t room = 64 + 6 * (size_t)bits;
	struct hwi_arena arena = new_arena(test, 2 * room);
	char *want = kunit_kzalloc(test, room, GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, want);
	snprintf(want, room, "%*pbl", (int)bits, mask);
	EXPECT_TEXT(test, hwi_text_cpulist(&arena, mask, bits, ','),
		    *want ? want : "none");
	KUNIT_EXPECT_FALSE(test, arena.overflow);
	kunit_kfree(test, arena.base);
	kunit_kfree(test, want);
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

static void cpulists_take_a_separator(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 256);
	unsigned long mask = 0x1d;

	EXPECT_TEXT(test, hwi_text_cpulist(&arena, &mask, 8, '+'), "0+2-4");
}

static void counts_are_sparse(struct kunit *test)
{
	static const struct hwi_count counts[] = {
		{ 0, 12 },
		{ 3, 4 },
		{ 4095, U32_MAX },
		{ U32_MAX, 1 },
	};
	struct hwi_arena arena = new_arena(test, 256);

	EXPECT_TEXT(test, hwi_text_counts(&arena, counts, 0), "none");
	EXPECT_TEXT(test, hwi_text_counts(&arena, counts, 1), "0:12");
	EXPECT_TEXT(test, hwi_text_counts(&arena, counts, 2), "0:12,3:4");
	EXPECT_TEXT(test, hwi_text_counts(&arena, counts, 4),
		    "0:12,3:4,4095:4294967295,4294967295:1");
	KUNIT_EXPECT_FALSE(test, arena.overflow);
}

static const struct hwi_word words[] = {
	HWI_WORD_OF(3, 1, "one"),
	HWI_WORD_OF(3, 2, "two"),
	HWI_WORD_OF(4, 4, "four"),
	HWI_WORD_OF(8, 0, "not-eight"),
};

static void words_apply_by_mask_and_value(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 512);
	unsigned int nr = ARRAY_SIZE(words);

	EXPECT_TEXT(test, hwi_text_words(&arena, words, nr, 0), "not-eight");
	EXPECT_TEXT(test, hwi_text_words(&arena, words, nr, 1),
		    "one,not-eight");
	EXPECT_TEXT(test, hwi_text_words(&arena, words, nr, 6),
		    "two,four,not-eight");
	/* Neither 1 nor 2 */
	EXPECT_TEXT(test, hwi_text_words(&arena, words, nr, 3), "not-eight");
	EXPECT_TEXT(test, hwi_text_words(&arena, words, nr, 8), "none");
	EXPECT_TEXT(test, hwi_text_words(&arena, words, nr, 12), "four");
	EXPECT_TEXT(test, hwi_text_words(&arena, words, nr, ~0UL), "four");
	EXPECT_TEXT(test, hwi_text_words(&arena, words, 0, 1), "none");
}

static struct hwi_str escaped(struct kunit *test, const char *text, bool spaces)
{
	struct hwi_arena arena = new_arena(test, 256);

	return hwi_text_escape(&arena, hwi_arena_copy(&arena, text), spaces);
}

static void escape_leaves_clean_text(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 256);
	struct hwi_str str = hwi_arena_copy(&arena, "pci:0000:00:1f.2");
	size_t used = arena.used;

	KUNIT_EXPECT_PTR_EQ(test, hwi_text_escape(&arena, str, false).text,
			    str.text);
	str = hwi_arena_copy(&arena, "PCI Bus 0000:00");
	used = arena.used;
	KUNIT_EXPECT_PTR_EQ(test, hwi_text_escape(&arena, str, true).text,
			    str.text);
	KUNIT_EXPECT_EQ(test, arena.used, used);
}

static void escape_what_the_format_uses(struct kunit *test)
{
	EXPECT_TEXT(test, escaped(test, "-", false), "\\055");
	EXPECT_TEXT(test, escaped(test, "*", true), "\\052");
	EXPECT_TEXT(test, escaped(test, "--", false), "--");
	EXPECT_TEXT(test, escaped(test, "-*", false), "-*");
	EXPECT_TEXT(test, escaped(test, "#1", false), "\\0431");
	EXPECT_TEXT(test, escaped(test, "no#1", false), "no#1");
	EXPECT_TEXT(test, escaped(test, "a\\b", true), "a\\134b");
}

static void escape_spaces_by_column(struct kunit *test)
{
	EXPECT_TEXT(test, escaped(test, "a b", false), "a\\040b");
	EXPECT_TEXT(test, escaped(test, "a  b", true), "a  b");
	/* At the ends they would be lost. */
	EXPECT_TEXT(test, escaped(test, " a b ", true), "\\040a b\\040");
	EXPECT_TEXT(test, escaped(test, " ", true), "\\040");
	EXPECT_TEXT(test, escaped(test, "  ", true), "\\040\\040");
	EXPECT_TEXT(test, escaped(test, "a\tb\n", true), "a\\011b\\012");
}

static void escape_every_byte(struct kunit *test)
{
	char text[4] = "aXb", want[8];
	unsigned int c;

	for (c = 1; c < 256; c++) {
		text[1] = c;
		if (c <= ' ' || c == '\\' || c == 0x7f)
			snprintf(want, sizeof(want), "a\\%03ob", c);
		else
			snprintf(want, sizeof(want), "a%cb", c);
		EXPECT_TEXT(test, escaped(test, text, false), want);
	}
}

/*
 * Of everything that takes room in an arena: at each size the same text, or
 * an overflow and none.
 */
static void text_at_size(struct kunit *test, unsigned int which, size_t size)
{
	static const struct hwi_count counts[] = { { 7, 70 }, { 12, 120 } };
	static const char *const wants[] = {
		"0-1,3,5-7", "7:70,12:120",  "two,four,not-eight",
		"none",	     "a\\040b\\012", "none",
		"none",
	};
	struct hwi_arena arena = new_arena(test, size);
	unsigned long mask = 0xeb, empty = 0;
	struct hwi_str str = { NULL, 0 };

	switch (which) {
	case 0:
		str = hwi_text_cpulist(&arena, &mask, 8, ',');
		break;
	case 1:
		str = hwi_text_counts(&arena, counts, 2);
		break;
	case 2:
		str = hwi_text_words(&arena, words, 4, 6);
		break;
	case 3:
		str = hwi_text_words(&arena, words, 4, 8);
		break;
	case 4:
		str = hwi_arena_copy(&arena, "a b\n");
		if (str.text)
			str = hwi_text_escape(&arena, str, false);
		break;
	case 5:
		str = hwi_text_cpulist(&arena, &empty, 8, ',');
		break;
	case 6:
		str = hwi_text_counts(&arena, NULL, 0);
		break;
	}
	KUNIT_EXPECT_TRUE(test, !str.text == arena.overflow);
	KUNIT_EXPECT_TRUE(test, arena.used <= arena.size);
	if (str.text)
		EXPECT_TEXT(test, str, wants[which]);
	else
		KUNIT_EXPECT_EQ(test, str.len, (size_t)0);
	KUNIT_EXPECT_FALSE(test, size >= 128 && arena.overflow);
	kunit_kfree(test, arena.base);
}

static void texts_at_every_size(struct kunit *test)
{
	unsigned int which;
	size_t size;

	for (which = 0; which < 7; which++)
		for (size = 0; size <= 136; size++)
			text_at_size(test, which, size);
}

static struct kunit_case text_cases[] = {
	KUNIT_CASE(u64_as_printf_does),
	KUNIT_CASE(hex_as_printf_does),
	KUNIT_CASE(sizes_are_exact),
	KUNIT_CASE(fixed3_has_three_decimals),
	KUNIT_CASE(cpulists_of_every_small_mask),
	KUNIT_CASE(cpulists_stop_at_the_last_bit),
	KUNIT_CASE(cpulists_of_large_masks),
	KUNIT_CASE(cpulists_take_a_separator),
	KUNIT_CASE(counts_are_sparse),
	KUNIT_CASE(words_apply_by_mask_and_value),
	KUNIT_CASE(escape_leaves_clean_text),
	KUNIT_CASE(escape_what_the_format_uses),
	KUNIT_CASE(escape_spaces_by_column),
	KUNIT_CASE(escape_every_byte),
	KUNIT_CASE(texts_at_every_size),
	{}
};

static struct kunit_suite text_suite = {
	.name = "hwinsight_text",
	.test_cases = text_cases,
};

kunit_test_suite(text_suite);

MODULE_DESCRIPTION("KUnit: numbers, sets and strings as text");
MODULE_LICENSE("GPL");
