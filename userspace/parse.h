/* SPDX-License-Identifier: GPL-2.0 */
/* A view's text: validated whole, then handed out row by row. */
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

/* A view in a text, of which it only points to pieces. */
struct view {
	struct slice name, taken, release, arch, types;
	struct slice error; /* why the module could not make it, or no p */
	u64 rows;
	bool has_rows;
	unsigned int columns;
	struct slice column[MAX_COLUMNS];
	char type[MAX_COLUMNS]; /* declared, or else guessed */
	struct slice text; /* all of it */
	struct slice table; /* from the line that names the columns */
	struct slice body; /* the rows */
};

/*
 * Validate the view that @text begins with, and take it off: header, column
 * names, every row's fields and their types, the number of rows. Another view
 * may follow it. Returns false with @problem set if anything is wrong; the
 * text is then not to be used. problem->line counts on from what it is.
 */
bool view_parse(struct view *view, struct slice *text, struct problem *problem);

/*
 * For a text that has to be cleaned first: its first line, its second, and
 * whether a line is a row of it. @cells has view->columns places.
 */
bool view_begin(struct view *view, struct slice line);
bool view_columns(struct view *view, struct slice line);
bool row_fits(const struct view *view, struct slice line, struct slice *cells);

/* The place of the column @name. */
bool view_place(const struct view *view, struct slice name,
		unsigned int *column);

/*
 * Split the next row off @body, which begins as view->body. @cells has
 * view->columns places. Returns false when there is no row left.
 */
bool row_next(const struct view *view, struct slice *body, struct slice *cells);

#endif
