// SPDX-License-Identifier: GPL-2.0
/*
 * Interrupts that the device tree gives to devices. Since v5.18 they are not
 * among a device's resources: its driver asks for them in its probe().
 */
#include <linux/device.h>
#include <linux/ioport.h>
#include <linux/irq.h>
#include <linux/irqdomain.h>
#include <linux/of.h>
#include <linux/of_irq.h>
#include <linux/platform_device.h>

#include "owner_collect.h"

/**
 * hwi_owner_in_tree() - whether the device tree can give a device interrupts
 * @dev: the device
 *
 * Devices of a class share the node of the hardware they belong to; devices on
 * these buses are that hardware.
 *
 * Context: any; the caller keeps @dev alive.
 * Return: true if so.
 */
bool hwi_owner_in_tree(const struct device *dev)
{
	static const char *const buses[] = {
		"platform",
		"spi",
		/*
		 * Built in, so dropping the last reference calls into no
		 * module.
		 */
		IS_BUILTIN(CONFIG_I2C) ? "i2c" : "platform",
		IS_BUILTIN(CONFIG_PHYLIB) ? "mdio_bus" : "platform",
	};
	unsigned int i;

	if (!IS_ENABLED(CONFIG_OF_IRQ) || !dev->of_node || !dev->bus)
		return false;
	for (i = 0; i < ARRAY_SIZE(buses); i++)
		if (!strcmp(dev->bus->name, buses[i]))
			return true;
	return false;
}

#ifdef CONFIG_OF_IRQ
/* Whether the device also has interrupts among its resources. */
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

/* The number of an interrupt; 0 if nobody has asked for it. */
static unsigned int mapped_irq(const struct of_phandle_args *args)
{
	struct irq_domain *domain;
	struct irq_fwspec fwspec;
	irq_hw_number_t hwirq;
	unsigned int type;
	int err = -EINVAL;

	of_phandle_args_to_fwspec(args->np, args->args, args->args_count,
				  &fwspec);
	domain = irq_find_matching_fwspec(&fwspec, DOMAIN_BUS_WIRED);
	if (!domain)
		domain = irq_find_matching_fwspec(&fwspec, DOMAIN_BUS_ANY);
	if (domain && domain->ops->translate)
		err = domain->ops->translate(domain, &fwspec, &hwirq, &type);
	else if (domain && domain->ops->xlate)
		err = domain->ops->xlate(domain, args->np, args->args,
					 args->args_count, &hwirq, &type);
	return err ? 0 : irq_find_mapping(domain, hwirq);
}

/**
 * struct claimer - a device whose node is looked at
 * @owners: where to add claims
 * @arena: where the claims go
 * @device: its record
 */
struct claimer {
	struct hwi_owners *owners;
	struct hwi_arena *arena;
	struct hwi_device *device;
};

static void claim(struct claimer *claimer, struct of_phandle_args *args)
{
	unsigned int irq = mapped_irq(args);

	if (irq)
		hwi_owners_add_irq(claimer->owners, claimer->arena,
				   claimer->device, irq);
	of_node_put(args->np);
}

/*
 * Lines of a GPIO controller that is also an interrupt controller. If a line is
 * specified by number and flags, that number is also its interrupt's.
 */
static void claim_lines(struct claimer *claimer, struct device_node *node)
{
	struct of_phandle_args args;
	unsigned int i;

	for (i = 0; !of_parse_phandle_with_args(node, "gpios", "#gpio-cells", i,
						&args);
	     i++) {
		if (args.args_count != 2) {
			of_node_put(args.np);
			continue;
		}
		args.args[1] = IRQ_TYPE_NONE;
		claim(claimer, &args);
	}
}

/* Finds what platform_get_irq() finds, but never creates a mapping. */
static void claim_irqs(struct claimer *claimer, struct device_node *node)
{
	struct of_phandle_args args;
	struct device_node *child;
	unsigned int i;

	for (i = 0; !of_irq_parse_one(node, i, &args); i++)
		claim(claimer, &args);
	claim_lines(claimer, node);
	/* The keys of gpio-keys are nodes, but not devices. */
	for_each_child_of_node(node, child)
		if (!of_find_property(child, "compatible", NULL))
			claim_lines(claimer, child);
}
#endif

/**
 * hwi_owners_copy_tree() - find the interrupts of a device in the device tree
 * @owners: where to add claims
 * @arena: where the claims go; its overflow is set if they do not fit
 * @device: its record
 * @dev: the device
 *
 * The controller's domain translates the line. A domain goes when its
 * controller's driver is unbound; before that, the devices that use its
 * interrupts are unbound, which takes their lock.
 *
 * Context: process context; the caller holds @dev and has its lock, and a
 * driver is bound to it. Takes the mutex of the list of domains.
 */
void hwi_owners_copy_tree(struct hwi_owners *owners, struct hwi_arena *arena,
			  struct hwi_device *device, struct device *dev)
{
#ifdef CONFIG_OF_IRQ
	struct claimer claimer = {
		.owners = owners,
		.arena = arena,
		.device = device,
	};

	if (!has_irq_resource(dev))
		claim_irqs(&claimer, dev->of_node);
#endif
}
