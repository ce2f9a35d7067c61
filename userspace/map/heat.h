/* SPDX-License-Identifier: GPL-2.0 */
/* How often each interrupt came to each CPU. */
#ifndef HEAT_H
#define HEAT_H

#include "err.h"
#include "grid.h"

#define HEATS 5 /* colder than 1 is none */

struct heat {
	struct grid grid;
	size_t rows; /* with a count */
	size_t *row;
	size_t cpus;
	u64 max; /* the largest count of one row and CPU */
};

/*
 * Take the per-CPU counts out of a view that has PERCPU. On DONE @heat is to be
 * given to heat_free(); else it was told.
 */
enum exit_code heat_make(struct heat *heat, const struct view *view);
void heat_free(struct heat *heat);

/* A cell of row @i, "-" without such a column. */
struct slice heat_cell(const struct heat *heat, size_t i, const char *column);

/*
 * Sum the counts of row @i by columns of @fold CPUs each into @counts, which
 * has room for all.
 */
void heat_counts(const struct heat *heat, size_t i, size_t fold, u64 *counts);

/* 0 for none, up to HEATS - 1: what a count is beside @max, in logarithms. */
unsigned int heat_of(u64 count, u64 max);

#endif
