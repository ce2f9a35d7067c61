// SPDX-License-Identifier: GPL-2.0
#include "machine.h"
#include "supply_rows.h"

static void supplies_show(struct hwi_table *table,
			  const struct hwi_machine *machine)
{
	const struct hwi_supply *supply;

	for (supply = machine->supplies.first; supply; supply = supply->next)
		hwi_table_add(table, hwi_supply_row, supply);
}

HWI_DECLARE_VIEW(supplies);
const struct hwi_view hwi_view_supplies = {
	.name = "supplies",
	.columns = hwi_supply_columns,
	.nr_columns = HWI_SUPPLY_COLUMNS,
	.parts = BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_SUPPLIES),
	.show = supplies_show,
};
