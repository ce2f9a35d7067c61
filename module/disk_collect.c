// SPDX-License-Identifier: GPL-2.0
/*
 * Reads the statistics of disks and partitions, in three steps: take hold of
 * every block device under the lock that keeps them listed, read them without
 * that lock, and let go.
 */
#include <linux/blkdev.h>
#include <linux/device.h>
#include <linux/math64.h>
#include <linux/part_stat.h>

#include "device_list.h"
#include "disk_inflight.h"
#include "disk_record.h"
#include "module_live.h"

/**
 * struct held - a block device that is held, until release_all()
 * @next: the next one
 * @bdev: the block device, by a reference to its struct device
 * @owner: the driver's module, with a reference; NULL if it is built in
 */
struct held {
	struct held *next;
	struct block_device *bdev;
	struct module *owner;
};

/**
 * struct collector - a walk over all devices
 * @arena: where the list is kept
 * @first: the list
 * @link: where the next one is linked in
 */
struct collector {
	struct hwi_arena *arena;
	struct held *first;
	struct held **link;
};

/* Neither the class nor the two types are exported; the names are unique. */
static bool is_block(const struct device *dev)
{
	return dev->class && !strcmp(dev->class->name, "block") && dev->type &&
	       dev->type->name &&
	       (!strcmp(dev->type->name, "disk") ||
		!strcmp(dev->type->name, "partition"));
}

/*
 * While the device is listed it is referenced, and so is what it is part of:
 * a partition holds its disk until it is itself released (part_release()),
 * and a disk its queue. Its driver's module cannot have gone, since that
 * removes its disks first; from here on the module must not go before our
 * reference does: dropping the last one calls into it (free_disk()). A module
 * that is already going, or whose init has not returned and may yet fail,
 * which frees it whatever references there are, has its disks left out.
 */
static void hold(struct device *dev, void *data)
{
	struct collector *c = data;
	struct block_device *bdev;
	struct module *owner;
	struct held *to;

	if (!is_block(dev))
		return;
	bdev = dev_to_bdev(dev);
	owner = bdev->bd_disk->fops->owner;
	if (!hwi_module_live(owner))
		return;
	to = hwi_arena_alloc(c->arena, sizeof(*to));
	if (!to || !try_module_get(owner))
		return;
	if (!kobject_get_unless_zero(&dev->kobj)) {
		module_put(owner);
		return;
	}
	to->bdev = bdev;
	to->owner = owner;
	to->next = NULL;
	*c->link = to;
	c->link = &to->next;
}

/* May free the disk, and may sleep; so not under the list's lock. */
static void release_all(struct held *held)
{
	struct module *owner;

	for (; held; held = held->next) {
		owner = held->owner;
		put_device(&held->bdev->bd_device);
		module_put(owner);
	}
}

static u64 ms(u64 ns)
{
	return div_u64(ns, NSEC_PER_MSEC);
}

/*
 * The per-CPU counters are freed with the block device, which is held. They
 * are summed without a lock, as for /proc/diskstats.
 */
static void copy_statistics(struct block_device *bdev, struct hwi_disk *to)
{
	to->reads = part_stat_read(bdev, ios[STAT_READ]);
	to->read_sectors = part_stat_read(bdev, sectors[STAT_READ]);
	to->read_ms = ms(part_stat_read(bdev, nsecs[STAT_READ]));
	to->writes = part_stat_read(bdev, ios[STAT_WRITE]);
	to->write_sectors = part_stat_read(bdev, sectors[STAT_WRITE]);
	to->write_ms = ms(part_stat_read(bdev, nsecs[STAT_WRITE]));
	to->inflight = hwi_disk_inflight(bdev);
}

/* Size and read-only are words that are read whole, and need no lock. */
static bool copy_disk(struct hwi_disks *disks, struct hwi_arena *arena,
		      struct block_device *bdev, struct hwi_disk ***link)
{
	struct hwi_disk *to = hwi_arena_alloc(arena, sizeof(*to));

	if (!to)
		return false;
	*to = (struct hwi_disk){
		.key = (unsigned long)&bdev->bd_device,
		.major = MAJOR(bdev->bd_device.devt),
		.minor = MINOR(bdev->bd_device.devt),
		.partition = bdev_is_partition(bdev),
		.size = bdev_nr_bytes(bdev),
		.read_only = bdev_read_only(bdev),
	};
	copy_statistics(bdev, to);
	**link = to;
	*link = &to->next;
	disks->nr++;
	return true;
}

/**
 * hwi_disks_collect() - copy all disks and partitions, and arrange them
 * @disks: result
 * @arena: where the copies go
 * @devices: the devices, arranged, collected just before
 *
 * For the moment that it takes, drivers of disks cannot be unloaded (EBUSY),
 * as if their disks were open.
 *
 * Context: process context, may sleep; takes a spinlock, under which nothing
 * but references is taken.
 * Return: false if the arena is too small (its overflow is set).
 */
bool hwi_disks_collect(struct hwi_disks *disks, struct hwi_arena *arena,
		       const struct hwi_devices *devices)
{
	struct hwi_disk **link = &disks->first;
	struct collector c = { .arena = arena };
	const struct held *at;

	c.link = &c.first;
	hwi_device_list(hold, &c);
	disks->first = NULL;
	disks->nr = 0;
	for (at = c.first; at; at = at->next)
		if (!copy_disk(disks, arena, at->bdev, &link))
			break;
	release_all(c.first);
	return !arena->overflow && hwi_disks_arrange(disks, arena, devices);
}
