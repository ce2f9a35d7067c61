// SPDX-License-Identifier: GPL-2.0
/*
 * For tests/findings only: gives a machine a fault for each check that needs
 * one. rmmod undoes all of it but the taint and the counter of spurious
 * interrupts.
 */
#include <linux/delay.h>
#include <linux/hardirq.h>
#include <linux/interrupt.h>
#include <linux/ioport.h>
#include <linux/irq.h>
#include <linux/irqdesc.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/pci.h>
#include <linux/platform_device.h>
#include <linux/sizes.h>

#include "edac.h"

#define UNHANDLED 150

/* The interrupts: each but the last has one fault. */
enum {
	NOBODY_CARES, /* its handler does not want it */
	ASTRAY, /* delivered outside its affinity */
	FAR, /* served on a node other than its device's */
	DISABLED, /* disabled by its driver */
	THREADED, /* no fault: a handler with a thread, for ACTIONS */
	NR_FAULTS,
};

static int base = -1;
static unsigned int requested;
static struct platform_device *device;
static struct net_device *netdev;
static struct mem_ctl_info *controller;
static struct resource window = { .name = "faults", .flags = IORESOURCE_MEM };
static struct resource lower = { .name = "lower", .flags = IORESOURCE_MEM };
static struct resource upper = { .name = "upper", .flags = IORESOURCE_MEM };

static irqreturn_t handle(int irq, void *data)
{
	return irq == base + NOBODY_CARES ? IRQ_NONE : IRQ_HANDLED;
}

static void raise(unsigned int irq)
{
	unsigned long flags;

	local_irq_save(flags);
	generic_handle_irq(irq);
	local_irq_restore(flags);
}

static void set_effective(unsigned int irq, unsigned int cpu)
{
	irq_data_update_effective_affinity(irq_get_irq_data(irq),
					   cpumask_of(cpu));
}

static int add_irq(unsigned int which)
{
	static const char *const names[] = {
		[NOBODY_CARES] = "fault-unhandled",
		[ASTRAY] = "fault-astray",
		[FAR] = "fault-far",
		[DISABLED] = "fault-disabled",
		[THREADED] = "fault-threaded",
	};
	unsigned int irq = base + which;
	int err;

	irq_set_chip_and_handler(irq, &dummy_irq_chip, handle_simple_irq);
	if (which == THREADED)
		err = request_threaded_irq(irq, NULL, handle, IRQF_ONESHOT,
					   names[which], &base);
	else
		err = request_irq(irq, handle, 0, names[which], &base);
	if (!err)
		requested++;
	return err;
}

/* No owner, or requesting them would pin this module. */
static int add_irqs(void)
{
	unsigned int i;
	int err;

	base = __irq_alloc_descs(-1, 64, NR_FAULTS, NUMA_NO_NODE, NULL, NULL);
	if (base < 0)
		return base;
	for (i = 0; i < NR_FAULTS; i++) {
		err = add_irq(i);
		if (err)
			return err;
	}
	/* All within 100 ms, or the kernel does not count them as a series. */
	for (i = 0; i < UNHANDLED; i++)
		raise(base + NOBODY_CARES);
	irq_data_update_affinity(irq_get_irq_data(base + ASTRAY),
				 cpumask_of(0));
	set_effective(base + ASTRAY, 1);
	set_effective(base + FAR, 0);
	raise(base + FAR);
	raise(base + DISABLED);
	disable_irq(base + DISABLED);
	return 0;
}

/* The device of FAR, on the second node. */
static int add_device(void)
{
	struct resource res = DEFINE_RES_IRQ(base + FAR);
	int err;

	device = platform_device_alloc("hwinsight-faults", PLATFORM_DEVID_NONE);
	if (!device)
		return -ENOMEM;
	set_dev_node(&device->dev, 1);
	err = platform_device_add_resources(device, &res, 1);
	if (!err)
		err = platform_device_add(device);
	if (err) {
		platform_device_put(device);
		device = NULL;
	}
	return err;
}

static void get_stats(struct net_device *dev, struct rtnl_link_stats64 *stats)
{
	stats->rx_packets = 100;
	stats->rx_errors = 7;
	stats->tx_errors = 2;
}

static netdev_tx_t drop(struct sk_buff *skb, struct net_device *dev)
{
	kfree_skb(skb);
	return NETDEV_TX_OK;
}

static const struct net_device_ops netdev_ops = {
	.ndo_get_stats64 = get_stats,
	.ndo_start_xmit = drop,
};

static void setup(struct net_device *dev)
{
	dev->netdev_ops = &netdev_ops;
}

/* An interface that hardly gets a packet through. */
static int add_netdev(void)
{
	int err;

	netdev = alloc_netdev(0, "fault%d", NET_NAME_ENUM, setup);
	if (!netdev)
		return -ENOMEM;
	err = register_netdev(netdev);
	if (err) {
		free_netdev(netdev);
		netdev = NULL;
	}
	return err;
}

/* A memory controller with two DIMMs, the second of which has errors. */
static struct mem_ctl_info *add_controller(void)
{
	struct edac_mc_layer layer = {
		.type = EDAC_MC_LAYER_SLOT,
		.size = 2,
		.is_virt_csrow = true,
	};
	struct mem_ctl_info *mci = edac_mc_alloc(7, 1, &layer, 0);
	unsigned int i;

	if (!mci)
		return NULL;
	mci->pdev = &device->dev;
	mci->mod_name = "faults";
	mci->ctl_name = "faults";
	mci->dev_name = "faults";
	mci->mtype_cap = MEM_FLAG_DDR4;
	mci->edac_ctl_cap = EDAC_FLAG_SECDED;
	for (i = 0; i < 2; i++) {
		mci->dimms[i]->nr_pages = SZ_8G >> PAGE_SHIFT;
		mci->dimms[i]->mtype = MEM_DDR4;
		mci->dimms[i]->grain = 8;
		snprintf(mci->dimms[i]->label, sizeof(mci->dimms[i]->label),
			 "FAULT_A%u", i);
	}
	if (edac_mc_add_mc_with_groups(mci, NULL)) {
		edac_mc_free(mci);
		return NULL;
	}
	return mci;
}

static int add_dimms(void)
{
	controller = add_controller();
	if (!controller)
		return -ENODEV;
	edac_mc_handle_error(HW_EVENT_ERR_CORRECTED, controller, 3, 0, 0, 0, 1,
			     -1, -1, "made by a test", "");
	edac_mc_handle_error(HW_EVENT_ERR_UNCORRECTED, controller, 1, 0, 0, 0,
			     1, -1, -1, "made by a test", "");
	return 0;
}

/* Two adjacent ranges; the lower one then grows into the upper one. */
static int add_resources(void)
{
	int err = allocate_resource(&iomem_resource, &window, SZ_64K, SZ_4G,
				    iomem_resource.end, SZ_64K, NULL, NULL);

	if (err)
		return err;
	lower.start = window.start;
	lower.end = lower.start + SZ_4K - 1;
	upper.start = lower.end + 1;
	upper.end = upper.start + SZ_4K - 1;
	err = request_resource(&window, &lower);
	if (!err)
		err = request_resource(&window, &upper);
	if (!err)
		lower.end += SZ_1K;
	return err;
}

/*
 * Disks whose slots are worse than both ends of the link allow, unless the port
 * can do no more: each disk claims 16 GT/s and 8 lanes.
 */
static struct pci_dev *disks[3];
static struct pci_ops *disk_ops;

static int read_config(struct pci_bus *bus, unsigned int devfn, int where,
		       int size, u32 *value)
{
	int err = disk_ops->read(bus, devfn, where, size, value);
	struct pci_dev *disk = NULL;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(disks); i++)
		if (disks[i] && disks[i]->bus == bus &&
		    disks[i]->devfn == devfn)
			disk = disks[i];
	if (err || !disk || size != 4)
		return err;
	if (where == disk->pcie_cap + PCI_EXP_LNKCAP)
		*value = (*value & ~0x3ffU) | 0x84;
	if (where == disk->pcie_cap + PCI_EXP_LNKCAP2)
		*value = 0x1e;
	return 0;
}

static int write_config(struct pci_bus *bus, unsigned int devfn, int where,
			int size, u32 value)
{
	return disk_ops->write(bus, devfn, where, size, value);
}

static struct pci_ops worse_ops = {
	.read = read_config,
	.write = write_config,
};

static int add_link(void)
{
	struct pci_dev *disk = NULL;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(disks); i++) {
		disk = pci_get_class(PCI_CLASS_STORAGE_EXPRESS, disk);
		if (!disk || !pci_is_pcie(disk) || pci_is_root_bus(disk->bus))
			break;
		disks[i] = pci_dev_get(disk);
		/* The host bridge's ops, which all buses share. */
		disk_ops = disk_ops ?: disk->bus->ops;
		worse_ops.map_bus = disk_ops->map_bus;
		pci_bus_set_ops(disk->bus, &worse_ops);
	}
	pci_dev_put(disk);
	return i < ARRAY_SIZE(disks) ? -ENODEV : 0;
}

static void remove_link(void)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(disks); i++) {
		if (disks[i])
			pci_bus_set_ops(disks[i]->bus, disk_ops);
		pci_dev_put(disks[i]);
	}
}

static void count_spurious(void)
{
#ifdef HWI_HAVE_X86_IRQ_COUNTS
	this_cpu_inc(irq_stat.counts[IRQ_COUNT_SPURIOUS]);
#else
	this_cpu_inc(irq_stat.irq_spurious_count);
#endif
}

static void remove_all(void)
{
	if (controller && edac_mc_del_mc(controller->pdev))
		edac_mc_free(controller);
	remove_link();
	if (netdev) {
		unregister_netdev(netdev);
		free_netdev(netdev);
	}
	if (device)
		platform_device_unregister(device);
	while (requested)
		free_irq(base + --requested, &base);
	if (base >= 0)
		irq_free_descs(base, NR_FAULTS);
	lower.end = lower.start + SZ_4K - 1;
	if (upper.parent)
		release_resource(&upper);
	if (lower.parent)
		release_resource(&lower);
	if (window.parent)
		release_resource(&window);
}

static int __init faults_init(void)
{
	int err = add_irqs();

	if (!err)
		err = add_device();
	if (!err)
		err = add_resources();
	if (!err)
		err = add_netdev();
	if (!err)
		err = add_dimms();
	if (!err)
		err = add_link();
	if (err) {
		remove_all();
		return err;
	}
	count_spurious();
	add_taint(TAINT_FIRMWARE_WORKAROUND, LOCKDEP_STILL_OK);
	return 0;
}
module_init(faults_init);

static void __exit faults_exit(void)
{
	remove_all();
}
module_exit(faults_exit);

MODULE_DESCRIPTION("Faults for the hwinsight tests; never install it");
MODULE_LICENSE("GPL");
