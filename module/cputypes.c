// SPDX-License-Identifier: GPL-2.0
#include "cputype_arch.h"
#include "machine.h"

static void cputypes_show(struct hwi_table *table,
			  const struct hwi_machine *machine)
{
	const struct hwi_cputype *type;

	for (type = machine->cputypes.first; type; type = type->next)
		hwi_table_add(table, hwi_cputype_row, type, &hwi_cpu_names);
}

HWI_DECLARE_VIEW(cputypes);
const struct hwi_view hwi_view_cputypes = {
	.name = "cputypes",
	.columns = hwi_cputype_columns,
	.nr_columns = HWI_CPUTYPE_COLUMNS,
	.parts = BIT_ULL(HWI_PART_CPUTYPES),
	.show = cputypes_show,
};
