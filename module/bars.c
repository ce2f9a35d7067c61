// SPDX-License-Identifier: GPL-2.0
#include <linux/device.h>
#include <linux/pci.h>
#include <linux/pm_runtime.h>

#include "bars.h"
#include "device_list.h"

#ifdef CONFIG_PCI
/**
 * struct held - a device that is held
 * @next: the next one
 * @pdev: with a reference
 */
struct held {
	struct held *next;
	struct pci_dev *pdev;
};

/**
 * struct collector - a walk over all devices
 * @arena: where the copies go
 * @config: config space may be read
 * @held: the devices to look at
 * @link: where the next BAR is linked in
 */
struct collector {
	struct hwi_arena *arena;
	bool config;
	struct held *held;
	struct hwi_bar **link;
};

/*
 * Devices with six BARs, or with registers of their own instead. Their config
 * space cannot be read here, under a spinlock; so they are held.
 */
static void hold(struct device *dev, void *data)
{
	struct collector *c = data;
	struct pci_dev *pdev;
	struct held *held;

	if (dev->bus != &pci_bus_type)
		return;
	pdev = to_pci_dev(dev);
	if (pdev->hdr_type != PCI_HEADER_TYPE_NORMAL ||
	    pdev->class >> 16 == PCI_BASE_CLASS_BRIDGE ||
	    pdev->non_compliant_bars || pdev->is_virtfn)
		return;
	held = hwi_arena_alloc(c->arena, sizeof(*held));
	if (!held || !kobject_get_unless_zero(&dev->kobj))
		return;
	held->pdev = pdev;
	held->next = c->held;
	c->held = held;
}

static struct hwi_bar *add(struct collector *c, const struct pci_dev *pdev,
			   unsigned int number, unsigned long flags)
{
	struct hwi_bar *bar = hwi_arena_alloc(c->arena, sizeof(*bar));

	if (!bar)
		return NULL;
	*bar = (struct hwi_bar){
		.key = (unsigned long)&pdev->dev,
		.number = number,
		.flags = flags,
	};
	*c->link = bar;
	c->link = &bar->next;
	return bar;
}

/*
 * A BAR that the kernel knows nothing of, though the device has it: its low
 * bits, which are fixed, or an address of the firmware's stand in it. A BAR
 * of 32 bits, not prefetchable and without an address, is not told from none.
 * Returns how many registers it takes.
 */
static unsigned int add_given_up(struct collector *c, struct pci_dev *pdev,
				 unsigned int i)
{
	unsigned long flags = IORESOURCE_MEM;
	struct hwi_bar *bar;
	u32 value;

	if (pci_user_read_config_dword(pdev, PCI_BASE_ADDRESS_0 + 4 * i,
				       &value) ||
	    !value || value == U32_MAX)
		return 1;
	if ((value & PCI_BASE_ADDRESS_SPACE) == PCI_BASE_ADDRESS_SPACE_IO)
		flags = IORESOURCE_IO;
	bar = add(c, pdev, i, flags);
	if (bar)
		bar->given_up = true;
	return flags == IORESOURCE_MEM &&
			       (value & PCI_BASE_ADDRESS_MEM_TYPE_MASK) ==
				       PCI_BASE_ADDRESS_MEM_TYPE_64 ?
		       2 :
		       1;
}

/* Asleep, or behind a bridge that is, a device does not answer. */
static bool awake(struct pci_dev *pdev)
{
	struct pci_dev *bridge = pdev->bus->self;

	return pdev->current_state != PCI_D3cold &&
	       (!bridge || pm_runtime_active(&bridge->dev));
}

static void collect_bars(struct collector *c, struct pci_dev *pdev)
{
	const struct resource *res;
	bool ask = c->config && awake(pdev);
	struct hwi_bar *bar;
	unsigned int i, n;

	for (i = 0; i < PCI_STD_NUM_BARS; i += n) {
		res = &pdev->resource[i];
		n = res->flags & IORESOURCE_MEM_64 ? 2 : 1;
		if (!res->flags) {
			if (ask)
				n = add_given_up(c, pdev, i);
			continue;
		}
		if (res->parent || res->end <= res->start ||
		    res->flags & IORESOURCE_DISABLED)
			continue;
		bar = add(c, pdev, i, res->flags);
		if (!bar)
			return;
		bar->start = res->start;
		bar->end = res->end;
	}
}

/*
 * The host bridge's driver knows how to read config space. It is bound as
 * long as its device is locked, and whoever holds that lock now may be about
 * to unbind it, so he is not waited for.
 */
static void look_at(struct collector *c, struct pci_dev *pdev)
{
	struct device *host;

	if (!device_is_registered(&pdev->dev))
		return;
	host = pci_find_host_bridge(pdev->bus)->dev.parent;
	if (host && !device_trylock(host))
		return;
	collect_bars(c, pdev);
	if (host)
		device_unlock(host);
}
#endif

/**
 * hwi_bars_collect() - copy the BARs that are not in the resource tree
 * @bars: result
 * @arena: where the copies go; its overflow is set if they do not fit
 * @config: find those that the kernel gave up, too: this reads config space,
 *	as reading "config" in sysfs does, and is not for everybody to cause
 *
 * pci_lock_rescan_remove() keeps devices from being removed by hotplug and
 * through sysfs, and resources from being assigned anew. A device that was
 * removed before it was taken is still held, but not registered any more, and
 * is not looked at.
 *
 * Context: process context, may sleep; takes pci_rescan_remove_lock.
 */
void hwi_bars_collect(struct hwi_bars *bars, struct hwi_arena *arena,
		      bool config)
{
#ifdef CONFIG_PCI
	struct collector c = {
		.arena = arena,
		.config = config,
		.link = &bars->first,
	};

	bars->first = NULL;
	pci_lock_rescan_remove();
	hwi_device_list(hold, &c);
	for (; c.held; c.held = c.held->next) {
		look_at(&c, c.held->pdev);
		pci_dev_put(c.held->pdev);
	}
	pci_unlock_rescan_remove();
#else
	bars->first = NULL;
#endif
}
