// SPDX-License-Identifier: GPL-2.0
#include "rows.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/table.c"
#include "../../module/row.c"
#include "../../module/memory_record.c"

/* As the memory view has them. */
static const struct hwi_column columns[] = {
	HWI_COLUMN("SCOPE", 's'),     HWI_COLUMN("START", 'x'),
	HWI_COLUMN("PRESENT", 'u'),   HWI_COLUMN("MANAGED", 'u'),
	HWI_COLUMN("FREE", 'u'),      HWI_COLUMN("AVAILABLE", 'u'),
	HWI_COLUMN("ANON", 'u'),      HWI_COLUMN("FILE", 'u'),
	HWI_COLUMN("SLAB", 'u'),      HWI_COLUMN("DIRTY", 'u'),
	HWI_COLUMN("WRITEBACK", 'u'), HWI_COLUMN("MIN", 'u'),
	HWI_COLUMN("LOW", 'u'),	      HWI_COLUMN("HIGH", 'u'),
};

static void begin(struct kunit *test, struct rows *rows, size_t size)
{
	rows_begin(test, rows, size, columns, ARRAY_SIZE(columns), 4);
}

/* What nothing is counted of. */
static struct hwi_memory new_memory(int node)
{
	struct hwi_memory memory = { .node = node };
	unsigned int i;

	for (i = 0; i < HWI_MEMORY_ITEMS; i++)
		memory.kb[i] = HWI_MEMORY_UNKNOWN;
	return memory;
}

static void scopes(struct kunit *test)
{
	struct hwi_memory memory = new_memory(NUMA_NO_NODE);
	struct hwi_arena arena = new_arena(test, 1024);

	EXPECT_TEXT(test, hwi_memory_scope(&arena, &memory), "system");
	memory.node = 0;
	EXPECT_TEXT(test, hwi_memory_scope(&arena, &memory), "node0");
	memory.zone = hwi_arena_copy(&arena, "DMA32");
	EXPECT_TEXT(test, hwi_memory_scope(&arena, &memory), "node0/DMA32");
	memory.node = 1023;
	memory.zone = hwi_arena_copy(&arena, "Normal");
	EXPECT_TEXT(test, hwi_memory_scope(&arena, &memory), "node1023/Normal");
}

static void nothing_is_counted(struct kunit *test)
{
	struct hwi_memory memory = new_memory(3);
	struct rows rows;

	begin(test, &rows, 8192);
	hwi_memory_row(&rows.table, &memory, true);
	EXPECT_ROW(test, &rows, "node3 - - - - - - - - - - - - -");
}

/* A counter that is 0 is known to be. */
static void figures_in_the_order_of_the_columns(struct kunit *test)
{
	struct hwi_memory memory = new_memory(NUMA_NO_NODE);
	struct rows rows;
	unsigned int i;

	begin(test, &rows, 8192);
	for (i = 0; i < HWI_MEMORY_ITEMS; i++)
		memory.kb[i] = i;
	memory.kb[HWI_MEMORY_PRESENT] = 1ULL << 54;
	hwi_memory_row(&rows.table, &memory, true);
	EXPECT_ROW(test, &rows,
		   "system - 18014398509481984 1 2 3 4 5 6 7 8 9 10 11");
}

static void addresses_are_hidden(struct kunit *test)
{
	struct hwi_memory memory = new_memory(0);
	struct rows rows;

	begin(test, &rows, 8192);
	memory.has_start = true;
	memory.start = 0x1000;
	hwi_memory_row(&rows.table, &memory, true);
	EXPECT_ROW(test, &rows, "node0 0x00001000 - - - - - - - - - - - -");
	memory.start = 0x123456789000;
	hwi_memory_row(&rows.table, &memory, true);
	EXPECT_ROW(test, &rows, "node0 0x123456789000 - - - - - - - - - - - -");
	hwi_memory_row(&rows.table, &memory, false);
	EXPECT_ROW(test, &rows, "node0 * - - - - - - - - - - - -");
	/* There is nothing to hide where there is no address. */
	memory.has_start = false;
	hwi_memory_row(&rows.table, &memory, false);
	EXPECT_ROW(test, &rows, "node0 - - - - - - - - - - - - -");
}

/* In a block that is too small, nothing is written past its end. */
static void a_row_at_every_size(struct kunit *test)
{
	struct hwi_memory memory = new_memory(1023);
	bool fitted = false;
	struct rows rows;
	size_t size;

	memory.zone.text = "A-zone-whose-name-is-long       ";
	memory.zone.len = 25;
	for (size = 0; size < 2048; size += 8) {
		begin(test, &rows, size);
		hwi_memory_row(&rows.table, &memory, true);
		KUNIT_EXPECT_FALSE(test, fitted && rows.arena.overflow);
		fitted = !rows.arena.overflow;
		kunit_kfree(test, rows.arena.base);
	}
	KUNIT_EXPECT_TRUE(test, fitted);
}

static struct kunit_case memory_record_cases[] = {
	KUNIT_CASE(scopes),
	KUNIT_CASE(nothing_is_counted),
	KUNIT_CASE(figures_in_the_order_of_the_columns),
	KUNIT_CASE(addresses_are_hidden),
	KUNIT_CASE(a_row_at_every_size),
	{}
};

static struct kunit_suite memory_record_suite = {
	.name = "hwinsight_memory_record",
	.test_cases = memory_record_cases,
};

kunit_test_suite(memory_record_suite);

MODULE_DESCRIPTION("KUnit: memory as a row");
MODULE_LICENSE("GPL");
