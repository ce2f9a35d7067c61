// SPDX-License-Identifier: GPL-2.0
#include <linux/amba/bus.h>
#include <linux/kobject.h>
#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/pci.h>
#include <linux/platform_device.h>
#include <net/net_namespace.h>

#include "core/kset_walk.h"
#include "device_walk.h"
#include "module_live.h"
#include "owner_collect.h"

/**
 * hwi_device_is_net() - whether a device is a network interface
 * @dev: the device
 *
 * net_class is not exported, but the loopback interface of the initial network
 * namespace, which always exists, is of it.
 *
 * Context: any; the caller keeps @dev alive.
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
		!strcmp(dev->bus->name, "auxiliary") ||
		!strcmp(dev->bus->name, "usb-serial"));
}

/**
 * hwi_device_has_cells() - whether drivers are bound to parts of a device
 * @dev: the device, locked
 *
 * The driver of a cell of a multi-function device, or of the port of a serial
 * adapter (ftdi_sio), may register a GPIO chip or a clock as its parent's, and
 * removes it under the cell's lock, so that @dev's does not keep it. dev->driver
 * of a cell is cleared only after everything that the driver registered is gone.
 *
 * Context: process context. device_for_each_child() holds each child meanwhile.
 * Return: true if there is such a cell.
 */
bool hwi_device_has_cells(struct device *dev)
{
	return device_for_each_child(dev, NULL, is_cell);
}

/*
 * The only devices that unprivileged users can add are network interfaces, which
 * can be parked at; others that cannot are never many in a row.
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
 * @data: its argument
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
 * @wanted: selects devices, called as @fn; NULL for all
 * @fn: the function
 * @data: its argument
 *
 * devices_kset, which platform_bus is in, lists every device until device_del().
 * So under its lock each device is alive, and so are its bus, class and type.
 * Its parent may not be, since device_move() does not take this lock: only
 * compare its address, but see hwi_device_hold_family().
 *
 * RCU protects drivers and their names: unbinding clears dev->driver before the
 * driver's module can go, and unloading a module waits for an RCU grace period
 * before it frees the module's memory.
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
 * @data: its argument
 *
 * Context: process context, may sleep; takes devices_kset's list_lock.
 * Return: as hwi_kset_walk().
 */
int hwi_device_walk(struct hwi_arena *arena, hwi_device_fn *fn, void *data)
{
	return hwi_device_walk_some(arena, NULL, fn, data);
}

/**
 * struct holder - a walk that takes references to devices
 * @arena: where the list is kept
 * @wanted: selects devices
 * @family: also hold parents, and the modules of their drivers
 * @link: where the next one is linked in
 */
struct holder {
	struct hwi_arena *arena;
	hwi_device_wanted_fn *wanted;
	bool family;
	struct hwi_held **link;
};

/* In the RCU section of the walk, which keeps the driver's memory. */
static struct module *module_of_driver(const struct device *dev)
{
	const struct device_driver *driver = READ_ONCE(dev->driver);

	return driver ? driver->owner : NULL;
}

static bool is_released_by_kernel(const struct device *dev)
{
#ifdef CONFIG_PCI
	if (dev->bus == &pci_bus_type)
		return true;
#endif
#ifdef CONFIG_ARM_AMBA
	if (dev->bus == &amba_bustype)
		return true;
#endif
	return dev->bus == &platform_bus_type || hwi_owner_in_tree(dev);
}

/**
 * hwi_device_can_hold() - whether a device on a bus can be held
 * @dev: the device
 * @owner: result: the module that has to stay with it, NULL for none
 *
 * Dropping the last reference calls the bus. The bus is built in, or the module
 * of the device's driver depends on it. But a device on the auxiliary bus is
 * released by its parent's driver, which created it; a registered device holds
 * its parent.
 *
 * Context: in an RCU section, which keeps the driver's memory; the caller keeps
 * @dev registered.
 * Return: false if no module is known to keep the release function.
 */
bool hwi_device_can_hold(const struct device *dev, struct module **owner)
{
	const struct device *maker = dev;
	const struct device_driver *driver;

	*owner = NULL;
	if (!dev->bus)
		return false;
	if (is_released_by_kernel(dev))
		return true;
	if (!strcmp(dev->bus->name, "auxiliary"))
		maker = dev->parent;
	driver = maker ? READ_ONCE(maker->driver) : NULL;
	if (!driver)
		return false;
	*owner = driver->owner;
	return true;
}

static void hold(struct device *dev, void *data)
{
	struct holder *holder = data;
	struct device *parent = NULL;
	struct module *owner = NULL;
	struct hwi_held *held;

	if (!holder->wanted(dev, &owner))
		return;
	/*
	 * Until it has left the list, a device holds its parent; @wanted takes
	 * none that device_move() moves.
	 */
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
 * hwi_device_hold() - take references to devices, to look at them unlocked
 * @arena: where the list is kept
 * @wanted: selects devices
 * @list: result, in the order of the kernel's list
 *
 * Dropping the last reference to a device may call into the module that made
 * it, so that module is held, too. Devices of a module that is going, or whose
 * init has not returned, are left out: a failing init frees the module despite
 * references.
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
 * hwi_device_hold_family() - take references to devices and their parents
 * @arena: where the list is kept
 * @wanted: selects devices; none that device_move() moves
 * @list: result, in the order of the kernel's list
 *
 * For devices that their parent's driver makes, as a disk is made by its
 * controller's: that driver's module is held, too, unless @wanted names another.
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
 * hwi_device_lock_family() - keep the driver that made a device bound
 * @held: as hwi_device_hold_family() made it
 *
 * A driver removes what it made under the lock of the device that it is bound
 * to, here the parent. So while the parent is locked and the device registered,
 * the driver may be asked about the device. The lock is only tried: its holder
 * may be unbinding the driver.
 *
 * Context: process context.
 * Return: true if it is locked; false if somebody else has the lock, or the
 * device has no parent or is gone.
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
 * hwi_device_unlock_family() - undo hwi_device_lock_family()
 * @held: the device
 *
 * Context: process context.
 */
void hwi_device_unlock_family(const struct hwi_held *held)
{
	device_unlock(held->parent);
}

/**
 * hwi_device_put() - drop the references to devices
 * @list: as hwi_device_hold() made it
 *
 * Context: process context, may sleep: it may free devices.
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
