// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE /* getpagesize() */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "verify.h"

static u64 hash_more(u64 h, struct slice s)
{
	while (s.len--)
		h = (h ^ (unsigned char)*s.p++) * 0x100000001b3ULL;
	return (h ^ 0xff) * 0x100000001b3ULL;
}

static bool had(const struct differences *differences, u64 hash)
{
	size_t i;

	for (i = 0; i < differences->n; i++)
		if (differences->hash[i] == hash)
			return true;
	return false;
}

static void remember(struct differences *differences, u64 hash)
{
	size_t room = differences->room * 2 + 512;
	u64 *larger;

	if (differences->n == differences->room) {
		larger = realloc(differences->hash, room * sizeof(*larger));
		if (!larger)
			return;
		differences->hash = larger;
		differences->room = room;
	}
	differences->hash[differences->n++] = hash;
}

/* Whether it differs for good; what agreed in an earlier try does not. */
static bool differs(struct verify *verify, u64 hash)
{
	if (verify->earlier && !had(verify->earlier, hash)) {
		verify->agree++;
		return false;
	}
	verify->differ++;
	remember(&verify->differences, hash);
	return verify->out;
}

void verify_true(struct verify *verify, bool good, struct slice subject,
		 const char *what)
{
	if (good) {
		verify->agree++;
		return;
	}
	if (!differs(verify, hash_more(hash_more(0, subject), slice_of(what))))
		return;
	out_printable(verify->out, verify->grid.view->name);
	out_char(verify->out, ' ');
	out_printable(verify->out, subject);
	out_char(verify->out, ' ');
	out_text(verify->out, what);
	out_char(verify->out, '\n');
}

size_t verify_row(const struct verify *verify, struct slice key, size_t hint)
{
	size_t n = verify->grid.rows, i, row;

	for (i = 0; i < n; i++) {
		row = hint + i < n ? hint + i : hint + i - n;
		if (slice_same(grid_row(&verify->grid, row)[0], key))
			return row;
	}
	return NO_ROW;
}

/* The numbers that the kernel's mean in the view, and the view's own. */
static bool numbers(char how, struct slice shown, struct slice before,
		    struct slice after, u64 n[3])
{
	static const char hows[] = "#tksbSL";
	const u64 times[] = { 1, 10, getpagesize() / 1024, 512, 1, 1, 1 };
	const char *at = strchr(hows, how);
	bool size = how == 's' || how == 'b';

	if (!at || !cell_number(before, &n[0]) || !cell_number(after, &n[2]) ||
	    !(size ? cell_size(shown, &n[1]) : cell_number(shown, &n[1])))
		return false;
	n[0] *= times[at - hows];
	n[2] *= times[at - hows];
	/* The kernel cuts ticks off. */
	if (how == 't')
		n[2] += 9;
	if (how == 'L')
		n[2] = ~0ULL;
	return true;
}

static bool between(const u64 n[3])
{
	return n[0] <= n[2] ? n[0] <= n[1] && n[1] <= n[2] :
			      n[2] <= n[1] && n[1] <= n[0];
}

/* The same but for what @how does not tell apart. */
static bool alike(char how, struct slice shown, struct slice kernel)
{
	size_t i;

	if (shown.len != kernel.len)
		return false;
	for (i = 0; i < shown.len; i++) {
		char c = kernel.p[i], d = shown.p[i];

		if (how == 'c' && c >= 'A' && c <= 'Z')
			c += 'a' - 'A';
		if (how == 'm' && c == '-')
			c = '_';
		if (how == 'm' && d == '-')
			d = '_';
		if (c != d)
			return false;
	}
	return true;
}

static struct slice without(struct slice s, size_t n)
{
	return (struct slice){ s.p + n, s.len - n };
}

static bool mhz(struct slice shown, struct slice khz)
{
	struct slice whole, rest;

	return khz.len > 3 && slice_split(shown, '.', &whole, &rest) &&
	       rest.len == 3 && whole.len == khz.len - 3 &&
	       !memcmp(whole.p, khz.p, whole.len) &&
	       !memcmp(rest.p, khz.p + whole.len, 3);
}

static bool texts(char how, struct slice shown, struct slice kernel)
{
	switch (how) {
	case 'a': /* an address without 0x, but with zeroes */
		while (kernel.len > 1 && *kernel.p == '0')
			kernel = without(kernel, 1);
		shown = without(shown, shown.len > 2 ? 2 : 0);
		while (shown.len > 1 && *shown.p == '0')
			shown = without(shown, 1);
		return slice_same(shown, kernel);
	case 'v':
		return shown.len && slice_same(without(shown, 1), kernel);
	case 'w':
		return list_has(shown, slice_of("wakeup")) ==
		       slice_is(kernel, "enabled");
	case 'h':
		return mhz(shown, kernel);
	case '^':
		shown.len =
			part_off(&(struct slice){ shown.p, shown.len }, '-').len;
		return slice_same(shown, kernel);
	case 'c':
	case 'm':
		return alike(how, shown, kernel);
	default:
		if (!kernel.len || slice_is(kernel, "-1"))
			return slice_is(shown, "-") || slice_is(shown, "none");
		return text_same(shown, kernel);
	}
}

static bool same(char how, struct slice shown, struct slice before,
		 struct slice after)
{
	u64 n[3];

	if (strchr("#tksbSL", how))
		return numbers(how, shown, before, after, n) && between(n);
	return texts(how, shown, before) || texts(how, shown, after);
}

static void print_cell(struct verify *verify, const struct slice *cells,
		       int column, struct slice before, struct slice after)
{
	struct out *out = verify->out;

	out_printable(out, verify->grid.view->name);
	out_char(out, ' ');
	out_printable(out, cells[0]);
	out_char(out, ' ');
	out_printable(out, verify->grid.view->column[column]);
	out_text(out, ": shown ");
	out_printable(out, cells[column]);
	out_text(out, ", kernel ");
	out_printable(out, before);
	if (!slice_same(before, after)) {
		out_text(out, " to ");
		out_printable(out, after);
	}
	out_char(out, '\n');
}

void verify_compared(struct verify *verify, size_t row, int column)
{
	verify->compared[row] |= 1;
	if (column >= 0)
		verify->compared[row] |= 1ULL << column;
}

void verify_cell(struct verify *verify, size_t row, struct slice name, char how,
		 struct slice before, struct slice after)
{
	const struct slice *cells = grid_row(&verify->grid, row);
	int column = column_of(verify->grid.view, name);

	if (column < 0 || slice_is(cells[column], "*") || !before.p || !after.p)
		return;
	/* A frequency that changes is another at each look. */
	if (how == 'd' && !slice_same(before, after))
		return;
	verify_compared(verify, row, column);
	if (same(how, cells[column], before, after))
		verify->agree++;
	else if (differs(verify, hash_more(hash_more(0, cells[0]), name)))
		print_cell(verify, cells, column, before, after);
}
