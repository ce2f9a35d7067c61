// SPDX-License-Identifier: GPL-2.0
/* Collects what devices claim, from the kernel's list of all devices. */
#include <linux/device.h>
#include <linux/pci.h>
#include <linux/platform_device.h>
#include <linux/pnp.h>
#include <linux/rcupdate.h>

#include "device_list.h"
#include "owners.h"

/**
 * hwi_owner_copy() - copy the names of a device and its driver
 * @arena: where to
 * @dev: the device, which the caller keeps alive
 * @owner: result
 *
 * dev->driver is good inside an RCU section, see hwi_device_list().
 *
 * Context: rcu_read_lock() held.
 */
void hwi_owner_copy(struct hwi_arena *arena, const struct device *dev,
		    struct hwi_owner *owner)
{
	const struct device_driver *driver = READ_ONCE(dev->driver);
	const char *bus = dev->bus ? dev->bus->name : NULL;

	if (!bus && dev->class)
		bus = dev->class->name;
	owner->key = (unsigned long)dev;
	owner->device = hwi_arena_join(arena, bus, ':', dev_name(dev));
	owner->driver = hwi_arena_copy(arena, driver ? driver->name : NULL);
}

/**
 * struct collector - a walk over all devices
 * @owners: what is being filled
 * @type: IORESOURCE_MEM, IORESOURCE_IO or IORESOURCE_IRQ
 * @dev: the device being looked at
 * @owner: its names, copied when its first claim is found
 */
struct collector {
	struct hwi_owners *owners;
	unsigned long type;
	struct device *dev;
	struct hwi_owner *owner;
};

static const struct hwi_owner *owner_of(struct collector *c)
{
	if (!c->owner) {
		c->owner = hwi_arena_alloc(c->owners->arena, sizeof(*c->owner));
		if (c->owner)
			hwi_owner_copy(c->owners->arena, c->dev, c->owner);
	}
	return c->owner;
}

static void claim_key(struct collector *c, unsigned long key, u64 start,
		      u64 end)
{
	const struct hwi_owner *owner = owner_of(c);

	if (owner)
		hwi_owners_add_key(c->owners, key, start, end, owner);
}

/* A device's resource array: those of its members that are in the tree. */
static void claim_resources(struct collector *c, const struct resource *res,
			    unsigned int nr)
{
	const struct resource *end = res + nr;
	const unsigned long type = c->type;

	for (; res < end; res++) {
		if (resource_type(res) != type)
			continue;
		if (type == IORESOURCE_IRQ)
			claim_key(c, res->start, 0, 0);
		else if (res->parent)
			claim_key(c, (unsigned long)res, res->start, res->end);
	}
}

static void collect_pci(struct collector *c)
{
	struct pci_dev *pdev = to_pci_dev(c->dev);

	if (c->type == IORESOURCE_IRQ) {
		/*
		 * Before the device is enabled, pdev->irq is what firmware
		 * left there; with MSI on, it is not the pin's interrupt.
		 */
		if (pdev->pin && pdev->irq && pci_is_enabled(pdev) &&
		    !pci_dev_msi_enabled(pdev))
			claim_key(c, pdev->irq, 0, 0);
		return;
	}
	claim_resources(c, pdev->resource, PCI_NUM_RESOURCES);
}

static void collect_platform(struct collector *c)
{
	struct platform_device *pdev = to_platform_device(c->dev);

	claim_resources(c, pdev->resource, pdev->num_resources);
}

/*
 * The list of a PNP device's resources is made before it is added, and
 * changes afterwards only when root rewrites its "resources" file in sysfs;
 * the kernel's own readers take no lock either.
 */
static void collect_pnp(struct collector *c)
{
#ifdef CONFIG_PNP
	struct pnp_dev *pnp = to_pnp_dev(c->dev);
	const struct hwi_owner *owner;
	const struct resource *res;
	unsigned int i;

	for (i = 0; (res = pnp_get_resource(pnp, c->type, i)); i++) {
		if (!pnp_resource_valid((struct resource *)res) ||
		    (res->flags & IORESOURCE_DISABLED))
			continue;
		if (c->type == IORESOURCE_IRQ) {
			claim_key(c, res->start, 0, 0);
			continue;
		}
		owner = owner_of(c);
		if (owner)
			hwi_owners_add_range(c->owners, res->start, res->end,
					     owner);
	}
#endif
}

static bool is_pnp(const struct bus_type *bus)
{
	/*
	 * pnp_bus_type is not exported; a bus's name is unique. Most devices
	 * are of others, and need no call to tell.
	 */
	const char *name = bus->name;

	return IS_ENABLED(CONFIG_PNP) && name[0] == 'p' && name[1] == 'n' &&
	       name[2] == 'p' && !name[3];
}

static __always_inline void collect_device(struct device *dev, void *data)
{
	const struct bus_type *bus = dev->bus;
	struct collector *c = data;

	if (!bus)
		return;
	c->dev = dev;
	c->owner = NULL;
#ifdef CONFIG_PCI
	if (bus == &pci_bus_type)
		return collect_pci(c);
#endif
	if (bus == &platform_bus_type)
		collect_platform(c);
	else if (is_pnp(bus))
		collect_pnp(c);
}

/**
 * hwi_owners_collect() - collect what PCI, platform and PNP devices claim
 * @owners: initialised, filled here
 * @type: IORESOURCE_MEM, IORESOURCE_IO or IORESOURCE_IRQ
 *
 * hwi_device_list() keeps each device alive, with its bus and its resource
 * array. Devices of these buses are never renamed.
 *
 * Context: any; takes a spinlock, copies only.
 */
void hwi_owners_collect(struct hwi_owners *owners, unsigned long type)
{
	struct collector c = { .owners = owners, .type = type };

	hwi_device_list(collect_device, &c);
}
