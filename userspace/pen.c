// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "pen.h"

/* U+202A to U+202E and U+2066 to U+2069 turn round what stands beside them. */
static bool turns_round(const char *text, size_t len)
{
	const unsigned char *p = (const unsigned char *)text;

	return len == 3 && p[0] == 0xe2 &&
	       ((p[1] == 0x80 && p[2] >= 0xaa && p[2] <= 0xae) ||
		(p[1] == 0x81 && p[2] >= 0xa6 && p[2] <= 0xa9));
}

void pen_slice(struct pen *pen, struct slice s)
{
	size_t i, len;

	for (i = 0; i < s.len && pen->at < pen->edge; i += len, pen->at++) {
		len = printable_len(s.p + i, s.len - i);
		if (len && !turns_round(s.p + i, len))
			out_bytes(pen->out, s.p + i, len);
		else
			out_char(pen->out, '?');
		len += !len;
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
	size_t i, len, width = 0;

	for (i = 0; i < s.len; i += len, width++) {
		len = printable_len(s.p + i, s.len - i);
		len += !len;
	}
	return width;
}
