// SPDX-License-Identifier: GPL-2.0
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "rates.h"

u64 nanoseconds(struct slice time)
{
	struct slice whole, rest = { NULL, 0 };
	u64 value, i;

	if (!slice_split(time, '.', &whole, &rest))
		whole = time;
	if (!cell_u64(whole, &value) || value > ULLONG_MAX / 2000000000)
		return 0;
	for (i = 0; i < 9; i++) {
		value *= 10;
		if (i < rest.len && rest.p[i] >= '0' && rest.p[i] <= '9')
			value += rest.p[i] - '0';
	}
	return value;
}

u64 rate_of(u64 delta, u64 ns)
{
	u64 us = ns / 1000;

	/* Tenths per second, without overflow for any counter. */
	while (delta > ULLONG_MAX / 10000000) {
		delta >>= 1;
		us >>= 1;
	}
	return us ? delta * 10000000 / us : RATE_UNKNOWN;
}

static bool same_identity(const struct rates *rates, const struct slice *a,
			  const struct slice *b)
{
	const struct view *old = rates->old->grid.view;
	const struct view *now = rates->now->grid.view;
	unsigned int j;
	int i;

	for (j = 0; j < now->columns; j++) {
		if (!known_identity(&rates->known, now, now->column[j]))
			continue;
		i = column_of(old, now->column[j]);
		if (i < 0 || !slice_same(a[i], b[j]))
			return false;
	}
	return true;
}

/* Rows nearly always keep their order: search on from the last hit. */
static size_t find_old(const struct rates *rates, const struct slice *cells,
		       size_t hint)
{
	size_t n = rates->old->grid.rows, i, row;

	for (i = 0; i < n; i++) {
		row = hint + i < n ? hint + i : hint + i - n;
		if (same_identity(rates, grid_row(&rates->old->grid, row),
				  cells))
			return row;
	}
	return NO_ROW;
}

/* The counter of a row, formerly @old; *@number if it is a number now. */
static u64 rate(const struct rates *rates, size_t old, unsigned int column,
		struct slice now, bool *number)
{
	const struct view *view = rates->old->grid.view;
	struct slice name = rates->now->grid.view->column[column];
	bool wraps = known_wraps(&rates->known, view, name);
	int before = column_of(view, name);
	u64 a, b, step;

	*number = cell_u64(now, &b);
	if (!*number || old == NO_ROW || before < 0 ||
	    !cell_u64(grid_row(&rates->old->grid, old)[before], &a) ||
	    !counter_step(wraps, a, b, &step))
		return RATE_UNKNOWN;
	return rate_of(step, rates->ns);
}

static void add(u64 *sum, u64 rate)
{
	if (rate == RATE_UNKNOWN)
		return;
	if (*sum == RATE_UNKNOWN)
		*sum = 0;
	*sum = *sum + rate < *sum ? RATE_UNKNOWN - 1 : *sum + rate;
}

/* The group that @cells belong to, or a new one. */
static struct rate_line *group(struct rates *rates, const struct slice *cells)
{
	struct rate_line *line;
	unsigned int i;

	for (line = rates->line; line < rates->line + rates->lines; line++)
		if (rates->by >= 0 &&
		    slice_same(cells[rates->by],
			       grid_row(&rates->now->grid,
					line->row)[rates->by]))
			return line;
	rates->lines++;
	for (i = 0; i < rates->columns; i++)
		line->rate[i] = RATE_UNKNOWN;
	return line;
}

static void add_row(struct rates *rates, size_t row, size_t old)
{
	const struct view *view = rates->now->grid.view;
	const struct slice *cells = grid_row(&rates->now->grid, row);
	struct rate_line *line = group(rates, cells);
	unsigned int i, column;
	bool number;
	u64 r;

	line->row = row;
	line->old = old;
	for (i = 0; i < rates->columns; i++) {
		column = rates->column[i];
		r = rate(rates, old, column, cells[column], &number);
		add(&line->rate[i], r);
		line->shown |= rates->ns && (r == RATE_UNKNOWN ? number : r);
		if (r && r != RATE_UNKNOWN)
			rates->seen |= 1U << i;
		if (column_listed(rates->known.busy, view->column[column]))
			add(&line->busy, r);
	}
}

/* Context for the comparison: qsort() has no argument for it. */
static const struct rates *sorted;

/* Compare by a rate or a cell; unknown ones come last either way. */
static int by_column(const struct rate_line *x, const struct rate_line *y)
{
	const struct grid *grid = &sorted->now->grid;
	unsigned int i;
	int order;

	for (i = 0; i < sorted->columns; i++) {
		if (sorted->column[i] != (unsigned int)sorted->sort)
			continue;
		if (x->rate[i] == y->rate[i])
			return 0;
		if (x->rate[i] == RATE_UNKNOWN || y->rate[i] == RATE_UNKNOWN)
			return x->rate[i] == RATE_UNKNOWN ? 1 : -1;
		order = x->rate[i] < y->rate[i] ? -1 : 1;
		return sorted->descending ? -order : order;
	}
	order = text_order(grid_row(grid, x->row)[sorted->sort],
			   grid_row(grid, y->row)[sorted->sort]);
	return sorted->descending ? -order : order;
}

/* Busiest first, idle ones last; otherwise in the order of the view. */
static int busiest(const void *a, const void *b)
{
	const struct rate_line *x = a, *y = b;

	if (x->shown != y->shown)
		return x->shown ? -1 : 1;
	if (sorted->sort >= 0) {
		int order = by_column(x, y);

		if (order)
			return order;
	} else if (x->busy != y->busy) {
		return x->busy > y->busy ? -1 : 1;
	}
	return x->row < y->row ? -1 : x->row > y->row;
}

static void choose_columns(struct rates *rates, const struct view *view)
{
	unsigned int i;

	rates->columns = 0;
	rates->percpu = -1;
	for (i = 0; i < view->columns; i++) {
		if (!column_listed(rates->known.counters, view->column[i]))
			continue;
		if (view->type[i] == 'p')
			rates->percpu = rates->by < 0 ? (int)i : -1;
		else if (rates->columns < MAX_RATES)
			rates->column[rates->columns++] = i;
	}
}

bool rates_make(struct rates *rates, const struct take *old,
		const struct take *now)
{
	size_t row, found, hint = 0;
	struct rows rows;

	rates->old = old;
	rates->now = now;
	rates->known = known_view(now->grid.view);
	rates->ns = now->ns > old->ns ? now->ns - old->ns : 0;
	choose_columns(rates, now->grid.view);
	rates->lines = 0;
	rates->shown = 0;
	rates->line = calloc(now->grid.rows + 1, sizeof(*rates->line));
	if (!rates->line) {
		complain(FAILED, "no memory for %llu rows",
			 (u64)now->grid.rows);
		return false;
	}
	if (!shape_rows_begin(&rows, rates->shape, now->grid.view))
		return false;
	for (row = 0; row < now->grid.rows; row++) {
		if (!shape_row_shown(&rows, grid_row(&now->grid, row)))
			continue;
		found = find_old(rates, grid_row(&now->grid, row), hint);
		if (found != NO_ROW)
			hint = found + 1;
		add_row(rates, row, found);
	}
	sorted = rates;
	qsort(rates->line, rates->lines, sizeof(*rates->line), busiest);
	while (rates->shown < rates->lines && rates->line[rates->shown].shown)
		rates->shown++;
	return true;
}

void rates_free(struct rates *rates)
{
	free(rates->line);
	rates->line = NULL;
}

void percpu_begin(struct percpu_walk *walk, const struct rates *rates,
		  const struct rate_line *line)
{
	const struct view *now = rates->now->grid.view;
	int old = column_of(rates->old->grid.view, now->column[rates->percpu]);

	memset(walk, 0, sizeof(*walk));
	walk->rates = rates;
	if (line->old == NO_ROW || old < 0)
		return;
	walk->rest = grid_row(&rates->now->grid, line->row)[rates->percpu];
	walk->before = grid_row(&rates->old->grid, line->old)[old];
}

bool percpu_next(struct percpu_walk *walk)
{
	struct slice item, value;
	u64 cpu, n, step;

	while (item_next(&walk->rest, &item)) {
		if (!slice_split(item, ':', &walk->cpu, &value) ||
		    !cell_u64(walk->cpu, &cpu) || !cell_u64(value, &n) ||
		    !counter_step(true, percpu_count(walk->before, cpu), n,
				  &step) ||
		    !step)
			continue;
		walk->rate = rate_of(step, walk->rates->ns);
		return true;
	}
	return false;
}
