// SPDX-License-Identifier: GPL-2.0
#include <linux/cpumask.h>
#include <linux/ioport.h>

#include "irq_arch.h"
#include "irq_record.h"
#include "view.h"

static const struct hwi_column interrupts_columns[] = {
	{ "IRQ", 's' },	   { "HWIRQ", 'u' },	 { "CHIP", 's' },
	{ "DOMAIN", 's' }, { "TRIGGER", 's' },	 { "STATE", 'w' },
	{ "NODE", 'u' },   { "AFFINITY", 'c' },	 { "EFFECTIVE", 'c' },
	{ "TOTAL", 'u' },  { "UNHANDLED", 'u' }, { "PERCPU", 'p' },
	{ "DEVICE", 'w' }, { "DRIVER", 'w' },	 { "ACTIONS", 's' },
};

static void none(struct hwi_table *table, unsigned int cells)
{
	while (cells--)
		hwi_cell_none(table);
}

/* Label, total, counts and description; nothing else applies. */
static void arch_row(struct hwi_table *table, const struct hwi_arch_irq *irq)
{
	struct hwi_arena *arena = table->arena;
	struct hwi_count *counts, *at;
	unsigned int cpu, nr = 0;
	u64 total = 0;

	hwi_cell_ready(table, hwi_arena_copy(arena, irq->label));
	none(table, 8);
	if (irq->offset < 0) {
		none(table, 5);
	} else {
		counts = hwi_arena_alloc(arena,
					 num_possible_cpus() * sizeof(*counts));
		if (!counts)
			return;
		for_each_possible_cpu(cpu) {
			at = &counts[nr];
			at->cpu = cpu;
			at->count = hwi_arch_irq_count(irq, cpu);
			total += at->count;
			nr += !!at->count;
			if (nr == num_possible_cpus())
				break;
		}
		hwi_cell_u64(table, total);
		hwi_cell_none(table);
		hwi_cell_ready(table, hwi_text_counts(arena, counts, nr));
		none(table, 2);
	}
	hwi_cell_ready(table, hwi_arena_copy(arena, irq->text));
}

static int interrupts_fill(struct hwi_snapshot *snap)
{
	struct hwi_arena *arena = &snap->arena;
	struct hwi_irq_memo memo = {};
	struct hwi_owners owners;
	struct hwi_irqs irqs;
	struct hwi_irq *irq;
	unsigned int i;

	hwi_irqs_collect(&irqs, arena, false);
	hwi_owners_init(&owners, arena);
	hwi_owners_collect(&owners, IORESOURCE_IRQ);
	if (arena->overflow ||
	    !hwi_table_reserve(&snap->table, irqs.nr + hwi_nr_arch_irqs))
		return 0;
	for (irq = irqs.first; irq && !arena->overflow; irq = irq->next)
		hwi_irq_row(snap, irq, &owners, &memo);
	for (i = 0; i < hwi_nr_arch_irqs; i++)
		arch_row(&snap->table, &hwi_arch_irqs[i]);
	return 0;
}

const struct hwi_view hwi_view_interrupts = {
	.name = "interrupts",
	.columns = interrupts_columns,
	.nr_columns = ARRAY_SIZE(interrupts_columns),
	.fill = interrupts_fill,
};
