// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>

#include "shape.h"

/* A row and its sort key. */
struct sort_row {
	struct slice row, cell;
	const struct rows *rows;
};

bool shape_none(const struct shape *shape)
{
	return !shape->columns && !shape->sort && !shape->wheres &&
	       !shape->match;
}

static bool choose_columns(struct rows *rows, const char *columns)
{
	struct slice list = { NULL, 0 }, name;
	unsigned int i, column;

	rows->columns = 0;
	if (columns)
		list = slice_of(columns);
	for (i = 0; !columns && i < rows->view->columns; i++)
		rows->column[rows->columns++] = i;
	while (item_next(&list, &name)) {
		if (!find_column(rows->view, name, &column))
			return false;
		for (i = 0; i < rows->columns; i++) {
			if (rows->column[i] != column)
				continue;
			complain(USAGE, "--columns: '%.*s' is there twice",
				 (int)name.len, name.p);
			return false;
		}
		rows->column[rows->columns++] = column;
	}
	return true;
}

bool shape_row_shown(const struct rows *rows, const struct slice *cells)
{
	unsigned int i;

	for (i = 0; i < rows->nr_tests; i++)
		if (!test_holds(&rows->tests[i], rows->view,
				cells[rows->tests[i].column]))
			return false;
	return !rows->match || row_matches(rows->view, cells, rows->match);
}

static bool next_match(struct rows *rows, struct slice *row)
{
	do {
		row->p = rows->body.p;
		if (!row_next(rows->view, &rows->body, rows->cells))
			return false;
		row->len = rows->body.p - row->p;
	} while (!shape_row_shown(rows, rows->cells));
	return true;
}

/* 0 for a value; "-" and "*" sort after all values. */
static int rank(struct slice cell)
{
	return slice_is(cell, "-") + 2 * slice_is(cell, "*");
}

static int row_order(const void *left, const void *right)
{
	const struct sort_row *a = left, *b = right;
	const struct rows *rows = a->rows;
	char type = rows->view->type[rows->sort];
	struct value x, y;
	int order = rank(a->cell) - rank(b->cell);

	if (order)
		return order;
	if (cell_value(type, a->cell, &x) && cell_value(type, b->cell, &y))
		order = value_order(&x, &y);
	else
		order = text_order(a->cell, b->cell);
	if (order)
		return rows->descending ? -order : order;
	/* Keep the sort stable: qsort() is not. */
	return a->row.p < b->row.p ? -1 : 1;
}

bool shape_sort(const struct shape *shape, const struct view *view,
		unsigned int *column, bool *descending)
{
	struct slice name = slice_of(shape->sort), way;

	*descending = false;
	if (slice_split(name, ':', &name, &way)) {
		*descending = slice_is(way, "desc");
		if (!*descending && !slice_is(way, "asc")) {
			complain(
				USAGE,
				"--sort '%s': expected COLUMN, COLUMN:asc or COLUMN:desc",
				shape->sort);
			return false;
		}
	}
	return find_column(view, name, column);
}

static enum exit_code sort_rows(struct rows *rows, const struct shape *shape)
{
	struct sort_row *keys;
	struct slice row;

	if (!shape_sort(shape, rows->view, &rows->sort, &rows->descending))
		return USAGE;
	keys = malloc((rows->view->rows + 1) * sizeof(*keys));
	if (!keys)
		return complain(FAILED, "--sort: out of memory");
	while (next_match(rows, &row)) {
		keys[rows->nr_keys].row = row;
		keys[rows->nr_keys].cell = rows->cells[rows->sort];
		keys[rows->nr_keys++].rows = rows;
	}
	qsort(keys, rows->nr_keys, sizeof(*keys), row_order);
	rows->keys = keys;
	return DONE;
}

bool shape_rows_begin(struct rows *rows, const struct shape *shape,
		      const struct view *view)
{
	unsigned int i;

	memset(rows, 0, sizeof(*rows));
	rows->view = view;
	rows->body = view->body;
	rows->match = shape->match;
	for (i = 0; i < shape->wheres; i++)
		if (!test_parse(&rows->tests[rows->nr_tests++], view,
				shape->where[i]))
			return false;
	return true;
}

enum exit_code rows_begin(struct rows *rows, const struct shape *shape,
			  const struct view *view)
{
	if (!shape_rows_begin(rows, shape, view) ||
	    !choose_columns(rows, shape->columns))
		return USAGE;
	return shape->sort ? sort_rows(rows, shape) : DONE;
}

bool rows_next(struct rows *rows)
{
	struct slice row;

	if (!rows->keys)
		return next_match(rows, &row);
	if (rows->at == rows->nr_keys)
		return false;
	row = rows->keys[rows->at++].row;
	return row_next(rows->view, &row, rows->cells);
}

void rows_rewind(struct rows *rows)
{
	rows->at = 0;
	rows->body = rows->view->body;
}

void rows_end(struct rows *rows)
{
	free(rows->keys);
	rows->keys = NULL;
}

struct slice rows_name(const struct rows *rows, unsigned int i)
{
	return rows->view->column[rows->column[i]];
}

struct slice rows_cell(const struct rows *rows, unsigned int i)
{
	return rows->cells[rows->column[i]];
}

char rows_type(const struct rows *rows, unsigned int i)
{
	return rows->view->type[rows->column[i]];
}
