// SPDX-License-Identifier: GPL-2.0
#include "machine.h"
#include "power_rows.h"

static void power_show(struct hwi_table *table,
		       const struct hwi_machine *machine)
{
	const struct hwi_power *power;

	for (power = machine->powers.first; power; power = power->next)
		hwi_table_add(table, hwi_power_row, power);
}

HWI_DECLARE_VIEW(power);
const struct hwi_view hwi_view_power = {
	.name = "power",
	.columns = hwi_power_columns,
	.nr_columns = HWI_POWER_COLUMNS,
	.parts = BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_POWER),
	.show = power_show,
};
