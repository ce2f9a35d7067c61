/* SPDX-License-Identifier: GPL-2.0 */
/* Views for people at a terminal: as wide as it is, sizes rounded. */
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

/* A cell as it is shown: escapes undone, sizes rounded. @buffer is emptied. */
struct slice people_cell(const struct people *people, const struct view *view,
			 unsigned int column, struct slice cell,
			 struct buffer *buffer);

/* A cell cut to @width, with a mark that it was. */
void people_cut(struct pen *pen, const struct display *display,
		struct slice cell, size_t width);

/* "14.0M": a size to three digits. */
struct slice people_size(char to[SHORT_TEXT], u64 bytes);

/*
 * A sentence, @width columns of it where the pen stands; what is more goes on in
 * lines of its own.
 */
void people_sentence(struct pen *pen, struct slice text, size_t width);

/* A table that fits the display; says what was left out. */
void people_rows(struct out *out, struct rows *rows,
		 const struct people *people);

#endif
