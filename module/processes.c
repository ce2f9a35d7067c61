// SPDX-License-Identifier: GPL-2.0
#include "machine.h"
#include "process_rows.h"

static void processes_show(struct hwi_table *table,
			   const struct hwi_machine *machine)
{
	const struct hwi_processes *processes = &machine->processes;
	const struct hwi_process *process;

	for (process = processes->first; process; process = process->next)
		hwi_table_add(table, hwi_process_row, process, processes);
}

HWI_DECLARE_VIEW(processes);
const struct hwi_view hwi_view_processes = {
	.name = "processes",
	.columns = hwi_process_columns,
	.nr_columns = HWI_PROCESS_COLUMNS,
	.parts = BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_IRQS) |
		 BIT_ULL(HWI_PART_PROCESSES),
	.show = processes_show,
};
