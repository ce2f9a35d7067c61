/* SPDX-License-Identifier: GPL-2.0 */
/* How often each CPU took each interrupt. */
#ifndef HEAT_H
#define HEAT_H

#include "err.h"
#include "grid.h"

#define HEATS 5 /* 0 is none */

struct heat {
	struct grid grid;
	size_t rows; /* with a count */
	size_t *row;
	size_t cpus;
	u64 max; /* the largest count of one row and CPU */
};

/*
 * Collect the per-CPU counts of a view that has PERCPU. On DONE the caller
 * calls heat_free(); otherwise a complaint was printed.
 */
enum exit_code heat_make(struct heat *heat, const struct view *view);
void heat_free(struct heat *heat);

/* A cell of row @i; "-" if there is no such column. */
struct slice heat_cell(const struct heat *heat, size_t i, const char *column);

/*
 * Sum the counts of row @i into @counts, @fold CPUs a column. @counts has room
 * for all CPUs.
 */
void heat_counts(const struct heat *heat, size_t i, size_t fold, u64 *counts);

/*
 * The heat of a count on a logarithmic scale up to @max: 0 for none, up to
 * HEATS - 1.
 */
unsigned int heat_of(u64 count, u64 max);

#endif
