// SPDX-License-Identifier: GPL-2.0
/* The windows of PCI host bridges, which belong to the host's own device. */
#include <linux/device.h>
#include <linux/pci.h>

#include "device_walk.h"
#include "owner_collect.h"

#ifdef CONFIG_PCI
/* pcibus_class is not exported; its name is unique. */
static bool is_root_bus(struct device *dev, struct module **owner)
{
	return dev->class && !strcmp(dev->class->name, "pci_bus") &&
	       pci_is_root_bus(to_pci_bus(dev));
}

/*
 * Once a bus is added its windows stay as they are until its device, which is
 * held, is freed.
 */
static void claim_windows(struct hwi_owners *owners, struct hwi_arena *arena,
			  struct hwi_device *device, unsigned long claims,
			  struct pci_bus *bus)
{
	struct resource *res;
	unsigned int i;

	pci_bus_for_each_resource(bus, res, i)
		if (res)
			hwi_owners_add_resource(owners, arena, device, claims,
						res);
}

/* The bridge is below the host's device, which it holds; there may be none. */
static struct hwi_device *host_of(const struct hwi_devices *devices,
				  const struct pci_bus *bus)
{
	const struct device *bridge = bus->bridge;

	if (!bridge || !bridge->parent)
		return NULL;
	return hwi_index_find(&devices->by_key, (unsigned long)bridge->parent);
}
#endif

/**
 * hwi_owners_collect_hosts() - copy the windows of PCI host bridges
 * @owners: where to
 * @arena: where the claims go
 * @devices: the devices, indexed
 * @claims: BIT() of enum hwi_claim_type: what to copy
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG, -EINTR or -EAGAIN.
 */
int hwi_owners_collect_hosts(struct hwi_owners *owners, struct hwi_arena *arena,
			     const struct hwi_devices *devices,
			     unsigned long claims)
{
#ifdef CONFIG_PCI
	struct hwi_held *list, *held;
	struct hwi_owners before;
	struct hwi_device *device;
	struct pci_bus *bus;
	int err = hwi_device_hold(arena, is_root_bus, &list);

	held = list;
	while (!err && held) {
		bus = to_pci_bus(held->dev);
		before = *owners;
		device = bus->is_added ? host_of(devices, bus) : NULL;
		if (device)
			claim_windows(owners, arena, device, claims, bus);
		if (!arena->overflow) {
			held = held->next;
		} else {
			*before.link = NULL;
			*owners = before;
		}
		err = hwi_arena_pause(arena);
	}
	hwi_device_put(list);
	return err;
#else
	return 0;
#endif
}
