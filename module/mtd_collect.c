// SPDX-License-Identifier: GPL-2.0
/* Copies flash memory (MTD) as disks, though it need not be a block device. */
#include <linux/device.h>
#include <linux/kdev_t.h>
#include <linux/mtd/mtd.h>

#include "device_rows.h"
#include "device_walk.h"
#include "disk_rows.h"

#if IS_ENABLED(CONFIG_MTD)
/**
 * struct collector - a walk over the devices
 * @arena: where the copies go
 * @disks: result
 * @link: where the next one is linked in
 */
struct collector {
	struct hwi_arena *arena;
	struct hwi_disks *disks;
	struct hwi_disk **link;
};

/*
 * Under the list's lock, so the device is listed, and its driver data, a struct
 * mtd_info, is freed only after it has left the list. mtd0ro has no driver data.
 */
static void copy_mtd(struct device *dev, void *data)
{
	struct collector *c = data;
	const struct mtd_info *mtd;
	struct hwi_disk *to;

	if (!dev->class || strcmp(dev->class->name, "mtd"))
		return;
	mtd = dev_get_drvdata(dev);
	to = mtd ? hwi_arena_alloc(c->arena, sizeof(*to)) : NULL;
	if (!to)
		return;
	*to = (struct hwi_disk){
		.key = (unsigned long)dev,
		.major = MAJOR(dev->devt),
		.minor = MINOR(dev->devt),
		.flash = true,
		.name = hwi_arena_copy(c->arena, mtd->name),
		.size = mtd->size,
		.read_only = !(mtd->flags & MTD_WRITEABLE),
	};
	if (c->arena->overflow)
		return;
	*c->link = to;
	c->link = &to->next;
	c->disks->nr++;
}

static bool has_flash(const struct hwi_devices *devices)
{
	const struct hwi_device *device = devices->first;

	while (device && !(device->class && !strcmp(device->class, "mtd")))
		device = device->next;
	return device;
}
#endif

/**
 * hwi_mtds_collect() - copy flash memory
 * @disks: result, to which they are appended
 * @link: where the next disk is linked in
 * @arena: where the copies go
 * @devices: the devices, collected just before: most machines have no flash, and
 *	need no walk
 *
 * Context: process context, may sleep.
 * Return: as hwi_device_walk().
 */
int hwi_mtds_collect(struct hwi_disks *disks, struct hwi_disk **link,
		     struct hwi_arena *arena, const struct hwi_devices *devices)
{
#if IS_ENABLED(CONFIG_MTD)
	struct collector c = { arena, disks, link };

	if (has_flash(devices))
		return hwi_device_walk(arena, copy_mtd, &c);
#endif
	return 0;
}
