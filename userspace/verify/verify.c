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

/* Whether it really differs; not if it agreed in an earlier try. */
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

void verify_shown(struct verify *verify, struct slice name)
{
	bool shown = false;
	size_t row;

	for (row = 0; row < verify->grid.rows && !shown; row++)
		shown = text_same(grid_row(&verify->grid, row)[0], name);
	verify_true(verify, shown, name, "is in sysfs, but not shown");
}

size_t verify_row(const struct verify *verify, struct slice name, size_t hint)
{
	size_t n = verify->grid.rows, i, row;

	for (i = 0; i < n; i++) {
		row = hint + i < n ? hint + i : hint + i - n;
		if (slice_same(grid_row(&verify->grid, row)[0], name))
			return row;
	}
	return NO_ROW;
}

/* The factor for the kernel's number; 0 if it is not a number. */
static u64 factor(enum compare how)
{
	switch (how) {
	case COMPARE_NUMBER:
	case COMPARE_NUMBER_IF_SHOWN:
	case COMPARE_COUNTER32:
	case COMPARE_COUNTER32_LEAST:
	case COMPARE_BYTES:
		return 1;
	case COMPARE_TICKS:
		return 10;
	case COMPARE_PAGES:
		return getpagesize() / 1024;
	case COMPARE_SECTORS:
		return 512;
	default:
		return 0;
	}
}

/* Whether @n lies between two readings, in either order. */
static bool between(u64 before, u64 n, u64 after)
{
	return before <= after ? before <= n && n <= after :
				 after <= n && n <= before;
}

bool between32(u64 before, u64 n, u64 after)
{
	return (unsigned int)(n - before) <= (unsigned int)(after - before);
}

static bool numbers(enum compare how, struct slice shown, struct slice before,
		    struct slice after)
{
	bool size = how == COMPARE_SECTORS || how == COMPARE_BYTES;
	u64 low, n, high;

	/* A kernel that unloads no modules does not count references. */
	if (slice_is(shown, "-") &&
	    (slice_is(before, "-") || how == COMPARE_NUMBER_IF_SHOWN))
		return true;
	if (!cell_u64(before, &low) || !cell_u64(after, &high) ||
	    !(size ? cell_size(shown, &n) : cell_u64(shown, &n)))
		return false;
	low *= factor(how);
	high *= factor(how);
	/* The kernel truncates to ticks. */
	if (how == COMPARE_TICKS)
		high += 9;
	if (how == COMPARE_COUNTER32)
		return between32(low, n, high);
	/* The view may count more, by less than half of the range. */
	if (how == COMPARE_COUNTER32_LEAST)
		return (unsigned int)(n - low) <= 1U << 31;
	return between(low, n, high);
}

/* Equal except for case, for - and _, or for - and a blank. */
static bool alike(enum compare how, struct slice shown, struct slice kernel)
{
	size_t i;

	if (shown.len != kernel.len)
		return false;
	for (i = 0; i < shown.len; i++) {
		char c = kernel.p[i], d = shown.p[i];

		if (how == COMPARE_LOWER && c >= 'A' && c <= 'Z')
			c += 'a' - 'A';
		if (how == COMPARE_DASHES && c == ' ')
			c = '-';
		if (how == COMPARE_MODULE && c == '-')
			c = '_';
		if (how == COMPARE_MODULE && d == '-')
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

static struct slice without_zeroes(struct slice s)
{
	while (s.len > 1 && *s.p == '0')
		s = without(s, 1);
	return s;
}

static bool same_address(struct slice shown, struct slice kernel)
{
	shown = without(shown, shown.len > 2 ? 2 : 0);
	return slice_same(without_zeroes(shown), without_zeroes(kernel));
}

static bool mhz(struct slice shown, struct slice khz)
{
	struct slice whole, rest;

	return khz.len > 3 && slice_split(shown, '.', &whole, &rest) &&
	       rest.len == 3 && whole.len == khz.len - 3 &&
	       !memcmp(whole.p, khz.p, whole.len) &&
	       !memcmp(rest.p, khz.p + whole.len, 3);
}

static struct slice trimmed(struct slice s)
{
	while (s.len && *s.p == ' ')
		s = without(s, 1);
	while (s.len && s.p[s.len - 1] == ' ')
		s.len--;
	return s;
}

/* The choice in "none [mq-deadline] kyber", or the only word. */
static struct slice chosen(struct slice s)
{
	struct slice before, in = s, after;

	if (slice_split(s, '[', &before, &in))
		slice_split(in, ']', &in, &after);
	return in;
}

/* sysfs also says "edge" for an event of Xen, which has no trigger. */
static bool trigger(struct slice shown, struct slice kernel)
{
	if (slice_is(shown, "-"))
		return slice_is(kernel, "edge");
	return slice_same(part_off(&shown, '-'), kernel);
}

bool texts_agree(enum compare how, struct slice shown, struct slice kernel)
{
	struct slice cut;

	if (how == COMPARE_CUT && kernel.len == 31)
		return text_begins(&shown, kernel);
	switch (how) {
	case COMPARE_ADDRESS:
		return same_address(shown, kernel);
	case COMPARE_AFTER_LETTER:
		return shown.len && slice_same(without(shown, 1), kernel);
	case COMPARE_WAKEUP:
		return list_has(shown, slice_of("wakeup")) ==
		       slice_is(kernel, "enabled");
	case COMPARE_MHZ:
		return mhz(shown, kernel);
	case COMPARE_TRIGGER:
		return trigger(shown, kernel);
	case COMPARE_BEFORE_DASH:
		shown = part_off(&shown, '-');
		return slice_same(shown, kernel);
	/* Controllers without a name print one into /proc/interrupts. */
	case COMPARE_IF_ANY:
		return !kernel.len || text_same(shown, kernel);
	case COMPARE_IF_SHOWN:
		return slice_is(shown, "-") ||
		       text_same(shown, trimmed(kernel));
	case COMPARE_ENABLED:
		return slice_is(kernel, "0") || !slice_is(shown, "0");
	case COMPARE_CHOSEN:
		return text_same(shown, chosen(kernel));
	case COMPARE_MODEL:
		return text_begins(&kernel, slice_of("ARMv")) ||
		       text_same(shown, kernel);
	case COMPARE_COMM:
		cut = kernel;
		if (cut.len > 15)
			cut.len = 15;
		return text_same(shown, kernel) || text_same(shown, cut);
	case COMPARE_LOWER:
	case COMPARE_MODULE:
	case COMPARE_DASHES:
		return alike(how, shown, kernel);
	default:
		/* Without a clock to ask, a CPU has 0.000 MHz. */
		if (!kernel.len || slice_is(kernel, "-1") ||
		    slice_is(kernel, "0.000"))
			return slice_is(shown, "-") || slice_is(shown, "none");
		return text_same(shown, kernel);
	}
}

static bool same(enum compare how, struct slice shown, struct slice before,
		 struct slice after)
{
	if (factor(how))
		return numbers(how, shown, before, after);
	return texts_agree(how, shown, before) ||
	       texts_agree(how, shown, after);
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

void verify_cell(struct verify *verify, size_t row, struct slice name,
		 enum compare how, struct slice before, struct slice after)
{
	const struct slice *cells = grid_row(&verify->grid, row);
	int column = column_of(verify->grid.view, name);

	if (column < 0 || slice_is(cells[column], "*") || !before.p || !after.p)
		return;
	/* A frequency may change with each reading. */
	if (how == COMPARE_STEADY && !slice_same(before, after))
		return;
	verify_compared(verify, row, column);
	if (same(how, cells[column], before, after))
		verify->agree++;
	else if (differs(verify, hash_more(hash_more(0, cells[0]), name)))
		print_cell(verify, cells, column, before, after);
}
