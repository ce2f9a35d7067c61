// SPDX-License-Identifier: GPL-2.0
/*
 * Interrupts that devices have by the device tree. Since v5.18 they are no
 * resources of the device: a driver asks for them when it is bound.
 */
#include <linux/device.h>
#include <linux/ioport.h>
#include <linux/irqdomain.h>
#include <linux/of_irq.h>
#include <linux/platform_device.h>

#include "device_walk.h"
#include "owner_collect.h"

/**
 * hwi_owner_in_tree() - whether a device can have interrupts by the device tree
 * @dev: the device
 *
 * Devices of classes have the node of the hardware that they are a part of;
 * those of these buses are that hardware.
 *
 * Context: any; the caller keeps @dev alive.
 * Return: true if so.
 */
bool hwi_owner_in_tree(const struct device *dev)
{
	static const char *const buses[] = { "platform", "i2c", "spi",
					     "mdio_bus" };
	unsigned int i;

	if (!IS_ENABLED(CONFIG_OF_IRQ) || !dev->of_node || !dev->bus)
		return false;
	for (i = 0; i < ARRAY_SIZE(buses); i++)
		if (!strcmp(dev->bus->name, buses[i]))
			return true;
	return false;
}

#ifdef CONFIG_OF_IRQ
static bool in_tree(struct device *dev, struct module **owner)
{
	return hwi_owner_in_tree(dev);
}

/* Whether the device has interrupts among its resources, too. */
static bool has_irq_resource(const struct device *dev)
{
	const struct platform_device *platform;
	unsigned int i;

	if (dev->bus != &platform_bus_type)
		return false;
	platform = to_platform_device(dev);
	for (i = 0; i < platform->num_resources; i++)
		if (resource_type(&platform->resource[i]) == IORESOURCE_IRQ)
			return true;
	return false;
}

/*
 * What platform_get_irq() finds, but without making it: the number of an
 * interrupt in the node of a device, 0 if nobody has asked for it. Returns
 * false if the node has none with this index.
 */
static bool find_irq(struct device_node *node, unsigned int index,
		     unsigned int *irq)
{
	struct of_phandle_args args;
	struct irq_domain *domain;
	struct irq_fwspec fwspec;
	irq_hw_number_t hwirq;
	unsigned int type;
	int err = -EINVAL;

	*irq = 0;
	if (of_irq_parse_one(node, index, &args))
		return false;
	of_phandle_args_to_fwspec(args.np, args.args, args.args_count, &fwspec);
	domain = irq_find_matching_fwspec(&fwspec, DOMAIN_BUS_WIRED);
	if (!domain)
		domain = irq_find_matching_fwspec(&fwspec, DOMAIN_BUS_ANY);
	if (domain && domain->ops->translate)
		err = domain->ops->translate(domain, &fwspec, &hwirq, &type);
	else if (domain && domain->ops->xlate)
		err = domain->ops->xlate(domain, args.np, args.args,
					 args.args_count, &hwirq, &type);
	if (!err)
		*irq = irq_find_mapping(domain, hwirq);
	of_node_put(args.np);
	return true;
}

static void claim_irqs(struct hwi_owners *owners, struct hwi_arena *arena,
		       struct hwi_device *device, struct device_node *node)
{
	unsigned int i, irq;

	for (i = 0; find_irq(node, i, &irq); i++)
		if (irq)
			hwi_owners_add_irq(owners, arena, device, irq);
}
#endif

/**
 * hwi_owners_collect_tree() - find the interrupts of devices in the device tree
 * @owners: where to
 * @arena: where the claims go
 * @devices: the devices, indexed
 *
 * A controller's domain is asked which line that is. It goes when the
 * controller's driver is unbound, which first unbinds those that use its
 * interrupts, and that takes their lock. So it is asked for bound devices
 * only, with that lock. Whoever has it now is not waited for.
 *
 * Context: process context, may sleep; takes one device's lock at a time, and
 * in it the mutex of the list of domains.
 * Return: 0, -ENOMEM, -EFBIG, -EINTR or -EAGAIN.
 */
int hwi_owners_collect_tree(struct hwi_owners *owners, struct hwi_arena *arena,
			    const struct hwi_devices *devices)
{
#ifdef CONFIG_OF_IRQ
	struct hwi_held *list, *held;
	struct hwi_owners before;
	struct hwi_device *device;
	int err = hwi_device_hold(arena, in_tree, &list);

	held = list;
	while (!err && held) {
		device = hwi_index_find(&devices->by_key,
					(unsigned long)held->dev);
		before = *owners;
		if (device && device_trylock(held->dev)) {
			if (held->dev->driver && !has_irq_resource(held->dev))
				claim_irqs(owners, arena, device,
					   held->dev->of_node);
			device_unlock(held->dev);
		}
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
