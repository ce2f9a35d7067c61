/* SPDX-License-Identifier: GPL-2.0 */
/* The differences between two takes of a view. */
#ifndef DIFF_H
#define DIFF_H

#include "grid.h"
#include "out.h"

struct diff_count {
	u64 removed, added, changed;
};

/*
 * Print the rows removed, added and changed between two takes of one view.
 * Columns are paired by name; those that one take lacks are ignored. @counters:
 * also compare what changes on an idle machine. Without @out, only count. False
 * after a complaint if out of memory.
 */
bool diff_views(struct out *out, const struct view *a, const struct view *b,
		bool counters, struct diff_count *count);

#endif
