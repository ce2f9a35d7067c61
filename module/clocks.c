// SPDX-License-Identifier: GPL-2.0
#include "clock_rows.h"
#include "machine.h"

static void clocks_show(struct hwi_table *table,
			const struct hwi_machine *machine)
{
	const struct hwi_clock *clock;

	for (clock = machine->clocks.first; clock; clock = clock->next)
		hwi_table_add(table, hwi_clock_row, clock);
}

HWI_DECLARE_VIEW(clocks);
const struct hwi_view hwi_view_clocks = {
	.name = "clocks",
	.columns = hwi_clock_columns,
	.nr_columns = HWI_CLOCK_COLUMNS,
	.parts = BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_CLOCKS),
	.show = clocks_show,
};
