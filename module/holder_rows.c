// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>
#include <linux/types.h>
/* Needs its types defined first. */
#include <linux/kdev_t.h>

#include "core/pause.h"
#include "device_rows.h"
#include "holder_rows.h"

const struct hwi_column hwi_holder_columns[HWI_HOLDER_COLUMNS] = {
	{ "PID", 'u' }, { "COMM", 's' }, { "DEVICE", 's' }, { "FILES", 'u' },
	{ "CWD", 'u' }, { "ROOT", 'u' }, { "EXE", 'u' },    { "MAPS", 'u' },
};

static void add(struct hwi_hold *to, const struct hwi_hold *hold)
{
	to->files += hold->files;
	to->maps += hold->maps;
	to->cwd |= hold->cwd;
	to->root |= hold->root;
	to->exe |= hold->exe;
}

/**
 * hwi_holds_of() - find or make the record of a device
 * @holds: what a process keeps busy, so far
 * @dev: the device's number
 *
 * The cost is bounded however many devices the process keeps busy.
 *
 * Context: any; neither sleeps nor allocates.
 * Return: the device's own record, or the one for all others; valid until the
 * next call.
 */
struct hwi_hold *hwi_holds_of(struct hwi_holds *holds, u32 dev)
{
	struct hwi_hold *hold = holds->hold;
	unsigned int at = holds->nr;

	while (at && hold[at - 1].dev > dev)
		at--;
	if (at && hold[at - 1].dev == dev)
		return &hold[at - 1];
	if (at == HWI_HOLDS_MAX)
		return &holds->others;
	if (holds->nr < HWI_HOLDS_MAX)
		holds->nr++;
	else
		add(&holds->others, &hold[HWI_HOLDS_MAX - 1]);
	memmove(&hold[at + 1], &hold[at], (holds->nr - 1 - at) * sizeof(*hold));
	hold[at] = (struct hwi_hold){ .dev = dev };
	return &hold[at];
}

/**
 * hwi_holds_others() - whether a process has a row for all other devices
 * @holds: what the process keeps busy, complete
 *
 * Return: true if it keeps devices busy that have no row of their own, or may:
 * it has no row, and its mappings could not be looked at.
 */
bool hwi_holds_others(const struct hwi_holds *holds)
{
	const struct hwi_hold *others = &holds->others;

	return others->files || others->maps || others->cwd || others->root ||
	       others->exe || (holds->maps_unknown && !holds->nr);
}

static int index_devices(struct hwi_index *index, struct hwi_arena *arena,
			 const struct hwi_devices *devices)
{
	struct hwi_device *device = devices->first;
	int err = 0;

	while (!err && !index->bucket)
		if (!hwi_index_init(index, arena, devices->nr / 8))
			err = hwi_arena_pause(arena);
	while (!err && device) {
		if (!device->block || !device->has_dev ||
		    hwi_index_add(index, arena,
				  MKDEV(device->major, device->minor), device))
			device = device->next;
		else
			err = hwi_arena_pause(arena);
	}
	return err;
}

static struct hwi_device *by_name(const struct hwi_devices *devices,
				  const char *name)
{
	struct hwi_device *device = devices->first;

	while (device && !(device->block && device->has_dev && device->name &&
			   !strcmp(device->name, name)))
		device = device->next;
	return device;
}

/**
 * hwi_holders_join() - find the devices
 * @holders: as copied
 * @arena: where the index goes
 * @devices: the devices
 *
 * A file system on several devices is found by the device that its s_id names,
 * once for all its holders.
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_holders_join(struct hwi_holders *holders, struct hwi_arena *arena,
		     const struct hwi_devices *devices)
{
	struct hwi_holder *holder = holders->first;
	const struct hwi_index_entry *found;
	struct hwi_index index = {};
	const struct hwi_hold *hold;
	int err = index_devices(&index, arena, devices);

	while (!err && holder) {
		hold = &holder->hold;
		found = hwi_index_first(&index, hold->dev);
		if (!found && !holder->others && hold->id[0]) {
			if (!hwi_index_add(&index, arena, hold->dev,
					   by_name(devices, hold->id)))
				err = hwi_arena_pause(arena);
			continue;
		}
		if (found && !holder->others)
			holder->device = found->record;
		holder = holder->next;
	}
	return err;
}

/* Without a device, show its number, as in mountinfo. */
static void device_cell(struct hwi_row *row, const struct hwi_holder *holder)
{
	u32 dev = holder->hold.dev;
	struct hwi_text *text;

	if (holder->others) {
		hwi_cell_none(row);
	} else if (holder->device) {
		hwi_cell_str(row, holder->device->device);
	} else {
		text = hwi_cell_begin(row);
		hwi_text_char(text, 'b');
		hwi_text_u64(text, MAJOR(dev));
		hwi_text_char(text, ':');
		hwi_text_u64(text, MINOR(dev));
		hwi_cell_end(row);
	}
}

/**
 * hwi_holder_row() - fill the row of a process and a device
 * @row: the row, of hwi_holder_columns
 * @holder: joined
 */
void hwi_holder_row(struct hwi_row *row, const struct hwi_holder *holder)
{
	const struct hwi_hold *hold = &holder->hold;

	hwi_cell_u64(row, holder->pid);
	hwi_cell_str(row, holder->comm);
	device_cell(row, holder);
	hwi_cell_u64(row, hold->files);
	hwi_cell_u64(row, hold->cwd);
	hwi_cell_u64(row, hold->root);
	hwi_cell_u64(row, hold->exe);
	if (holder->maps_unknown)
		hwi_cell_none(row);
	else
		hwi_cell_u64(row, hold->maps);
}
