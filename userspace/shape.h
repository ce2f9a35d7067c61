/* SPDX-License-Identifier: GPL-2.0 */
/* Which rows and columns of a view are shown, and in which order. */
#ifndef SHAPE_H
#define SHAPE_H

#include "err.h"
#include "parse.h"
#include "where.h"

#define MAX_WHERE 16

/* From the command line; rows_begin() checks it against each view. */
struct shape {
	const char *columns; /* A,B or NULL for all */
	const char *sort; /* COLUMN or COLUMN:desc, or NULL */
	const char *where[MAX_WHERE]; /* all must hold */
	unsigned int wheres;
	const char *match; /* a text that some cell contains, or NULL */
	bool no_header;
};

/* Whether it leaves rows and columns unchanged. */
bool shape_none(const struct shape *shape);

struct sort_row;

/* An iterator over the rows of a view that are shown. */
struct rows {
	const struct view *view;
	unsigned int columns;
	unsigned int column[MAX_COLUMNS]; /* those shown: indexes in @view */
	struct slice cells[MAX_COLUMNS]; /* of this row, indexed as in @view */
	struct slice body; /* the rows after this one, unless sorted */
	struct test tests[MAX_WHERE];
	unsigned int nr_tests, sort;
	const char *match;
	bool descending;
	struct sort_row *keys; /* when sorted */
	size_t nr_keys, at;
};

/*
 * Begin before the first row. On DONE the caller calls rows_end(); an unknown
 * column or operator is USAGE, after a complaint.
 */
enum exit_code rows_begin(struct rows *rows, const struct shape *shape,
			  const struct view *view);
bool rows_next(struct rows *rows);
void rows_rewind(struct rows *rows);
void rows_end(struct rows *rows);

/* For callers that walk the rows themselves: test one row of cells. */
bool shape_rows_begin(struct rows *rows, const struct shape *shape,
		      const struct view *view);
bool shape_row_shown(const struct rows *rows, const struct slice *cells);

/* The column and direction of --sort; false after a complaint. */
bool shape_sort(const struct shape *shape, const struct view *view,
		unsigned int *column, bool *descending);

/* A name and a cell of this row, by index among the columns shown. */
struct slice rows_name(const struct rows *rows, unsigned int i);
struct slice rows_cell(const struct rows *rows, unsigned int i);
char rows_type(const struct rows *rows, unsigned int i);

#endif
