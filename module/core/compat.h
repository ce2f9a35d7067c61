/* SPDX-License-Identifier: GPL-2.0 */
/*
 * All differences between kernel versions, and nothing else: no other file
 * knows about them. That is why this file may be longer than others.
 *
 * HWI_HAVE_* are probes of the headers, made in Kbuild: distributions backport,
 * so a version number says little. Each is explained here, with the upstream
 * commit. Other files use names that say the purpose, not the version;
 * constants are for an `if` both of whose branches compile everywhere.
 */
#ifndef HWI_COMPAT_H
#define HWI_COMPAT_H

#include <linux/blkdev.h>
#include <linux/device.h>
#include <linux/fs.h>
#include <linux/fs_struct.h>
#include <linux/gpio/consumer.h>
#include <linux/gpio/driver.h>
#include <linux/ioport.h>
#include <linux/irq.h>
#include <linux/irqdesc.h>
#include <linux/irqnr.h>
#include <linux/kernfs.h>
#include <linux/mm.h>
#include <linux/mmzone.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/mount.h>
#include <linux/pid.h>
#include <linux/pid_namespace.h>
#include <linux/pm_runtime.h>
#include <linux/rcupdate.h>
#include <linux/sched/coredump.h>
#include <linux/sched/isolation.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>
#include <linux/topology.h>
#include <linux/usb.h>

/* hex_asc_lo() moved out of linux/kernel.h in v6.4 (890a3ee3ce41). */
#ifdef HWI_HAVE_HEX_H
#include <linux/hex.h>
#endif

/* Explained below, where they are used. */
#ifdef HWI_HAVE_AUXILIARY_BUS
#include <linux/auxiliary_bus.h>
#endif

#ifdef HWI_HAVE_ELEVATOR_H
#include <linux/elevator.h>
#endif

#ifdef HWI_HAVE_HD_STRUCT
#include <linux/genhd.h>
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

/* An interrupt's count on one CPU; new in v5.11 (501e2db67fa4). */
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
 * A module's size as in /proc/modules. Since v6.4 (ac3b43283923) one array has
 * all of a module's memory.
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
 * sysfs, where there is none. The kernel's own name for it is not exported, but
 * a module is in that kset itself.
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

/* References to a module, as in /proc/modules; false if none are counted. */
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
 * The pages that add up to VmRSS in /proc/PID/status. The counters became per
 * CPU in v6.2, and /proc has added up those of all CPUs since v6.16
 * (82241a83cd15).
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
 * Whether a task's user may look into it. In v7.2 (6b1c66c9cca9) that moved
 * from the mm into a structure of its own, which RCU frees. Called with
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

/* Locks a process's root and directory; a seqlock in v6.17 (a683a5b2ba23). */
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
 * The program that an mm was made for, with a reference, or NULL; in an RCU
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
 * Whether a mapped file is the backing file of an overlay or FUSE file; /proc
 * shows the latter. New in v6.6 (62d53c4a1dfe).
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

/* A subsystem's root device, with a reference; v6.4 (8c99377e614f). */
static inline struct device *hwi_bus_root(const struct bus_type *bus)
{
#ifdef HWI_HAVE_BUS_GET_DEV_ROOT
	return bus_get_dev_root(bus);
#else
	return get_device(bus->dev_root);
#endif
}

/* Only the bus sets this bit, which is a flag in 7.x (a7cc262a1135). */
static inline bool hwi_device_is_offline(const struct device *dev)
{
#ifdef HWI_HAVE_DEV_OFFLINE_FLAG
	return dev_offline(dev);
#else
	return dev->offline;
#endif
}

/* Housekeeping flags became types in v5.18 (04d4e665a609). */
#ifdef HWI_HAVE_HK_TYPE
#define HWI_HK(type) HK_TYPE_##type
#else
#define HWI_HK(type) HK_FLAG_##type
#endif

/*
 * is_visible() has taken a const attribute since v6.16 (7dd9fdb4939b), and
 * show() in 7.x (434506b86a6c); for the sake of CFI both variants exist side by
 * side.
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

/* Exported, but only declared in drivers/pci/pci.h. */
#ifdef CONFIG_PCI
extern struct kset *pci_slots_kset;

/* A slot for all devices on its bus is new in v7.1 (102c8b26b54e). */
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

/* RCU has protected a node's name since v6.15 (741c10b096bc). */
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
 * before that, an empty entry ended the table.
 */
#ifdef HWI_HAVE_REGISTER_SYSCTL_SZ
#define HWI_CTL_TABLE_END
#else
#define HWI_CTL_TABLE_END \
	{                 \
	}
#endif

/*
 * Whether a driver is on the auxiliary bus, new in v5.11 (7de3697e9cbd), and if
 * so its name without its module's name.
 */
static inline bool hwi_auxiliary_name(const struct device *dev,
				      const struct device_driver *driver,
				      const char **name)
{
#ifdef HWI_HAVE_AUXILIARY_BUS
	const struct auxiliary_driver *auxiliary =
		container_of(driver, struct auxiliary_driver, driver);

	if (strcmp(dev->bus->name, "auxiliary"))
		return false;
	*name = auxiliary->name;
	return true;
#else
	return false;
#endif
}

/*
 * x86 counters without an interrupt number, in irq_cpustat_t: single members,
 * or since v7.2 an array (2b57c69917ee), which also has those of
 * HWI_X86_IRQ_ADDED() (d6b70b16b4e7). Since then, counters of what should not
 * happen are listed only once they are not zero (8713f2e596a1).
 */
#ifdef CONFIG_X86
#ifdef HWI_HAVE_X86_IRQ_COUNTS
#define HWI_X86_IRQ(member, which) \
	((int)offsetof(irq_cpustat_t, counts) + (int)sizeof(int) * (which))
#define HWI_X86_IRQ_ADDED(which) HWI_X86_IRQ(, which)
#define HWI_X86_IRQ_HIDES_UNLIKELY true
#define HWI_X86_IRQ_MIS_TEXT "Misrouted IO/APIC interrupts"
#else
#define HWI_X86_IRQ(member, which) ((int)offsetof(irq_cpustat_t, member))
#define HWI_X86_IRQ_ADDED(which) (-1)
#define HWI_X86_IRQ_HIDES_UNLIKELY false
#define HWI_X86_IRQ_MIS_TEXT "Misrouted IO-APIC interrupts"
#endif

/* Which of them a configuration has. */
#if defined(HWI_HAVE_X86_IRQ_COUNTS) || defined(CONFIG_SMP)
#define HWI_X86_IRQ_TLB
#endif
#if IS_ENABLED(CONFIG_KVM) || \
	(!defined(HWI_HAVE_X86_IRQ_COUNTS) && defined(CONFIG_HAVE_KVM))
#define HWI_X86_IRQ_POSTED
#endif
#if defined(HWI_HAVE_X86_IRQ_COUNTS) && defined(CONFIG_GUEST_PERF_EVENTS)
#define HWI_X86_IRQ_VPMI
#endif
#if defined(HWI_HAVE_X86_IRQ_COUNTS) && defined(CONFIG_X86_POSTED_MSI)
#define HWI_X86_IRQ_PMN
#endif
#endif

/* v6.15 removed the driver, and its counter with it (6cccb3bb0561). */
#if defined(CONFIG_S390) && defined(HWI_HAVE_S390_LCS)
#define HWI_S390_IRQ_LCS
#endif

/*
 * The second IPI of arm64 that stops CPUs has been an NMI since v6.12
 * (fdfa588124b6). v6.7 removed the one that wakes CPUs up (2b2d0a7a96ab), to
 * make room for backtraces (331a1b3a836c) and KGDB (2f5cd0c7ffde).
 */
#ifdef HWI_HAVE_ARM64_STOP_NMI
#define HWI_ARM64_IPI3_TEXT "CPU stop NMIs"
#else
#define HWI_ARM64_IPI3_TEXT "CPU stop (for crash dump) interrupts"
#endif
#ifndef HWI_HAVE_ARM64_BACKTRACE_IPI
#define HWI_ARM64_IPI_WAKES_UP
#endif

/*
 * How much work a CPU does, where the most capable CPU does 1024; 0 if unknown.
 * It is one word of a per-CPU variable; outside x86 that is cpu_scale, exported
 * since v5.15, when a module began to use it (275157b367f4).
 */
static inline unsigned int hwi_cpu_capacity(unsigned int cpu)
{
#if defined(arch_scale_cpu_capacity) && \
	(defined(CONFIG_X86) || defined(HWI_HAVE_CPU_SCALE))
	return arch_scale_cpu_capacity(cpu);
#else
	return 0;
#endif
}

/*
 * What kind of core an x86 CPU is: for any vendor since v7.3 (598ebce64c4c,
 * 924be9d673eb); for Intel, as in CPUID.1A, since v6.13 (45239ba39a52).
 */
#ifdef CONFIG_X86
#ifdef HWI_HAVE_X86_CPU_TYPE
#define HWI_X86_PERFORMANCE TOPO_CPU_TYPE_PERFORMANCE
#define HWI_X86_EFFICIENCY TOPO_CPU_TYPE_EFFICIENCY
#define HWI_X86_LOW_POWER TOPO_CPU_TYPE_LOW_POWER
#else
#define HWI_X86_PERFORMANCE 0x40
#define HWI_X86_EFFICIENCY 0x20
#define HWI_X86_LOW_POWER (-1)
#endif

static inline int hwi_x86_cpu_type(const struct cpuinfo_x86 *cpu)
{
#if defined(HWI_HAVE_X86_CPU_TYPE)
	return cpu->topo.cpu_type;
#elif defined(HWI_HAVE_X86_INTEL_TYPE)
	/* Zero if the CPU has no such leaf. */
	return cpu->x86_vendor == X86_VENDOR_INTEL ? cpu->topo.intel_type : 0;
#else
	return 0;
#endif
}
#endif

/* The swap cache has been counted per node since v5.12 (b6038942480e). */
#if defined(CONFIG_SWAP) && defined(HWI_HAVE_NR_SWAPCACHE)
#define HWI_COUNTS_SWAPCACHE true
#define HWI_NR_SWAPCACHE NR_SWAPCACHE
#else
#define HWI_COUNTS_SWAPCACHE false
#define HWI_NR_SWAPCACHE ((enum node_stat_item)0)
#endif

/*
 * The structure that counts the requests of a disk or partition: its
 * block_device, or before v5.11 (0d02129e76ed) its hd_struct.
 */
#ifdef HWI_HAVE_HD_STRUCT
#define hwi_disk_part hd_struct

/*
 * A deleted partition does not hold its disk. But both were listed, and a
 * reference taken there to one of them holds the other, too.
 */
#define hwi_part_disk(part) part_to_disk(part)
#define hwi_part_of(dev) dev_to_part(dev)
#define hwi_part_device(part) part_to_dev(part)
#define hwi_part_is_partition(part) (!!(part)->partno)
#define hwi_part_bytes(part) ((u64)(part)->nr_sects << SECTOR_SHIFT)
#define hwi_part_read_only(part) (!!(part)->policy)
#define hwi_part_info(part) ((part)->info)
#else
#define hwi_disk_part block_device

#define hwi_part_disk(part) ((part)->bd_disk)
#define hwi_part_of(dev) dev_to_bdev(dev)
#define hwi_part_device(part) (&(part)->bd_device)
#define hwi_part_is_partition(part) bdev_is_partition(part)
#define hwi_part_bytes(part) ((u64)bdev_nr_bytes(part))
#define hwi_part_read_only(part) bdev_read_only(part)
#define hwi_part_info(part) ((part)->bd_meta_info)
#endif

/*
 * Requests in flight are counted per CPU for bio-based drivers, and since v6.10
 * (99dc422335d8) for all; before that, those of other drivers are found by
 * walking the tags. The sum has been exported since v6.16 (f2987c58a36b);
 * before that, disk_inflight.c computes it.
 */
#ifdef HWI_HAVE_BDEV_COUNT_INFLIGHT
#define hwi_disk_inflight(part) bdev_count_inflight(part)
#else
#define HWI_COUNTS_INFLIGHT
unsigned int hwi_disk_inflight(struct hwi_disk_part *part);
#endif
#ifdef HWI_HAVE_REQUESTS_COUNTED
#define HWI_INFLIGHT_IN_TAGS false
#else
#define HWI_INFLIGHT_IN_TAGS true
#endif

#ifdef CONFIG_BLOCK
/* A disk's directory "queue" moved out of its queue in v6.4 (2bd85221a625). */
static inline struct kobject *hwi_queue_kobj(struct gendisk *disk)
{
#ifdef HWI_HAVE_QUEUE_KOBJ
	return &disk->queue_kobj;
#else
	return &disk->queue->kobj;
#endif
}

/*
 * Whether the queue is being changed, or its scheduler, which has had a lock of
 * its own since v6.15 (1bf70d08cc3b).
 */
static inline bool hwi_queue_is_locked(struct request_queue *q)
{
#ifdef HWI_HAVE_ELEVATOR_LOCK
	if (mutex_is_locked(&q->elevator_lock))
		return true;
#endif
	return mutex_is_locked(&q->sysfs_lock);
}

/*
 * The scheduler's name, with the queue's sysfs_lock held. Until v5.16
 * (2e9bc3465ac5) it can be read directly; since then only sysfs shows it.
 */
#ifdef HWI_HAVE_ELEVATOR_H
#define HWI_SCHEDULER_HAS_NAME true
#else
#define HWI_SCHEDULER_HAS_NAME false
#endif
static inline const char *hwi_queue_scheduler(const struct request_queue *q)
{
#ifdef HWI_HAVE_ELEVATOR_H
	return q->elevator ? q->elevator->type->elevator_name : "none";
#else
	return "";
#endif
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
#endif /* CONFIG_BLOCK */

/*
 * gpiochip_find() walks GPIO chips under a spinlock, which also protects the
 * names of consumers. gpio_device_find(), introduced in v6.7 (cfe102f63308),
 * does so since v6.9 in an SRCU section, which may sleep, and takes const data.
 * v6.8 offers neither: its walk holds a spinlock, under which the name of a
 * consumer cannot be had.
 */
#if defined(CONFIG_GPIOLIB) && (defined(HWI_HAVE_GPIO_DEVICE_FIND) || \
				defined(HWI_HAVE_GPIOCHIP_IS_REQUESTED))
#define HWI_GPIO_WALK

/*
 * HWI_GPIO_MATCH() declares the function that is called for each chip; true
 * ends the walk. A label is a copy, or ERR_PTR() if there was no memory for
 * one.
 */
#ifdef HWI_HAVE_GPIO_DEVICE_FIND
#define HWI_GPIO_MATCH(name, chip, data) \
	int name(struct gpio_chip *chip, const void *data)

static inline bool hwi_gpio_find(HWI_GPIO_MATCH((*match), chip, data),
				 void *data)
{
	struct gpio_device *found = gpio_device_find(data, match);

	if (found)
		gpio_device_put(found);
	return found;
}

static inline struct gpio_desc *hwi_gpio_line(struct gpio_chip *chip,
					      unsigned int line)
{
	return gpio_device_get_desc(chip->gpiodev, line);
}

static inline const char *hwi_gpio_label(struct gpio_chip *chip,
					 unsigned int line)
{
	return gpiochip_dup_line_label(chip, line);
}

static inline void hwi_gpio_label_put(const char *label)
{
	if (!IS_ERR(label))
		kfree(label);
}
#else
#define HWI_GPIO_MATCH(name, chip, data) \
	int name(struct gpio_chip *chip, void *data)

static inline bool hwi_gpio_find(HWI_GPIO_MATCH((*match), chip, data),
				 void *data)
{
	return gpiochip_find(data, match);
}

static inline struct gpio_desc *hwi_gpio_line(struct gpio_chip *chip,
					      unsigned int line)
{
	return gpio_to_desc(chip->base + line);
}

/* Called under the lock of the walk, under which labels are freed. */
static inline const char *hwi_gpio_label(struct gpio_chip *chip,
					 unsigned int line)
{
	return gpiochip_is_requested(chip, line);
}

static inline void hwi_gpio_label_put(const char *label)
{
}
#endif

/*
 * A chip's own node, and the offset of its first name there: chips have been
 * able to share a node since v5.13 (4e804c39f1be), and to name it since v5.17
 * (990f6756bb64).
 */
static inline struct fwnode_handle *hwi_gpio_own_fwnode(struct gpio_chip *chip)
{
#if defined(HWI_HAVE_GPIO_FWNODE)
	return chip->fwnode;
#elif defined(CONFIG_OF_GPIO)
	return of_fwnode_handle(chip->of_node);
#else
	return NULL;
#endif
}

static inline unsigned int hwi_gpio_offset(const struct gpio_chip *chip)
{
#ifdef HWI_HAVE_GPIO_FWNODE
	return chip->offset;
#else
	return 0;
#endif
}
#endif /* HWI_GPIO_WALK */

#endif
