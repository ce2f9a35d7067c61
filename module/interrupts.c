// SPDX-License-Identifier: GPL-2.0
#include <linux/cpumask.h>
#include <linux/ioport.h>

#include "irq_arch.h"
#include "irq_record.h"
#include "view.h"

static const struct hwi_column interrupts_columns[] = {
	HWI_COLUMN("IRQ", 's'),	      HWI_COLUMN("HWIRQ", 'u'),
	HWI_COLUMN("CHIP", 's'),      HWI_COLUMN("DOMAIN", 's'),
	HWI_COLUMN("TRIGGER", 's'),   HWI_COLUMN("STATE", 'w'),
	HWI_COLUMN("NODE", 'u'),      HWI_COLUMN("AFFINITY", 'c'),
	HWI_COLUMN("EFFECTIVE", 'c'), HWI_COLUMN("TOTAL", 'u'),
	HWI_COLUMN("UNHANDLED", 'u'), HWI_COLUMN("PERCPU", 'p'),
	HWI_COLUMN("DEVICE", 'w'),    HWI_COLUMN("DRIVER", 'w'),
	HWI_COLUMN("ACTIONS", 's'),
};

static __always_inline void none(struct hwi_row *row, unsigned int cells)
{
	while (cells--)
		hwi_cell_none(row);
}

/* Label, total, counts and description; nothing else applies. */
static void arch_row(struct hwi_table *table, const struct hwi_arch_irq *irq)
{
	struct hwi_arena *arena = table->arena;
	struct hwi_row cells, *row = &cells;
	struct hwi_count *counts, *at;
	unsigned int cpu, nr = 0;
	u64 total = 0;

	if (!hwi_row_begin(row, table))
		return;
	hwi_cell_put(row, irq->label);
	none(row, 8);
	if (irq->offset < 0) {
		none(row, 5);
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
		hwi_cell_u64(row, total);
		hwi_cell_none(row);
		hwi_cell_ready(row, hwi_text_counts(arena, counts, nr));
		none(row, 2);
	}
	hwi_cell_put(row, irq->text);
	hwi_row_end(row, table);
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
