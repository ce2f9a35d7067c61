/* SPDX-License-Identifier: GPL-2.0 */
/* What iomem and ioports have in common. */
#ifndef HWI_RESOURCES_H
#define HWI_RESOURCES_H

#include "resource_tree.h"
#include "view.h"

#define HWI_RESOURCE_COLUMNS 8
extern const struct hwi_column hwi_resource_columns[HWI_RESOURCE_COLUMNS];

void hwi_resources_collect(struct hwi_resources *resources,
			   struct hwi_arena *arena,
			   const struct resource *root);
int hwi_resources_fill(struct hwi_snapshot *snap, struct resource *root,
		       unsigned long type, unsigned int digits);

#endif
