/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The structure that counts a disk's or partition's requests: its block_device,
 * or before v5.11 (0d02129e76ed) its hd_struct.
 */
#ifndef HWI_DISK_PART_H
#define HWI_DISK_PART_H

#include <linux/blkdev.h>

#ifdef HWI_HAVE_HD_STRUCT
#include <linux/genhd.h>

#define hwi_part hd_struct

/*
 * A partition that was deleted does not hold its disk. But the two were listed
 * together, and whoever took hold of one there holds the other, too.
 */
#define hwi_part_disk(part) part_to_disk(part)
#define hwi_part_of(dev) dev_to_part(dev)
#define hwi_part_device(part) part_to_dev(part)
#define hwi_part_is_partition(part) (!!(part)->partno)
#define hwi_part_bytes(part) ((u64)(part)->nr_sects << SECTOR_SHIFT)
#define hwi_part_read_only(part) (!!(part)->policy)
#define hwi_part_info(part) ((part)->info)
#else
#define hwi_part block_device

#define hwi_part_disk(part) ((part)->bd_disk)
#define hwi_part_of(dev) dev_to_bdev(dev)
#define hwi_part_device(part) (&(part)->bd_device)
#define hwi_part_is_partition(part) bdev_is_partition(part)
#define hwi_part_bytes(part) ((u64)bdev_nr_bytes(part))
#define hwi_part_read_only(part) bdev_read_only(part)
#define hwi_part_info(part) ((part)->bd_meta_info)
#endif

/* The directory "queue" of a disk moved out of its queue in v6.4 (2bd85221a625). */
static inline struct kobject *hwi_queue_kobj(struct gendisk *disk)
{
#ifdef HWI_HAVE_QUEUE_KOBJ
	return &disk->queue_kobj;
#else
	return &disk->queue->kobj;
#endif
}

/*
 * The queue is being changed, or its scheduler, which has its own lock since
 * v6.14.
 */
static inline bool hwi_queue_is_locked(struct request_queue *q)
{
#ifdef HWI_HAVE_ELEVATOR_LOCK
	if (mutex_is_locked(&q->elevator_lock))
		return true;
#endif
	return mutex_is_locked(&q->sysfs_lock);
}

/* These were flags of the queue until v6.11 (1122c0c1cc71, bd4a633b6f7c). */
static inline bool hwi_queue_rotational(struct request_queue *q)
{
#ifdef BLK_FEAT_ROTATIONAL
	return q->limits.features & BLK_FEAT_ROTATIONAL;
#else
	return !blk_queue_nonrot(q);
#endif
}

static inline bool hwi_queue_write_back(struct request_queue *q)
{
#ifdef BLK_FEAT_WRITE_CACHE
	return blk_queue_write_cache(q);
#else
	return test_bit(QUEUE_FLAG_WC, &q->queue_flags);
#endif
}

#endif
