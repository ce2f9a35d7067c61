// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "disk_record.h"
#include "row.h"
#include "text.h"

/*
 * Whether the device that was copied is the one the disk was read of: the
 * address could have been used again in between, but not for one that has the
 * same number.
 */
static bool same(const struct hwi_disk *disk, const struct hwi_device *device)
{
	return device->has_dev && device->block &&
	       disk->major == device->major && disk->minor == device->minor;
}

/**
 * hwi_disks_arrange() - find each disk's device, and order them as devices are
 * @disks: as they were read
 * @arena: where the index goes
 * @devices: arranged
 *
 * A disk that came, or went, between the two walks is left out.
 *
 * Return: false if the arena is too small (its overflow is set).
 */
bool hwi_disks_arrange(struct hwi_disks *disks, struct hwi_arena *arena,
		       const struct hwi_devices *devices)
{
	struct hwi_disk **link = &disks->first, *disk;
	const struct hwi_device *device;
	struct hwi_index by_key;

	if (!hwi_index_init(&by_key, arena, disks->nr))
		return false;
	for (disk = disks->first; disk; disk = disk->next)
		hwi_index_add(&by_key, disk->key, disk);
	if (arena->overflow)
		return false;
	disks->nr = 0;
	for (device = devices->first; device; device = device->next) {
		disk = hwi_index_find(&by_key, device->key);
		if (!disk || !same(disk, device))
			continue;
		disk->device = device;
		disk->hardware = hwi_device_hardware(device);
		*link = disk;
		link = &disk->next;
		disks->nr++;
	}
	*link = NULL;
	return true;
}

/**
 * hwi_disk_row() - add the row of a disk or a partition
 * @table: the table, of the columns of the disks view
 * @disk: arranged
 */
void hwi_disk_row(struct hwi_table *table, const struct hwi_disk *disk)
{
	const struct hwi_device *device = disk->device, *on = disk->hardware;
	struct hwi_row cells, *row = &cells;
	struct hwi_str none = { NULL, 0 };

	if (!hwi_row_begin(row, table))
		return;
	hwi_cell_str(row, device->name);
	hwi_cell_ready(row, hwi_device_number(table->arena, device));
	hwi_cell_size(row, disk->size);
	hwi_cell_u64(row, disk->read_only);
	hwi_cell_u64(row, disk->reads);
	hwi_cell_u64(row, disk->read_sectors);
	hwi_cell_u64(row, disk->read_ms);
	hwi_cell_u64(row, disk->writes);
	hwi_cell_u64(row, disk->write_sectors);
	hwi_cell_u64(row, disk->write_ms);
	hwi_cell_u64(row, disk->inflight);
	hwi_cell_str(row, disk->partition && device->parent ?
				  device->parent->device :
				  none);
	hwi_cell_id(row, device->node);
	hwi_cell_str(row, on ? on->device : none);
	hwi_cell_text(row, on ? on->driver : none);
	hwi_row_end(row, table);
}
