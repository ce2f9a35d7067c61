// SPDX-License-Identifier: GPL-2.0
#include "irq_rows.h"
#include "machine.h"

static void interrupts_show(struct hwi_table *table,
			    const struct hwi_machine *machine)
{
	const struct hwi_arch_count *count;
	const struct hwi_irq *irq;

	for (irq = machine->irqs.first; irq; irq = irq->next)
		if (irq->used)
			hwi_table_add(table, hwi_irq_row, irq, &machine->owners,
				      machine->access->pids,
				      machine->access->addresses);
	for (count = machine->irqs.arch; count; count = count->next)
		hwi_table_add(table, hwi_arch_count_row, count);
}

HWI_DECLARE_VIEW(interrupts);
const struct hwi_view hwi_view_interrupts = {
	.name = "interrupts",
	.columns = hwi_irq_columns,
	.nr_columns = HWI_IRQ_COLUMNS,
	.parts = BIT_ULL(HWI_PART_OWNERS) | BIT_ULL(HWI_PART_IRQS),
	.show = interrupts_show,
};
