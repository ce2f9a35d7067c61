// SPDX-License-Identifier: GPL-2.0
#include "machine.h"
#include "memory_rows.h"

static void memory_show(struct hwi_table *table,
			const struct hwi_machine *machine)
{
	const struct hwi_memory *memory;

	for (memory = machine->memories.first; memory; memory = memory->next)
		hwi_table_add(table, hwi_memory_row, memory,
			      machine->access->addresses);
}

HWI_DECLARE_VIEW(memory);
const struct hwi_view hwi_view_memory = {
	.name = "memory",
	.columns = hwi_memory_columns,
	.nr_columns = HWI_MEMORY_COLUMNS,
	.parts = BIT_ULL(HWI_PART_MEMORY),
	.show = memory_show,
};
