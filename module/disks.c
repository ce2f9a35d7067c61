// SPDX-License-Identifier: GPL-2.0
#include "disk_rows.h"
#include "machine.h"

static void disks_show(struct hwi_table *table,
		       const struct hwi_machine *machine)
{
	const struct hwi_disk *disk;

	for (disk = machine->disks.first; disk; disk = disk->next)
		hwi_table_add(table, hwi_disk_row, disk);
}

HWI_DECLARE_VIEW(disks);
const struct hwi_view hwi_view_disks = {
	.name = "disks",
	.columns = hwi_disk_columns,
	.nr_columns = HWI_DISK_COLUMNS,
	.parts = BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_DISKS) |
		 BIT_ULL(HWI_PART_DISK_NAMES),
	.show = disks_show,
};
