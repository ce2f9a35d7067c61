/* SPDX-License-Identifier: GPL-2.0 */
/* How fast the counters of a view grow, from two takes of it. */
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

/* A row of rates, in tenths a second; or of a group of rows. */
struct rate_line {
	size_t row, old; /* in each take; @old is NO_ROW when it is new */
	u64 busy; /* what it is sorted by */
	bool shown; /* something counts, or stopped to */
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
	unsigned int seen; /* bits of the columns that had a rate yet */
	u64 ns; /* between the two */
	size_t lines, shown; /* those shown come first */
	struct rate_line *line;
};

/* The nanoseconds of "12.345678901"; 0 if it is none. */
u64 nanoseconds(struct slice time);

/* The rate in tenths a second of @delta in @ns. */
u64 rate_of(u64 delta, u64 ns);

/* The CPUs that counted in a row, one after another. */
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
 * Compute all rates, busiest first. A counter that went back, a row that was
 * not there before or a clock that stands is RATE_UNKNOWN. rates->by and ->seen
 * are kept from call to call. False, and said so, without memory.
 */
bool rates_make(struct rates *rates, const struct take *old,
		const struct take *now);
void rates_free(struct rates *rates);

#endif
