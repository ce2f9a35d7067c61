// SPDX-License-Identifier: GPL-2.0
#include "cpu_rows.h"
#include "machine.h"

static void cpus_show(struct hwi_table *table,
		      const struct hwi_machine *machine)
{
	const struct hwi_cpu *cpu;

	for (cpu = machine->cpus.first; cpu; cpu = cpu->next)
		hwi_table_add(table, hwi_cpu_row, cpu);
}

HWI_DECLARE_VIEW(cpus);
const struct hwi_view hwi_view_cpus = {
	.name = "cpus",
	.columns = hwi_cpu_columns,
	.nr_columns = HWI_CPU_COLUMNS,
	.parts = BIT_ULL(HWI_PART_CPUS),
	.show = cpus_show,
};
