// SPDX-License-Identifier: GPL-2.0
#include "holder_rows.h"
#include "machine.h"

static void holders_show(struct hwi_table *table,
			 const struct hwi_machine *machine)
{
	const struct hwi_holder *holder;

	for (holder = machine->holders.first; holder; holder = holder->next)
		hwi_table_add(table, hwi_holder_row, holder);
}

HWI_DECLARE_VIEW(holders);
const struct hwi_view hwi_view_holders = {
	.name = "holders",
	.columns = hwi_holder_columns,
	.nr_columns = HWI_HOLDER_COLUMNS,
	.parts = BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_HOLDERS),
	.show = holders_show,
};
