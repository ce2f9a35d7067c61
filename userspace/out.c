// SPDX-License-Identifier: GPL-2.0
#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "out.h"

int out_flush(struct out *out)
{
	const char *p = out->buffer;
	ssize_t n;

	if (out->to) {
		buffer_add(out->to, out->buffer, out->used);
		out->err = out->to->failed ? ENOMEM : 0;
		out->used = 0;
	}
	while (out->used && !out->err) {
		n = write(out->fd, p, out->used);
		if (n >= 0) {
			p += n;
			out->used -= n;
		} else if (errno != EINTR) {
			out->err = errno;
		}
	}
	out->used = 0;
	return out->err;
}

void out_bytes(struct out *out, const char *p, size_t len)
{
	size_t part;

	while (len && !out->err) {
		if (out->used == sizeof(out->buffer))
			out_flush(out);
		part = sizeof(out->buffer) - out->used;
		if (part > len)
			part = len;
		memcpy(out->buffer + out->used, p, part);
		out->used += part;
		p += part;
		len -= part;
	}
}

void out_char(struct out *out, char c)
{
	out_bytes(out, &c, 1);
}

void out_text(struct out *out, const char *text)
{
	out_bytes(out, text, strlen(text));
}

void out_slice(struct out *out, struct slice s)
{
	out_bytes(out, s.p, s.len);
}

void out_u64(struct out *out, unsigned long long value)
{
	char text[SHORT_TEXT];

	out_slice(out, short_text(text, "%llu", value));
}

void out_printf(struct out *out, const char *format, ...)
{
	char text[256];
	va_list args;

	va_start(args, format);
	text_vprint(text, sizeof(text), format, args);
	va_end(args);
	out_text(out, text);
}

void out_printable(struct out *out, struct slice s)
{
	size_t i, len;

	for (i = 0; i < s.len; i += len) {
		unsigned char c = s.p[i];

		len = c == '\n' ? 1 : printable_len(s.p + i, s.len - i);
		if (len) {
			out_bytes(out, s.p + i, len);
			continue;
		}
		len = 1;
		out_char(out, '\\');
		out_char(out, '0' + (c >> 6));
		out_char(out, '0' + (c >> 3 & 7));
		out_char(out, '0' + (c & 7));
	}
}

void out_pad(struct out *out, size_t used, size_t width)
{
	for (; used < width; used++)
		out_char(out, ' ');
}
