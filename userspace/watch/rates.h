/* SPDX-License-Identifier: GPL-2.0 */
/* The rates of a view's counters, from two takes. */
#ifndef RATES_H
#define RATES_H

#include "grid.h"
#include "known.h"
#include "shape.h"

#define MAX_RATES 16
#define RATE_UNKNOWN (~0ULL)
#define NO_ROW ((size_t)-1)

/* A take, and when it was taken. */
struct take {
	struct grid grid;
	u64 ns;
};

/* The rates of a row or a group of rows, in tenths per second. */
struct rate_line {
	size_t row, old; /* in each take; @old is NO_ROW for a new one */
	u64 busy; /* the sort key */
	bool shown; /* something counts, or just stopped */
	u64 rate[MAX_RATES];
};

struct rates {
	struct known known;
	const struct take *old, *now;
	int by; /* the column whose equal cells make a group, or -1 */
	const struct shape *shape; /* which rows, and in which order */
	int sort; /* a column, or -1: busiest first */
	bool descending;
	int percpu; /* the column of per-CPU counts, or -1 */
	unsigned int columns;
	unsigned int column[MAX_RATES];
	unsigned int seen; /* a bit for each column that has had a rate */
	u64 ns; /* between the two takes */
	size_t lines, shown; /* those shown come first */
	struct rate_line *line;
};

/* Parse "12.345678901" into nanoseconds; 0 if it is invalid. */
u64 nanoseconds(struct slice time);

/* The rate of @delta in @ns, in tenths per second. */
u64 rate_of(u64 delta, u64 ns);

/* Iterate over the CPUs that counted in a row. */
struct percpu_walk {
	const struct rates *rates;
	struct slice before, rest;
	struct slice cpu;
	u64 rate;
};

void percpu_begin(struct percpu_walk *walk, const struct rates *rates,
		  const struct rate_line *line);
bool percpu_next(struct percpu_walk *walk);

/*
 * Compute all rates, busiest first. For a counter that went back, a new row or
 * a clock that stands still, the rate is RATE_UNKNOWN. rates->by and ->seen
 * persist between calls. False after a complaint if out of memory.
 */
bool rates_make(struct rates *rates, const struct take *old,
		const struct take *now);
void rates_free(struct rates *rates);

#endif
