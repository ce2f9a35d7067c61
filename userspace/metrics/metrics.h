/* SPDX-License-Identifier: GPL-2.0 */
/* Which columns are metrics, and what they are called. */
#ifndef METRICS_H
#define METRICS_H

#include <stdbool.h>

/* How the rows of a column become samples. */
enum metric_kind {
	METRIC_ROW, /* a sample for each row */
	METRIC_ROW_OR_CPU, /* the same, but --per-cpu: for each CPU in PERCPU */
	METRIC_SUM, /* of all rows, but --per-cpu: for each row */
	METRIC_MEAN, /* likewise */
	METRIC_IS, /* for each row 1 if the cell is @value, else 0 */
	METRIC_IS_NOT, /* the other way round */
	METRIC_COUNT, /* for each value in @values how many rows have it */
};

/* What a cell counts. The metric is in bytes, seconds or hertz. */
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
 * @name goes after "hwinsight_"; if it ends in "_total" it is a counter, else
 * a gauge. Entries one after another may be of one metric: the first has the
 * help, and each has a @label of its own.
 */
struct metric {
	const char *column, *name, *help;
	enum metric_kind kind : 8;
	enum metric_unit unit : 8;
	bool wraps; /* counts in 32 bits, or sums of such */
	const char *label; /* one more, such as mode="idle", or NULL */
	const char *value; /* of METRIC_IS and METRIC_IS_NOT */
	const char *only; /* of rows whose UNIT is that, or NULL */
	const char *const *values; /* of METRIC_COUNT, up to a NULL */
};

struct metric_group {
	const char *view;
	const char *const *labels; /* columns that tell the rows apart */
	const struct metric *metrics;
	unsigned int nr_metrics;
	bool restarts; /* counters of another device of that name begin at 0 */
	bool slow; /* the view is not in "all": it need not be there */
};

#define NR_METRIC_GROUPS 11
extern const struct metric_group metric_groups[NR_METRIC_GROUPS];

#endif
