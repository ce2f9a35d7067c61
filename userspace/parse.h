/* SPDX-License-Identifier: GPL-2.0 */
/* Parsing a view: validated as a whole, then read row by row. */
#ifndef PARSE_H
#define PARSE_H

#include "cell.h"
#include "text.h"

#define FORMAT_VERSION "1"
#define MAX_COLUMNS 64
#define MAX_ROWS 1048576

/* What is wrong with a text, and where. */
struct problem {
	u64 line;
	char what[200];
};

/* A parsed view, which points into its text. */
struct view {
	struct slice name, taken, release, arch, types;
	struct slice error; /* why the module failed to make it, or NULL p */
	u64 rows;
	bool has_rows;
	unsigned int columns;
	struct slice column[MAX_COLUMNS];
	char type[MAX_COLUMNS]; /* declared, else guessed */
	struct slice text; /* all of it */
	struct slice table; /* from the line that names the columns */
	struct slice body; /* the rows */
};

/*
 * Validate the view that @text begins with, and advance past it: header, column
 * names, the fields of each row and their types, the number of rows. Another
 * view may follow. If anything is wrong, returns false with @problem set, and
 * the text must not be used. problem->line is counted up from its initial
 * value.
 */
bool view_parse(struct view *view, struct slice *text, struct problem *problem);

/*
 * For raw captures: parse the first line, the second line, and check whether a
 * line is a row. @cells has room for view->columns.
 */
bool view_begin(struct view *view, struct slice line);
bool view_columns(struct view *view, struct slice line);
bool row_fits(const struct view *view, struct slice line, struct slice *cells);

/* The index of the column @name. */
bool view_place(const struct view *view, struct slice name,
		unsigned int *column);

/*
 * Split the next row off @body, which begins as view->body. @cells has room for
 * view->columns. Returns false after the last row.
 */
bool row_next(const struct view *view, struct slice *body, struct slice *cells);

#endif
