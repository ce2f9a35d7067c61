/* SPDX-License-Identifier: GPL-2.0 */
/* Which columns are metrics, and what they are called. */
#ifndef METRICS_H
#define METRICS_H

#include "text.h"

/*
 * A group of metrics for each view, then a line for each metric, of words and
 * a sentence:
 *
 *	COLUMN NAME KIND UNIT EXTRA HELP
 *
 * NAME goes after "hwinsight_"; if it ends in "_total" it is a counter, else a
 * gauge. Lines one after another may be of one metric. EXTRA is "-" or
 * what KIND wants.
 */
enum metric_kind {
	EACH = 'e', /* a sample a row; EXTRA is one more label */
	SPLIT = 'p', /* the same, but with --per-cpu for each in PERCPU */
	SUM = 's', /* of all rows, but with --per-cpu like EACH */
	MEAN = 'm', /* like SUM */
	IS = 'i', /* a sample a row: 1 if the cell is EXTRA, else 0 */
	COUNT = 'c', /* a sample for each value in EXTRA: its rows */
};

/* What the cell counts. The metric is in bytes, seconds or hertz. */
enum metric_unit {
	ONE = '1',
	KIB = 'k',
	SECTORS = 's',
	MILLISECONDS = 'm',
	MEGAHERTZ = 'h',
	MEGABITS = 'b', /* a second; bytes a second */
};

struct metric_group {
	const char *view;
	const char *labels; /* columns that tell the rows apart */
	const char *metrics;
};

#define NR_METRIC_GROUPS 6
extern const struct metric_group metric_groups[NR_METRIC_GROUPS];

#endif
