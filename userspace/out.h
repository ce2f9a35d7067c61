/* SPDX-License-Identifier: GPL-2.0 */
/* Buffered output. Errors are sticky: after one, nothing more is written. */
#ifndef OUT_H
#define OUT_H

#include "buffer.h"
#include "text.h"

struct out {
	int fd;
	struct buffer *to; /* where to collect it, instead of @fd; or NULL */
	int err; /* the errno of the first write that failed */
	size_t used;
	char buffer[16384];
};

void out_bytes(struct out *out, const char *p, size_t len);
void out_char(struct out *out, char c);
void out_text(struct out *out, const char *text);
void out_slice(struct out *out, struct slice s);
void out_u64(struct out *out, unsigned long long value);

/* Print one of the program's own texts, at most 255 bytes. */
__attribute__((format(printf, 2, 3))) void out_printf(struct out *out,
						      const char *format, ...);

/*
 * Safe for a terminal: control characters and invalid UTF-8 become octal
 * escapes.
 */
void out_printable(struct out *out, struct slice s);

/* Pad from @used columns to @width. */
void out_pad(struct out *out, size_t used, size_t width);

/* Write what is buffered. Returns 0, or the errno of the first failure. */
int out_flush(struct out *out);

#endif
