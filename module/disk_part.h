/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the kernel counts requests of: a disk's or a partition's block_device,
 * or before v5.11 (0d02129e76ed) its hd_struct.
 */
#ifndef HWI_DISK_PART_H
#define HWI_DISK_PART_H

#include <linux/blkdev.h>

#ifdef HWI_HAVE_HD_STRUCT
#include <linux/genhd.h>

#define hwi_part hd_struct

/*
 * A partition that was deleted does not hold its disk; but that was listed
 * with it, and whoever held the one from there holds the other.
 */
#define hwi_part_disk(part) part_to_disk(part)
#define hwi_part_of(dev) dev_to_part(dev)
#define hwi_part_device(part) part_to_dev(part)
#define hwi_part_is_partition(part) (!!(part)->partno)
#define hwi_part_bytes(part) ((u64)(part)->nr_sects << SECTOR_SHIFT)
#define hwi_part_read_only(part) (!!(part)->policy)
#else
#define hwi_part block_device

#define hwi_part_disk(part) ((part)->bd_disk)
#define hwi_part_of(dev) dev_to_bdev(dev)
#define hwi_part_device(part) (&(part)->bd_device)
#define hwi_part_is_partition(part) bdev_is_partition(part)
#define hwi_part_bytes(part) ((u64)bdev_nr_bytes(part))
#define hwi_part_read_only(part) bdev_read_only(part)
#endif

#endif
