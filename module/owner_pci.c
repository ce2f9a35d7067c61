// SPDX-License-Identifier: GPL-2.0
/* The windows of PCI host bridges, which belong to the host's own device. */
#include <linux/device.h>
#include <linux/pci.h>

#include "owner_collect.h"

#ifdef CONFIG_PCI
/*
 * pcibus_class is not exported. But class names are unique, and this class is
 * built in, so its address can be kept once it was seen.
 */
static bool is_bus(const struct device *dev)
{
	static const struct class *known;
	const struct class *bus = READ_ONCE(known);

	if (bus)
		return dev->class == bus;
	if (!dev->class || strcmp(dev->class->name, "pci_bus"))
		return false;
	WRITE_ONCE(known, dev->class);
	return true;
}
#endif

/**
 * hwi_owner_is_root_bus() - whether a device is the first bus of a PCI host
 * @dev: the device
 *
 * Context: any; the caller keeps @dev alive.
 * Return: true if it is.
 */
bool hwi_owner_is_root_bus(const struct device *dev)
{
#ifdef CONFIG_PCI
	return is_bus(dev) &&
	       pci_is_root_bus(container_of(dev, struct pci_bus, dev));
#else
	return false;
#endif
}

/**
 * hwi_owners_copy_windows() - copy the windows of a PCI host bridge
 * @owners: where to add claims
 * @arena: where the claims go; its overflow is set if they do not fit
 * @devices: the devices, indexed
 * @claims: BIT() of enum hwi_claim_type: what to copy
 * @dev: its root bus
 *
 * The windows of a bus do not change from when it is added until it is freed.
 * It holds the bridge, which holds the host's device, if there is one.
 *
 * Context: process context; the caller holds @dev.
 */
void hwi_owners_copy_windows(struct hwi_owners *owners, struct hwi_arena *arena,
			     const struct hwi_devices *devices,
			     unsigned long claims, struct device *dev)
{
#ifdef CONFIG_PCI
	struct pci_bus *bus = to_pci_bus(dev);
	struct hwi_device *device;
	struct resource *res;
	unsigned int i;

	if (!bus->is_added || !bus->bridge || !bus->bridge->parent)
		return;
	device = hwi_index_find(&devices->by_key,
				(unsigned long)bus->bridge->parent);
	if (!device)
		return;
	pci_bus_for_each_resource(bus, res, i)
		if (res)
			hwi_owners_add_resource(owners, arena, device, claims,
						res);
#endif
}
