// SPDX-License-Identifier: GPL-2.0
/*
 * For tests/attack only: character devices for every minor of four majors, so
 * that a process can open as many device numbers as it likes, of its choice.
 */
#include <linux/cdev.h>
#include <linux/fs.h>
#include <linux/module.h>

#define MAJORS 4
#define MINORS (MINORMASK + 1)

static struct cdev cdevs[MAJORS];
static dev_t first[MAJORS];
static unsigned int added;

static int numbers_open(struct inode *inode, struct file *file)
{
	return 0;
}

static const struct file_operations numbers_ops = {
	.owner = THIS_MODULE,
	.open = numbers_open,
};

static int add(unsigned int i)
{
	int err = alloc_chrdev_region(&first[i], 0, MINORS, "numbers");

	if (err)
		return err;
	cdev_init(&cdevs[i], &numbers_ops);
	cdevs[i].owner = THIS_MODULE;
	err = cdev_add(&cdevs[i], first[i], MINORS);
	if (err)
		unregister_chrdev_region(first[i], MINORS);
	return err;
}

static void remove_all(void)
{
	while (added) {
		added--;
		cdev_del(&cdevs[added]);
		unregister_chrdev_region(first[added], MINORS);
	}
}

static int __init numbers_init(void)
{
	int err;

	while (added < MAJORS) {
		err = add(added);
		if (err) {
			remove_all();
			return err;
		}
		added++;
	}
	return 0;
}
module_init(numbers_init);

static void __exit numbers_exit(void)
{
	remove_all();
}
module_exit(numbers_exit);

MODULE_DESCRIPTION("Device numbers for the hwinsight tests; never install it");
MODULE_LICENSE("GPL");
