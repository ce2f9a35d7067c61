// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>

#include "err.h"
#include "grid.h"

bool grid_make(struct grid *grid, const struct view *view)
{
	struct slice body = view->body;
	size_t row;

	grid->view = view;
	grid->rows = view->rows;
	/* One more than needed, so that an empty grid is not NULL. */
	grid->cells =
		calloc(view->rows * view->columns + 1, sizeof(*grid->cells));
	if (!grid->cells) {
		complain(FAILED, "no memory for %llu rows", view->rows);
		return false;
	}
	for (row = 0; row < grid->rows; row++)
		if (!row_next(view, &body, grid->cells + row * view->columns))
			break;
	grid->rows = row;
	return true;
}

void grid_free(struct grid *grid)
{
	free(grid->cells);
	grid->cells = NULL;
}

const struct slice *grid_row(const struct grid *grid, size_t row)
{
	return grid->cells + row * grid->view->columns;
}

int column_of(const struct view *view, struct slice name)
{
	unsigned int i;

	for (i = 0; i < view->columns; i++)
		if (slice_same(view->column[i], name))
			return i;
	return -1;
}

struct slice cell_named(const struct view *view, const struct slice *cells,
			const char *name)
{
	int column = column_of(view, slice_of(name));

	return column < 0 ? slice_of("-") : cells[column];
}

bool list_has(struct slice list, struct slice item)
{
	struct slice one;

	while (item_next(&list, &one))
		if (slice_same(one, item))
			return true;
	return false;
}

u64 percpu_count(struct slice counts, u64 cpu)
{
	struct slice item, key, value;
	u64 n, other;

	while (item_next(&counts, &item))
		if (slice_split(item, ':', &key, &value) &&
		    cell_u64(key, &other) && other == cpu &&
		    cell_u64(value, &n))
			return n;
	return 0;
}
