// SPDX-License-Identifier: GPL-2.0
#include "memory_rows.h"

/* All but three are enum hwi_memory_item. */
const struct hwi_column hwi_memory_columns[HWI_MEMORY_COLUMNS] = {
	{ "SCOPE", 's' },	{ "MANAGED", 'u' },	{ "FREE", 'u' },
	{ "AVAILABLE", 'u' },	{ "ANON", 'u' },	{ "FILE", 'u' },
	{ "SLAB", 'u' },	{ "DIRTY", 'u' },	{ "WRITEBACK", 'u' },
	{ "PRESENT", 'u' },	{ "MIN", 'u' },		{ "LOW", 'u' },
	{ "HIGH", 'u' },	{ "START", 'x' },	{ "SWAP_FREE", 'u' },
	{ "SWAP_CACHED", 'u' }, { "FREE_ORDERS", 'w' },
};

/* As many digits as in iomem. */
#define ADDRESS_DIGITS 8

/**
 * hwi_memory_scope() - write what a record is about
 * @text: where to write: "system", "node0" or "node0/DMA32"
 * @memory: the record
 */
void hwi_memory_scope(struct hwi_text *text, const struct hwi_memory *memory)
{
	if (memory->node == NUMA_NO_NODE) {
		hwi_text_str(text, "system");
		return;
	}
	hwi_text_str(text, "node");
	hwi_text_u64(text, memory->node);
	if (!memory->zone)
		return;
	hwi_text_char(text, '/');
	hwi_text_escaped(text, memory->zone, HWI_ESCAPE_FIELD);
}

static void item_cells(struct hwi_row *row, const struct hwi_memory *memory,
		       unsigned int from, unsigned int to)
{
	for (; from < to; from++) {
		if (memory->kb[from] == HWI_MEMORY_UNKNOWN)
			hwi_cell_none(row);
		else
			hwi_cell_u64(row, memory->kb[from]);
	}
}

/* As in /proc/buddyinfo, blocks of one page first. */
static void orders_cell(struct hwi_row *row, const struct hwi_memory *memory)
{
	struct hwi_text *text = hwi_cell_begin(row);
	unsigned int i;

	for (i = 0; memory->orders && i < memory->nr_orders; i++) {
		if (i)
			hwi_text_char(text, ',');
		hwi_text_u64(text, memory->orders[i]);
	}
	hwi_cell_end(row);
}

/**
 * hwi_memory_row() - fill the row of the system, a node or a zone
 * @row: the row, of hwi_memory_columns
 * @memory: the record
 * @addresses: physical addresses may be shown
 */
void hwi_memory_row(struct hwi_row *row, const struct hwi_memory *memory,
		    bool addresses)
{
	hwi_memory_scope(hwi_cell_begin(row), memory);
	hwi_cell_end(row);
	item_cells(row, memory, 0, HWI_MEMORY_BEFORE_START);
	if (!memory->has_start)
		hwi_cell_none(row);
	else if (!addresses)
		hwi_cell_hidden(row);
	else
		hwi_cell_hex(row, memory->start, ADDRESS_DIGITS);
	item_cells(row, memory, HWI_MEMORY_BEFORE_START, HWI_MEMORY_ITEMS);
	orders_cell(row, memory);
}
