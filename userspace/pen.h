/* SPDX-License-Identifier: GPL-2.0 */
/* Writing a line in columns, up to the edge of the screen. */
#ifndef PEN_H
#define PEN_H

#include "out.h"

#define NO_EDGE ((size_t)-1)

struct pen {
	struct out *out;
	size_t at; /* the current column, from 0 */
	size_t edge; /* where output stops */
};

/*
 * The length of the character at the front of @s, which is not empty, and how
 * many columns it takes: none if it combines with the one before, two if it is
 * wide, as in Chinese.
 */
size_t pen_char(struct slice s, size_t *columns);

/* Write text, made printable. */
void pen_slice(struct pen *pen, struct slice s);
void pen_unescaped(struct pen *pen, struct slice s); /* octal escapes undone */
void pen_text(struct pen *pen, const char *text);
void pen_u64(struct pen *pen, unsigned long long value);

/* Pad with spaces to the column @to. */
void pen_to(struct pen *pen, size_t to);

/* The width of @s in columns. */
size_t pen_width(struct slice s);

#endif
