// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>

#include "diff.h"
#include "err.h"
#include "known.h"
#include "pids.h"

#define NO_MATE ((size_t)-1)

/* A row as it is sorted: by what names it, and by all that is compared. */
struct item {
	u64 key, all;
	size_t row;
};

/* One of the two takes. */
struct take {
	struct grid grid;
	struct item *items;
	size_t *mate; /* of each row, in the other take */
};

/* A column that is compared, in both takes. */
struct pair {
	unsigned int column[2];
	bool key, pids;
};

struct diff {
	struct take take[2];
	struct pair pair[MAX_COLUMNS];
	unsigned int pairs;
};

/* FNV-1a. Only brings rows together that may be mates: they are compared. */
static u64 hash(u64 h, struct slice s, bool pids)
{
	char c;

	while (next_char(&s, pids, &c))
		h = (h ^ (unsigned char)c) * 0x100000001b3ULL;
	return (h ^ 0xff) * 0x100000001b3ULL;
}

static const struct slice *cells_of(const struct diff *diff, int which,
				    size_t row)
{
	return grid_row(&diff->take[which].grid, row);
}

static bool same_rows(const struct diff *diff, size_t a, size_t b, bool all)
{
	const struct slice *left = cells_of(diff, 0, a);
	const struct slice *right = cells_of(diff, 1, b);
	unsigned int i;

	for (i = 0; i < diff->pairs; i++) {
		const struct pair *p = &diff->pair[i];

		if ((all || p->key) &&
		    !same_cells(left[p->column[0]], right[p->column[1]],
				p->pids))
			return false;
	}
	return true;
}

static int by_all(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	if (x->all != y->all)
		return x->all < y->all ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

static bool take_make(struct diff *diff, int which, const struct view *view)
{
	const u64 start = 0xcbf29ce484222325ULL;
	struct take *take = &diff->take[which];
	size_t row, n;
	unsigned int i;

	if (!grid_make(&take->grid, view))
		return false;
	n = take->grid.rows;
	take->items = calloc(n + 1, sizeof(*take->items));
	take->mate = calloc(n + 1, sizeof(*take->mate));
	if (!take->items || !take->mate) {
		complain(FAILED, "no memory for %llu rows", (u64)n);
		return false;
	}
	for (row = 0; row < n; row++) {
		struct item *item = &take->items[row];
		const struct slice *cells = cells_of(diff, which, row);

		item->row = row;
		item->key = start;
		item->all = start;
		for (i = 0; i < diff->pairs; i++) {
			const struct pair *p = &diff->pair[i];
			struct slice cell = cells[p->column[which]];

			item->all = hash(item->all, cell, p->pids);
			if (p->key)
				item->key = hash(item->key, cell, p->pids);
		}
		take->mate[row] = NO_MATE;
	}
	return true;
}

static void take_free(struct take *take)
{
	grid_free(&take->grid);
	free(take->items);
	free(take->mate);
}

/* Make mates of those without one whose key, or with @all everything, agrees. */
static void match(struct diff *diff, bool all)
{
	struct take *a = &diff->take[0], *b = &diff->take[1];
	size_t i = 0, j = 0;

	while (i < a->grid.rows && j < b->grid.rows) {
		struct item x = a->items[i], y = b->items[j];
		int order;

		if (a->mate[x.row] != NO_MATE) {
			i++;
			continue;
		}
		if (b->mate[y.row] != NO_MATE) {
			j++;
			continue;
		}
		x.row = 0;
		y.row = 0;
		if (!all)
			x.all = y.all;
		order = by_all(&x, &y);
		if (!order &&
		    same_rows(diff, a->items[i].row, b->items[j].row, all)) {
			a->mate[a->items[i].row] = b->items[j].row;
			b->mate[b->items[j].row] = a->items[i].row;
		}
		i += order <= 0;
		j += order >= 0;
	}
}

static int by_row(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

static void sort(struct diff *diff, int (*order)(const void *, const void *))
{
	int i;

	for (i = 0; i < 2; i++)
		qsort(diff->take[i].items, diff->take[i].grid.rows,
		      sizeof(struct item), order);
}

static void choose_columns(struct diff *diff, const struct view *a,
			   const struct view *b, bool counters)
{
	struct known known = known_view(a);
	unsigned int i;

	for (i = 0; i < a->columns; i++) {
		struct pair *p = &diff->pair[diff->pairs];
		int other = column_of(b, a->column[i]);

		p->key = known_identity(&known, a, a->column[i]);
		if (other < 0 ||
		    (!counters && !p->key &&
		     (column_listed(known.counters, a->column[i]) ||
		      column_listed(known.gauges, a->column[i]))))
			continue;
		p->column[0] = i;
		p->column[1] = other;
		p->pids = slice_is(a->column[i], "ACTIONS");
		diff->pairs++;
	}
}

/* The whole row, as the table has it. */
static void print_row(struct out *out, char mark, const struct slice *cells,
		      unsigned int columns)
{
	const char *end = cells[columns - 1].p + cells[columns - 1].len;

	out_char(out, mark);
	out_char(out, ' ');
	out_printable(out, (struct slice){ cells[0].p, end - cells[0].p });
	out_char(out, '\n');
}

static void print_change(struct out *out, const struct diff *diff, size_t row)
{
	const struct view *view = diff->take[0].grid.view;
	const struct slice *a = cells_of(diff, 0, row);
	const struct slice *b = cells_of(diff, 1, diff->take[0].mate[row]);
	const char *before = "~ ";
	unsigned int i;

	for (i = 0; i < diff->pairs; i++) {
		if (!diff->pair[i].key)
			continue;
		out_text(out, before);
		out_printable(out, view->column[diff->pair[i].column[0]]);
		out_char(out, ' ');
		out_printable(out, a[diff->pair[i].column[0]]);
		before = ", ";
	}
	before = ": ";
	for (i = 0; i < diff->pairs; i++) {
		const struct pair *p = &diff->pair[i];

		if (same_cells(a[p->column[0]], b[p->column[1]], p->pids))
			continue;
		out_text(out, before);
		out_printable(out, view->column[p->column[0]]);
		out_char(out, ' ');
		out_printable(out, a[p->column[0]]);
		out_text(out, " -> ");
		out_printable(out, b[p->column[1]]);
		before = "; ";
	}
	out_char(out, '\n');
}

static bool changed(const struct diff *diff, size_t row)
{
	size_t mate = diff->take[0].mate[row];

	return mate != NO_MATE && !same_rows(diff, row, mate, true);
}

static void count(const struct diff *diff, struct diff_count *n)
{
	const struct take *a = &diff->take[0], *b = &diff->take[1];
	size_t i;

	for (i = 0; i < a->grid.rows; i++) {
		n->removed += a->mate[i] == NO_MATE;
		n->changed += changed(diff, i);
	}
	for (i = 0; i < b->grid.rows; i++)
		n->added += b->mate[i] == NO_MATE;
}

static void print_only(struct out *out, const struct view *view,
		       const struct view *other, const char *which)
{
	unsigned int i;

	for (i = 0; i < view->columns; i++) {
		if (column_of(other, view->column[i]) >= 0)
			continue;
		out_text(out, "#   not compared, only in ");
		out_text(out, which);
		out_text(out, ": ");
		out_printable(out, view->column[i]);
		out_char(out, '\n');
	}
}

/* A removed row stands where it was; an added one before what follows it. */
static void print(struct out *out, const struct diff *diff)
{
	const struct take *a = &diff->take[0], *b = &diff->take[1];
	size_t i, j = 0;

	for (i = 0; i < a->grid.rows; i++) {
		size_t mate = a->mate[i];

		if (mate == NO_MATE) {
			print_row(out, '-', cells_of(diff, 0, i),
				  a->grid.view->columns);
			continue;
		}
		for (; j < mate; j++)
			if (b->mate[j] == NO_MATE)
				print_row(out, '+', cells_of(diff, 1, j),
					  b->grid.view->columns);
		if (changed(diff, i))
			print_change(out, diff, i);
	}
	for (; j < b->grid.rows; j++)
		if (b->mate[j] == NO_MATE)
			print_row(out, '+', cells_of(diff, 1, j),
				  b->grid.view->columns);
}

static void print_head(struct out *out, const struct view *a,
		       const struct view *b, const struct diff_count *n)
{
	out_text(out, "# ");
	out_printable(out, a->name);
	out_text(out, ": ");
	out_u64(out, n->removed);
	out_text(out, " removed, ");
	out_u64(out, n->added);
	out_text(out, " added, ");
	out_u64(out, n->changed);
	out_text(out, " changed\n");
	print_only(out, a, b, "A");
	print_only(out, b, a, "B");
}

bool diff_views(struct out *out, const struct view *a, const struct view *b,
		bool counters, struct diff_count *n)
{
	struct diff diff = { 0 };
	bool good;

	memset(n, 0, sizeof(*n));
	choose_columns(&diff, a, b, counters);
	good = take_make(&diff, 0, a) && take_make(&diff, 1, b);
	if (good) {
		sort(&diff, by_all);
		match(&diff, true);
		sort(&diff, by_row);
		match(&diff, false);
		count(&diff, n);
		if (out && (n->removed || n->added || n->changed)) {
			print_head(out, a, b, n);
			print(out, &diff);
		}
	}
	take_free(&diff.take[0]);
	take_free(&diff.take[1]);
	return good;
}
