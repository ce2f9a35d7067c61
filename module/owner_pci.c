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
 * @owners: where to add claims, for hwi_owners_find_hosts()
 * @arena: where the claims go; its overflow is set if they do not fit
 * @claims: BIT() of enum hwi_claim_type: what to copy
 * @dev: its root bus
 *
 * The bus holds its list of windows, but a window may be memory of the host's
 * driver (VMD, and all hosts of the device tree), which frees it once the bus
 * has left the list of devices, whoever holds the bus. The list does not change
 * from when the bus is added until it is freed. The bus holds the bridge.
 *
 * Context: called by hwi_device_walk(), which keeps @dev listed.
 */
void hwi_owners_copy_windows(struct hwi_owners *owners, struct hwi_arena *arena,
			     unsigned long claims, struct device *dev)
{
#ifdef CONFIG_PCI
	struct pci_bus *bus = to_pci_bus(dev);
	struct hwi_claim claim, *to;
	struct resource *res;
	unsigned int i;

	if (!bus->is_added || !bus->bridge || !bus->bridge->parent)
		return;
	pci_bus_for_each_resource(bus, res, i) {
		if (!res || !hwi_owners_claim_of(&claim, claims, res))
			continue;
		to = hwi_arena_alloc(arena, sizeof(*to));
		if (!to)
			return;
		*to = claim;
		to->host = (unsigned long)bus->bridge->parent;
		to->next = owners->windows;
		owners->windows = to;
	}
#endif
}

/**
 * hwi_owners_find_hosts() - add the windows of PCI host bridges
 * @owners: where to add claims
 * @devices: the devices, indexed
 *
 * A bridge without a device above it has no owner.
 *
 * Context: any.
 */
void hwi_owners_find_hosts(struct hwi_owners *owners,
			   const struct hwi_devices *devices)
{
	struct hwi_claim *at, *next;

	for (at = owners->windows; at; at = next) {
		next = at->next;
		at->device = hwi_index_find(&devices->by_key, at->host);
		if (at->device)
			hwi_owners_add(owners, at);
	}
	owners->windows = NULL;
}
