// SPDX-License-Identifier: GPL-2.0
/* Copies what devices claim: resources and interrupt lines. */
#include <linux/amba/bus.h>
#include <linux/device.h>
#include <linux/ioport.h>
#include <linux/pci.h>
#include <linux/platform_device.h>
#include <linux/pnp.h>

#include "device_walk.h"
#include "owner_collect.h"

static void add(struct hwi_owners *owners, struct hwi_arena *arena,
		const struct hwi_claim *claim)
{
	struct hwi_claim *to = hwi_arena_alloc(arena, sizeof(*to));

	if (!to)
		return;
	*to = *claim;
	hwi_owners_add(owners, to);
}

/**
 * hwi_owners_add_irq() - add an interrupt that a device has
 * @owners: where to add claims
 * @arena: where the claim goes; its overflow is set if it does not fit
 * @device: the device's record
 * @irq: the interrupt's number
 *
 * Context: any.
 */
void hwi_owners_add_irq(struct hwi_owners *owners, struct hwi_arena *arena,
			struct hwi_device *device, unsigned int irq)
{
	add(owners, arena,
	    &(struct hwi_claim){
		    .type = HWI_CLAIM_IRQ,
		    .key = irq,
		    .device = device,
	    });
}

/* HWI_CLAIM_TYPES for types that are of no interest. */
static enum hwi_claim_type type_of(const struct resource *res)
{
	switch (resource_type(res)) {
	case IORESOURCE_MEM:
		return HWI_CLAIM_MEM;
	case IORESOURCE_IO:
		return HWI_CLAIM_IO;
	case IORESOURCE_IRQ:
		return HWI_CLAIM_IRQ;
	default:
		return HWI_CLAIM_TYPES;
	}
}

/**
 * hwi_owners_claim_of() - make a claim of a range of addresses
 * @claim: result, without a device
 * @claims: BIT() of enum hwi_claim_type: which are wanted
 * @res: the range
 *
 * A resource that is in the tree is found by its address. Others are not, such
 * as those of platform devices from the device tree; but what their driver
 * requested lies in their range.
 *
 * Context: any; the caller keeps @res alive.
 * Return: false if @claims does not include its type.
 */
bool hwi_owners_claim_of(struct hwi_claim *claim, unsigned long claims,
			 const struct resource *res)
{
	enum hwi_claim_type type = type_of(res);

	if (type == HWI_CLAIM_TYPES || type == HWI_CLAIM_IRQ ||
	    !(claims & BIT(type)))
		return false;
	*claim = (struct hwi_claim){
		.type = type,
		.ranged = !res->parent,
		.key = (unsigned long)res,
		.start = res->start,
		.end = res->end,
	};
	return true;
}

/**
 * hwi_owners_add_resource() - add a range of addresses that a device has
 * @owners: where to add claims
 * @arena: where the claim goes; its overflow is set if it does not fit
 * @device: the device's record
 * @claims: BIT() of enum hwi_claim_type: which are wanted
 * @res: the range
 *
 * Context: any; the caller keeps @res alive.
 */
void hwi_owners_add_resource(struct hwi_owners *owners, struct hwi_arena *arena,
			     struct hwi_device *device, unsigned long claims,
			     const struct resource *res)
{
	struct hwi_claim claim;

	if (!hwi_owners_claim_of(&claim, claims, res))
		return;
	claim.device = device;
	add(owners, arena, &claim);
}

/*
 * Claim those members of a device's resource array that are in the resource
 * tree; with @outside, also those that are not.
 */
static void claim_resources(struct hwi_owners *owners, struct hwi_arena *arena,
			    struct hwi_device *device, unsigned long claims,
			    const struct resource *res, unsigned int nr,
			    bool outside)
{
	const struct resource *end = res + nr;

	for (; res < end; res++) {
		if (resource_type(res) == IORESOURCE_IRQ) {
			if (claims & BIT(HWI_CLAIM_IRQ))
				hwi_owners_add_irq(owners, arena, device,
						   res->start);
		} else if (res->parent ||
			   (outside && !(res->flags & IORESOURCE_UNSET))) {
			hwi_owners_add_resource(owners, arena, device, claims,
						res);
		}
	}
}

#ifdef CONFIG_PCI
static void claim_pci(struct hwi_owners *owners, struct hwi_arena *arena,
		      struct hwi_device *device, unsigned long claims,
		      struct pci_dev *pdev)
{
	/*
	 * Before the device is enabled, pdev->irq is what firmware left there;
	 * with MSI on, it is not the pin's interrupt. On POWER the device tree
	 * has the interrupt, and the pin is not read.
	 */
	if (claims & BIT(HWI_CLAIM_IRQ) &&
	    (pdev->pin || IS_ENABLED(CONFIG_PPC)) && pdev->irq &&
	    pci_is_enabled(pdev) && !pci_dev_msi_enabled(pdev))
		hwi_owners_add_irq(owners, arena, device, pdev->irq);
	/* PCI's resource arrays have no interrupts. */
	claims &= ~BIT(HWI_CLAIM_IRQ);
	if (claims)
		claim_resources(owners, arena, device, claims, pdev->resource,
				PCI_NUM_RESOURCES, false);
}
#endif

#ifdef CONFIG_ARM_AMBA
static void claim_amba(struct hwi_owners *owners, struct hwi_arena *arena,
		       struct hwi_device *device, unsigned long claims,
		       const struct amba_device *amba)
{
	unsigned int i;

	claim_resources(owners, arena, device, claims & ~BIT(HWI_CLAIM_IRQ),
			&amba->res, 1, true);
	for (i = 0; claims & BIT(HWI_CLAIM_IRQ) && i < AMBA_NR_IRQS; i++)
		if (amba->irq[i])
			hwi_owners_add_irq(owners, arena, device, amba->irq[i]);
}
#endif

/**
 * hwi_owners_copy() - copy what a PCI host or a device on a bus claims
 * @owners: where to add claims
 * @arena: where the claims go; its overflow is set if they do not fit
 * @device: the device's record
 * @claims: BIT() of enum hwi_claim_type: what to copy
 * @dev: the device
 *
 * Context: called by hwi_device_walk(), which keeps @dev alive, and with it
 * its resource array.
 */
void hwi_owners_copy(struct hwi_owners *owners, struct hwi_arena *arena,
		     struct hwi_device *device, unsigned long claims,
		     struct device *dev)
{
	struct platform_device *platform;

	/* Most devices have no bus; of those, only root buses count. */
	if (!dev->bus) {
		if (claims && hwi_owner_is_root_bus(dev))
			hwi_owners_copy_windows(owners, arena, claims, dev);
		return;
	}
#ifdef CONFIG_PCI
	if (dev->bus == &pci_bus_type)
		claim_pci(owners, arena, device, claims, to_pci_dev(dev));
#endif
	if (dev->bus == &platform_bus_type) {
		platform = to_platform_device(dev);
		claim_resources(owners, arena, device, claims,
				platform->resource, platform->num_resources,
				dev->of_node);
	}
#ifdef CONFIG_ARM_AMBA
	if (dev->bus == &amba_bustype)
		claim_amba(owners, arena, device, claims, to_amba_device(dev));
#endif
}

/*
 * For devices on a bus. pnp_bus_type is not exported. But bus names are unique,
 * and this bus is built in, so its address can be kept once it was seen.
 */
static bool is_pnp(const struct device *dev)
{
	static const struct bus_type *known;
	const struct bus_type *pnp = READ_ONCE(known);

	if (!IS_ENABLED(CONFIG_PNP))
		return false;
	if (pnp)
		return dev->bus == pnp;
	if (strcmp(dev->bus->name, "pnp"))
		return false;
	WRITE_ONCE(known, dev->bus);
	return true;
}

/**
 * hwi_owners_wants_held() - whether to look at a device after the walk
 * @dev: the device
 *
 * Context: any; the caller keeps @dev alive.
 * Return: true if hwi_owners_collect_held() looks at it.
 */
bool hwi_owners_wants_held(const struct device *dev)
{
	return dev->bus && (is_pnp(dev) || hwi_owner_in_tree(dev));
}

/**
 * hwi_owners_can_claim() - whether a device can be an owner
 * @dev: the device
 *
 * Context: any; the caller keeps @dev alive.
 * Return: true for devices of buses that are looked at here.
 */
bool hwi_owners_can_claim(const struct device *dev)
{
	if (!dev->bus)
		return hwi_owner_is_root_bus(dev);
#ifdef CONFIG_PCI
	if (dev->bus == &pci_bus_type)
		return true;
#endif
#ifdef CONFIG_ARM_AMBA
	if (dev->bus == &amba_bustype)
		return true;
#endif
	if (dev->bus == &platform_bus_type &&
	    to_platform_device(dev)->num_resources)
		return true;
	return hwi_owners_wants_held(dev);
}

#ifdef CONFIG_PNP
static void claim_pnp(struct hwi_owners *owners, struct hwi_arena *arena,
		      struct hwi_device *device, unsigned long claims,
		      struct pnp_dev *pnp)
{
	static const unsigned int types[HWI_CLAIM_TYPES] = {
		[HWI_CLAIM_MEM] = IORESOURCE_MEM,
		[HWI_CLAIM_IO] = IORESOURCE_IO,
		[HWI_CLAIM_IRQ] = IORESOURCE_IRQ,
	};
	const struct resource *res;
	unsigned int type, i;

	for (type = 0; type < HWI_CLAIM_TYPES; type++) {
		if (!(claims & BIT(type)))
			continue;
		for (i = 0; (res = pnp_get_resource(pnp, types[type], i));
		     i++) {
			if (!pnp_resource_valid((struct resource *)res) ||
			    (res->flags & IORESOURCE_DISABLED))
				continue;
			add(owners, arena,
			    &(struct hwi_claim){
				    .type = type,
				    .ranged = type != HWI_CLAIM_IRQ,
				    .key = res->start,
				    .start = res->start,
				    .end = res->end,
				    .device = device,
			    });
		}
	}
}
#endif

static void claim_bound(struct hwi_owners *owners, struct hwi_arena *arena,
			struct hwi_device *device, unsigned long claims,
			struct device *dev)
{
#ifdef CONFIG_PNP
	if (is_pnp(dev))
		claim_pnp(owners, arena, device, claims, to_pnp_dev(dev));
#endif
	if (claims & BIT(HWI_CLAIM_IRQ) && hwi_owner_in_tree(dev))
		hwi_owners_copy_tree(owners, arena, device, dev);
}

static void claim_held(struct hwi_owners *owners, struct hwi_arena *arena,
		       const struct hwi_devices *devices, unsigned long claims,
		       struct device *dev)
{
	struct hwi_device *device =
		hwi_index_find(&devices->by_key, (unsigned long)dev);

	if (!device || !device_trylock(dev))
		return;
	if (dev->driver && device_is_registered(dev))
		claim_bound(owners, arena, device, claims, dev);
	device_unlock(dev);
}

/**
 * hwi_owners_collect_held() - copy claims that take the device's lock to read
 * @owners: where to add claims
 * @arena: where the claims go
 * @devices: the devices, indexed
 * @claims: BIT() of enum hwi_claim_type: what to copy
 * @held: the devices that hwi_owners_wants_held() asked for
 *
 * A PNP device's list of resources is rebuilt when a driver is bound or
 * unbound, under the device's lock, and by writes to its file "resources",
 * which are refused while a driver is bound. So only bound devices are read,
 * with their lock held; likewise for interrupts of the device tree. The lock is
 * only tried: its holder may be binding a driver.
 *
 * Context: process context, may sleep; takes one device's lock at a time.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_owners_collect_held(struct hwi_owners *owners, struct hwi_arena *arena,
			    const struct hwi_devices *devices,
			    unsigned long claims, const struct hwi_held *held)
{
	struct hwi_owners before;
	int err = 0;

	while (!err && held) {
		before = *owners;
		claim_held(owners, arena, devices, claims, held->dev);
		/* All or nothing: do it again with more room. */
		if (!arena->overflow) {
			held = held->next;
		} else {
			*before.link = NULL;
			*owners = before;
		}
		err = hwi_arena_pause(arena);
	}
	return err;
}
