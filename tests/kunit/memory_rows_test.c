// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/memory_rows.c"

/* Memory of which nothing is counted. */
static struct hwi_memory new_memory(int node)
{
	struct hwi_memory memory = { .node = node };
	unsigned int i;

	for (i = 0; i < HWI_MEMORY_ITEMS; i++)
		memory.kb[i] = HWI_MEMORY_UNKNOWN;
	return memory;
}

#define EXPECT_MEMORY(test, memory, addresses, want)                        \
	EXPECT_STRING(test,                                                 \
		      ROW(test, hwi_memory_columns, hwi_memory_row, memory, \
			  addresses),                                       \
		      want)

static void expect_scope(struct kunit *test, int node, const char *zone,
			 const char *want)
{
	struct hwi_memory memory = new_memory(node);
	struct hwi_text text = new_text(test, 64);

	memory.zone = zone;
	hwi_memory_scope(&text, &memory);
	EXPECT_TEXT(test, &text, want);
}

static void scopes(struct kunit *test)
{
	expect_scope(test, NUMA_NO_NODE, NULL, "system");
	expect_scope(test, 0, NULL, "node0");
	expect_scope(test, 0, "DMA32", "node0/DMA32");
	expect_scope(test, 1023, "Normal", "node1023/Normal");
	expect_scope(test, 1, "a zone", "node1/a\\040zone");
}

static void nothing_is_counted(struct kunit *test)
{
	struct hwi_memory memory = new_memory(3);

	EXPECT_MEMORY(test, &memory, true,
		      "node3 - - - - - - - - - - - - - - - -");
}

/* All columns but SCOPE, START and FREE_ORDERS are items, by name. */
static void items_have_their_columns(struct kunit *test)
{
	static const char *const names[HWI_MEMORY_ITEMS] = {
		[HWI_MEMORY_MANAGED] = "MANAGED",
		[HWI_MEMORY_FREE] = "FREE",
		[HWI_MEMORY_AVAILABLE] = "AVAILABLE",
		[HWI_MEMORY_ANON] = "ANON",
		[HWI_MEMORY_FILE] = "FILE",
		[HWI_MEMORY_SLAB] = "SLAB",
		[HWI_MEMORY_DIRTY] = "DIRTY",
		[HWI_MEMORY_WRITEBACK] = "WRITEBACK",
		[HWI_MEMORY_PRESENT] = "PRESENT",
		[HWI_MEMORY_MIN] = "MIN",
		[HWI_MEMORY_LOW] = "LOW",
		[HWI_MEMORY_HIGH] = "HIGH",
		[HWI_MEMORY_SWAP_FREE] = "SWAP_FREE",
		[HWI_MEMORY_SWAP_CACHED] = "SWAP_CACHED",
	};
	struct hwi_memory memory;
	unsigned int i;

	for (i = 0; i < HWI_MEMORY_ITEMS; i++) {
		memory = new_memory(0);
		memory.kb[i] = 7;
		EXPECT_STRING(test,
			      CELL(test, names[i], hwi_memory_columns,
				   hwi_memory_row, &memory, true),
			      "7");
	}
}

/* A counter of 0 is known. */
static void figures_in_the_order_of_the_columns(struct kunit *test)
{
	struct hwi_memory memory = new_memory(NUMA_NO_NODE);
	unsigned int i;

	for (i = 0; i < HWI_MEMORY_ITEMS; i++)
		memory.kb[i] = i;
	memory.kb[HWI_MEMORY_PRESENT] = 1ULL << 54;
	EXPECT_MEMORY(
		test, &memory, true,
		"system 0 1 2 3 4 5 6 7 18014398509481984 9 10 11 - 12 13 -");
}

static void addresses_are_hidden(struct kunit *test)
{
	struct hwi_memory memory = new_memory(0);

	memory.has_start = true;
	EXPECT_MEMORY(test, &memory, true,
		      "node0 - - - - - - - - - - - - 0x00000000 - - -");
	memory.start = 0x1000;
	EXPECT_MEMORY(test, &memory, true,
		      "node0 - - - - - - - - - - - - 0x00001000 - - -");
	memory.start = 0x123456789000;
	EXPECT_MEMORY(test, &memory, true,
		      "node0 - - - - - - - - - - - - 0x123456789000 - - -");
	EXPECT_MEMORY(test, &memory, false,
		      "node0 - - - - - - - - - - - - * - - -");
	/* Without an address there is nothing to hide. */
	memory.has_start = false;
	EXPECT_MEMORY(test, &memory, false,
		      "node0 - - - - - - - - - - - - - - - -");
}

static void free_blocks_of_each_order(struct kunit *test)
{
	unsigned long orders[] = { 7, 0 };
	struct hwi_memory memory = new_memory(0);

	memory.zone = "Normal";
	memory.orders = orders;
	memory.nr_orders = 2;
	EXPECT_STRING(test,
		      CELL(test, "FREE_ORDERS", hwi_memory_columns,
			   hwi_memory_row, &memory, true),
		      "7,0");
	memory.nr_orders = 1;
	EXPECT_STRING(test,
		      CELL(test, "FREE_ORDERS", hwi_memory_columns,
			   hwi_memory_row, &memory, true),
		      "7");
}

static struct kunit_case memory_rows_cases[] = {
	KUNIT_CASE(scopes),
	KUNIT_CASE(nothing_is_counted),
	KUNIT_CASE(items_have_their_columns),
	KUNIT_CASE(figures_in_the_order_of_the_columns),
	KUNIT_CASE(addresses_are_hidden),
	KUNIT_CASE(free_blocks_of_each_order),
	{}
};

static struct kunit_suite memory_rows_suite = {
	.name = "hwinsight_memory_rows",
	.test_cases = memory_rows_cases,
};

kunit_test_suite(memory_rows_suite);

MODULE_DESCRIPTION("KUnit: memory as a row");
MODULE_LICENSE("GPL");
