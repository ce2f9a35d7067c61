/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Differences between kernel versions that more than one file has to know.
 * HWI_HAVE_* are probes of the headers, made in Kbuild: distributions backport,
 * so a version number says little.
 */
#ifndef HWI_COMPAT_H
#define HWI_COMPAT_H

#include <linux/device.h>
#include <linux/fs.h>
#include <linux/fs_struct.h>
#include <linux/ioport.h>
#include <linux/irq.h>
#include <linux/irqdesc.h>
#include <linux/irqnr.h>
#include <linux/kernfs.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/mount.h>
#include <linux/pid.h>
#include <linux/pid_namespace.h>
#include <linux/pm_runtime.h>
#include <linux/rcupdate.h>
#include <linux/sched/coredump.h>
#include <linux/sched/isolation.h>
#include <linux/sysfs.h>
#include <linux/usb.h>

/* hex_asc_lo() moved out of linux/kernel.h in v6.4 (890a3ee3ce41). */
#ifdef HWI_HAVE_HEX_H
#include <linux/hex.h>
#endif

/* New in v5.11 (7de3697e9cbd). */
#ifdef HWI_HAVE_AUXILIARY_BUS
#include <linux/auxiliary_bus.h>
#endif

#ifdef HWI_HAVE_TASK_EXEC_STATE
#include <linux/sched/exec_state.h>
#endif

/* nr_irqs became irq_get_nr_irqs() in v6.13 (5280a14a6079). */
static inline unsigned int hwi_nr_irqs(void)
{
#ifdef HWI_HAVE_IRQ_GET_NR_IRQS
	return irq_get_nr_irqs();
#else
	return nr_irqs;
#endif
}

/* One interrupt's count of one CPU; new in v5.11 (501e2db67fa4). */
static inline unsigned int hwi_irq_desc_count(struct irq_desc *desc, int cpu)
{
#ifdef HWI_HAVE_IRQ_DESC_KSTAT_CPU
	return irq_desc_kstat_cpu(desc, cpu);
#else
	return desc->kstat_irqs ? *per_cpu_ptr(desc->kstat_irqs, cpu) : 0;
#endif
}

/* PDE_DATA() until v5.17 (359745d78351). */
#ifdef HWI_HAVE_PDE_DATA
#define hwi_pde_data(inode) pde_data(inode)
#else
#define hwi_pde_data(inode) PDE_DATA(inode)
#endif

/*
 * allocate_resource()'s callback got the range before alignment in v7.1
 * (f699bcc8bcdf). HWI_ALIGNF() declares one that needs only data and range.
 */
#ifdef HWI_HAVE_ALIGNF_EMPTY_RES
#define HWI_ALIGNF(name, data, avail)                                  \
	resource_size_t name(void *data, const struct resource *avail, \
			     const struct resource *empty_res,         \
			     resource_size_t size, resource_size_t align)
#else
#define HWI_ALIGNF(name, data, avail)                                  \
	resource_size_t name(void *data, const struct resource *avail, \
			     resource_size_t size, resource_size_t align)
#endif

/*
 * What /proc/modules has as a module's size. One array has all of a module's
 * memory since v6.4 (ac3b43283923).
 */
static inline u64 hwi_module_size(const struct module *mod)
{
	u64 size = 0;
#ifdef HWI_HAVE_MOD_MEM_TYPE
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(mod->mem); i++)
		size += mod->mem[i].size;
#else
	size += mod->init_layout.size;
	size += mod->core_layout.size;
#ifdef CONFIG_ARCH_WANTS_MODULES_DATA_IN_VMALLOC
	size += mod->data_layout.size;
#endif
#endif
	return size;
}

/*
 * The kset that lists all modules, and the type of its members; false without
 * sysfs, where there is none. A module finds it by the kset it is in itself;
 * the kernel's own name for it is not exported.
 */
static inline bool hwi_module_kset(struct kset **kset,
				   const struct kobj_type **ktype)
{
#if !defined(CONFIG_SYSFS)
	return false;
#elif defined(MODULE)
	*kset = THIS_MODULE->mkobj.kobj.kset;
	*ktype = THIS_MODULE->mkobj.kobj.ktype;
	return *kset;
#else
	*kset = module_kset;
	*ktype = &module_ktype;
	return *kset;
#endif
}

/* References to a module, as in /proc/modules; false if nobody counts them. */
static inline bool hwi_module_refs(struct module *mod, int *refs)
{
#ifdef CONFIG_MODULE_UNLOAD
	*refs = module_refcount(mod);
	return true;
#else
	return false;
#endif
}

/*
 * Pages that /proc/PID/status adds up to VmRSS. Counters became per CPU in
 * v6.2, and /proc adds up all CPUs' since v6.16 (82241a83cd15).
 */
static inline unsigned long hwi_mm_rss(struct mm_struct *mm)
{
#ifdef HWI_HAVE_GET_MM_COUNTER_SUM
	return get_mm_counter_sum(mm, MM_FILEPAGES) +
	       get_mm_counter_sum(mm, MM_ANONPAGES) +
	       get_mm_counter_sum(mm, MM_SHMEMPAGES);
#else
	return get_mm_rss(mm);
#endif
}

/*
 * The first process ID from @nr on, in an RCU section. This is find_ge_pid(),
 * which v5.10 does not export.
 */
static inline struct pid *hwi_find_ge_pid(int nr, struct pid_namespace *ns)
{
	return idr_get_next(&ns->idr, &nr);
}

/*
 * Whether a task's user may look into it; in v7.2 (6b1c66c9cca9) that moved
 * from its memory into a structure of its own, which RCU frees. Called with
 * task->mm set, in an RCU section and with task_lock() held.
 */
static inline bool hwi_task_dumpable(const struct task_struct *task)
{
#ifdef HWI_HAVE_TASK_EXEC_STATE
	return READ_ONCE(rcu_dereference(task->exec_state)->dumpable) ==
	       TASK_DUMPABLE_OWNER;
#else
	return get_dumpable(task->mm) == SUID_DUMP_USER;
#endif
}

/* A process's root and directory; a seqlock since v6.17 (a683a5b2ba23). */
static inline void hwi_fs_lock(struct fs_struct *fs)
{
#ifdef HWI_HAVE_FS_SEQLOCK
	read_seqlock_excl(&fs->seq);
#else
	spin_lock(&fs->lock);
#endif
}

static inline void hwi_fs_unlock(struct fs_struct *fs)
{
#ifdef HWI_HAVE_FS_SEQLOCK
	read_sequnlock_excl(&fs->seq);
#else
	spin_unlock(&fs->lock);
#endif
}

/*
 * The program that memory was made for, with a reference, or NULL; in an RCU
 * section. Since v6.7 (0ede61d8589c) freed files are reused at once, which only
 * get_file_rcu() detects; get_mm_exe_file() is not exported.
 */
static inline struct file *hwi_mm_exe_file(struct mm_struct *mm)
{
#ifdef HWI_HAVE_GET_FILE_RCU_POINTER
	return get_file_rcu(&mm->exe_file);
#else
	struct file *file = rcu_dereference(mm->exe_file);

	return file && get_file_rcu(file) ? file : NULL;
#endif
}

/*
 * Whether a mapped file is the one behind a file of an overlay or of FUSE;
 * /proc shows the latter. New in v6.6 (62d53c4a1dfe).
 */
static inline bool hwi_file_is_behind(const struct file *file)
{
#ifdef FMODE_BACKING
	return file->f_mode & FMODE_BACKING;
#else
	return false;
#endif
}

/*
 * What a class's namespace() returns for a device in a network namespace: the
 * struct net, or in 7.x (e3b2cf6e5dba) the ns_common in it.
 */
#ifdef HWI_HAVE_CLASS_NS_COMMON
#define HWI_NET_TAG(net) ((const void *)&(net)->ns)
#else
#define HWI_NET_TAG(net) ((const void *)(net))
#endif

/*
 * Until v6.0 (2dd6532e9591) the callback for requests in flight was also told
 * whether a request's tag is reserved.
 */
#ifdef HWI_HAVE_TAG_RESERVED
#define HWI_TAG_FN(name, rq, data) \
	bool name(struct request *rq, void *data, bool reserved)
#else
#define HWI_TAG_FN(name, rq, data) bool name(struct request *rq, void *data)
#endif

/* pm_runtime_get_if_active() lost an argument in v6.9 (c0ef3df8dbae). */
static inline int hwi_pm_get_if_active(struct device *dev)
{
#ifdef HWI_HAVE_PM_GET_IF_ACTIVE_DEV
	return pm_runtime_get_if_active(dev);
#else
	return pm_runtime_get_if_active(dev, true);
#endif
}

/* The device at the root of a subsystem, referenced; v6.4 (8c99377e614f). */
static inline struct device *hwi_bus_root(const struct bus_type *bus)
{
#ifdef HWI_HAVE_BUS_GET_DEV_ROOT
	return bus_get_dev_root(bus);
#else
	return get_device(bus->dev_root);
#endif
}

/* The bus alone sets this bit, a flag in 7.x (a7cc262a1135). */
static inline bool hwi_device_is_offline(const struct device *dev)
{
#ifdef HWI_HAVE_DEV_OFFLINE_FLAG
	return dev_offline(dev);
#else
	return dev->offline;
#endif
}

/* Flags of housekeeping became types in v5.18 (04d4e665a609). */
#ifdef HWI_HAVE_HK_TYPE
#define HWI_HK(type) HK_TYPE_##type
#else
#define HWI_HK(type) HK_FLAG_##type
#endif

/*
 * is_visible() takes a const attribute since v6.16 (7dd9fdb4939b), show() in
 * 7.x (434506b86a6c); with CFI both kinds stand side by side.
 */
static inline umode_t hwi_attr_mode(const struct attribute_group *group,
				    struct kobject *kobj,
				    struct attribute *attr, int i)
{
	umode_t mode = attr->mode;

	if (group->is_visible)
		mode = group->is_visible(kobj, attr, i);
#ifdef HWI_HAVE_ATTR_CONST
	else if (group->is_visible_const)
		mode = group->is_visible_const(kobj, attr, i);
#endif
	return mode & 0777;
}

static inline ssize_t hwi_attr_show(struct device *dev,
				    struct device_attribute *attr, char *page)
{
	if (attr->show)
		return attr->show(dev, attr, page);
#ifdef HWI_HAVE_SHOW_CONST
	if (attr->show_const)
		return attr->show_const(dev, attr, page);
#endif
	return -EIO;
}

/* Exported, but declared in drivers/pci/pci.h only. */
#ifdef CONFIG_PCI
extern struct kset *pci_slots_kset;

/* A slot for all devices of its bus is new in v7.1 (102c8b26b54e). */
static inline bool hwi_pci_slot_is_bus(const struct pci_slot *slot)
{
#ifdef PCI_SLOT_ALL_DEVICES
	return slot->number == PCI_SLOT_ALL_DEVICES;
#else
	return false;
#endif
}
#endif

/* v5.13 (0299809be415) tells apart links of two lanes each way, 20 Gb/s. */
static inline bool hwi_usb_two_lanes(const struct usb_device *udev)
{
#ifdef HWI_HAVE_USB_SSP_RATE
	return udev->ssp_rate == USB_SSP_GEN_2x2;
#else
	return false;
#endif
}

/* RCU protects a node's name since v6.15 (741c10b096bc). */
static inline const char *hwi_kernfs_name(const struct kernfs_node *node)
{
#ifdef HWI_HAVE_KERNFS_NAME_RCU
	return rcu_dereference(node->name);
#else
	return node->name;
#endif
}

/*
 * Open a file below the root of a mount. Until v5.13 (ffb37ca3bd16)
 * file_open_root() took the root as two arguments.
 */
static inline struct file *hwi_file_open_root(struct vfsmount *mount,
					      const char *path, int flags)
{
#ifdef HWI_HAVE_OPEN_ROOT_PATH
	const struct path root = {
		.mnt = mount,
		.dentry = mount->mnt_root,
	};

	return file_open_root(&root, path, flags, 0);
#else
	return file_open_root(mount->mnt_root, mount, path, flags, 0);
#endif
}

/*
 * The callback for a directory's entries returns whether to go on; until v6.1
 * (25885a35a720) it returned 0 to go on. HWI_FILLDIR() declares one that needs
 * only the context and the name.
 */
#ifdef HWI_HAVE_FILLDIR_BOOL
#define HWI_FILLDIR_ON(on) (on)
#define HWI_FILLDIR(fn, context, name)                                  \
	bool fn(struct dir_context *context, const char *name, int len, \
		loff_t at, u64 ino, unsigned int type)
#else
#define HWI_FILLDIR_ON(on) ((on) ? 0 : -ENOSPC)
#define HWI_FILLDIR(fn, context, name)                                 \
	int fn(struct dir_context *context, const char *name, int len, \
	       loff_t at, u64 ino, unsigned int type)
#endif

/*
 * Since v6.6 (9edbfe92a0a1) register_sysctl() takes the size of its table;
 * before, an empty entry ended the table.
 */
#ifdef HWI_HAVE_REGISTER_SYSCTL_SZ
#define HWI_CTL_TABLE_END
#else
#define HWI_CTL_TABLE_END \
	{                 \
	}
#endif

#endif
