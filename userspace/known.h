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
	const char *const
		*identity; /* identify a row; NULL: the first column does */
	const char *const *counters; /* only grow, so they have a rate */
	const char *const *gauges; /* change by themselves, up and down */
	const char *const
		*busy; /* the counters whose rates say how busy a row is */
	const char *const
		*labels; /* what else tells a reader which row this is */
};

/* What is known of @view. */
struct known known_view(const struct view *view);

/* Whether @list has @name. */
bool column_listed(const char *const *list, struct slice name);

/* Whether @name is among the columns that identify a row of @view. */
bool known_identity(const struct known *known, const struct view *view,
		    struct slice name);

/* The views that have counters, for messages. */
const char *known_counting(void);

#endif
