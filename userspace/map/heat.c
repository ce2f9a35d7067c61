// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>

#include "heat.h"
#include "segments.h"

static bool pair(struct slice item, u64 *cpu, u64 *count)
{
	struct slice key, value;

	return slice_split(item, ':', &key, &value) && cell_u64(key, cpu) &&
	       cell_u64(value, count);
}

/* The CPUs that an interrupt may be delivered to. */
static void add_cpus(struct heat *heat, struct slice list)
{
	struct slice item;
	u64 first, last;

	while (item_next(&list, &item))
		if (item_range(item, &first, &last) && last >= heat->cpus)
			heat->cpus = last + 1;
}

static void add_row(struct heat *heat, size_t row, struct slice counts)
{
	struct slice item;
	bool any = false;
	u64 cpu, count;

	while (item_next(&counts, &item)) {
		if (!pair(item, &cpu, &count) || !count)
			continue;
		any = true;
		if (cpu >= heat->cpus)
			heat->cpus = cpu + 1;
		if (count > heat->max)
			heat->max = count;
	}
	if (any)
		heat->row[heat->rows++] = row;
}

enum exit_code heat_make(struct heat *heat, const struct view *view)
{
	size_t i;

	memset(heat, 0, sizeof(*heat));
	if (column_of(view, slice_of("PERCPU")) < 0)
		return complain(USAGE, "map: '%.*s' has no per-CPU counts",
				(int)view->name.len, view->name.p);
	if (!grid_make(&heat->grid, view))
		return FAILED;
	heat->row = calloc(heat->grid.rows + 1, sizeof(*heat->row));
	if (!heat->row) {
		heat_free(heat);
		return complain(FAILED, "no memory for %llu rows", view->rows);
	}
	for (i = 0; i < heat->grid.rows; i++) {
		const struct slice *cells = grid_row(&heat->grid, i);

		add_cpus(heat, cell_named(view, cells, "AFFINITY"));
		add_row(heat, i, cell_named(view, cells, "PERCPU"));
	}
	return DONE;
}

void heat_free(struct heat *heat)
{
	grid_free(&heat->grid);
	free(heat->row);
}

struct slice heat_cell(const struct heat *heat, size_t i, const char *column)
{
	return cell_named(heat->grid.view, grid_row(&heat->grid, heat->row[i]),
			  column);
}

void heat_counts(const struct heat *heat, size_t i, size_t fold, u64 *counts)
{
	struct slice list = heat_cell(heat, i, "PERCPU"), item;
	u64 cpu, count;

	memset(counts, 0, heat->cpus * sizeof(*counts));
	while (item_next(&list, &item))
		if (pair(item, &cpu, &count))
			counts[cpu / fold] += count;
}

unsigned int heat_of(u64 count, u64 max)
{
	unsigned int heat;

	if (!count)
		return 0;
	heat = 1 + log2_4(count) * (HEATS - 1) / (log2_4(max) + 1);
	return heat < HEATS ? heat : HEATS - 1;
}
