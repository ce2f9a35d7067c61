// SPDX-License-Identifier: GPL-2.0
#include "resources.h"

static int ioports_fill(struct hwi_snapshot *snap)
{
	return hwi_resources_fill(snap, &ioport_resource, IORESOURCE_IO, 4);
}

const struct hwi_view hwi_view_ioports = {
	.name = "ioports",
	.columns = hwi_resource_columns,
	.nr_columns = HWI_RESOURCE_COLUMNS,
	.fill = ioports_fill,
};
