/* SPDX-License-Identifier: GPL-2.0 */
/* Memory counters of the system, a node or a zone: record, columns and row. */
#ifndef HWI_MEMORY_ROWS_H
#define HWI_MEMORY_ROWS_H

#include <linux/numa.h>

#include "core/row.h"

/* Counters in the order of the columns, which also have START. */
enum hwi_memory_item {
	HWI_MEMORY_MANAGED,
	HWI_MEMORY_FREE,
	HWI_MEMORY_AVAILABLE,
	HWI_MEMORY_ANON,
	HWI_MEMORY_FILE,
	HWI_MEMORY_SLAB,
	HWI_MEMORY_DIRTY,
	HWI_MEMORY_WRITEBACK,
	HWI_MEMORY_PRESENT,
	HWI_MEMORY_MIN,
	HWI_MEMORY_LOW,
	HWI_MEMORY_HIGH,
	HWI_MEMORY_BEFORE_START,
	HWI_MEMORY_SWAP_FREE = HWI_MEMORY_BEFORE_START,
	HWI_MEMORY_SWAP_CACHED,
	HWI_MEMORY_ITEMS,
};

/* The kernel does not count this for a node, or for a zone. */
#define HWI_MEMORY_UNKNOWN (~0ULL)

/**
 * struct hwi_memory - the memory of the system, of a node or of a zone
 * @next: the system, then each node, followed by its populated zones
 * @node: its node, NUMA_NO_NODE for the system
 * @zone: the zone's name; NULL for the system and for a node
 * @has_start: @start is set; not for the system, nor for a node without memory
 * @orders: how many free blocks of each order; only set for a zone
 * @nr_orders: how many orders
 * @start: physical address of its first page
 * @kb: KiB, by enum hwi_memory_item; HWI_MEMORY_UNKNOWN where not counted
 */
struct hwi_memory {
	struct hwi_memory *next;
	int node;
	const char *zone;
	bool has_start;
	u64 start;
	unsigned long *orders;
	unsigned int nr_orders;
	u64 kb[HWI_MEMORY_ITEMS];
};

/**
 * struct hwi_memories - the copied counters
 * @first: those of the system, NULL on overflow
 * @nr: how many records
 */
struct hwi_memories {
	struct hwi_memory *first;
	unsigned int nr;
};

#define HWI_MEMORY_COLUMNS (HWI_MEMORY_ITEMS + 3)
extern const struct hwi_column hwi_memory_columns[HWI_MEMORY_COLUMNS];

int hwi_memory_collect(struct hwi_memories *memories, struct hwi_arena *arena);
void hwi_memory_scope(struct hwi_text *text, const struct hwi_memory *memory);
void hwi_memory_row(struct hwi_row *row, const struct hwi_memory *memory,
		    bool addresses);

#endif
