// SPDX-License-Identifier: GPL-2.0
/*
 * Copies the counts of softirqs. No lock is needed, nor does /proc/softirqs take
 * one: a count is one word of a per-CPU variable, which every possible CPU has.
 */
#include <linux/cpumask.h>
#include <linux/kernel_stat.h>

#include "core/pause.h"
#include "softirq_rows.h"

static void copy_softirq(struct hwi_arena *arena, void *data)
{
	struct hwi_softirq *to = data;
	unsigned int cpu;

	to->counts = (struct hwi_counts){};
	for_each_possible_cpu(cpu)
		if (!hwi_counts_add(&to->counts, arena, cpu,
				    kstat_softirqs_cpu(to->nr, cpu)))
			return;
}

/**
 * hwi_softirqs_collect() - copy the counts of all softirqs
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
