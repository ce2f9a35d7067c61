/* SPDX-License-Identifier: GPL-2.0 */
/* A CPU: its record, its columns and its row. */
#ifndef HWI_CPU_ROWS_H
#define HWI_CPU_ROWS_H

#include <linux/cacheinfo.h>

#include "core/row.h"

/* The order is that of the words. */
enum hwi_cpu_state {
	HWI_CPU_ONLINE,
	HWI_CPU_OFFLINE,
	HWI_CPU_ABSENT,
};

/* Columns of /proc/stat. */
enum hwi_cpu_time {
	HWI_CPU_USER,
	HWI_CPU_NICE,
	HWI_CPU_SYSTEM,
	HWI_CPU_IDLE,
	HWI_CPU_IOWAIT,
	HWI_CPU_IRQ,
	HWI_CPU_SOFTIRQ,
	HWI_CPU_STEAL,
	HWI_CPU_GUEST,
	HWI_CPU_TIMES,
};

/* On a machine whose CPUs are not alike. */
enum hwi_cpu_type {
	HWI_CPU_ANY,
	HWI_CPU_PERFORMANCE,
	HWI_CPU_EFFICIENCY,
	HWI_CPU_LOW_POWER,
};

/* What a CPU is kept free of. */
enum hwi_cpu_isolation {
	HWI_CPU_NO_DOMAIN,
	HWI_CPU_NO_MANAGED_IRQ,
	HWI_CPU_NO_TICK,
};

/**
 * struct hwi_cache - a cache of a CPU
 * @next: the next one of this CPU
 * @level: from 1
 * @type: of data, of instructions, or of both
 * @size: bytes, 0 if firmware does not tell
 * @shared: the CPUs that share it, nr_cpu_ids bits
 */
struct hwi_cache {
	struct hwi_cache *next;
	unsigned int level;
	enum cache_type type;
	unsigned int size;
	unsigned long *shared;
};

/**
 * struct hwi_cpu - a copied CPU
 * @next: by number
 * @cpu: its number
 * @state: whether it is in use
 * @node: NUMA node, negative if not known, as the three below
 * @package: topology, known of CPUs that are online
 * @die: likewise
 * @core: likewise
 * @first_in_package: no CPU of a lower number is in its package
 * @first_in_core: nor in its core
 * @siblings: CPUs in its core, nr_cpu_ids bits; NULL if not known
 * @khz: frequency, 0 if not known, as the two below
 * @min_khz: the lowest
 * @max_khz: the highest
 * @caches: NULL if none are known
 * @times: nanoseconds
 * @interrupts: that it served
 * @softirqs: that it ran
 * @governor: of cpufreq, NULL if not known, as the one below
 * @cpufreq_driver: what sets the frequency
 * @type: as the hardware says; then hwi_cpus_compare() decides
 * @capacity: of at most 1024, 0 if not known
 * @isolated: BIT() of enum hwi_cpu_isolation
 * @model: NULL if the architecture has no names
 */
struct hwi_cpu {
	struct hwi_cpu *next;
	unsigned int cpu;
	enum hwi_cpu_state state;
	int node;
	int package;
	int die;
	int core;
	bool first_in_package;
	bool first_in_core;
	unsigned long *siblings;
	unsigned int khz;
	unsigned int min_khz;
	unsigned int max_khz;
	struct hwi_cache *caches;
	u64 times[HWI_CPU_TIMES];
	u64 interrupts;
	u64 softirqs;
	const char *governor;
	const char *cpufreq_driver;
	enum hwi_cpu_type type;
	unsigned int capacity;
	unsigned long isolated;
	const char *model;
};

/**
 * struct hwi_cpus - the possible CPUs, copied
 * @first: the first
 */
struct hwi_cpus {
	struct hwi_cpu *first;
};

#define HWI_CPU_COLUMNS 27
extern const struct hwi_column hwi_cpu_columns[HWI_CPU_COLUMNS];

int hwi_cpus_collect(struct hwi_cpus *cpus, struct hwi_arena *arena);
void hwi_cpus_compare(struct hwi_cpus *cpus);
void hwi_cpu_row(struct hwi_row *row, const struct hwi_cpu *cpu);

#endif
