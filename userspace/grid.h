/* SPDX-License-Identifier: GPL-2.0 */
/* A view's rows, split once, to go to any of them. */
#ifndef GRID_H
#define GRID_H

#include "parse.h"

struct grid {
	const struct view *view; /* whose text the cells point into */
	size_t rows;
	struct slice *cells;
};

/* Split all rows of a validated @view. False, and said so, without memory. */
bool grid_make(struct grid *grid, const struct view *view);
void grid_free(struct grid *grid);

/* The cells of a row, view->columns of them. */
const struct slice *grid_row(const struct grid *grid, size_t row);

/* The place of the column @name, -1 if there is none. */
int column_of(const struct view *view, struct slice name);

/* The cell of the column @name; "-" if there is no such column. */
struct slice cell_named(const struct view *view, const struct slice *cells,
			const char *name);

/* The count of a CPU in the cell @counts, 0 if it is not in there. */
u64 percpu_count(struct slice counts, u64 cpu);

/* Whether the comma separated @list has @item. */
bool list_has(struct slice list, struct slice item);

#endif
