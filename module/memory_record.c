// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "memory_record.h"
#include "row.h"
#include "text.h"

/* As iomem writes addresses. */
#define ADDRESS_DIGITS 8

/**
 * hwi_memory_scope() - what a record is about
 * @arena: where the string goes
 * @memory: the record
 *
 * Return: "system", "node0" or "node0/DMA32"; no text on overflow.
 */
struct hwi_str hwi_memory_scope(struct hwi_arena *arena,
				const struct hwi_memory *memory)
{
	struct hwi_str none = { NULL, 0 };
	char *begin, *p;

	if (memory->node == NUMA_NO_NODE)
		return hwi_arena_copy(arena, "system");
	begin = hwi_arena_text_begin(arena, strlen("node/") + HWI_U64_MAX_LEN +
						    memory->zone.len);
	if (!begin)
		return none;
	memcpy(begin, "node", 4);
	p = hwi_text_u64(begin + 4, memory->node);
	if (memory->zone.len) {
		*p++ = '/';
		memcpy(p, memory->zone.text, memory->zone.len);
		p += memory->zone.len;
	}
	return hwi_arena_text_end(arena, begin, p);
}

/**
 * hwi_memory_row() - add the row of the system, a node or a zone
 * @table: the table, of the columns of the memory view
 * @memory: the record
 * @addresses: physical addresses may be shown
 */
void hwi_memory_row(struct hwi_table *table, const struct hwi_memory *memory,
		    bool addresses)
{
	struct hwi_row cells, *row = &cells;
	unsigned int i;

	if (!hwi_row_begin(row, table))
		return;
	hwi_cell_str(row, hwi_memory_scope(table->arena, memory));
	if (!memory->has_start)
		hwi_cell_none(row);
	else if (!addresses)
		hwi_cell_hidden(row);
	else
		hwi_cell_hex(row, memory->start, ADDRESS_DIGITS);
	for (i = 0; i < HWI_MEMORY_ITEMS; i++) {
		if (memory->kb[i] == HWI_MEMORY_UNKNOWN)
			hwi_cell_none(row);
		else
			hwi_cell_u64(row, memory->kb[i]);
	}
	hwi_row_end(row, table);
}
