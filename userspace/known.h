/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The little this knows of particular views: what identifies a row, and which
 * columns count. A view it does not know is identified by its first column and
 * has nothing that counts.
 */
#ifndef KNOWN_H
#define KNOWN_H

#include "parse.h"

/* Lists of columns by name, up to a NULL. A view may lack any of them. */
struct known {
	const char *view;
	/* What identifies a row; NULL: the first column does. */
	const char *const *identity;
	/*
	 * The same for two looks at a machine between which names and numbers
	 * may have moved: the best first, up to a NULL.
	 */
	const char *const *const *identities;
	/* Of rows of the kernel's own code, what is different in each boot. */
	const char *const *wandering;
	/* Those that only grow, so that they have a rate... */
	const char *const *counters;
	/* ... those of them that have 32 bits... */
	const char *const *wraps;
	/* ... those that are longs, so that they have 32 bits on some CPUs... */
	const char *const *longs;
	/* ... and those whose rates say how busy a row is. */
	const char *const *busy;
	/* Those that go up and down by themselves. */
	const char *const *gauges;
	/* Numbers that the kernel hands out in the order of probing. */
	const char *const *handed;
	/* What else tells a reader which row this is. */
	const char *const *labels;
	bool restless; /* the view changes by itself as a whole */
	bool apart; /* it is not in `all`, so a capture may lack it */
};

/* What is known of @view. */
struct known known_view(const struct view *view);

/* Whether @list has @name. */
bool column_listed(const char *const *list, struct slice name);

/* Whether the counter @name of @view begins again at 2^32. */
bool known_wraps(const struct known *known, const struct view *view,
		 struct slice name);

/* Whether @name is among the columns that identify a row of @view. */
bool known_identity(const struct known *known, const struct view *view,
		    struct slice name);

/*
 * Whether a row is of a loop, ram, nbd or zram disk with nothing in it, of which
 * kernels make dozens.
 */
bool disk_is_empty(const struct view *view, const struct slice *cells);

/* Whether a row is of a drive that has had no medium in it. */
bool disk_without_medium(const struct view *view, const struct slice *cells);

/* The views that have counters, for messages. */
const char *known_counting(void);

#endif
