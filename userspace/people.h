/* SPDX-License-Identifier: GPL-2.0 */
/* Views for people at a terminal: as wide as it is, sizes rounded. */
#ifndef PEOPLE_H
#define PEOPLE_H

#include "buffer.h"
#include "display.h"
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

/* "14.0M": a size to three digits. */
struct slice people_size(char to[SHORT_TEXT], u64 bytes);

/* A table that fits the display; says what was left out. */
void people_rows(struct out *out, struct rows *rows,
		 const struct people *people);

#endif
