// SPDX-License-Identifier: GPL-2.0
#include <linux/cpumask.h>
#include <linux/math64.h>
#include <linux/time64.h>

#include "cpu_rows.h"

const struct hwi_column hwi_cpu_columns[HWI_CPU_COLUMNS] = {
	{ "CPU", 'u' },
	{ "STATE", 's' },
	{ "MHZ", 'd' },
	{ "USER", 'u' },
	{ "SYSTEM", 'u' },
	{ "IDLE", 'u' },
	{ "IOWAIT", 'u' },
	{ "INTERRUPTS", 'u' },
	{ "NODE", 'u' },
	{ "PACKAGE", 'u' },
	{ "DIE", 'u' },
	{ "CORE", 'u' },
	{ "SIBLINGS", 'c' },
	{ "MIN_MHZ", 'd' },
	{ "MAX_MHZ", 'd' },
	{ "NICE", 'u' },
	{ "IRQ", 'u' },
	{ "SOFTIRQ", 'u' },
	{ "STEAL", 'u' },
	{ "SOFTIRQS", 'u' },
	{ "CACHES", 'w' },
	{ "GOVERNOR", 's' },
	{ "CPUFREQ_DRIVER", 's' },
	{ "TYPE", 's' },
	{ "ISOLATED", 'w' },
	{ "GUEST", 'u' },
	{ "MODEL", 's' },
};

static const char *const states[] = {
	[HWI_CPU_ONLINE] = "online",
	[HWI_CPU_OFFLINE] = "offline",
	[HWI_CPU_ABSENT] = "absent",
};

static const char *const types[] = {
	[HWI_CPU_PERFORMANCE] = "performance",
	[HWI_CPU_EFFICIENCY] = "efficiency",
	[HWI_CPU_LOW_POWER] = "low-power",
};

/* As the kernel parameter isolcpus= calls them. */
static const struct hwi_flag isolations[] = {
	{ BIT(HWI_CPU_NO_DOMAIN), BIT(HWI_CPU_NO_DOMAIN), "domain" },
	{ BIT(HWI_CPU_NO_MANAGED_IRQ), BIT(HWI_CPU_NO_MANAGED_IRQ),
	  "managed_irq" },
	{ BIT(HWI_CPU_NO_TICK), BIT(HWI_CPU_NO_TICK), "nohz" },
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
 * For example L1d=48K@0+8,L2=2M@0-3: level and type, size, the CPUs that share
 * it (ranges joined with +, since commas separate caches).
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
 * hwi_cpus_compare() - find out which CPUs are the faster ones
 * @cpus: all of them
 *
 * Where the hardware does not say, the capacity does: the highest is that of a
 * CPU made for performance. A machine whose CPUs are all alike has no types.
 */
void hwi_cpus_compare(struct hwi_cpus *cpus)
{
	unsigned int capacity = 0, least = UINT_MAX;
	enum hwi_cpu_type type = HWI_CPU_ANY;
	struct hwi_cpu *cpu;
	bool mixed = false;

	for (cpu = cpus->first; cpu; cpu = cpu->next) {
		if (cpu->state != HWI_CPU_ONLINE)
			continue;
		capacity = max(capacity, cpu->capacity);
		least = min(least, cpu->capacity);
		mixed |= type && cpu->type && cpu->type != type;
		if (cpu->type)
			type = cpu->type;
	}
	for (cpu = cpus->first; cpu; cpu = cpu->next) {
		if (!mixed)
			cpu->type = HWI_CPU_ANY;
		if (!type && least && cpu->capacity && least < capacity)
			cpu->type = cpu->capacity == capacity ?
					    HWI_CPU_PERFORMANCE :
					    HWI_CPU_EFFICIENCY;
	}
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
	hwi_cell_str(row, cpu->governor);
	hwi_cell_str(row, cpu->cpufreq_driver);
	hwi_cell_word(row, types[cpu->type]);
	hwi_text_flags(hwi_cell_begin(row), isolations, ARRAY_SIZE(isolations),
		       cpu->isolated);
	hwi_cell_end(row);
	time_cell(row, cpu, HWI_CPU_GUEST);
	hwi_cell_line(row, cpu->model);
}
