// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "disk_record.h"
#include "view.h"

static const struct hwi_column disks_columns[] = {
	{ "DISK", 's' },     { "DEV", 's' },	  { "SIZE", 'z' },
	{ "RO", 'u' },	     { "READS", 'u' },	  { "READ_SECTORS", 'u' },
	{ "READ_MS", 'u' },  { "WRITES", 'u' },	  { "WRITE_SECTORS", 'u' },
	{ "WRITE_MS", 'u' }, { "INFLIGHT", 'u' }, { "PARENT", 's' },
	{ "NODE", 'u' },     { "DEVICE", 's' },	  { "DRIVER", 's' },
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
