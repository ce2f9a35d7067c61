// SPDX-License-Identifier: GPL-2.0
#include "fact_rows.h"
#include "machine.h"

static void firmware_show(struct hwi_table *table,
			  const struct hwi_machine *machine)
{
	const struct hwi_fact *fact;

	for (fact = machine->facts.first; fact; fact = fact->next)
		hwi_table_add(table, hwi_fact_row, fact,
			      machine->access->firmware);
}

HWI_DECLARE_VIEW(firmware);
const struct hwi_view hwi_view_firmware = {
	.name = "firmware",
	.columns = hwi_fact_columns,
	.nr_columns = HWI_FACT_COLUMNS,
	.parts = BIT_ULL(HWI_PART_FACTS),
	.show = firmware_show,
};
