// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "memory_record.h"
#include "view.h"

/* Those after START are enum hwi_memory_item. */
static const struct hwi_column memory_columns[] = {
	{ "SCOPE", 's' },   { "START", 'x' },	  { "PRESENT", 'u' },
	{ "MANAGED", 'u' }, { "FREE", 'u' },	  { "AVAILABLE", 'u' },
	{ "ANON", 'u' },    { "FILE", 'u' },	  { "SLAB", 'u' },
	{ "DIRTY", 'u' },   { "WRITEBACK", 'u' }, { "MIN", 'u' },
	{ "LOW", 'u' },	    { "HIGH", 'u' },
};

static int memory_fill(struct hwi_snapshot *snap)
{
	const struct hwi_memory *memory;
	struct hwi_memories memories;

	BUILD_BUG_ON(ARRAY_SIZE(memory_columns) != HWI_MEMORY_ITEMS + 2);
	if (!hwi_memory_collect(&memories, &snap->arena) ||
	    !hwi_table_reserve(&snap->table, memories.nr))
		return 0;
	for (memory = memories.first; memory; memory = memory->next)
		hwi_memory_row(&snap->table, memory, snap->access->addresses);
	return 0;
}

const struct hwi_view hwi_view_memory = {
	.name = "memory",
	.columns = memory_columns,
	.nr_columns = ARRAY_SIZE(memory_columns),
	.fill = memory_fill,
};
