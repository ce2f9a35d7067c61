// SPDX-License-Identifier: GPL-2.0
#include "machine.h"
#include "resource_rows.h"

static void iomem_show(struct hwi_table *table,
		       const struct hwi_machine *machine)
{
	const struct hwi_resource_style style = {
		.addresses = machine->access->addresses,
		.digits = 8,
	};

	hwi_resources_show(table, &machine->iomem, &style);
}

HWI_DECLARE_VIEW(iomem);
const struct hwi_view hwi_view_iomem = {
	.name = "iomem",
	.columns = hwi_resource_columns,
	.nr_columns = HWI_RESOURCE_COLUMNS,
	.parts = BIT_ULL(HWI_PART_OWNERS) | BIT_ULL(HWI_PART_IOMEM),
	.show = iomem_show,
};
