// SPDX-License-Identifier: GPL-2.0
#include "machine.h"

static void softirqs_show(struct hwi_table *table,
			  const struct hwi_machine *machine)
{
	unsigned int i;

	for (i = 0; i < NR_SOFTIRQS; i++)
		hwi_table_add(table, hwi_softirq_row,
			      &machine->softirqs.softirqs[i]);
}

HWI_DECLARE_VIEW(softirqs);
const struct hwi_view hwi_view_softirqs = {
	.name = "softirqs",
	.columns = hwi_softirq_columns,
	.nr_columns = HWI_SOFTIRQ_COLUMNS,
	.parts = BIT_ULL(HWI_PART_SOFTIRQS),
	.show = softirqs_show,
};
