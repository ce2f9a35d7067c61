/* SPDX-License-Identifier: GPL-2.0 */
/* Which columns are metrics, and what they are called. */
#ifndef METRICS_H
#define METRICS_H

#include <stdbool.h>

/* How the rows of a column become samples. */
enum metric_kind {
	METRIC_ROW, /* one sample per row */
	METRIC_ROW_OR_CPU, /* the same; with --per-cpu one per CPU in PERCPU */
	METRIC_SUM, /* one for all rows; with --per-cpu one per row */
	METRIC_MEAN, /* likewise */
	METRIC_IS, /* per row 1 if the cell is @value, else 0 */
	METRIC_IS_NOT, /* the opposite */
	METRIC_COUNT, /* per value in @values the number of rows */
};

/* The unit of a cell. The metric is in bytes, seconds or hertz. */
enum metric_unit {
	UNIT_ONE,
	UNIT_KIB,
	UNIT_SECTORS,
	UNIT_MILLISECONDS,
	UNIT_TENTHS, /* the metric is in ones, as in the next two */
	UNIT_MILLI,
	UNIT_MICRO,
	UNIT_MEGAHERTZ,
	UNIT_MEGABITS, /* a second; the metric is bytes a second */
	UNIT_LINK_SPEED, /* of "8.0GT/s,x4"; the metric is transfers a second */
	UNIT_LINK_LANES, /* of the same */
};

/*
 * @name follows "hwinsight_"; if it ends in "_total" the metric is a counter,
 * else a gauge. Consecutive entries may form one metric: the first has the help
 * text, and each has its own @label.
 */
struct metric {
	const char *column, *name, *help;
	enum metric_kind kind : 8;
	enum metric_unit unit : 8;
	bool wraps; /* 32-bit counts, or sums of them */
	const char *label; /* an extra label, such as mode="idle", or NULL */
	const char *value; /* for METRIC_IS and METRIC_IS_NOT */
	const char *only; /* only rows with this UNIT, or NULL */
	const char *const *values; /* for METRIC_COUNT, NULL terminated */
};

struct metric_group {
	const char *view;
	const char *const *labels; /* columns that distinguish the rows */
	const struct metric *metrics;
	unsigned int nr_metrics;
	bool restarts; /* counters of another device of that name begin at 0 */
	bool slow; /* the view is not in "all", and may be missing */
};

#define NR_METRIC_GROUPS 11
extern const struct metric_group metric_groups[NR_METRIC_GROUPS];

#endif
