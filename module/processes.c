// SPDX-License-Identifier: GPL-2.0
#include <linux/mm.h>

#include "device_record.h"
#include "process_record.h"
#include "view.h"

static const struct hwi_column processes_columns[] = {
	HWI_COLUMN("PID", 'u'),	    HWI_COLUMN("STATE", 's'),
	HWI_COLUMN("CPU", 'u'),	    HWI_COLUMN("THREADS", 'u'),
	HWI_COLUMN("RSS_KB", 'u'),  HWI_COLUMN("IRQ", 'u'),
	HWI_COLUMN("DEVICES", 'w'), HWI_COLUMN("COMM", 's'),
};

static void add_row(struct hwi_table *table, const struct hwi_process *process,
		    const struct hwi_numbers *numbers)
{
	struct hwi_arena *arena = table->arena;
	struct hwi_row cells, *row = &cells;

	if (!hwi_row_begin(row, table))
		return;
	hwi_cell_u64(row, process->pid);
	hwi_cell_char(row, process->state);
	hwi_cell_u64(row, process->cpu);
	hwi_cell_u64(row, process->threads);
	if (process->rss < 0)
		hwi_cell_none(row);
	else
		hwi_cell_u64(row, (u64)process->rss << (PAGE_SHIFT - 10));
	hwi_cell_id(row, process->irq);
	if (process->known)
		hwi_cell_ready(row, hwi_numbers_text(arena, process, numbers));
	else
		hwi_cell_hidden(row);
	hwi_cell_text(row, hwi_arena_copy(arena, process->comm));
	hwi_row_end(row, table);
}

static int processes_fill(struct hwi_snapshot *snap)
{
	struct hwi_arena *arena = &snap->arena;
	const struct hwi_process *process;
	struct hwi_processes processes;
	struct hwi_devices devices;
	struct hwi_numbers numbers;
	struct hwi_irqs irqs;

	if (!hwi_devices_collect_chains(&devices, arena, snap->access->net) ||
	    !hwi_numbers_index(&numbers, arena, &devices))
		return 0;
	hwi_irqs_collect(&irqs, arena, false);
	hwi_processes_collect(&processes, arena, snap->access, &irqs, false);
	if (!hwi_table_reserve(&snap->table, processes.nr))
		return 0;
	for (process = processes.first; process; process = process->next)
		add_row(&snap->table, process, &numbers);
	return 0;
}

const struct hwi_view hwi_view_processes = {
	.name = "processes",
	.columns = processes_columns,
	.nr_columns = ARRAY_SIZE(processes_columns),
	.fill = processes_fill,
};
