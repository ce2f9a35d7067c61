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
 * @owners: where to
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

/* HWI_CLAIM_TYPES for what nobody asks for. */
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

/*
 * A device's resource array: those of its members that are in the resource
 * tree; or, with @ranged, the others. Platform devices that the device tree
 * made are not in it, only what their drivers ask for.
 */
static void claim_resources(struct hwi_owners *owners, struct hwi_arena *arena,
			    struct hwi_device *device, unsigned long claims,
			    const struct resource *res, unsigned int nr,
			    bool ranged)
{
	const struct resource *end = res + nr;
	enum hwi_claim_type type;

	for (; res < end; res++) {
		type = type_of(res);
		if (type == HWI_CLAIM_TYPES || !(claims & BIT(type)))
			continue;
		if (type == HWI_CLAIM_IRQ)
			hwi_owners_add_irq(owners, arena, device, res->start);
		else if (res->parent ||
			 (ranged && !(res->flags & IORESOURCE_UNSET)))
			add(owners, arena,
			    &(struct hwi_claim){
				    .type = type,
				    .ranged = !res->parent,
				    .key = (unsigned long)res,
				    .start = res->start,
				    .end = res->end,
				    .device = device,
			    });
	}
}

#ifdef CONFIG_PCI
static void claim_pci(struct hwi_owners *owners, struct hwi_arena *arena,
		      struct hwi_device *device, unsigned long claims,
		      struct pci_dev *pdev)
{
	/*
	 * Before the device is enabled, pdev->irq is what firmware left there;
	 * with MSI on, it is not the pin's interrupt.
	 */
	if (claims & BIT(HWI_CLAIM_IRQ) && pdev->pin && pdev->irq &&
	    pci_is_enabled(pdev) && !pci_dev_msi_enabled(pdev))
		hwi_owners_add_irq(owners, arena, device, pdev->irq);
	/* An INTx line is no resource. */
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
 * hwi_owners_copy() - copy what a PCI, platform or AMBA device claims
 * @owners: where to
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

/**
 * hwi_owners_can_claim() - whether a device can be an owner
 * @dev: the device
 *
 * Context: any; the caller keeps @dev alive.
 * Return: true for devices of buses that are looked at here.
 */
bool hwi_owners_can_claim(const struct device *dev)
{
#ifdef CONFIG_PCI
	if (dev->bus == &pci_bus_type)
		return true;
#endif
#ifdef CONFIG_ARM_AMBA
	if (dev->bus == &amba_bustype)
		return true;
#endif
	if (hwi_owner_in_tree(dev))
		return true;
	if (dev->bus == &platform_bus_type)
		return to_platform_device(dev)->num_resources;
	/* pnp_bus_type is not exported; a bus's name is unique. */
	return IS_ENABLED(CONFIG_PNP) && dev->bus &&
	       !strcmp(dev->bus->name, "pnp");
}

#ifdef CONFIG_PNP
static bool is_pnp(struct device *dev, struct module **owner)
{
	return dev->bus && !strcmp(dev->bus->name, "pnp");
}

/* Returns false if they did not fit, and claims nothing then. */
static bool claim_pnp(struct hwi_owners *owners, struct hwi_arena *arena,
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
	return !arena->overflow;
}
#endif

/**
 * hwi_owners_collect_pnp() - copy what PNP devices claim
 * @owners: where to
 * @arena: where the claims go
 * @devices: the devices, indexed
 * @claims: BIT() of enum hwi_claim_type: what to copy
 *
 * The list of a PNP device's resources is made anew while a driver is bound or
 * unbound, which takes the device's lock, and by writes to its file
 * "resources", which are refused while a driver is bound. So it is read of
 * bound devices only, with their lock. Whoever has it now may be binding, and
 * is not waited for.
 *
 * Context: process context, may sleep; takes one device's lock at a time.
 * Return: 0, -ENOMEM, -EFBIG, -EINTR or -EAGAIN.
 */
int hwi_owners_collect_pnp(struct hwi_owners *owners, struct hwi_arena *arena,
			   const struct hwi_devices *devices,
			   unsigned long claims)
{
#ifdef CONFIG_PNP
	struct hwi_held *list, *held;
	struct hwi_owners before;
	struct hwi_device *device;
	bool fits;
	int err = hwi_device_hold(arena, is_pnp, &list);

	held = list;
	while (!err && held) {
		device = hwi_index_find(&devices->by_key,
					(unsigned long)held->dev);
		before = *owners;
		fits = true;
		if (device && device_trylock(held->dev)) {
			if (held->dev->driver &&
			    device_is_registered(held->dev))
				fits = claim_pnp(owners, arena, device, claims,
						 to_pnp_dev(held->dev));
			device_unlock(held->dev);
		}
		if (fits) {
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
