// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "memory_record.h"
#include "view.h"

/* Those after START are enum hwi_memory_item. */
static const struct hwi_column memory_columns[] = {
	HWI_COLUMN("SCOPE", 's'),     HWI_COLUMN("START", 'x'),
	HWI_COLUMN("PRESENT", 'u'),   HWI_COLUMN("MANAGED", 'u'),
	HWI_COLUMN("FREE", 'u'),      HWI_COLUMN("AVAILABLE", 'u'),
	HWI_COLUMN("ANON", 'u'),      HWI_COLUMN("FILE", 'u'),
	HWI_COLUMN("SLAB", 'u'),      HWI_COLUMN("DIRTY", 'u'),
	HWI_COLUMN("WRITEBACK", 'u'), HWI_COLUMN("MIN", 'u'),
	HWI_COLUMN("LOW", 'u'),	      HWI_COLUMN("HIGH", 'u'),
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
