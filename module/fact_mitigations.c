// SPDX-License-Identifier: GPL-2.0
/* What the kernel does about the bugs of CPUs. */
#include <linux/cpu.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/kernfs.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#include "core/compat.h"
#include "fact_mitigations.h"

/*
 * The files of /sys/devices/system/cpu/vulnerabilities. The kernel exports no
 * list of them, and kernfs looks up names only.
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
 * hwi_mitigation_name() - a bug that a kernel may know
 * @nr: from 0
 *
 * Return: its name, NULL after the last.
 */
const char *hwi_mitigation_name(unsigned int nr)
{
	return nr < ARRAY_SIZE(names) ? names[nr] : NULL;
}

#ifdef CONFIG_SYSFS
/* By the function that the file is read with, on a node that is referenced. */
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
 * hwi_mitigation_text() - what the kernel does about a bug
 * @name: the bug
 * @page: where the text is written
 *
 * The root of all CPUs and its files are made at boot, and stay.
 *
 * Context: process context, may sleep.
 * Return: the text, NULL if the kernel says nothing about it.
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
