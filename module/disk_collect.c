// SPDX-License-Identifier: GPL-2.0
/*
 * Reads the statistics of disks and partitions in three steps: take references
 * to all block devices under the lock of their list, read them without that
 * lock, and drop the references.
 */
#include <linux/blkdev.h>
#include <linux/device.h>
#include <linux/math64.h>
#include <linux/part_stat.h>

#include "core/compat.h"
#include "core/pause.h"
#include "device_walk.h"
#include "disk_names.h"
#include "disk_rows.h"

#ifdef CONFIG_BLOCK
/*
 * While a block device is listed it is referenced, and so is what it is part
 * of: a partition holds its disk until it is itself released (part_release()),
 * and a disk its queue. Its driver's module is still there, since it removes
 * its disks before it goes; but the module must not go before our reference
 * does: dropping the last one calls into it (free_disk()).
 *
 * Neither the class nor the two types are exported; the names are unique.
 */
static bool is_disk(struct device *dev, struct module **owner)
{
	if (!dev->class || strcmp(dev->class->name, "block") || !dev->type ||
	    !dev->type->name ||
	    (strcmp(dev->type->name, "disk") &&
	     strcmp(dev->type->name, "partition")))
		return false;
	*owner = hwi_part_disk(hwi_part_of(dev))->fops->owner;
	return true;
}

static u64 ms(u64 ns)
{
	return div_u64(ns, NSEC_PER_MSEC);
}

/*
 * The per-CPU counters are freed with the block device, which is held. They are
 * summed without a lock, as for /proc/diskstats. Size and read-only flag are
 * words that are read whole, and so is what is taken of the disk's queue, whose
 * memory stays as long as the disk's.
 */
static void copy_disk(struct hwi_disk_part *part, struct hwi_disk *to)
{
	struct request_queue *q = hwi_part_disk(part)->queue;

	*to = (struct hwi_disk){
		.key = (unsigned long)hwi_part_device(part),
		.major = MAJOR(hwi_part_device(part)->devt),
		.minor = MINOR(hwi_part_device(part)->devt),
		.partition = hwi_part_is_partition(part),
		.size = hwi_part_bytes(part),
		.read_only = hwi_part_read_only(part),
	};
	to->reads = part_stat_read(part, ios[STAT_READ]);
	to->read_sectors = part_stat_read(part, sectors[STAT_READ]);
	to->read_ms = ms(part_stat_read(part, nsecs[STAT_READ]));
	to->writes = part_stat_read(part, ios[STAT_WRITE]);
	to->write_sectors = part_stat_read(part, sectors[STAT_WRITE]);
	to->write_ms = ms(part_stat_read(part, nsecs[STAT_WRITE]));
	to->inflight = hwi_disk_inflight(part);
	to->rotational = hwi_queue_rotational(q);
	to->queues = queue_is_mq(q) ? READ_ONCE(q->nr_hw_queues) : 0;
	to->write_back = hwi_queue_write_back(q);
}

/*
 * Its name is set before a partition is listed, and freed with it. Returns NULL
 * if it did not fit.
 */
static struct hwi_disk *copy_one(struct hwi_arena *arena,
				 struct hwi_disk_part *part,
				 struct hwi_shower *shower)
{
	const struct partition_meta_info *info = hwi_part_info(part);
	struct hwi_mark mark = hwi_arena_mark(arena);
	struct hwi_disk *to = hwi_arena_alloc(arena, sizeof(*to));

	if (to) {
		copy_disk(part, to);
		if (to->partition && info)
			to->name = hwi_arena_copy(arena,
						  (const char *)info->volname);
	}
	if (arena->overflow) {
		hwi_arena_rewind(arena, mark);
		return NULL;
	}
	/* Also copies what drivers and schedulers have to be asked for. */
	if (shower && !to->partition)
		hwi_disk_scheduler(hwi_part_disk(part), shower, to->scheduler,
				   sizeof(to->scheduler));
	return to;
}

static int copy_disks(struct hwi_disks *disks, struct hwi_disk ***link,
		      struct hwi_arena *arena, const struct hwi_held *held,
		      struct hwi_shower *shower)
{
	struct hwi_disk *to;
	int err = 0;

	while (!err && held) {
		to = copy_one(arena, hwi_part_of(held->dev), shower);
		if (to) {
			**link = to;
			*link = &to->next;
			disks->nr++;
			held = held->next;
		}
		err = hwi_arena_pause(arena);
	}
	return err;
}

static int collect(struct hwi_disks *disks, struct hwi_arena *arena,
		   const struct hwi_devices *devices, struct hwi_shower *shower)
{
	struct hwi_disk **link = &disks->first;
	struct hwi_disk_makes makes;
	struct hwi_held *list;
	int err = hwi_device_hold(arena, is_disk, &list);

	if (err)
		return err;
	err = copy_disks(disks, &link, arena, list, shower);
	hwi_device_put(list);
	if (!err)
		err = hwi_mtds_collect(disks, link, arena, devices);
	if (!err)
		err = hwi_disks_join(disks, arena, devices);
	if (err || !shower)
		return err;
	err = hwi_disk_makes_collect(&makes, arena, shower);
	return err ? err : hwi_disks_join_makes(disks, arena, &makes);
}
#endif

/**
 * hwi_disks_collect() - copy all disks and partitions, and join them
 * @disks: result
 * @arena: where the copies go
 * @devices: the devices, arranged, collected just before
 * @names: also ask for what drivers and schedulers call them
 * @admin: the opener has CAP_SYS_ADMIN
 *
 * Meanwhile drivers of disks cannot be unloaded (EBUSY), as if their disks were
 * open.
 *
 * Context: process context, may sleep.
 * Return: as hwi_kset_walk().
 */
int hwi_disks_collect(struct hwi_disks *disks, struct hwi_arena *arena,
		      const struct hwi_devices *devices, bool names, bool admin)
{
#ifdef CONFIG_BLOCK
	struct hwi_shower shower;
	int err;

	*disks = (struct hwi_disks){};
	if (!names)
		return collect(disks, arena, devices, NULL);
	err = hwi_shower_init(&shower, admin);
	if (err)
		return err;
	err = collect(disks, arena, devices, &shower);
	hwi_shower_free(&shower);
	return err;
#else
	*disks = (struct hwi_disks){};
	return 0;
#endif
}
