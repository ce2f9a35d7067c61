/* SPDX-License-Identifier: GPL-2.0 */
/* What differs between two takes of a view. */
#ifndef DIFF_H
#define DIFF_H

#include "grid.h"
#include "out.h"

struct diff_count {
	u64 removed, added, changed;
};

/*
 * Print what differs between two takes of one view: rows removed, added and
 * changed. Columns are compared by name, those of one take alone not at all.
 * @counters: compare also what changes by itself. Without @out they are only
 * counted. False, and told, without memory.
 */
bool diff_views(struct out *out, const struct view *a, const struct view *b,
		bool counters, struct diff_count *count);

#endif
