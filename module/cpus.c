// SPDX-License-Identifier: GPL-2.0
#include <linux/cpu.h>
#include <linux/cpufreq.h>
#include <linux/cpumask.h>
#include <linux/interrupt.h>
#include <linux/kernel_stat.h>
#include <linux/math64.h>
#include <linux/tick.h>
#include <linux/topology.h>

#include "cpu_arch.h"
#include "cpu_caches.h"
#include "irq_arch.h"
#include "text.h"
#include "view.h"

static const struct hwi_column cpus_columns[] = {
	HWI_COLUMN("CPU", 'u'),	     HWI_COLUMN("STATE", 's'),
	HWI_COLUMN("NODE", 'u'),     HWI_COLUMN("PACKAGE", 'u'),
	HWI_COLUMN("DIE", 'u'),	     HWI_COLUMN("CORE", 'u'),
	HWI_COLUMN("SIBLINGS", 'c'), HWI_COLUMN("MHZ", 'd'),
	HWI_COLUMN("MIN_MHZ", 'd'),  HWI_COLUMN("MAX_MHZ", 'd'),
	HWI_COLUMN("CACHES", 'w'),   HWI_COLUMN("USER", 'u'),
	HWI_COLUMN("NICE", 'u'),     HWI_COLUMN("SYSTEM", 'u'),
	HWI_COLUMN("IDLE", 'u'),     HWI_COLUMN("IOWAIT", 'u'),
	HWI_COLUMN("IRQ", 'u'),	     HWI_COLUMN("SOFTIRQ", 'u'),
	HWI_COLUMN("STEAL", 'u'),    HWI_COLUMN("INTERRUPTS", 'u'),
	HWI_COLUMN("SOFTIRQS", 'u'), HWI_COLUMN("MODEL", 's'),
};

/* kHz, 0 where not known. */
struct frequency {
	unsigned int now, min, max;
};

/*
 * cpufreq_quick_get() tells what cpufreq last set or sampled; nothing here
 * interrupts the CPU to ask it. The policy is referenced while it is read.
 */
static struct frequency frequency_of(unsigned int cpu)
{
	struct frequency khz = {};
	struct cpufreq_policy *policy = cpufreq_cpu_get(cpu);

	if (policy) {
		khz.min = policy->cpuinfo.min_freq;
		khz.max = policy->cpuinfo.max_freq;
		cpufreq_cpu_put(policy);
		khz.now = cpufreq_quick_get(cpu);
	}
	if (!khz.now && cpu_online(cpu))
		khz.now = hwi_cpu_khz(cpu);
	return khz;
}

static void khz_cell(struct hwi_row *row, unsigned int khz)
{
	if (khz)
		hwi_cell_fixed3(row, khz);
	else
		hwi_cell_none(row);
}

static void word_cell(struct hwi_row *row, const char *word)
{
	hwi_cell_ready(row, hwi_arena_copy(row->arena, word));
}

/* Of a CPU that is offline, the kernel keeps no topology. */
static void topology_cells(struct hwi_row *row, unsigned int cpu)
{
	bool online = cpu_online(cpu);
	const unsigned long *siblings;

	hwi_cell_u64(row, cpu);
	if (online)
		word_cell(row, "online");
	else
		word_cell(row, cpu_present(cpu) ? "offline" : "absent");
	hwi_cell_id(row, online ? cpu_to_node(cpu) : -1);
	hwi_cell_id(row, online ? topology_physical_package_id(cpu) : -1);
	hwi_cell_id(row, online ? topology_die_id(cpu) : -1);
	hwi_cell_id(row, online ? topology_core_id(cpu) : -1);
	if (!online) {
		hwi_cell_none(row);
		return;
	}
	siblings = cpumask_bits(topology_sibling_cpumask(cpu));
	hwi_cell_ready(row,
		       hwi_text_cpulist(row->arena, siblings, nr_cpu_ids, ','));
}

static void ms_cell(struct hwi_row *row, u64 ns)
{
	hwi_cell_u64(row, div_u64(ns, NSEC_PER_MSEC));
}

/*
 * What tick accounting knows of idle time, as /proc/stat asks it; where it
 * knows nothing, @ns: cpustat has it.
 */
static u64 tick_time(u64 us, u64 ns)
{
	return us == -1ULL ? ns : us * NSEC_PER_USEC;
}

/* The columns of /proc/stat, by the functions it uses, in milliseconds. */
static void accounting_cells(struct hwi_row *row, unsigned int cpu)
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
	ms_cell(row, t[CPUTIME_USER]);
	ms_cell(row, t[CPUTIME_NICE]);
	ms_cell(row, t[CPUTIME_SYSTEM]);
	ms_cell(row, t[CPUTIME_IDLE]);
	ms_cell(row, t[CPUTIME_IOWAIT]);
	ms_cell(row, t[CPUTIME_IRQ]);
	ms_cell(row, t[CPUTIME_SOFTIRQ]);
	ms_cell(row, t[CPUTIME_STEAL]);
}

static void interrupt_cells(struct hwi_row *row, unsigned int cpu)
{
	unsigned int i;
	u64 sum = 0;

	for (i = 0; i < NR_SOFTIRQS; i++)
		sum += kstat_softirqs_cpu(i, cpu);
	hwi_cell_u64(row, kstat_cpu_irqs_sum(cpu) + hwi_arch_irqs_of_cpu(cpu));
	hwi_cell_u64(row, sum);
}

static void add_row(struct hwi_table *table, unsigned int cpu)
{
	struct frequency khz = frequency_of(cpu);
	struct hwi_row cells, *row = &cells;

	if (!hwi_row_begin(row, table))
		return;
	topology_cells(row, cpu);
	khz_cell(row, khz.now);
	khz_cell(row, khz.min);
	khz_cell(row, khz.max);
	hwi_cell_ready(row, hwi_cpu_caches(row->arena, cpu));
	accounting_cells(row, cpu);
	interrupt_cells(row, cpu);
	hwi_cell_text(row, hwi_arena_copy(row->arena, hwi_cpu_model(cpu)));
	hwi_row_end(row, table);
}

/*
 * cpus_read_lock() keeps CPUs from coming and going, and with them topology,
 * caches and models. It may sleep, and so may what is done under it; records
 * are therefore formatted as they are read. The counters belong to per-CPU
 * variables, which exist for every possible CPU, online or not.
 */
static int cpus_fill(struct hwi_snapshot *snap)
{
	struct hwi_table *table = &snap->table;
	unsigned int cpu;

	if (!hwi_table_reserve(table, num_possible_cpus()))
		return 0;
	cpus_read_lock();
	for_each_possible_cpu(cpu)
		add_row(table, cpu);
	cpus_read_unlock();
	return 0;
}

const struct hwi_view hwi_view_cpus = {
	.name = "cpus",
	.columns = cpus_columns,
	.nr_columns = ARRAY_SIZE(cpus_columns),
	.fill = cpus_fill,
};
