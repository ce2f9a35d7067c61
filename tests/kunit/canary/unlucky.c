// SPDX-License-Identifier: GPL-2.0
/*
 * A module that adds a disk when it is loaded and then fails. It is freed at
 * once, whoever holds a reference, so nobody may follow pointers into it. Uses
 * the block layer of the debug kernel, 6.1.
 */
#include <linux/bio.h>
#include <linux/blkdev.h>
#include <linux/delay.h>
#include <linux/module.h>

static void unlucky_submit(struct bio *bio)
{
	bio_io_error(bio);
}

static const struct block_device_operations unlucky_ops = {
	.owner = THIS_MODULE,
	.submit_bio = unlucky_submit,
};

static int __init unlucky_init(void)
{
	struct gendisk *disk = blk_alloc_disk(NUMA_NO_NODE);
	int error;

	if (!disk)
		return -ENOMEM;
	disk->fops = &unlucky_ops;
	strscpy(disk->disk_name, "unlucky", sizeof(disk->disk_name));
	error = add_disk(disk);
	if (!error) {
		/* Let readers see the disk meanwhile. */
		msleep(50);
		del_gendisk(disk);
	}
	put_disk(disk);
	return error ? error : -ENODEV;
}
module_init(unlucky_init);

MODULE_DESCRIPTION("Fails after it has added a disk, for a test");
MODULE_LICENSE("GPL");
