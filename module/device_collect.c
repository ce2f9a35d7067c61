// SPDX-License-Identifier: GPL-2.0
/* Copies the kernel's devices into records. */
#include <linux/device.h>
#include <linux/kdev_t.h>
#include <linux/module.h>
#include <linux/netdevice.h>
#include <net/net_namespace.h>

#include "compat.h"
#include "device_list.h"
#include "device_record.h"

/**
 * struct collector - a walk over all devices
 * @arena: where the copies go
 * @devices: what is being filled
 * @net: whose network interfaces are copied
 * @chains: copy only what tells which hardware a device number leads to
 * @link: where the next one is linked in
 */
struct collector {
	struct hwi_arena *arena;
	struct hwi_devices *devices;
	const struct net *net;
	bool chains;
	struct hwi_device **link;
};

/*
 * As sysfs, which shows devices of a class with namespaces only in their own.
 * The namespace of a network interface is kept by it while it is listed.
 */
static bool elsewhere(const struct collector *c, struct device *dev)
{
	const void *tag;

	if (!dev->class || !dev->class->ns_type || !dev->class->namespace)
		return false;
	tag = dev->class->namespace(dev);
	return tag && tag != HWI_NET_TAG(c->net);
}

/* Driver and module are good until the RCU section ends: hwi_device_list(). */
static void copy_driver(struct hwi_arena *arena, const struct device *dev,
			struct hwi_device *to)
{
	const struct device_driver *driver = READ_ONCE(dev->driver);
	const char *module = NULL;

	to->driver = hwi_arena_copy(arena, driver ? driver->name : NULL);
	/* What is built in has no owner, but some buses keep its name. */
	if (driver)
		module = driver->owner ? module_name(driver->owner) :
					 driver->mod_name;
	to->module = hwi_arena_copy(arena, module);
}

static void copy_number(const struct device *dev, struct hwi_device *to)
{
	to->has_dev = MAJOR(dev->devt);
	to->major = MAJOR(dev->devt);
	to->minor = MINOR(dev->devt);
	/* The class is not exported; its name is unique. */
	to->block = dev->class && !strcmp(dev->class->name, "block");
}

/*
 * Renaming a device frees its old name at once, under no lock that is known
 * here. Network interfaces are renamed at every boot; they have their name in
 * themselves, too. Of the others only those of wireless and InfiniBand can be
 * renamed, by root: their name can be met in the moment it is freed.
 */
static const char *name_of(struct device *dev)
{
#ifdef CONFIG_NET
	if (dev->class && !strcmp(dev->class->name, "net"))
		return to_net_dev(dev)->name;
#endif
	return dev_name(dev);
}

static void copy_device(struct device *dev, void *data)
{
	struct collector *c = data;
	struct hwi_arena *arena = c->arena;
	struct hwi_device *to;
	const char *bus = dev->bus ? dev->bus->name : NULL;
	const char *class = dev->class ? dev->class->name : NULL;
	const char *name = name_of(dev);

	if (elsewhere(c, dev))
		return;
	to = hwi_arena_alloc(arena, sizeof(*to));
	if (!to)
		return;
	*to = (struct hwi_device){
		.key = (unsigned long)dev,
		.parent_key = (unsigned long)READ_ONCE(dev->parent),
		.node = dev_to_node(dev),
	};
	to->bus = hwi_arena_copy(arena, bus);
	to->name = hwi_arena_copy(arena, name);
	copy_driver(arena, dev, to);
	copy_number(dev, to);
	if (!c->chains || to->driver.len)
		to->device =
			hwi_arena_join(arena, bus ? bus : class, ':', name);
	if (!c->chains) {
		to->class = hwi_arena_copy(arena, class);
		hwi_device_id_copy(arena, dev, &to->id);
	}
	*c->link = to;
	c->link = &to->next;
	c->devices->nr++;
}

static bool collect(struct hwi_devices *devices, struct hwi_arena *arena,
		    const struct net *net, bool chains)
{
	struct collector c = {
		.arena = arena,
		.devices = devices,
		.net = net,
		.chains = chains,
		.link = &devices->first,
	};

	devices->first = NULL;
	devices->nr = 0;
	hwi_device_list(copy_device, &c);
	return !arena->overflow && hwi_devices_arrange(devices, arena);
}

/**
 * hwi_devices_collect() - copy all devices, and arrange them
 * @devices: result
 * @arena: where the copies go
 * @net: the network namespace whose devices are copied with all others
 *
 * A network interface can be renamed while it is copied: what is copied then
 * is some mixture, as for the kernel's own messages.
 *
 * Context: any; takes a spinlock, copies only.
 * Return: false if the arena is too small (its overflow is set).
 */
bool hwi_devices_collect(struct hwi_devices *devices, struct hwi_arena *arena,
			 const struct net *net)
{
	return collect(devices, arena, net, false);
}

/**
 * hwi_devices_collect_chains() - copy less of all devices, and arrange them
 * @devices: result; @class and @id are left empty, and @device is there only
 *	for what has a driver: enough for hwi_device_hardware() and its text
 * @arena: where the copies go
 * @net: as for hwi_devices_collect()
 *
 * Context: any; takes a spinlock, copies only.
 * Return: false if the arena is too small (its overflow is set).
 */
bool hwi_devices_collect_chains(struct hwi_devices *devices,
				struct hwi_arena *arena, const struct net *net)
{
	return collect(devices, arena, net, true);
}
