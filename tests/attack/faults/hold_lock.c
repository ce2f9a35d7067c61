// SPDX-License-Identifier: GPL-2.0
/*
 * For tests/attack only: holds one of the kernel's locks for as many
 * milliseconds as are written to a parameter; the write returns once the lock
 * is released.
 */
#include <linux/delay.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/moduleparam.h>
#include <linux/pci.h>
#include <linux/rtnetlink.h>

static int hold_pci(const char *val, const struct kernel_param *kp)
{
	unsigned int ms;
	int err = kstrtouint(val, 0, &ms);

	if (err)
		return err;
	pci_lock_rescan_remove();
	msleep(ms);
	pci_unlock_rescan_remove();
	return 0;
}

static int hold_rtnl(const char *val, const struct kernel_param *kp)
{
	unsigned int ms;
	int err = kstrtouint(val, 0, &ms);

	if (err)
		return err;
	rtnl_lock();
	msleep(ms);
	rtnl_unlock();
	return 0;
}

static int hold_mmap(const char *val, const struct kernel_param *kp)
{
	unsigned int ms;
	int err = kstrtouint(val, 0, &ms);

	if (err)
		return err;
	mmap_write_lock(current->mm);
	msleep(ms);
	mmap_write_unlock(current->mm);
	return 0;
}

static const struct kernel_param_ops mmap_ops = { .set = hold_mmap };
static const struct kernel_param_ops pci_ops = { .set = hold_pci };
static const struct kernel_param_ops rtnl_ops = { .set = hold_rtnl };

/* A module's parameters share a mutex, so only one lock is held at a time. */
module_param_cb(pci, &pci_ops, NULL, 0200);
MODULE_PARM_DESC(pci, "hold pci_rescan_remove_lock, as hot-plug does");
module_param_cb(rtnl, &rtnl_ops, NULL, 0200);
MODULE_PARM_DESC(rtnl, "hold the RTNL");

module_param_cb(mmap, &mmap_ops, NULL, 0200);
MODULE_PARM_DESC(mmap,
		 "hold the writer's own mappings, as who waits for a page");

static int __init hold_lock_init(void)
{
	return 0;
}
module_init(hold_lock_init);

static void __exit hold_lock_exit(void)
{
}
module_exit(hold_lock_exit);

MODULE_DESCRIPTION("Holds locks for the hwinsight tests; never install it");
MODULE_LICENSE("GPL");
