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

/**
 * struct counting_cpu - a possible CPU
 * @cpu: its number
 * @counters: the architecture's
 */
struct counting_cpu {
	unsigned int cpu;
	const void *counters;
};

/* The possible CPUs, once for all rows; NULL if the arena is full. */
static struct counting_cpu *possible_cpus(struct hwi_arena *arena,
					  unsigned int *nr)
{
	unsigned int cpu, room = num_possible_cpus();
	struct counting_cpu *cpus =
		hwi_arena_alloc(arena, room * sizeof(*cpus));

	*nr = 0;
	if (!cpus)
		return NULL;
	for_each_possible_cpu(cpu) {
		if (*nr == room)
			break;
		cpus[*nr].cpu = cpu;
		cpus[*nr].counters = hwi_arch_irq_counters(cpu);
		++*nr;
	}
	return cpus;
}

/* Copy what is not zero; @counts has room for all CPUs. Returns their number. */
static __always_inline unsigned int copy_counts(const struct hwi_arch_irq *irq,
						const struct counting_cpu *cpu,
						const struct counting_cpu *end,
						struct hwi_count *counts,
						u64 *total)
{
	struct hwi_count *at = counts;

	*total = 0;
	for (; cpu < end; cpu++) {
		unsigned int count = hwi_arch_irq_count(irq, cpu->counters);

		if (!count)
			continue;
		at->cpu = cpu->cpu;
		at->count = count;
		at++;
		*total += count;
	}
	return at - counts;
}

/* Total, unhandled and per CPU. */
static __always_inline void count_cells(struct hwi_row *row, u64 total,
					const struct hwi_count *counts,
					unsigned int nr)
{
	hwi_cell_u64(row, total);
	hwi_cell_none(row);
	/* What it says of none, without the call: most never count. */
	if (nr)
		hwi_cell_put(row, hwi_text_counts(row->arena, counts, nr));
	else
		hwi_cell_put(row, HWI_STR("none"));
}

/* Label, counts and description; nothing else applies. */
static void arch_rows(struct hwi_table *table)
{
	struct hwi_arena *arena = table->arena;
	const struct hwi_arch_irq *irq = hwi_arch_irqs;
	const struct hwi_arch_irq *end = irq + hwi_nr_arch_irqs;
	unsigned int nr_cpus, nr;
	struct hwi_row cells, *row = &cells;
	struct counting_cpu *cpus = possible_cpus(arena, &nr_cpus);
	struct hwi_count *counts;
	u64 total = 0;

	counts = hwi_arena_alloc(arena, nr_cpus * sizeof(*counts));
	if (!cpus || !counts)
		return;
	for (; irq < end; irq++) {
		nr = 0;
		if (irq->offset >= 0)
			nr = copy_counts(irq, cpus, cpus + nr_cpus, counts,
					 &total);
		if (!nr && !hwi_arch_irq_shown(irq))
			continue;
		if (!hwi_row_begin(row, table))
			return;
		hwi_cell_put(row, irq->label);
		hwi_cells_none(row, 8);
		if (irq->offset >= 0)
			count_cells(row, total, counts, nr);
		else
			hwi_cells_none(row, 3);
		hwi_cells_none(row, 2);
		hwi_cell_put(row, irq->text);
		hwi_row_end(row, table);
	}
}

static int interrupts_fill(struct hwi_snapshot *snap)
{
	struct hwi_arena *arena = &snap->arena;
	struct hwi_irq_memo memo = {};
	struct hwi_owners owners;
	struct hwi_irqs irqs;
	struct hwi_irq *irq;

	hwi_irqs_collect(&irqs, arena, false);
	hwi_owners_init(&owners, arena);
	hwi_owners_collect(&owners, IORESOURCE_IRQ);
	if (arena->overflow ||
	    !hwi_table_reserve(&snap->table, irqs.nr + hwi_nr_arch_irqs))
		return 0;
	for (irq = irqs.first; irq && !arena->overflow; irq = irq->next)
		hwi_irq_row(snap, irq, &owners, &memo);
	arch_rows(&snap->table);
	return 0;
}

const struct hwi_view hwi_view_interrupts = {
	.name = "interrupts",
	.columns = interrupts_columns,
	.nr_columns = ARRAY_SIZE(interrupts_columns),
	.fill = interrupts_fill,
};
