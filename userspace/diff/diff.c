// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "diff.h"
#include "pair.h"

static const struct slice *cells_of(const struct pairing *pairing, int which,
				    size_t row)
{
	return grid_row(&pairing->take[which].grid, row);
}

/* The whole row, as in the table. */
static void print_row(struct out *out, char mark, const struct slice *cells,
		      unsigned int columns)
{
	const char *end = cells[columns - 1].p + cells[columns - 1].len;

	out_char(out, mark);
	out_char(out, ' ');
	out_printable(out, (struct slice){ cells[0].p, end - cells[0].p });
	out_char(out, '\n');
}

/* The columns that paired a changed row: its name, if that stayed. */
static const char *const *found_by(const struct pairing *pairing, size_t row)
{
	unsigned char level = pairing->take[0].level[row];
	const struct known *known = &pairing->known;

	if (!level || !known->identities[level + 1])
		return known->identity;
	return known->identities[level];
}

static void print_identity(struct out *out, const struct pairing *pairing,
			   size_t row)
{
	const struct view *view = pairing->take[0].grid.view;
	const char *const *identity = found_by(pairing, row);
	const struct slice *a = cells_of(pairing, 0, row);
	const char *before = "~ ";
	unsigned int i;

	for (i = 0; i < pairing->columns; i++) {
		unsigned int column = pairing->column[i].column[0];

		if (identity ? !column_listed(identity, view->column[column]) :
			       column > 0)
			continue;
		out_text(out, before);
		out_printable(out, view->column[column]);
		out_char(out, ' ');
		out_printable(out, a[column]);
		before = ", ";
	}
}

/* Whether a column is the name of a row, such as "eth0". */
static bool is_name(const struct pairing *pairing, struct slice column)
{
	const char *const *identity = pairing->known.identity;

	return identity && identity[0] && !identity[1] &&
	       slice_is(column, identity[0]) && !slice_is(column, "IRQ");
}

static void print_change(struct out *out, const struct pairing *pairing,
			 size_t row)
{
	const struct view *view = pairing->take[0].grid.view;
	size_t mate = pairing->take[0].mate[row];
	const struct slice *a = cells_of(pairing, 0, row);
	const struct slice *b = cells_of(pairing, 1, mate);
	const char *before = ": ";
	unsigned int i;

	print_identity(out, pairing, row);
	for (i = 0; i < pairing->columns; i++) {
		const struct column_pair *p = &pairing->column[i];
		struct slice name = view->column[p->column[0]];

		if (!p->compared || pairing_same(pairing, p, row, mate))
			continue;
		out_text(out, before);
		if (is_name(pairing, name))
			out_text(out, "renamed");
		else
			out_printable(out, name);
		out_char(out, ' ');
		out_printable(out, a[p->column[0]]);
		out_text(out, " -> ");
		out_printable(out, b[p->column[1]]);
		before = "; ";
	}
	out_char(out, '\n');
}

static void count(const struct pairing *pairing, struct diff_count *n)
{
	const struct take *a = &pairing->take[0], *b = &pairing->take[1];
	size_t i;

	for (i = 0; i < a->grid.rows; i++) {
		n->removed += a->mate[i] == NO_MATE;
		n->changed += pairing_changed(pairing, i);
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

/* A removed row is printed where it was; an added one before its successor. */
static void print(struct out *out, const struct pairing *pairing)
{
	const struct take *a = &pairing->take[0], *b = &pairing->take[1];
	size_t i, j = 0;

	for (i = 0; i < a->grid.rows; i++) {
		size_t mate = a->mate[i];

		if (mate == NO_MATE) {
			print_row(out, '-', cells_of(pairing, 0, i),
				  a->grid.view->columns);
			continue;
		}
		for (; j < mate; j++)
			if (b->mate[j] == NO_MATE)
				print_row(out, '+', cells_of(pairing, 1, j),
					  b->grid.view->columns);
		if (pairing_changed(pairing, i))
			print_change(out, pairing, i);
	}
	for (; j < b->grid.rows; j++)
		if (b->mate[j] == NO_MATE)
			print_row(out, '+', cells_of(pairing, 1, j),
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
	struct pairing pairing;
	bool good = pairing_make(&pairing, a, b, counters);

	memset(n, 0, sizeof(*n));
	if (good) {
		count(&pairing, n);
		if (out && (n->removed || n->added || n->changed)) {
			print_head(out, a, b, n);
			print(out, &pairing);
		}
	}
	pairing_free(&pairing);
	return good;
}
