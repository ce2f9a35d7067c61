/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The little the reader knows about particular views: what identifies a row,
 * and which columns are counters. An unknown view is identified by its first
 * column and has no counters.
 */
#ifndef KNOWN_H
#define KNOWN_H

#include "parse.h"

/* Lists of column names, NULL terminated. A view may lack any of them. */
struct known {
	const char *view;
	/* What identifies a row; NULL: the first column does. */
	const char *const *identity;
	/*
	 * The same across reboots, when names and numbers may have moved: best
	 * first, NULL terminated.
	 */
	const char *const *const *identities;
	/* In rows of the kernel's own code, what differs from boot to boot. */
	const char *const *wandering;
	/* Counters: they only grow, and have a rate... */
	const char *const *counters;
	/* ... of these, those of 32 bits... */
	const char *const *wraps;
	/* ... those that are longs, 32 bits on some machines... */
	const char *const *longs;
	/* ... and those whose rates say how busy a row is. */
	const char *const *busy;
	/* Those that go up and down on an idle machine. */
	const char *const *gauges;
	/* Numbers that the kernel assigns in the order of probing. */
	const char *const *handed;
	/* What else helps a person recognise a row. */
	const char *const *labels;
	bool restless; /* the view changes by itself as a whole */
	bool apart; /* it is not in `all`, so a capture may lack it */
};

/* What is known about @view. */
struct known known_view(const struct view *view);

/* Whether @list contains @name. */
bool column_listed(const char *const *list, struct slice name);

/* Whether the counter @name of @view wraps at 2^32. */
bool known_wraps(const struct known *known, const struct view *view,
		 struct slice name);

/* Whether @name is among the columns that identify a row of @view. */
bool known_identity(const struct known *known, const struct view *view,
		    struct slice name);

/*
 * Whether a row is an empty loop, ram, nbd or zram disk: kernels create dozens.
 */
bool disk_is_empty(const struct view *view, const struct slice *cells);

/* Whether a row is a drive that has not had a medium yet. */
bool disk_without_medium(const struct view *view, const struct slice *cells);

/* The views that have counters, for messages. */
const char *known_counting(void);

#endif
