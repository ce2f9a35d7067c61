// SPDX-License-Identifier: GPL-2.0
#include "dimm_rows.h"
#include "machine.h"

static void dimms_show(struct hwi_table *table,
		       const struct hwi_machine *machine)
{
	const struct hwi_dimm *dimm;

	for (dimm = machine->dimms.first; dimm; dimm = dimm->next)
		hwi_table_add(table, hwi_dimm_row, dimm);
}

HWI_DECLARE_VIEW(dimms);
const struct hwi_view hwi_view_dimms = {
	.name = "dimms",
	.columns = hwi_dimm_columns,
	.nr_columns = HWI_DIMM_COLUMNS,
	.parts = BIT_ULL(HWI_PART_DIMMS) | BIT_ULL(HWI_PART_SLOTS),
	.show = dimms_show,
};
