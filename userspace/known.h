/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The little that is known of particular views: what names a row, and which
 * columns count. A view that is not known is named by its first column and
 * has nothing that counts.
 */
#ifndef KNOWN_H
#define KNOWN_H

#include "parse.h"

/* Lists of columns, separated by commas; a column may be missing. */
struct known {
	const char *view;
	struct slice key; /* what names a row */
	struct slice counters; /* only grow: there is a rate */
	struct slice gauges; /* change by themselves, up and down */
	struct slice busy; /* the counters whose rates tell how busy it is */
	struct slice labels; /* what else tells a row to a reader */
};

/* What is known of @view. */
struct known known_view(const struct view *view);

/* The views that have counters, for messages. */
const char *known_counting(void);

#endif
