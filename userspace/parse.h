/* SPDX-License-Identifier: GPL-2.0 */
/* A view's text: validated whole, then handed out row by row. */
#ifndef PARSE_H
#define PARSE_H

#include <stdbool.h>
#include <stddef.h>

#define FORMAT_VERSION "1"
#define MAX_COLUMNS 64

/* A piece of the text, not NUL terminated. */
struct slice {
	const char *p;
	size_t len;
};

/* What is wrong with a text, and where. */
struct problem {
	unsigned long line;
	char what[200];
};

/* A view in a text, of which it only points to pieces. */
struct view {
	struct slice name, taken, release, arch, types;
	unsigned long rows;
	unsigned int columns;
	struct slice column[MAX_COLUMNS];
	struct slice table; /* from the line that names the columns */
	struct slice body; /* the rows */
};

bool slice_is(struct slice s, const char *text);

/*
 * Validate @text as one view: header, column names, every row's fields and
 * their types, the number of rows. Returns false with @problem set if
 * anything is wrong; the text is then not to be used.
 */
bool view_parse(struct view *view, struct slice text, struct problem *problem);

/*
 * Split the next row off @body, which begins as view->body. @cells has
 * view->columns places. Returns false when there is no row left.
 */
bool row_next(const struct view *view, struct slice *body,
	      struct slice *cells);

/* The type of a column: a letter of the format, 's' where none is declared. */
char column_type(const struct view *view, unsigned int column);

#endif
