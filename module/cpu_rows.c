// SPDX-License-Identifier: GPL-2.0
#include <linux/cpumask.h>
#include <linux/math64.h>
#include <linux/time64.h>

#include "cpu_rows.h"

const struct hwi_column hwi_cpu_columns[HWI_CPU_COLUMNS] = {
	{ "CPU", 'u' },	     { "STATE", 's' },	    { "MHZ", 'd' },
	{ "USER", 'u' },     { "SYSTEM", 'u' },	    { "IDLE", 'u' },
	{ "IOWAIT", 'u' },   { "INTERRUPTS", 'u' }, { "NODE", 'u' },
	{ "PACKAGE", 'u' },  { "DIE", 'u' },	    { "CORE", 'u' },
	{ "SIBLINGS", 'c' }, { "MIN_MHZ", 'd' },    { "MAX_MHZ", 'd' },
	{ "NICE", 'u' },     { "IRQ", 'u' },	    { "SOFTIRQ", 'u' },
	{ "STEAL", 'u' },    { "SOFTIRQS", 'u' },   { "CACHES", 'w' },
	{ "MODEL", 's' },
};

static const char *const states[] = {
	[HWI_CPU_ONLINE] = "online",
	[HWI_CPU_OFFLINE] = "offline",
	[HWI_CPU_ABSENT] = "absent",
};

static void khz_cell(struct hwi_row *row, unsigned int khz)
{
	if (khz)
		hwi_cell_fixed3(row, khz);
	else
		hwi_cell_none(row);
}

static void time_cell(struct hwi_row *row, const struct hwi_cpu *cpu,
		      enum hwi_cpu_time time)
{
	hwi_cell_u64(row, div_u64(cpu->times[time], NSEC_PER_MSEC));
}

/*
 * As in L1d=48K@0+8,L2=2M@0-3: level and type, size, the CPUs that share it
 * (ranges joined with +, since the comma separates caches).
 */
static void put_cache(struct hwi_text *text, const struct hwi_cache *cache)
{
	hwi_text_char(text, 'L');
	hwi_text_u64(text, cache->level);
	if (cache->type == CACHE_TYPE_DATA)
		hwi_text_char(text, 'd');
	else if (cache->type == CACHE_TYPE_INST)
		hwi_text_char(text, 'i');
	hwi_text_char(text, '=');
	if (cache->size)
		hwi_text_size(text, cache->size);
	else
		hwi_text_char(text, '-');
	hwi_text_char(text, '@');
	hwi_text_cpulist(text, cache->shared, nr_cpu_ids, '+');
}

static void caches_cell(struct hwi_row *row, const struct hwi_cpu *cpu)
{
	struct hwi_text *text = hwi_cell_begin(row);
	const struct hwi_cache *cache;

	for (cache = cpu->caches; cache; cache = cache->next) {
		if (cache != cpu->caches)
			hwi_text_char(text, ',');
		put_cache(text, cache);
	}
	hwi_cell_end(row);
}

/**
 * hwi_cpu_row() - fill the row of a CPU
 * @row: the row, of hwi_cpu_columns
 * @cpu: the CPU
 */
void hwi_cpu_row(struct hwi_row *row, const struct hwi_cpu *cpu)
{
	hwi_cell_u64(row, cpu->cpu);
	hwi_cell_word(row, states[cpu->state]);
	khz_cell(row, cpu->khz);
	time_cell(row, cpu, HWI_CPU_USER);
	time_cell(row, cpu, HWI_CPU_SYSTEM);
	time_cell(row, cpu, HWI_CPU_IDLE);
	time_cell(row, cpu, HWI_CPU_IOWAIT);
	hwi_cell_u64(row, cpu->interrupts);
	hwi_cell_id(row, cpu->node);
	hwi_cell_id(row, cpu->package);
	hwi_cell_id(row, cpu->die);
	hwi_cell_id(row, cpu->core);
	hwi_cell_cpulist(row, cpu->siblings, nr_cpu_ids);
	khz_cell(row, cpu->min_khz);
	khz_cell(row, cpu->max_khz);
	time_cell(row, cpu, HWI_CPU_NICE);
	time_cell(row, cpu, HWI_CPU_IRQ);
	time_cell(row, cpu, HWI_CPU_SOFTIRQ);
	time_cell(row, cpu, HWI_CPU_STEAL);
	hwi_cell_u64(row, cpu->softirqs);
	caches_cell(row, cpu);
	hwi_cell_line(row, cpu->model);
}
