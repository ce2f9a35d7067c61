// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "core/pause.h"
#include "device_rows.h"
#include "disk_rows.h"

const struct hwi_column hwi_disk_columns[HWI_DISK_COLUMNS] = {
	{ "DISK", 's' },     { "SIZE", 'z' },	       { "RO", 'u' },
	{ "DRIVER", 's' },   { "DEVICE", 's' },	       { "DEV", 's' },
	{ "READS", 'u' },    { "READ_SECTORS", 'u' },  { "READ_MS", 'u' },
	{ "WRITES", 'u' },   { "WRITE_SECTORS", 'u' }, { "WRITE_MS", 'u' },
	{ "INFLIGHT", 'u' }, { "NODE", 'u' },	       { "ROTATIONAL", 'u' },
	{ "QUEUES", 'u' },   { "CACHE", 's' },	       { "SCHEDULER", 's' },
	{ "MODEL", 's' },    { "FIRMWARE", 's' },      { "SERIAL", 's' },
	{ "NAME", 's' },     { "PARENT", 's' },
};

/*
 * Whether the copied device is the disk's: its address may have been reused in
 * between, but not for a device with the same number.
 */
static bool same(const struct hwi_disk *disk, const struct hwi_device *device)
{
	return device->has_dev && device->block != disk->flash &&
	       disk->major == device->major && disk->minor == device->minor;
}

static int index_disks(struct hwi_index *by_key, struct hwi_arena *arena,
		       const struct hwi_disks *disks)
{
	struct hwi_disk *disk;
	int err = 0;

	for (disk = disks->first; disk && !err; disk = disk->next)
		err = hwi_index_fill(by_key, arena, disks->nr, disk->key, disk);
	return err;
}

/**
 * hwi_disks_join() - find each disk's device, and order them as devices are
 * @disks: as they were collected
 * @arena: where the index goes
 * @devices: arranged
 *
 * A disk that came, or went, between the two walks is left out.
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_disks_join(struct hwi_disks *disks, struct hwi_arena *arena,
		   const struct hwi_devices *devices)
{
	struct hwi_disk **link = &disks->first, *disk;
	const struct hwi_device *device;
	struct hwi_index by_key = {};
	int err = index_disks(&by_key, arena, disks);

	if (err)
		return err;
	disks->nr = 0;
	for (device = devices->first; device; device = device->next) {
		disk = hwi_index_find(&by_key, device->key);
		if (!disk || !same(disk, device))
			continue;
		disk->device = device;
		disk->below = hwi_device_below(device);
		*link = disk;
		link = &disk->next;
		disks->nr++;
	}
	*link = NULL;
	return 0;
}

/**
 * hwi_disks_join_makes() - find the make of each disk
 * @disks: joined with their devices
 * @arena: where the index goes
 * @makes: all of them
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_disks_join_makes(struct hwi_disks *disks, struct hwi_arena *arena,
			 const struct hwi_disk_makes *makes)
{
	struct hwi_disk_make *make = makes->first;
	const struct hwi_device *parent;
	struct hwi_index by_key = {};
	struct hwi_disk *disk;
	int err = 0;

	while (!err && !by_key.bucket)
		if (!hwi_index_init(&by_key, arena, makes->nr))
			err = hwi_arena_pause(arena);
	while (!err && make) {
		if (hwi_index_add(&by_key, arena, make->key, make))
			make = make->next;
		else
			err = hwi_arena_pause(arena);
	}
	for (disk = disks->first; !err && disk; disk = disk->next) {
		parent = disk->device->parent;
		if (parent && !disk->partition)
			disk->make = hwi_index_find(&by_key, parent->key);
	}
	return err;
}

static void counter_cells(struct hwi_row *row, const struct hwi_disk *disk)
{
	if (disk->flash) {
		hwi_cells_none(row, 7);
		return;
	}
	hwi_cell_u64(row, disk->reads);
	hwi_cell_u64(row, disk->read_sectors);
	hwi_cell_u64(row, disk->read_ms);
	hwi_cell_u64(row, disk->writes);
	hwi_cell_u64(row, disk->write_sectors);
	hwi_cell_u64(row, disk->write_ms);
	hwi_cell_u64(row, disk->inflight);
}

/* A partition of flash memory, or the whole. */
static bool is_part(const struct hwi_disk *disk)
{
	const struct hwi_device *parent = disk->device->parent;

	if (!parent || !disk->flash)
		return parent && disk->partition;
	return parent->class && !strcmp(parent->class, "mtd");
}

/* Columns for whole disks, which their partitions do not repeat. */
static void kind_cells(struct hwi_row *row, const struct hwi_disk *disk)
{
	const struct hwi_disk_make *make = disk->make;

	if (disk->partition || disk->flash) {
		hwi_cells_none(row, 7);
		return;
	}
	hwi_cell_u64(row, disk->rotational);
	if (disk->queues)
		hwi_cell_u64(row, disk->queues);
	else
		hwi_cell_none(row);
	hwi_cell_word(row, disk->write_back ? "write-back" : "write-through");
	hwi_cell_str(row, disk->scheduler);
	hwi_cell_str(row, make ? make->model : NULL);
	hwi_cell_str(row, make ? make->firmware : NULL);
	hwi_cell_str(row, make ? make->serial : NULL);
}

/**
 * hwi_disk_row() - fill the row of a disk or a partition
 * @row: the row, of hwi_disk_columns
 * @disk: joined
 */
void hwi_disk_row(struct hwi_row *row, const struct hwi_disk *disk)
{
	const struct hwi_device *device = disk->device, *below = disk->below;

	hwi_cell_str(row, device->name);
	hwi_cell_size(row, disk->size);
	hwi_cell_u64(row, disk->read_only);
	hwi_cell_str(row, below ? below->driver : NULL);
	hwi_cell_str(row, below ? below->device : NULL);
	hwi_device_number(hwi_cell_begin(row), device);
	hwi_cell_end(row);
	counter_cells(row, disk);
	hwi_cell_id(row, device->node);
	kind_cells(row, disk);
	hwi_cell_str(row, disk->name);
	hwi_cell_line(row, is_part(disk) ? device->parent->device : NULL);
}
