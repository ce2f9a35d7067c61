// SPDX-License-Identifier: GPL-2.0
#include <linux/mm.h>

#include "device_record.h"
#include "process_record.h"
#include "view.h"

static const struct hwi_column processes_columns[] = {
	{ "PID", 'u' },	    { "STATE", 's' },  { "CPU", 'u' },
	{ "THREADS", 'u' }, { "RSS_KB", 'u' }, { "IRQ", 'u' },
	{ "DEVICES", 'w' }, { "COMM", 's' },
};

static void row(struct hwi_table *table, const struct hwi_process *process,
		const struct hwi_numbers *numbers)
{
	struct hwi_arena *arena = table->arena;

	hwi_cell_u64(table, process->pid);
	hwi_cell_char(table, process->state);
	hwi_cell_u64(table, process->cpu);
	hwi_cell_u64(table, process->threads);
	if (process->rss < 0)
		hwi_cell_none(table);
	else
		hwi_cell_u64(table, (u64)process->rss << (PAGE_SHIFT - 10));
	hwi_cell_id(table, process->irq);
	if (process->known)
		hwi_cell_ready(table,
			       hwi_numbers_text(arena, process, numbers));
	else
		hwi_cell_hidden(table);
	hwi_cell_str(table, hwi_arena_copy(arena, process->comm));
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
		row(&snap->table, process, &numbers);
	return 0;
}

const struct hwi_view hwi_view_processes = {
	.name = "processes",
	.columns = processes_columns,
	.nr_columns = ARRAY_SIZE(processes_columns),
	.fill = processes_fill,
};
