// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "pen.h"

/* U+202A to U+202E and U+2066 to U+2069 reverse the text around them. */
static bool turns_round(const char *text, size_t len)
{
	const unsigned char *p = (const unsigned char *)text;

	return len == 3 && p[0] == 0xe2 &&
	       ((p[1] == 0x80 && p[2] >= 0xaa && p[2] <= 0xae) ||
		(p[1] == 0x81 && p[2] >= 0xa6 && p[2] <= 0xa9));
}

/*
 * Blocks of Unicode whose characters take two columns (East Asian Width W and
 * F), or none. wcwidth() would bring 5 KB of tables, and knows only the locale.
 */
static const struct {
	unsigned int first, last, columns;
} blocks[] = {
	{ 0x300, 0x36f, 0 },	 { 0x1100, 0x115f, 2 },
	{ 0x200b, 0x200f, 0 },	 { 0x20d0, 0x20ff, 0 },
	{ 0x2e80, 0x303e, 2 },	 { 0x3041, 0xa4cf, 2 },
	{ 0xa960, 0xa97f, 2 },	 { 0xac00, 0xd7a3, 2 },
	{ 0xf900, 0xfaff, 2 },	 { 0xfe00, 0xfe0f, 0 },
	{ 0xfe20, 0xfe2f, 0 },	 { 0xfe30, 0xfe6f, 2 },
	{ 0xff01, 0xff60, 2 },	 { 0xffe0, 0xffe6, 2 },
	{ 0x1f300, 0x1f64f, 2 }, { 0x1f680, 0x1f6ff, 2 },
	{ 0x1f900, 0x1faff, 2 }, { 0x20000, 0x3fffd, 2 },
};

size_t pen_char(struct slice s, size_t *columns)
{
	size_t len = printable_len(s.p, s.len), i;
	unsigned int c = *s.p & (0x7f >> len);

	*columns = 1;
	for (i = 1; i < len; i++)
		c = c << 6 | (s.p[i] & 0x3f);
	for (i = 0; len > 1 && i < ARRAY_SIZE(blocks); i++)
		if (c >= blocks[i].first && c <= blocks[i].last)
			*columns = blocks[i].columns;
	return len + !len;
}

void pen_slice(struct pen *pen, struct slice s)
{
	size_t i, len, room, columns;

	for (i = 0; i < s.len && pen->at < pen->edge; i += len) {
		room = pen->edge - pen->at;
		if (room > s.len - i)
			room = s.len - i;
		len = plain_len((struct slice){ s.p + i, room });
		if (len) {
			out_bytes(pen->out, s.p + i, len);
			pen->at += len;
			continue;
		}
		len = pen_char((struct slice){ s.p + i, s.len - i }, &columns);
		if (pen->at + columns > pen->edge)
			break;
		if (printable_len(s.p + i, len) && !turns_round(s.p + i, len))
			out_bytes(pen->out, s.p + i, len);
		else
			out_char(pen->out, '?');
		pen->at += columns;
	}
}

void pen_unescaped(struct pen *pen, struct slice s)
{
	char bytes[4];
	size_t len;

	while (s.len && pen->at < pen->edge) {
		len = char_next(&s, bytes);
		pen_slice(pen,
			  len ? (struct slice){ bytes, len } : slice_of("?"));
	}
}

void pen_text(struct pen *pen, const char *text)
{
	pen_slice(pen, (struct slice){ text, strlen(text) });
}

void pen_u64(struct pen *pen, unsigned long long value)
{
	char text[SHORT_TEXT];

	pen_slice(pen, short_text(text, "%llu", value));
}

void pen_to(struct pen *pen, size_t to)
{
	while (pen->at < to && pen->at < pen->edge)
		pen_text(pen, " ");
}

size_t pen_width(struct slice s)
{
	size_t i, columns, width = 0;

	for (i = 0; i < s.len; width += columns)
		i += pen_char((struct slice){ s.p + i, s.len - i }, &columns);
	return width;
}
