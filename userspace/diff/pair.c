// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "pair.h"

/* How many generations of parents are followed. */
#define MAX_DEPTH 32

/* A row and its sort key: the hash of some of its cells. */
struct item {
	u64 hash;
	size_t row;
};

static const struct slice *cells_of(const struct pairing *pairing, int which,
				    size_t row)
{
	return grid_row(&pairing->take[which].grid, row);
}

/* How PARENT names a row: `disks` has names without the class. */
static struct slice called(const struct pairing *pairing, struct slice cell)
{
	static const char block[] = "block:";
	const size_t len = sizeof(block) - 1;

	if (slice_is(pairing->take[0].grid.view->name, "disks") &&
	    cell.len > len && !memcmp(cell.p, block, len))
		return (struct slice){ cell.p + len, cell.len - len };
	return cell;
}

/* A cell as it is looked up; a parent by the name of its mate. */
static struct slice sought(const struct pairing *pairing,
			   const struct column_pair *p, int which, size_t row)
{
	const struct take *a = &pairing->take[0];
	struct slice cell = cells_of(pairing, which, row)[p->column[which]];
	size_t above;

	if (!p->parent)
		return cell;
	above = which ? NO_MATE : pairing->above[row];
	if (above != NO_MATE && a->mate[above] != NO_MATE)
		return cells_of(pairing, 1, a->mate[above])[0];
	return called(pairing, cell);
}

static bool same_parents(const struct pairing *pairing,
			 const struct column_pair *p, size_t a, size_t b)
{
	return slice_same(sought(pairing, p, 0, a), sought(pairing, p, 1, b));
}

bool pairing_same(const struct pairing *pairing, const struct column_pair *p,
		  size_t a, size_t b)
{
	struct slice left = cells_of(pairing, 0, a)[p->column[0]];
	struct slice right = cells_of(pairing, 1, b)[p->column[1]];

	if (p->parent && same_parents(pairing, p, a, b))
		return true;
	return cells_same(left, right, p->sameness);
}

/* The kernel's own code and data move from boot to boot. */
static bool wanders(const struct pairing *pairing, size_t a,
		    const struct column_pair *p)
{
	static const char kernel[] = "Kernel ";
	const struct view *view = pairing->take[0].grid.view;
	struct slice name = cell_named(view, cells_of(pairing, 0, a), "NAME");

	return pairing->known.wandering && name.len > strlen(kernel) &&
	       !memcmp(name.p, kernel, strlen(kernel)) &&
	       column_listed(pairing->known.wandering,
			     view->column[p->column[0]]);
}

static bool same_rows(const struct pairing *pairing, size_t a, size_t b)
{
	unsigned int i;

	for (i = 0; i < pairing->columns; i++)
		if (pairing->column[i].compared &&
		    !wanders(pairing, a, &pairing->column[i]) &&
		    !pairing_same(pairing, &pairing->column[i], a, b))
			return false;
	return true;
}

bool pairing_changed(const struct pairing *pairing, size_t a)
{
	size_t mate = pairing->take[0].mate[a];

	return mate != NO_MATE && !same_rows(pairing, a, mate);
}

/* What identifies a row of an unknown view. */
static const char *const first_column[] = { NULL };

/*
 * Whether a column matters in this round: that of an identity, or of all
 * columns.
 */
static bool counts(const struct pairing *pairing, const struct column_pair *p,
		   const char *const *identity)
{
	if (!identity)
		return p->compared;
	if (identity == first_column)
		return !p->column[0];
	return column_listed(identity,
			     pairing->take[0].grid.view->column[p->column[0]]);
}

static int by_hash(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

static void sort(struct pairing *pairing, int which,
		 const char *const *identity)
{
	struct take *take = &pairing->take[which];
	unsigned int i;
	size_t row;

	for (row = 0; row < take->grid.rows; row++) {
		u64 hash = HASH_BEGIN;

		for (i = 0; i < pairing->columns; i++) {
			const struct column_pair *p = &pairing->column[i];

			if (counts(pairing, p, identity))
				hash = cell_hash(hash,
						 sought(pairing, p, which, row),
						 p->sameness);
		}
		take->items[row] = (struct item){ hash, row };
	}
	qsort(take->items, take->grid.rows, sizeof(*take->items), by_hash);
}

/* Whether two rows are mates in this round. */
static bool agree(const struct pairing *pairing, const char *const *identity,
		  size_t a, size_t b)
{
	const struct view *view = pairing->take[0].grid.view;
	size_t above = pairing->patient ? pairing->above[a] : NO_MATE;
	unsigned int i;

	if (above != NO_MATE && pairing->take[0].mate[above] == NO_MATE)
		return false;
	/* A missing value identifies nothing. */
	if (identity && *identity && identity != *pairing->known.identities &&
	    cell_special(cell_named(view, cells_of(pairing, 0, a), *identity)))
		return false;
	for (i = 0; i < pairing->columns; i++) {
		const struct column_pair *p = &pairing->column[i];

		if (!counts(pairing, p, identity))
			continue;
		/* A parent of the same name may be a different one by now. */
		if (!(p->parent ? same_parents(pairing, p, a, b) :
				  pairing_same(pairing, p, a, b)))
			return false;
	}
	return true;
}

/*
 * Pair unpaired rows that agree in @identity, or if that is NULL in all
 * columns.
 */
static size_t match(struct pairing *pairing, const char *const *identity,
		    unsigned char level)
{
	struct take *a = &pairing->take[0], *b = &pairing->take[1];
	size_t i = 0, j = 0, made = 0, left, right;

	sort(pairing, 0, identity);
	sort(pairing, 1, identity);
	while (i < a->grid.rows && j < b->grid.rows) {
		left = a->items[i].row;
		right = b->items[j].row;
		if (a->mate[left] != NO_MATE) {
			i++;
		} else if (b->mate[right] != NO_MATE) {
			j++;
		} else if (a->items[i].hash != b->items[j].hash) {
			if (a->items[i].hash < b->items[j].hash)
				i++;
			else
				j++;
		} else {
			if (agree(pairing, identity, left, right)) {
				a->mate[left] = right;
				b->mate[right] = left;
				a->level[left] = level;
				made++;
			}
			i++;
			j++;
		}
	}
	return made;
}

/* Top down, parents first, if the view has parents. */
static void match_down(struct pairing *pairing, const char *const *identity,
		       unsigned char level)
{
	unsigned int depth;

	pairing->patient = pairing->above;
	for (depth = 0; depth < MAX_DEPTH; depth++)
		if (!match(pairing, identity, level) || !pairing->above)
			break;
	pairing->patient = false;
}

static bool take_make(struct take *take, const struct view *view)
{
	size_t row, n;

	if (!grid_make(&take->grid, view))
		return false;
	n = take->grid.rows;
	take->items = calloc(n + 1, sizeof(*take->items));
	take->mate = calloc(n + 1, sizeof(*take->mate));
	take->level = calloc(n + 1, 1);
	if (!take->items || !take->mate || !take->level) {
		complain(FAILED, "no memory for %zu rows", n);
		return false;
	}
	for (row = 0; row < n; row++)
		take->mate[row] = NO_MATE;
	return true;
}

static void choose_columns(struct pairing *pairing, const struct view *a,
			   const struct view *b, bool counters)
{
	const struct known *known = &pairing->known;
	unsigned int i;

	for (i = 0; i < a->columns; i++) {
		struct column_pair *p = &pairing->column[pairing->columns];
		int other = column_of(b, a->column[i]);

		if (other < 0)
			continue;
		p->column[0] = i;
		p->column[1] = other;
		p->compared = counters ||
			      (!column_listed(known->counters, a->column[i]) &&
			       !column_listed(known->handed, a->column[i]) &&
			       !column_listed(known->gauges, a->column[i]));
		p->parent = slice_is(a->column[i], "PARENT") &&
			    (slice_is(a->name, "devices") ||
			     slice_is(a->name, "disks"));
		if (slice_is(a->column[i], "ACTIONS"))
			p->sameness = SAME_BUT_PIDS;
		else if (slice_is(a->column[i], "STATE") && !counters)
			p->sameness = SAME_BUT_MOMENT;
		pairing->columns++;
	}
}

/* Look up the row named @name in the items, which are sorted by name. */
static size_t find_row(const struct pairing *pairing, struct slice name)
{
	const struct take *a = &pairing->take[0];
	u64 hash = cell_hash(HASH_BEGIN, name, SAME_ALL);
	size_t low = 0, high = a->grid.rows, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (a->items[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < a->grid.rows && a->items[low].hash == hash; low++)
		if (slice_same(cells_of(pairing, 0, a->items[low].row)[0],
			       name))
			return a->items[low].row;
	return NO_MATE;
}

/* Find the parent row of each row in the first take. */
static bool find_above(struct pairing *pairing, unsigned int parent)
{
	struct take *a = &pairing->take[0];
	size_t row;

	pairing->above = calloc(a->grid.rows + 1, sizeof(*pairing->above));
	if (!pairing->above) {
		complain(FAILED, "no memory for %zu rows", a->grid.rows);
		return false;
	}
	for (row = 0; row < a->grid.rows; row++)
		a->items[row] =
			(struct item){ cell_hash(HASH_BEGIN,
						 cells_of(pairing, 0, row)[0],
						 SAME_ALL),
				       row };
	qsort(a->items, a->grid.rows, sizeof(*a->items), by_hash);
	for (row = 0; row < a->grid.rows; row++)
		pairing->above[row] = find_row(
			pairing,
			called(pairing, cells_of(pairing, 0, row)[parent]));
	return true;
}

bool pairing_make(struct pairing *pairing, const struct view *a,
		  const struct view *b, bool counters)
{
	const char *const *const *identities;
	unsigned char level;
	unsigned int i;

	memset(pairing, 0, sizeof(*pairing));
	pairing->known = known_view(a);
	if (counters)
		pairing->known.wandering = NULL;
	choose_columns(pairing, a, b, counters);
	if (!take_make(&pairing->take[0], a) ||
	    !take_make(&pairing->take[1], b))
		return false;
	for (i = 0; i < pairing->columns; i++)
		if (pairing->column[i].parent &&
		    !find_above(pairing, pairing->column[i].column[0]))
			return false;
	identities = pairing->known.identities;
	match_down(pairing, NULL, 0);
	if (!identities)
		match(pairing, first_column, 0);
	for (level = 0; identities && identities[level]; level++)
		match_down(pairing, identities[level], level);
	/* Children of rows that only the first take has. */
	for (level = 0; pairing->above && identities[level]; level++)
		match(pairing, identities[level], level);
	return true;
}

void pairing_free(struct pairing *pairing)
{
	unsigned int i;

	free(pairing->above);
	for (i = 0; i < 2; i++) {
		grid_free(&pairing->take[i].grid);
		free(pairing->take[i].items);
		free(pairing->take[i].mate);
		free(pairing->take[i].level);
	}
}
