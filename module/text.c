// SPDX-License-Identifier: GPL-2.0
#include <linux/bitmap.h>
#include <linux/kernel.h>
#include <linux/math64.h>

#include "text.h"

static const char hex_digits[] = "0123456789abcdef";
static const char digit_pairs[] = "00010203040506070809"
				  "10111213141516171819"
				  "20212223242526272829"
				  "30313233343536373839"
				  "40414243444546474849"
				  "50515253545556575859"
				  "60616263646566676869"
				  "70717273747576777879"
				  "80818283848586878889"
				  "90919293949596979899";

static unsigned int u64_len(u64 value)
{
	unsigned int len = 1;

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
 * The one number formatter that is hot: two digits a step, no format string.
 *
 * Return: one past the last byte written; no NUL.
 */
char *hwi_text_u64(char *dst, u64 value)
{
	char *end = dst + u64_len(value), *p = end;
	unsigned int low;
	u32 rest;

	while (value > U32_MAX) {
		value = div_u64_rem(value, 100, &low);
		*--p = digit_pairs[2 * low + 1];
		*--p = digit_pairs[2 * low];
	}
	for (rest = value; rest >= 100; rest /= 100) {
		low = rest % 100;
		*--p = digit_pairs[2 * low + 1];
		*--p = digit_pairs[2 * low];
	}
	*--p = digit_pairs[2 * rest + 1];
	if (rest >= 10)
		*--p = digit_pairs[2 * rest];
	return end;
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
	unsigned int needed = DIV_ROUND_UP(fls64(value), 4);
	char *end, *p;

	if (digits < needed)
		digits = needed;
	*dst++ = '0';
	*dst++ = 'x';
	end = dst + digits;
	for (p = end; p > dst; value >>= 4)
		*--p = hex_digits[value & 15];
	return end;
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
	static const char suffix[] = "\0KMGTPE";
	unsigned int unit = 0;

	while (size && !(size & 1023)) {
		size >>= 10;
		unit++;
	}
	dst = hwi_text_u64(dst, size);
	if (unit)
		*dst++ = suffix[unit];
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

static struct hwi_str text_none(struct hwi_arena *arena)
{
	return hwi_arena_copy(arena, "none");
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
		return text_none(arena);
	begin = hwi_arena_text_begin(arena,
				     (size_t)bitmap_weight(mask, bits) * 11);
	if (!begin)
		return none;
	for (p = begin; first < bits; first = find_next_bit(mask, bits, next)) {
		next = find_next_zero_bit(mask, bits, first);
		if (p != begin)
			*p++ = separator;
		p = hwi_text_u64(p, first);
		if (next - first > 1) {
			*p++ = '-';
			p = hwi_text_u64(p, next - 1);
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
		return text_none(arena);
	begin = hwi_arena_text_begin(arena, (size_t)nr * 22);
	if (!begin)
		return none;
	for (p = begin, i = 0; i < nr; i++) {
		if (i)
			*p++ = ',';
		p = hwi_text_u64(p, counts[i].cpu);
		*p++ = ':';
		p = hwi_text_u64(p, counts[i].count);
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
	const char *w;
	size_t room = 0;
	unsigned int i;

	for (i = 0; i < nr; i++)
		if ((value & words[i].mask) == words[i].value)
			room += strlen(words[i].word) + 1;
	if (!room)
		return text_none(arena);
	begin = hwi_arena_text_begin(arena, room);
	if (!begin)
		return none;
	for (p = begin, i = 0; i < nr; i++) {
		if ((value & words[i].mask) != words[i].value)
			continue;
		if (p != begin)
			*p++ = ',';
		for (w = words[i].word; *w; w++)
			*p++ = *w;
	}
	return hwi_arena_text_end(arena, begin, p);
}

static bool must_escape(const struct hwi_str *str, unsigned int i, bool spaces)
{
	unsigned char c = str->text[i];

	if (c == ' ')
		return !spaces || i == 0 || i == str->len - 1;
	if (c < ' ' || c == '\\' || c == 0x7f)
		return true;
	/* A name that looks like one of the format's own signs. */
	return (c == '#' && i == 0) ||
	       ((c == '-' || c == '*') && str->len == 1);
}

/**
 * hwi_text_escape() - make a string safe for a field
 * @arena: where an escaped copy goes, if one is needed
 * @str: the string, with text, in the arena
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
		*p++ = '\\';
		*p++ = '0' + (c >> 6);
		*p++ = '0' + ((c >> 3) & 7);
		*p++ = '0' + (c & 7);
	}
	return hwi_arena_text_end(arena, begin, p);
}
