// SPDX-License-Identifier: GPL-2.0
#include <linux/kobject.h>
#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/pci.h>
#include <linux/platform_device.h>
#include <net/net_namespace.h>

#include "core/kset_walk.h"
#include "device_walk.h"
#include "module_live.h"

/**
 * hwi_device_is_net() - whether a device is a network interface
 * @dev: the device
 *
 * Context: any; the caller keeps @dev alive. net_class is not exported; but
 * the initial network namespace always has a loopback interface of it.
 * Return: true if it is the device of a struct net_device.
 */
bool hwi_device_is_net(const struct device *dev)
{
#ifdef CONFIG_NET
	return dev->class && dev->class == init_net.loopback_dev->dev.class;
#else
	return false;
#endif
}

static int is_cell(struct device *dev, void *data)
{
	return dev->bus && READ_ONCE(dev->driver) &&
	       (dev->bus == &platform_bus_type ||
		!strcmp(dev->bus->name, "auxiliary"));
}

/**
 * hwi_device_has_cells() - whether drivers are bound to parts of a device
 * @dev: the device, locked
 *
 * The driver of a cell, as multi-function devices have them, may register a
 * GPIO chip or a clock as if it were the whole device's, and takes it down
 * under the lock of the cell: that of @dev does not keep it. A cell has its
 * driver until all that it registered is gone.
 *
 * Context: process context. The list of children holds each while it is looked
 * at.
 * Return: true if there is such a cell.
 */
bool hwi_device_has_cells(struct device *dev)
{
	return device_for_each_child(dev, NULL, is_cell);
}

/*
 * The only devices that a user can add to the list are network interfaces,
 * which can be parked at; elsewhere there are never many in a row that cannot.
 */
static bool can_park(struct kobject *kobj)
{
	const struct device *dev = kobj_to_dev(kobj);

#ifdef CONFIG_PCI
	if (dev->bus == &pci_bus_type)
		return true;
#endif
	return hwi_device_is_net(dev);
}

/**
 * struct caller - the function that a walk calls
 * @fn: the function
 * @data: what it gets
 */
struct caller {
	hwi_device_fn *fn;
	void *data;
};

static void call(struct kobject *kobj, void *data)
{
	const struct caller *caller = data;

	caller->fn(kobj_to_dev(kobj), caller->data);
}

/**
 * hwi_device_walk_some() - call a function for some devices
 * @arena: where it copies to; gets more room as needed
 * @wanted: tells which devices, called as @fn; NULL for all
 * @fn: the function
 * @data: what it gets
 *
 * The kset that platform_bus is in, devices_kset, lists every device. A device
 * leaves it in device_del(): each one met is alive, with its bus, its class and
 * its type. Its parent may not be, since device_move() takes no lock that is
 * known here: compare it by address only, but see hwi_device_hold_family().
 *
 * RCU protects the drivers: dev->driver can be unbound at any time, but that
 * clears it before the driver's module can go, and unloading waits for an RCU
 * grace period before it frees the memory that holds driver and names.
 *
 * Context: process context, may sleep; takes devices_kset's list_lock.
 * Return: as hwi_kset_walk().
 */
int hwi_device_walk_some(struct hwi_arena *arena,
			 bool (*wanted)(struct kobject *kobj),
			 hwi_device_fn *fn, void *data)
{
	const struct hwi_kset devices = {
		.kset = platform_bus.kobj.kset,
		.ktype = platform_bus.kobj.ktype,
		.can_park = can_park,
		.wanted = wanted,
	};
	struct caller caller = { fn, data };

	return hwi_kset_walk(&devices, arena, call, &caller);
}

/**
 * hwi_device_walk() - call a function for every device
 * @arena: where it copies to; gets more room as needed
 * @fn: the function
 * @data: what it gets
 *
 * Context: process context, may sleep; takes devices_kset's list_lock.
 * Return: as hwi_kset_walk().
 */
int hwi_device_walk(struct hwi_arena *arena, hwi_device_fn *fn, void *data)
{
	return hwi_device_walk_some(arena, NULL, fn, data);
}

/**
 * struct holder - a walk that takes hold of devices
 * @arena: where the list is kept
 * @wanted: tells which
 * @family: hold the parents, and their drivers' modules, too
 * @link: where the next one is linked in
 */
struct holder {
	struct hwi_arena *arena;
	hwi_device_wanted_fn *wanted;
	bool family;
	struct hwi_held **link;
};

/*
 * RCU keeps the driver and its module's memory, as for all that a walk looks
 * at.
 */
static struct module *module_of_driver(const struct device *dev)
{
	const struct device_driver *driver = READ_ONCE(dev->driver);

	return driver ? driver->owner : NULL;
}

static void hold(struct device *dev, void *data)
{
	struct holder *holder = data;
	struct device *parent = NULL;
	struct module *owner = NULL;
	struct hwi_held *held;

	if (!holder->wanted(dev, &owner))
		return;
	/* While listed, a device has a reference to its parent. */
	if (holder->family)
		parent = dev->parent;
	if (parent && !owner)
		owner = module_of_driver(parent);
	if (!hwi_module_live(owner))
		return;
	held = hwi_arena_alloc(holder->arena, sizeof(*held));
	if (!held || !try_module_get(owner))
		return;
	if (!kobject_get_unless_zero(&dev->kobj)) {
		module_put(owner);
		return;
	}
	held->dev = dev;
	held->parent = get_device(parent);
	held->owner = owner;
	held->next = NULL;
	*holder->link = held;
	holder->link = &held->next;
}

static int hold_all(struct hwi_arena *arena, hwi_device_wanted_fn *wanted,
		    bool family, struct hwi_held **list)
{
	struct holder holder = {
		.arena = arena,
		.wanted = wanted,
		.family = family,
		.link = list,
	};
	int err;

	*list = NULL;
	err = hwi_device_walk(arena, hold, &holder);
	if (err) {
		hwi_device_put(*list);
		*list = NULL;
	}
	return err;
}

/**
 * hwi_device_hold() - take hold of devices, to look at them without a lock
 * @arena: where the list is kept
 * @wanted: tells which devices
 * @list: result, in the order of the kernel's list
 *
 * Dropping the last reference to a device may call into the module that made
 * it. Such a module is held, too: one that is going, or whose init has not
 * returned and may yet fail, which frees it whatever references there are, has
 * its devices left out.
 *
 * Context: process context, may sleep.
 * Return: as hwi_device_walk(); on error nothing is held.
 */
int hwi_device_hold(struct hwi_arena *arena, hwi_device_wanted_fn *wanted,
		    struct hwi_held **list)
{
	return hold_all(arena, wanted, false, list);
}

/**
 * hwi_device_hold_family() - take hold of devices and their parents
 * @arena: where the list is kept
 * @wanted: tells which devices; not such as device_move() moves
 * @list: result, in the order of the kernel's list
 *
 * For devices made by their parent's driver, as a disk is by its controller's:
 * the module of that driver is held, too, unless @wanted names another.
 *
 * Context: process context, may sleep.
 * Return: as hwi_device_walk(); on error nothing is held.
 */
int hwi_device_hold_family(struct hwi_arena *arena,
			   hwi_device_wanted_fn *wanted, struct hwi_held **list)
{
	return hold_all(arena, wanted, true, list);
}

/**
 * hwi_device_lock_family() - keep a device's driver from going away
 * @held: as hwi_device_hold_family() made it
 *
 * A driver's remove() takes down what its probe() made, and runs under the lock
 * of the device that the driver is bound to, here the parent. So while the
 * parent is locked and the device is registered, the device may be asked. The
 * lock is only tried: its holder may be unbinding the driver.
 *
 * Context: process context.
 * Return: true if it is locked; false if it cannot be, has no parent, or is
 * gone.
 */
bool hwi_device_lock_family(const struct hwi_held *held)
{
	if (!held->parent || !device_trylock(held->parent))
		return false;
	if (device_is_registered(held->dev))
		return true;
	device_unlock(held->parent);
	return false;
}

/**
 * hwi_device_unlock_family() - let it go
 * @held: as it was locked
 *
 * Context: process context.
 */
void hwi_device_unlock_family(const struct hwi_held *held)
{
	device_unlock(held->parent);
}

/**
 * hwi_device_put() - let go of devices
 * @list: as hwi_device_hold() made it
 *
 * Context: process context, may sleep: it may free them.
 */
void hwi_device_put(struct hwi_held *list)
{
	struct module *owner;

	for (; list; list = list->next) {
		owner = list->owner;
		put_device(list->dev);
		put_device(list->parent);
		module_put(owner);
		cond_resched();
	}
}
