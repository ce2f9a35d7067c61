// SPDX-License-Identifier: GPL-2.0
/* How the kernel mitigates CPU bugs. */
#include <linux/cpu.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/kernfs.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#include "core/compat.h"
#include "fact_mitigations.h"

/*
 * The files in /sys/devices/system/cpu/vulnerabilities. The kernel exports no
 * list of them, and kernfs only looks up names.
 */
static const char *const names[] = {
	"gather_data_sampling",
	"ghostwrite",
	"indirect_target_selection",
	"itlb_multihit",
	"l1tf",
	"mds",
	"meltdown",
	"mmio_stale_data",
	"old_microcode",
	"reg_file_data_sampling",
	"retbleed",
	"spec_rstack_overflow",
	"spec_store_bypass",
	"spectre_v1",
	"spectre_v2",
	"srbds",
	"tsa",
	"tsx_async_abort",
	"vmscape",
};

/**
 * hwi_mitigation_name() - a CPU bug that the kernel may know
 * @nr: from 0
 *
 * Return: its name; NULL after the last.
 */
const char *hwi_mitigation_name(unsigned int nr)
{
	return nr < ARRAY_SIZE(names) ? names[nr] : NULL;
}

#ifdef CONFIG_SYSFS
/*
 * Calls the show() of a file whose node the caller holds. Kobject and attribute
 * belong to the CPU subsystem, which is built in and stays.
 */
static ssize_t show(struct kobject *kobj, struct kernfs_node *file, char *page)
{
	const struct kobj_type *type = get_ktype(kobj);

	if (!(file->flags & KERNFS_FILE) || !type || !type->sysfs_ops ||
	    !type->sysfs_ops->show)
		return -ENOENT;
	return type->sysfs_ops->show(kobj, file->priv, page);
}

static ssize_t read_file(struct kobject *kobj, const char *name, char *page)
{
	struct kernfs_node *directory, *file;
	ssize_t len = -ENOENT;

	directory = kernfs_find_and_get_ns(kobj->sd, "vulnerabilities", NULL);
	if (!directory)
		return len;
	file = kernfs_find_and_get_ns(directory, name, NULL);
	if (file)
		len = show(kobj, file, page);
	kernfs_put(file);
	kernfs_put(directory);
	return len;
}
#else
static ssize_t read_file(struct kobject *kobj, const char *name, char *page)
{
	return -ENOENT;
}
#endif

/**
 * hwi_mitigation_text() - how the kernel mitigates a bug
 * @name: the bug
 * @page: a page for the text
 *
 * The CPU subsystem's root device and its files are made at boot, and stay.
 *
 * Context: process context, may sleep.
 * Return: the text; NULL if the kernel does not know the bug.
 */
const char *hwi_mitigation_text(const char *name, char *page)
{
	struct device *root = hwi_bus_root(&cpu_subsys);
	ssize_t len = -ENOENT;

	if (root && root->kobj.sd)
		len = read_file(&root->kobj, name, page);
	put_device(root);
	if (len <= 0 || len >= PAGE_SIZE)
		return NULL;
	page[len] = '\0';
	return strim(page);
}
