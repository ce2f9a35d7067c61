// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

/*
 * Compare a formatter with printf: on a block of exactly the text's size, and
 * on one that is a byte too small.
 */
#define EXPECT_NUMBER(test, call, ...)                                   \
	do {                                                             \
		char printed[64];                                        \
		size_t size__ =                                          \
			snprintf(printed, sizeof(printed), __VA_ARGS__); \
		struct hwi_text text__ = new_text(test, size__),         \
				*text = &text__;                         \
		call;                                                    \
		EXPECT_TEXT(test, text, printed);                        \
		kunit_kfree(test, text->begin);                          \
		text__ = new_text(test, size__ - 1);                     \
		call;                                                    \
		KUNIT_EXPECT_TRUE(test, hwi_text_full(text));            \
		kunit_kfree(test, text->begin);                          \
	} while (0)

static void one_u64(struct kunit *test, u64 value)
{
	EXPECT_NUMBER(test, hwi_text_u64(text, value), "%llu", value);
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
	EXPECT_NUMBER(test, hwi_text_hex(text, value, digits), "0x%0*llx",
		      digits, value);
}

static void hex_as_printf_does(struct kunit *test)
{
	unsigned int bit;
	int digits;

	for (digits = 1; digits <= 16; digits++) {
		one_hex(test, 0, digits);
		for (bit = 0; bit < 64; bit++) {
			one_hex(test, 1ULL << bit, digits);
			one_hex(test, U64_MAX >> bit, digits);
		}
		one_hex(test, 0x0123456789abcdefULL, digits);
	}
}

/* Only the lowest digits. */
static void hex_digits_are_so_many(struct kunit *test)
{
	static const char all[] = "fedcba9876543210";
	unsigned int digits;

	for (digits = 1; digits <= 16; digits++)
		EXPECT_NUMBER(test,
			      hwi_text_hex_digits(text, 0xfedcba9876543210ULL,
						  digits),
			      "%s", all + 16 - digits);
}

static void one_size(struct kunit *test, u64 size, const char *want)
{
	EXPECT_NUMBER(test, hwi_text_size(text, size), "%s", want);
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
	u32 rest;
	u64 whole;

	for (i = 0; i < ARRAY_SIZE(values); i++) {
		whole = div_u64_rem(values[i], 1000, &rest);
		EXPECT_NUMBER(test, hwi_text_fixed3(text, values[i]),
			      "%llu.%03u", whole, rest);
	}
}

static const struct {
	const char *plain, *field, *line, *item;
} escapes[] = {
	{ "", "", "", "" },
	{ "pci:0000:00:1f.2", "pci:0000:00:1f.2", "pci:0000:00:1f.2",
	  "pci:0000:00:1f.2" },
	{ "-", "\\055", "\\055", "\\055" },
	{ "*", "\\052", "\\052", "\\052" },
	{ "--", "--", "--", "--" },
	{ "-*", "-*", "-*", "-*" },
	{ "a*", "a*", "a*", "a*" },
	{ "a-", "a-", "a-", "a-" },
	{ "#", "\\043", "\\043", "\\043" },
	{ "##", "\\043#", "\\043#", "\\043#" },
	{ "#1", "\\0431", "\\0431", "\\0431" },
	{ "no#1", "no#1", "no#1", "no#1" },
	{ "a\\b", "a\\134b", "a\\134b", "a\\134b" },
	{ "a\\054b", "a\\134054b", "a\\134054b", "a\\134054b" },
	{ "a b", "a\\040b", "a b", "a\\040b" },
	{ "a  b", "a\\040\\040b", "a  b", "a\\040\\040b" },
	/* Spaces at the ends of a line would be lost. */
	{ " a b ", "\\040a\\040b\\040", "\\040a b\\040", "\\040a\\040b\\040" },
	{ " ", "\\040", "\\040", "\\040" },
	{ "  ", "\\040\\040", "\\040\\040", "\\040\\040" },
	{ "   ", "\\040\\040\\040", "\\040 \\040", "\\040\\040\\040" },
	{ "# ", "\\043\\040", "\\043\\040", "\\043\\040" },
	{ "a\tb\n", "a\\011b\\012", "a\\011b\\012", "a\\011b\\012" },
	{ "\x7f\x01", "\\177\\001", "\\177\\001", "\\177\\001" },
	{ "\xc3\xa9", "\xc3\xa9", "\xc3\xa9", "\xc3\xa9" },
	{ ",", ",", ",", "\\054" },
	{ "a,b,,c", "a,b,,c", "a,b,,c", "a\\054b\\054\\054c" },
};

static void one_escape(struct kunit *test, const char *plain,
		       enum hwi_escape how, const char *want)
{
	size_t size, len = strlen(want);

	for (size = 0; size <= len; size++) {
		struct hwi_text text = new_text(test, size);

		hwi_text_escaped(&text, plain, how);
		KUNIT_EXPECT_EQ(test, text.len, len);
		if (size == len)
			EXPECT_TEXT(test, &text, want);
		else
			KUNIT_EXPECT_TRUE(test, hwi_text_full(&text));
		kunit_kfree(test, text.begin);
	}
}

static void escapes_by_place(struct kunit *test)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(escapes); i++) {
		one_escape(test, escapes[i].plain, HWI_ESCAPE_FIELD,
			   escapes[i].field);
		one_escape(test, escapes[i].plain, HWI_ESCAPE_LINE,
			   escapes[i].line);
		one_escape(test, escapes[i].plain, HWI_ESCAPE_ITEM,
			   escapes[i].item);
	}
}

static void every_byte_inside_a_string(struct kunit *test)
{
	static const enum hwi_escape hows[] = { HWI_ESCAPE_FIELD,
						HWI_ESCAPE_LINE,
						HWI_ESCAPE_ITEM };
	char text[4] = "aXb", want[8];
	unsigned int c, i;
	bool escape;

	for (i = 0; i < ARRAY_SIZE(hows); i++)
		for (c = 1; c < 256; c++) {
			text[1] = c;
			escape = c < ' ' || c == '\\' || c == 0x7f ||
				 (c == ' ' && hows[i] != HWI_ESCAPE_LINE) ||
				 (c == ',' && hows[i] == HWI_ESCAPE_ITEM);
			if (escape)
				snprintf(want, sizeof(want), "a\\%03ob", c);
			else
				snprintf(want, sizeof(want), "a%cb", c);
			one_escape(test, text, hows[i], want);
		}
}

/* What a parser of the format does. */
static size_t unescape(const char *from, size_t len, char *to)
{
	const char *end = from + len;
	size_t made = 0;

	for (; from < end; from++) {
		if (*from != '\\') {
			to[made++] = *from;
			continue;
		}
		to[made++] = (from[1] - '0') << 6 | (from[2] - '0') << 3 |
			     (from[3] - '0');
		from += 3;
	}
	return made;
}

/* Any two bytes survive, and are escaped without the format's characters. */
static void items_come_back(struct kunit *test)
{
	char *begin = new_block(test, 8), back[8];
	bool same = true, clean = true;
	struct hwi_text text;
	unsigned int pair, i;

	for (pair = 0; pair < 0x10000; pair++) {
		char plain[3] = { pair >> 8, pair & 0xff };
		size_t len = strlen(plain);

		hwi_text_init(&text, begin, 8);
		hwi_text_escaped(&text, plain, HWI_ESCAPE_ITEM);
		for (i = 0; i < text.len; i++)
			clean = clean && begin[i] != ',' && begin[i] != 0x7f &&
				(unsigned char)begin[i] > ' ';
		same = same && unescape(begin, text.len, back) == len &&
		       !memcmp(back, plain, len);
	}
	KUNIT_EXPECT_TRUE(test, same);
	KUNIT_EXPECT_TRUE(test, clean);
}

/* Two pieces: the first one is never lost, however little fits. */
static void overflow_stays(struct kunit *test)
{
	struct hwi_text text = new_text(test, 4);

	hwi_text_str(&text, "abc");
	KUNIT_EXPECT_FALSE(test, hwi_text_full(&text));
	hwi_text_str(&text, "de");
	KUNIT_EXPECT_TRUE(test, hwi_text_full(&text));
	hwi_text_char(&text, 'f');
	hwi_text_str(&text, "");
	hwi_text_u64(&text, 7);
	hwi_text_printf(&text, "%d", 89);
	KUNIT_EXPECT_TRUE(test, hwi_text_full(&text));
	KUNIT_EXPECT_TRUE(test, !text_string(test, &text));
	KUNIT_EXPECT_EQ(test, memcmp(text.begin, "abc", 3), 0);
}

/* Nothing at all fits into a text without memory. */
static void a_text_of_no_memory(struct kunit *test)
{
	struct hwi_text text;

	hwi_text_init(&text, NULL, 0);
	hwi_text_str(&text, "");
	hwi_text_escaped(&text, "", HWI_ESCAPE_LINE);
	KUNIT_EXPECT_FALSE(test, hwi_text_full(&text));
	hwi_text_char(&text, 'a');
	hwi_text_str(&text, "bc");
	hwi_text_escaped(&text, "d e", HWI_ESCAPE_FIELD);
	hwi_text_u64(&text, 42);
	hwi_text_printf(&text, "%d", 1);
	KUNIT_EXPECT_EQ(test, text.len, (size_t)12);
	KUNIT_EXPECT_TRUE(test, hwi_text_full(&text));
}

/* It needs one byte more: vsnprintf() adds a NUL. */
static void printf_at_every_size(struct kunit *test)
{
	static const char want[] = "ab: 12 cd";
	size_t size, len = sizeof(want) - 1;

	for (size = 0; size <= len + 4; size++) {
		struct hwi_text text = new_text(test, size);

		hwi_text_char(&text, 'a');
		hwi_text_printf(&text, "%s %d", "b:", 12);
		hwi_text_printf(&text, "%s", "");
		hwi_text_str(&text, " cd");
		if (size >= len)
			EXPECT_TEXT(test, &text, want);
		else
			KUNIT_EXPECT_TRUE(test, hwi_text_full(&text));
		kunit_kfree(test, text.begin);
	}
}

static struct kunit_case text_cases[] = { KUNIT_CASE(u64_as_printf_does),
					  KUNIT_CASE(hex_as_printf_does),
					  KUNIT_CASE(hex_digits_are_so_many),
					  KUNIT_CASE(sizes_are_exact),
					  KUNIT_CASE(fixed3_has_three_decimals),
					  KUNIT_CASE(escapes_by_place),
					  KUNIT_CASE(
						  every_byte_inside_a_string),
					  KUNIT_CASE(items_come_back),
					  KUNIT_CASE(overflow_stays),
					  KUNIT_CASE(a_text_of_no_memory),
					  KUNIT_CASE(printf_at_every_size),
					  {} };

static struct kunit_suite text_suite = {
	.name = "hwinsight_text",
	.test_cases = text_cases,
};

kunit_test_suite(text_suite);

MODULE_DESCRIPTION("KUnit: numbers and strings as text");
MODULE_LICENSE("GPL");
