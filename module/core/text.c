// SPDX-License-Identifier: GPL-2.0
#include <linux/bitops.h>
#include <linux/ctype.h>
#include <linux/math64.h>

#include "compat.h"
#include "text.h"

#define U64_DIGITS 20 /* 18446744073709551615 */

/**
 * hwi_text_u64() - write a decimal number
 * @text: where to write
 * @value: the number
 */
void hwi_text_u64(struct hwi_text *text, u64 value)
{
	char digits[U64_DIGITS], *end = digits + sizeof(digits), *p = end;
	u32 rest, digit, two;

	if (value < 10) {
		hwi_text_char(text, '0' + value);
		return;
	}
	while (value > U32_MAX) {
		value = div_u64_rem(value, 10, &digit);
		*--p = '0' + digit;
	}
	for (rest = value; rest >= 100; rest /= 100) {
		two = rest % 100;
		*--p = '0' + two % 10;
		*--p = '0' + two / 10;
	}
	if (rest >= 10) {
		*--p = '0' + rest % 10;
		rest /= 10;
	}
	*--p = '0' + rest;
	hwi_text_bytes(text, p, end - p);
}

/* Where the next @len bytes go, or NULL if they do not fit. */
static char *take_room(struct hwi_text *text, size_t len)
{
	size_t at = text->len;

	text->len += len;
	return hwi_text_full(text) ? NULL : text->begin + at;
}

static void put_hex(char *p, u64 value, unsigned int digits)
{
	if (digits % 2)
		*p++ = hex_asc_lo(value >> 4 * --digits);
	for (; digits; digits -= 2)
		p = hex_byte_pack(p, value >> 4 * (digits - 2));
}

/**
 * hwi_text_hex_digits() - write so many hexadecimal digits
 * @text: where to write
 * @value: the number, whose lowest digits are written
 * @digits: how many, 16 at most
 */
void hwi_text_hex_digits(struct hwi_text *text, u64 value, unsigned int digits)
{
	char *at = take_room(text, digits);

	if (at)
		put_hex(at, value, digits);
}

/**
 * hwi_text_hex() - write an address or a bit mask
 * @text: where to write
 * @value: the number
 * @digits: least number of digits, 1 to 16; more are written where needed
 */
void hwi_text_hex(struct hwi_text *text, u64 value, unsigned int digits)
{
	char *at;

	digits = max_t(unsigned int, digits, DIV_ROUND_UP(fls64(value), 4));
	at = take_room(text, 2 + digits);
	if (!at)
		return;
	at[0] = '0';
	at[1] = 'x';
	put_hex(at + 2, value, digits);
}

/**
 * hwi_text_size() - write an exact size
 * @text: where to write
 * @size: bytes; the largest binary unit that divides it is used
 */
void hwi_text_size(struct hwi_text *text, u64 size)
{
	static const char units[] = "KMGTPE";
	unsigned int unit = 0;

	while (size && !(size & 1023)) {
		size >>= 10;
		unit++;
	}
	hwi_text_u64(text, size);
	if (unit)
		hwi_text_char(text, units[unit - 1]);
}

/**
 * hwi_text_fixed3() - write a number with three decimals, as in 2400.125
 * @text: where to write
 * @thousandths: the number times 1000
 */
void hwi_text_fixed3(struct hwi_text *text, u64 thousandths)
{
	u32 rest;

	hwi_text_u64(text, div_u64_rem(thousandths, 1000, &rest));
	hwi_text_char(text, '.');
	hwi_text_char(text, '0' + rest / 100);
	hwi_text_char(text, '0' + rest / 10 % 10);
	hwi_text_char(text, '0' + rest % 10);
}

/* Besides letters and digits, this includes most punctuation. */
static bool never_escaped(unsigned char c)
{
	return c > ',' && c != '\\' && c != 0x7f;
}

/* These are escaped anywhere in a string, unlike a space. */
static bool always_escaped(unsigned char c, enum hwi_escape how)
{
	return c < ' ' || c == '\\' || c == 0x7f ||
	       (c == ',' && how == HWI_ESCAPE_ITEM);
}

static void put_octal(struct hwi_text *text, unsigned char c)
{
	hwi_text_char(text, '\\');
	hwi_text_char(text, '0' + (c >> 6));
	hwi_text_char(text, '0' + ((c >> 3) & 7));
	hwi_text_char(text, '0' + (c & 7));
}

/**
 * hwi_text_escaped() - write a string so that it is safe in its place
 * @text: where to write
 * @str: the string
 * @how: where it stands
 *
 * White space, control characters and backslash become \ooo, as in
 * /proc/mounts. So do a leading #, and a string that is just - or *, which
 * would else read as metadata, unknown and hidden.
 */
void hwi_text_escaped(struct hwi_text *text, const char *str,
		      enum hwi_escape how)
{
	const char *p = str, *clean = str;
	bool escape;

	if (*p == '#' || ((*p == '-' || *p == '*') && !p[1])) {
		put_octal(text, *p++);
		clean = p;
	}
	for (;; p++) {
		while (isalnum((unsigned char)*p))
			p++;
		if (!*p)
			break;
		if (never_escaped(*p))
			continue;
		/* Spaces stay inside a line, but not at its ends. */
		escape = *p == ' ' ?
				 how != HWI_ESCAPE_LINE || p == str || !p[1] :
				 always_escaped(*p, how);
		if (!escape)
			continue;
		hwi_text_bytes(text, clean, p - clean);
		put_octal(text, *p);
		clean = p + 1;
	}
	hwi_text_bytes(text, clean, p - clean);
}

/**
 * hwi_text_vprintf() - write as vsnprintf() does
 * @text: where to write
 * @format: as for printf()
 * @args: its arguments
 */
void hwi_text_vprintf(struct hwi_text *text, const char *format, va_list args)
{
	size_t left = hwi_text_full(text) ? 0 : text->size - text->len;
	int len = vsnprintf(text->begin + text->len, left, format, args);

	/* vsnprintf()'s NUL may not fit, though the text would. */
	text->len += len;
	if ((size_t)len >= left && text->len <= text->size)
		text->len = text->size + 1;
}

/**
 * hwi_text_printf() - write as snprintf() does
 * @text: where to write
 * @format: as for printf()
 */
void hwi_text_printf(struct hwi_text *text, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	hwi_text_vprintf(text, format, args);
	va_end(args);
}
