// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/cpu_rows.c"

/* An online CPU about which nothing else is known. */
static struct hwi_cpu new_cpu(unsigned int cpu)
{
	return (struct hwi_cpu){
		.cpu = cpu,
		.node = NUMA_NO_NODE,
		.package = -1,
		.die = -1,
		.core = -1,
	};
}

static struct hwi_cache new_cache(unsigned int level, enum cache_type type,
				  unsigned int size, unsigned long *shared)
{
	return (struct hwi_cache){
		.level = level,
		.type = type,
		.size = size,
		.shared = shared,
	};
}

#define EXPECT_CPU(test, cpu, want) \
	EXPECT_STRING(test, ROW(test, hwi_cpu_columns, hwi_cpu_row, cpu), want)

/* CACHES of a CPU that has just these. */
static void expect_caches(struct kunit *test, struct hwi_cache *caches,
			  const char *want)
{
	struct hwi_cpu cpu = new_cpu(0);

	cpu.caches = caches;
	EXPECT_STRING(test,
		      CELL(test, "CACHES", hwi_cpu_columns, hwi_cpu_row, &cpu),
		      want);
}

static void nothing_is_known(struct kunit *test)
{
	struct hwi_cpu cpu = new_cpu(0);

	EXPECT_CPU(
		test, &cpu,
		"0 online - 0 0 0 0 0 - - - - - - - 0 0 0 0 0 - - - - none 0 -");
	cpu.state = HWI_CPU_OFFLINE;
	EXPECT_CPU(
		test, &cpu,
		"0 offline - 0 0 0 0 0 - - - - - - - 0 0 0 0 0 - - - - none 0 -");
	cpu.state = HWI_CPU_ABSENT;
	EXPECT_CPU(
		test, &cpu,
		"0 absent - 0 0 0 0 0 - - - - - - - 0 0 0 0 0 - - - - none 0 -");
}

/* Each time is 100 ms more than the one before it in enum hwi_cpu_time. */
static void figures_in_the_order_of_the_columns(struct kunit *test)
{
	static const char want[] =
		"12 online 2400.125 100 300 400 500 8589934592 1 2 3 4 0,2 800.000 4294967.295 200 600 700 800 9 L2=1M@0+2 schedutil intel_cpufreq efficiency managed_irq,nohz 900 My \\134 CPU @ 2.40GHz";
	static DECLARE_BITMAP(siblings, CONFIG_NR_CPUS) = { 0x5 };
	struct hwi_cache l2 =
		new_cache(2, CACHE_TYPE_UNIFIED, 1 << 20, siblings);
	struct hwi_cpu cpu = new_cpu(12);
	unsigned int i;

	KUNIT_ASSERT_TRUE(test, nr_cpu_ids >= 4);
	cpu.node = 1;
	cpu.package = 2;
	cpu.die = 3;
	cpu.core = 4;
	cpu.siblings = siblings;
	cpu.khz = 2400125;
	cpu.min_khz = 800000;
	cpu.max_khz = UINT_MAX;
	cpu.caches = &l2;
	/* Times are shown in whole milliseconds, rounded down. */
	for (i = 0; i < HWI_CPU_TIMES; i++)
		cpu.times[i] = 100 * NSEC_PER_MSEC * (i + 1) + 999999;
	cpu.interrupts = 1ULL << 33;
	cpu.softirqs = 9;
	cpu.governor = "schedutil";
	cpu.cpufreq_driver = "intel_cpufreq";
	cpu.type = HWI_CPU_EFFICIENCY;
	cpu.isolated = BIT(HWI_CPU_NO_TICK) | BIT(HWI_CPU_NO_MANAGED_IRQ);
	cpu.model = "My \\ CPU @ 2.40GHz";
	EXPECT_CPU(test, &cpu, want);
}

static void topology_that_begins_at_zero(struct kunit *test)
{
	static DECLARE_BITMAP(none, CONFIG_NR_CPUS);
	struct hwi_cpu cpu = new_cpu(3);

	cpu.node = 0;
	cpu.package = 0;
	cpu.die = 0;
	cpu.core = 0;
	cpu.siblings = none;
	EXPECT_CPU(
		test, &cpu,
		"3 online - 0 0 0 0 0 0 0 0 0 none - - 0 0 0 0 0 - - - - none 0 -");
}

static void cache_types_have_a_letter(struct kunit *test)
{
	static const struct {
		enum cache_type type;
		const char *want;
	} types[] = {
		{ CACHE_TYPE_DATA, "L1d=48K@0" },
		{ CACHE_TYPE_INST, "L1i=48K@0" },
		{ CACHE_TYPE_UNIFIED, "L1=48K@0" },
		{ CACHE_TYPE_NOCACHE, "L1=48K@0" },
	};
	static DECLARE_BITMAP(first, CONFIG_NR_CPUS) = { 0x1 };
	struct hwi_cache cache;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(types); i++) {
		cache = new_cache(1, types[i].type, 48 << 10, first);
		expect_caches(test, &cache, types[i].want);
	}
}

static void caches_are_a_list(struct kunit *test)
{
	static DECLARE_BITMAP(first, CONFIG_NR_CPUS) = { 0x1 };
	struct hwi_cache l1 = new_cache(1, CACHE_TYPE_DATA, 32 << 10, first),
			 l2 = new_cache(2, CACHE_TYPE_UNIFIED, UINT_MAX, first),
			 l3 = new_cache(3, CACHE_TYPE_UNIFIED, 0, first);

	expect_caches(test, NULL, "-");
	l1.next = &l2;
	l2.next = &l3;
	expect_caches(test, &l1, "L1d=32K@0,L2=4294967295@0,L3=-@0");
}

/* Ranges of CPUs join with +: the comma is between caches. */
static void sharing_is_a_list_without_commas(struct kunit *test)
{
	static DECLARE_BITMAP(some, CONFIG_NR_CPUS) = { 0xd };
	static DECLARE_BITMAP(none, CONFIG_NR_CPUS);
	struct hwi_cache cache = new_cache(12, CACHE_TYPE_UNIFIED, 1000, some);

	KUNIT_ASSERT_TRUE(test, nr_cpu_ids >= 4);
	expect_caches(test, &cache, "L12=1000@0+2-3");
	cache.shared = none;
	expect_caches(test, &cache, "L12=1000@none");
}

/* The types of three CPUs, one letter each, after they were compared. */
static void expect_types(struct kunit *test, struct hwi_cpu *three,
			 const char *want)
{
	struct hwi_cpus cpus = { .first = &three[0] };
	char have[4] = "";
	unsigned int i;

	three[0].next = &three[1];
	three[1].next = &three[2];
	hwi_cpus_compare(&cpus);
	for (i = 0; i < 3; i++)
		have[i] = "-pel"[three[i].type];
	EXPECT_STRING(test, have, want);
}

static void types_that_the_hardware_tells(struct kunit *test)
{
	struct hwi_cpu cpus[3] = {
		{ .type = HWI_CPU_PERFORMANCE, .capacity = 1024 },
		{ .type = HWI_CPU_EFFICIENCY, .capacity = 600 },
		{ .type = HWI_CPU_LOW_POWER, .capacity = 300 },
	};

	expect_types(test, cpus, "pel");
	/* A CPU that does not tell its type. */
	cpus[1].type = HWI_CPU_ANY;
	expect_types(test, cpus, "p-l");
	/* All of one type, with capacities that differ by a few per cent. */
	cpus[1].type = HWI_CPU_PERFORMANCE;
	cpus[2].type = HWI_CPU_PERFORMANCE;
	expect_types(test, cpus, "---");
}

static void types_by_capacity(struct kunit *test)
{
	struct hwi_cpu cpus[3] = {
		{ .capacity = 446 },
		{ .capacity = 1024 },
		{ .capacity = 446 },
	};

	expect_types(test, cpus, "epe");
	cpus[1].type = HWI_CPU_ANY;
	cpus[0].type = HWI_CPU_ANY;
	cpus[2].type = HWI_CPU_ANY;
	/* Nothing is known about a CPU that is not online. */
	cpus[1].state = HWI_CPU_OFFLINE;
	cpus[1].capacity = 0;
	expect_types(test, cpus, "---");
	cpus[1].state = HWI_CPU_ONLINE;
	cpus[1].capacity = 446;
	expect_types(test, cpus, "---");
	/* Nor can a CPU without a capacity be compared. */
	cpus[1].capacity = 0;
	expect_types(test, cpus, "---");
}

static struct kunit_case cpu_rows_cases[] = {
	KUNIT_CASE(nothing_is_known),
	KUNIT_CASE(figures_in_the_order_of_the_columns),
	KUNIT_CASE(topology_that_begins_at_zero),
	KUNIT_CASE(cache_types_have_a_letter),
	KUNIT_CASE(caches_are_a_list),
	KUNIT_CASE(sharing_is_a_list_without_commas),
	KUNIT_CASE(types_that_the_hardware_tells),
	KUNIT_CASE(types_by_capacity),
	{}
};

static struct kunit_suite cpu_rows_suite = {
	.name = "hwinsight_cpu_rows",
	.test_cases = cpu_rows_cases,
};

kunit_test_suite(cpu_rows_suite);

MODULE_DESCRIPTION("KUnit: a CPU as a row");
MODULE_LICENSE("GPL");
