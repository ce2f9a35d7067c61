// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "pen.h"

void pen_slice(struct pen *pen, struct slice s)
{
	size_t i, len;

	for (i = 0; i < s.len && pen->at < pen->edge; i += len, pen->at++) {
		len = printable_len(s.p + i, s.len - i);
		if (len)
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
