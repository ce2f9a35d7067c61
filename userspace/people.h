/* SPDX-License-Identifier: GPL-2.0 */
/* Views for people at a terminal: fitted to its width, sizes rounded. */
#ifndef PEOPLE_H
#define PEOPLE_H

#include "buffer.h"
#include "display.h"
#include "pen.h"
#include "shape.h"

struct people {
	const struct display *display;
	bool bytes; /* sizes are exact */
	bool all; /* also what is empty */
	bool title; /* say which view it is */
};

/* A cell as shown: escapes undone, sizes rounded. Clears @buffer. */
struct slice people_cell(const struct people *people, const struct view *view,
			 unsigned int column, struct slice cell,
			 struct buffer *buffer);

/* Write a cell, cut to @width with a mark. */
void people_cut(struct pen *pen, const struct display *display,
		struct slice cell, size_t width);

/* "14.0M": a size to three digits. */
struct slice people_size(char to[SHORT_TEXT], u64 bytes);

/* Write a sentence: @width columns of it here, the rest on lines of its own. */
void people_sentence(struct pen *pen, struct slice text, size_t width);

/* Print a table that fits the display, and name what was left out. */
void people_rows(struct out *out, struct rows *rows,
		 const struct people *people);

#endif
