// SPDX-License-Identifier: GPL-2.0
#include "machine.h"
#include "regulator_rows.h"

static void regulators_show(struct hwi_table *table,
			    const struct hwi_machine *machine)
{
	const struct hwi_regulator *regulator;

	for (regulator = machine->regulators.first; regulator;
	     regulator = regulator->next)
		hwi_table_add(table, hwi_regulator_row, regulator);
}

HWI_DECLARE_VIEW(regulators);
const struct hwi_view hwi_view_regulators = {
	.name = "regulators",
	.columns = hwi_regulator_columns,
	.nr_columns = HWI_REGULATOR_COLUMNS,
	.parts = BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_REGULATORS),
	.alone = BIT_ULL(HWI_PART_VOLTAGES),
	.show = regulators_show,
};
