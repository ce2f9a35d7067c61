// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "disk_record.h"
#include "view.h"

static const struct hwi_column disks_columns[] = {
	HWI_COLUMN("DISK", 's'),	  HWI_COLUMN("DEV", 's'),
	HWI_COLUMN("SIZE", 'z'),	  HWI_COLUMN("RO", 'u'),
	HWI_COLUMN("READS", 'u'),	  HWI_COLUMN("READ_SECTORS", 'u'),
	HWI_COLUMN("READ_MS", 'u'),	  HWI_COLUMN("WRITES", 'u'),
	HWI_COLUMN("WRITE_SECTORS", 'u'), HWI_COLUMN("WRITE_MS", 'u'),
	HWI_COLUMN("INFLIGHT", 'u'),	  HWI_COLUMN("PARENT", 's'),
	HWI_COLUMN("NODE", 'u'),	  HWI_COLUMN("DEVICE", 's'),
	HWI_COLUMN("DRIVER", 's'),
};

static int disks_fill(struct hwi_snapshot *snap)
{
	struct hwi_arena *arena = &snap->arena;
	const struct hwi_disk *disk;
	struct hwi_devices devices;
	struct hwi_disks disks;

	if (!hwi_devices_collect(&devices, arena, snap->access->net) ||
	    !hwi_disks_collect(&disks, arena, &devices) ||
	    !hwi_table_reserve(&snap->table, disks.nr))
		return 0;
	for (disk = disks.first; disk; disk = disk->next)
		hwi_disk_row(&snap->table, disk);
	return 0;
}

const struct hwi_view hwi_view_disks = {
	.name = "disks",
	.columns = disks_columns,
	.nr_columns = ARRAY_SIZE(disks_columns),
	.fill = disks_fill,
};
