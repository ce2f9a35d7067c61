// SPDX-License-Identifier: GPL-2.0
#include "resources.h"

static int iomem_fill(struct hwi_snapshot *snap)
{
	return hwi_resources_fill(snap, &iomem_resource, IORESOURCE_MEM, 8);
}

const struct hwi_view hwi_view_iomem = {
	.name = "iomem",
	.columns = hwi_resource_columns,
	.nr_columns = HWI_RESOURCE_COLUMNS,
	.fill = iomem_fill,
};
