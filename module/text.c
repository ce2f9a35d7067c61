// SPDX-License-Identifier: GPL-2.0
#include <linux/bitmap.h>
#include <linux/kernel.h>
#include <linux/math64.h>

#include "number.h"
#include "text.h"

const char hwi_digit_pairs[] = "00010203040506070809"
			       "10111213141516171819"
			       "20212223242526272829"
			       "30313233343536373839"
			       "40414243444546474849"
			       "50515253545556575859"
			       "60616263646566676869"
			       "70717273747576777879"
			       "80818283848586878889"
			       "90919293949596979899";

/* By the power of 1024. */
const char hwi_size_units[] = "\0KMGTPE";

#define HEX_ROW(d)                                                          \
	d "0" d "1" d "2" d "3" d "4" d "5" d "6" d "7" d "8" d "9" d "a" d \
	  "b" d "c" d "d" d "e" d "f"

const char hwi_hex_pairs[] = HEX_ROW("0") HEX_ROW("1") HEX_ROW("2") HEX_ROW("3")
	HEX_ROW("4") HEX_ROW("5") HEX_ROW("6") HEX_ROW("7") HEX_ROW("8")
		HEX_ROW("9") HEX_ROW("a") HEX_ROW("b") HEX_ROW("c") HEX_ROW("d")
			HEX_ROW("e") HEX_ROW("f");

/* How many digits hwi_put_u64_before() writes. */
static unsigned int u64_len(u64 value)
{
	unsigned int len = 1;

	if (value < 10)
		return len;
	while (value >= 10000) {
		value = div_u64(value, 10000);
		len += 4;
	}
	return len + (value >= 10) + (value >= 100) + (value >= 1000);
}

/**
 * hwi_text_u64() - write a decimal number
 * @dst: room for HWI_U64_MAX_LEN bytes
 * @value: the number
 *
 * Return: one past the last byte written; no NUL.
 */
char *hwi_text_u64(char *dst, u64 value)
{
	unsigned int len = u64_len(value);

	hwi_put_u64_before(dst + len, value);
	return dst + len;
}

/* A number that is mostly of one digit. */
static __always_inline char *put_small(char *dst, u64 value)
{
	if (value >= 10)
		return hwi_text_u64(dst, value);
	*dst = '0' + value;
	return dst + 1;
}

/* Exactly so many digits. */
static void put_hex_digits(char *dst, u64 value, unsigned int digits)
{
	for (; digits > 1; value >>= 8) {
		digits -= 2;
		memcpy(dst + digits, hwi_hex_pairs + 2 * (value & 255), 2);
	}
	if (digits)
		*dst = hwi_hex_pairs[2 * (value & 15) + 1];
}

/**
 * hwi_text_hex() - write an address or a bit mask
 * @dst: room for HWI_HEX_MAX_LEN bytes
 * @value: the number
 * @digits: least number of digits, 1 to 16; more are written where needed
 *
 * Return: one past the last byte written; no NUL.
 */
char *hwi_text_hex(char *dst, u64 value, unsigned int digits)
{
	digits = max_t(unsigned int, digits, (fls64(value) + 3) / 4);
	memcpy(dst, "0x", 2);
	put_hex_digits(dst + 2, value, digits);
	return dst + 2 + digits;
}

/**
 * hwi_text_size() - write an exact size
 * @dst: room for HWI_U64_MAX_LEN + 1 bytes
 * @size: bytes; the largest binary unit that divides it is used
 *
 * Return: one past the last byte written; no NUL.
 */
char *hwi_text_size(char *dst, u64 size)
{
	unsigned int unit = 0;

	if (size && !(size & 1023)) {
		unit = __ffs64(size) / 10;
		size >>= 10 * unit;
	}
	dst = hwi_text_u64(dst, size);
	if (unit)
		*dst++ = hwi_size_units[unit];
	return dst;
}

/**
 * hwi_text_fixed3() - write a number with three decimals, as in 2400.125
 * @dst: room for HWI_U64_MAX_LEN + 1 bytes
 * @thousandths: the number times 1000
 *
 * Return: one past the last byte written; no NUL.
 */
char *hwi_text_fixed3(char *dst, u64 thousandths)
{
	u32 rest;

	dst = hwi_text_u64(dst, div_u64_rem(thousandths, 1000, &rest));
	*dst++ = '.';
	*dst++ = '0' + rest / 100;
	*dst++ = '0' + rest / 10 % 10;
	*dst++ = '0' + rest % 10;
	return dst;
}

/**
 * hwi_text_cpulist() - write a CPU set as a kernel list, as in 0-3,8
 * @arena: where the string goes
 * @mask: the set
 * @bits: how many bits of it count (nr_cpu_ids)
 * @separator: between ranges, a comma but inside a field with commas
 *
 * Return: the string, "none" for an empty set; text is NULL on overflow.
 */
struct hwi_str hwi_text_cpulist(struct hwi_arena *arena,
				const unsigned long *mask, unsigned int bits,
				char separator)
{
	struct hwi_str none = { NULL, 0 };
	unsigned int first, next;
	/* "a,b,c,": no list of n bits is longer than this */
	char *begin, *p;

	first = find_first_bit(mask, bits);
	if (first >= bits)
		return HWI_STR("none");
	begin = hwi_arena_text_begin(arena,
				     (size_t)bitmap_weight(mask, bits) * 11);
	if (!begin)
		return none;
	for (p = begin; first < bits; first = find_next_bit(mask, bits, next)) {
		next = find_next_zero_bit(mask, bits, first);
		if (p != begin)
			*p++ = separator;
		p = put_small(p, first);
		if (next - first > 1) {
			*p++ = '-';
			p = put_small(p, next - 1);
		}
	}
	return hwi_arena_text_end(arena, begin, p);
}

/**
 * hwi_text_counts() - write sparse per-CPU counts, as in 0:12,3:4
 * @arena: where the string goes
 * @counts: the CPUs that counted anything, by number
 * @nr: how many
 *
 * Return: the string, "none" if there is no count; text is NULL on overflow.
 */
struct hwi_str hwi_text_counts(struct hwi_arena *arena,
			       const struct hwi_count *counts, unsigned int nr)
{
	struct hwi_str none = { NULL, 0 };
	char *begin, *p;
	unsigned int i;

	if (!nr)
		return HWI_STR("none");
	begin = hwi_arena_text_begin(arena, (size_t)nr * 22);
	if (!begin)
		return none;
	for (p = begin, i = 0; i < nr; i++) {
		if (i)
			*p++ = ',';
		p = put_small(p, counts[i].cpu);
		*p++ = ':';
		p = put_small(p, counts[i].count);
	}
	return hwi_arena_text_end(arena, begin, p);
}

/**
 * hwi_text_words() - write the words that apply to a value, comma separated
 * @arena: where the string goes
 * @words: the words, in the order they are shown
 * @nr: how many
 * @value: what is looked at
 *
 * Return: the string, "none" if no word applies; text is NULL on overflow.
 */
struct hwi_str hwi_text_words(struct hwi_arena *arena,
			      const struct hwi_word *words, unsigned int nr,
			      unsigned long value)
{
	struct hwi_str none = { NULL, 0 };
	char *begin, *p;
	unsigned int i;

	begin = hwi_arena_text_begin(arena, nr * sizeof(words->word));
	if (!begin)
		return none;
	for (p = begin, i = 0; i < nr; i++) {
		if ((value & words[i].mask) != words[i].value)
			continue;
		/* The comma takes the place of the word's NUL. */
		memcpy(p, words[i].word, sizeof(words->word));
		p += words[i].len;
		*p++ = ',';
	}
	if (p == begin)
		return HWI_STR("none");
	return hwi_arena_text_end(arena, begin, p - 1);
}

static __always_inline bool must_escape(const struct hwi_str *str,
					unsigned int i, bool spaces)
{
	unsigned char c = str->text[i];

	if (c == ' ')
		return !spaces || i == 0 || i == str->len - 1;
	if (c < ' ' || c == '\\' || c == 0x7f)
		return true;
	if (c > '-')
		return false;
	/* A name that looks like one of the format's own signs. */
	return (c == '#' && i == 0) ||
	       ((c == '-' || c == '*') && str->len == 1);
}

static char *put_octal(char *p, unsigned char c)
{
	*p++ = '\\';
	*p++ = '0' + (c >> 6);
	*p++ = '0' + ((c >> 3) & 7);
	*p++ = '0' + (c & 7);
	return p;
}

/**
 * hwi_text_escape() - make a string safe for a field
 * @arena: where an escaped copy goes, if one is needed
 * @str: the string, with text
 * @spaces: the field is free text: spaces inside it stay
 *
 * White space, control characters and backslash become \ooo, as in
 * /proc/mounts. So do a leading #, and a name that is just - or *, which
 * would else read as metadata, unknown and hidden.
 *
 * Return: @str itself where it is clean; text is NULL on overflow.
 */
struct hwi_str hwi_text_escape(struct hwi_arena *arena, struct hwi_str str,
			       bool spaces)
{
	struct hwi_str none = { NULL, 0 };
	unsigned int i, bad = 0;
	char *begin, *p;

	for (i = 0; i < str.len; i++)
		bad += must_escape(&str, i, spaces);
	if (!bad)
		return str;
	begin = hwi_arena_text_begin(arena, str.len + 3 * (size_t)bad);
	if (!begin)
		return none;
	for (p = begin, i = 0; i < str.len; i++) {
		unsigned char c = str.text[i];

		if (!must_escape(&str, i, spaces)) {
			*p++ = c;
			continue;
		}
		p = put_octal(p, c);
	}
	return hwi_arena_text_end(arena, begin, p);
}

/**
 * hwi_text_put_item() - write a name as an item of a list
 * @dst: room for HWI_ITEM_MAX(@str) bytes
 * @str: the name
 *
 * Escaped like a field, and commas too, since they separate items; the list is
 * then a cell that is ready. A name without text becomes "-".
 *
 * Return: one past the last byte written.
 */
char *hwi_text_put_item(char *dst, struct hwi_str str)
{
	unsigned int i;

	if (!str.len)
		*dst++ = '-';
	for (i = 0; i < str.len; i++) {
		unsigned char c = str.text[i];

		if (c != ',' && !must_escape(&str, i, false))
			*dst++ = c;
		else
			dst = put_octal(dst, c);
	}
	return dst;
}
