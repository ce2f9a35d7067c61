// SPDX-License-Identifier: GPL-2.0
/*
 * Copies the counts of softirqs.
 *
 * No lock is taken, as /proc/softirqs takes none: a count is one word of a
 * per-CPU variable, which there is for every possible CPU, online or not.
 */
#include <linux/cpumask.h>
#include <linux/kernel_stat.h>

#include "core/pause.h"
#include "softirq_rows.h"

/* As many as there can be are taken, and what is left is given back. */
static void copy_softirq(struct hwi_arena *arena, void *data)
{
	struct hwi_softirq *to = data;
	struct hwi_mark mark = hwi_arena_mark(arena);
	unsigned int cpu, count;

	to->total = 0;
	to->nr_counts = 0;
	to->counts = hwi_arena_alloc(arena,
				     num_possible_cpus() * sizeof(*to->counts));
	if (!to->counts)
		return;
	for_each_possible_cpu(cpu) {
		count = kstat_softirqs_cpu(to->nr, cpu);
		if (!count)
			continue;
		to->total += count;
		to->counts[to->nr_counts++] =
			(struct hwi_count){ .cpu = cpu, .count = count };
	}
	hwi_arena_rewind(arena, mark);
	hwi_arena_alloc(arena, to->nr_counts * sizeof(*to->counts));
}

/**
 * hwi_softirqs_collect() - copy the counts of all kinds of softirqs
 * @softirqs: result
 * @arena: where the copies go
 *
 * Context: process context, may sleep; nothing is locked.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_softirqs_collect(struct hwi_softirqs *softirqs, struct hwi_arena *arena)
{
	struct hwi_softirq *to;
	unsigned int i;
	int err = 0;

	for (i = 0; i < NR_SOFTIRQS && !err; i++) {
		to = &softirqs->softirqs[i];
		to->nr = i;
		err = hwi_arena_fit(arena, copy_softirq, to);
		if (!err)
			err = hwi_pause();
	}
	return err;
}
