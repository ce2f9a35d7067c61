/* SPDX-License-Identifier: GPL-2.0 */
/* The rows of a view, split once for random access. */
#ifndef GRID_H
#define GRID_H

#include "parse.h"

struct grid {
	const struct view *view; /* the cells point into its text */
	size_t rows;
	struct slice *cells;
};

/*
 * Split all rows of a validated @view. False after a complaint if out of
 * memory.
 */
bool grid_make(struct grid *grid, const struct view *view);
void grid_free(struct grid *grid);

/* The cells of a row: view->columns of them. */
const struct slice *grid_row(const struct grid *grid, size_t row);

/* The index of the column @name, or -1. */
int column_of(const struct view *view, struct slice name);

/* The cell of the column @name; "-" if there is no such column. */
struct slice cell_named(const struct view *view, const struct slice *cells,
			const char *name);

/* The count of a CPU in the cell @counts, 0 if it is not listed. */
u64 percpu_count(struct slice counts, u64 cpu);

/* Whether the comma-separated @list contains @item. */
bool list_has(struct slice list, struct slice item);

#endif
