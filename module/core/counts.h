/* SPDX-License-Identifier: GPL-2.0 */
/* How often each CPU did something; CPUs that never did are left out. */
#ifndef HWI_COUNTS_H
#define HWI_COUNTS_H

#include "arena.h"

/**
 * struct hwi_count - the count of one CPU
 * @cpu: CPU number
 * @count: never zero in a list
 */
struct hwi_count {
	unsigned int cpu;
	unsigned int count;
};

/**
 * struct hwi_counts - the counts of all CPUs
 * @first: an array, by CPU number
 * @nr: how many it has
 * @total: their sum
 */
struct hwi_counts {
	const struct hwi_count *first;
	unsigned int nr;
	u64 total;
};

/**
 * hwi_counts_add() - add the count of the next CPU
 * @counts: where to add it, zeroed at first
 * @arena: where they are; nothing else is taken from it until the last one
 * @cpu: CPU number
 * @count: its count; zero is left out
 *
 * Context: any.
 * Return: false with @arena->overflow set if it did not fit.
 */
static inline bool hwi_counts_add(struct hwi_counts *counts,
				  struct hwi_arena *arena, unsigned int cpu,
				  unsigned int count)
{
	struct hwi_count *to;

	if (!count)
		return true;
	/* The arena's unit: each count directly follows the one before. */
	BUILD_BUG_ON(sizeof(*to) != sizeof(u64));
	to = hwi_arena_alloc(arena, sizeof(*to));
	if (!to)
		return false;
	to->cpu = cpu;
	to->count = count;
	if (!counts->nr)
		counts->first = to;
	counts->nr++;
	counts->total += count;
	return true;
}

#endif
