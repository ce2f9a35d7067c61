// SPDX-License-Identifier: GPL-2.0
/* Copies CPUs into records. */
#include <linux/cpu.h>
#include <linux/cpufreq.h>
#include <linux/cpumask.h>
#include <linux/interrupt.h>
#include <linux/kernel_stat.h>
#include <linux/tick.h>
#include <linux/topology.h>

#include "core/compat.h"
#include "core/pause.h"
#include "cpu_arch.h"
#include "cpu_cache.h"
#include "cpu_role.h"
#include "cpu_rows.h"
#include "cputype_arch.h"
#include "irq_arch.h"

/*
 * cpufreq_quick_get() returns what cpufreq last set or sampled; nothing here
 * interrupts the CPU to ask it. The policy is referenced while it is read.
 */
static void copy_frequency(struct hwi_arena *arena, unsigned int cpu,
			   struct hwi_cpu *to)
{
	struct cpufreq_policy *policy = cpufreq_cpu_get(cpu);

	if (policy) {
		to->min_khz = policy->cpuinfo.min_freq;
		to->max_khz = policy->cpuinfo.max_freq;
		hwi_cpu_copy_policy(arena, policy, to);
		cpufreq_cpu_put(policy);
		to->khz = cpufreq_quick_get(cpu);
	}
	if (!to->khz && cpu_online(cpu))
		to->khz = hwi_cpu_khz(cpu);
}

/* The kernel keeps no topology for an offline CPU. */
static void copy_topology(struct hwi_arena *arena, unsigned int cpu,
			  struct hwi_cpu *to)
{
	size_t size = BITS_TO_LONGS(nr_cpu_ids) * sizeof(long);

	to->node = cpu_to_node(cpu);
	to->package = topology_physical_package_id(cpu);
	to->die = topology_die_id(cpu);
	to->core = topology_core_id(cpu);
	to->first_in_package = cpumask_first(topology_core_cpumask(cpu)) == cpu;
	to->first_in_core = cpumask_first(topology_sibling_cpumask(cpu)) == cpu;
	to->siblings = hwi_arena_alloc(arena, size);
	if (to->siblings)
		memcpy(to->siblings,
		       cpumask_bits(topology_sibling_cpumask(cpu)), size);
}

/*
 * Idle time from tick accounting, which /proc/stat prefers; without that, @ns,
 * from cpustat.
 */
static u64 tick_time(u64 us, u64 ns)
{
	return us == -1ULL ? ns : us * NSEC_PER_USEC;
}

/*
 * By the functions that /proc/stat uses. The counters are per-CPU variables,
 * which exist for every possible CPU, online or not.
 */
static void copy_times(unsigned int cpu, struct hwi_cpu *to)
{
	struct kernel_cpustat stat;
	u64 *t = stat.cpustat;

	kcpustat_cpu_fetch(&stat, cpu);
	if (cpu_online(cpu)) {
		t[CPUTIME_IDLE] = tick_time(get_cpu_idle_time_us(cpu, NULL),
					    t[CPUTIME_IDLE]);
		t[CPUTIME_IOWAIT] = tick_time(get_cpu_iowait_time_us(cpu, NULL),
					      t[CPUTIME_IOWAIT]);
	}
	to->times[HWI_CPU_USER] = t[CPUTIME_USER];
	to->times[HWI_CPU_NICE] = t[CPUTIME_NICE];
	to->times[HWI_CPU_SYSTEM] = t[CPUTIME_SYSTEM];
	to->times[HWI_CPU_IDLE] = t[CPUTIME_IDLE];
	to->times[HWI_CPU_IOWAIT] = t[CPUTIME_IOWAIT];
	to->times[HWI_CPU_IRQ] = t[CPUTIME_IRQ];
	to->times[HWI_CPU_SOFTIRQ] = t[CPUTIME_SOFTIRQ];
	to->times[HWI_CPU_GUEST] = t[CPUTIME_GUEST];
	to->times[HWI_CPU_STEAL] = t[CPUTIME_STEAL];
}

static void copy_interrupts(unsigned int cpu, struct hwi_cpu *to)
{
	unsigned int i;

	to->interrupts = kstat_cpu_irqs_sum(cpu) + hwi_arch_irqs_of_cpu(cpu);
	for (i = 0; i < NR_SOFTIRQS; i++)
		to->softirqs += kstat_softirqs_cpu(i, cpu);
}

/* Returns NULL if it did not fit. */
static struct hwi_cpu *copy_cpu(struct hwi_arena *arena, unsigned int cpu)
{
	struct hwi_mark mark = hwi_arena_mark(arena);
	struct hwi_cpu *to = hwi_arena_alloc(arena, sizeof(*to));
	char model[HWI_CPU_MODEL];

	if (!to)
		return NULL;
	*to = (struct hwi_cpu){
		.cpu = cpu,
		.state = cpu_online(cpu)  ? HWI_CPU_ONLINE :
			 cpu_present(cpu) ? HWI_CPU_OFFLINE :
					    HWI_CPU_ABSENT,
		.node = -1,
		.package = -1,
		.die = -1,
		.core = -1,
	};
	copy_frequency(arena, cpu, to);
	if (cpu_online(cpu)) {
		copy_topology(arena, cpu, to);
		to->type = hwi_cpu_type(cpu);
		to->capacity = hwi_cpu_capacity(cpu);
	}
	to->isolated = hwi_cpu_isolation(cpu);
	to->caches = hwi_cpu_caches(arena, cpu);
	copy_times(cpu, to);
	copy_interrupts(cpu, to);
	to->model = hwi_arena_copy(arena, hwi_cpu_model(cpu, model));
	if (!arena->overflow)
		return to;
	hwi_arena_rewind(arena, mark);
	return NULL;
}

/**
 * hwi_cpus_collect() - copy all possible CPUs
 * @cpus: result
 * @arena: where the copies go
 *
 * cpus_read_lock() keeps CPUs, and with them topology, caches and models, from
 * coming and going. It may be held while sleeping.
 *
 * Context: process context, may sleep; takes cpu_hotplug_lock for reading.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_cpus_collect(struct hwi_cpus *cpus, struct hwi_arena *arena)
{
	unsigned int cpu = cpumask_first(cpu_possible_mask), batch;
	struct hwi_cpu **link = &cpus->first, *at;
	int err;

	*link = NULL;
	while (cpu < nr_cpu_ids) {
		cpus_read_lock();
		for (batch = 0; batch < HWI_BATCH && cpu < nr_cpu_ids;
		     batch++) {
			at = copy_cpu(arena, cpu);
			if (!at)
				break;
			*link = at;
			link = &at->next;
			cpu = cpumask_next(cpu, cpu_possible_mask);
		}
		cpus_read_unlock();
		err = hwi_arena_pause(arena);
		if (err)
			return err;
	}
	hwi_cpus_compare(cpus);
	return 0;
}
