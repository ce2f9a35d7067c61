/* SPDX-License-Identifier: GPL-2.0 */
/* A walk over every device of the kernel. */
#ifndef HWI_DEVICE_LIST_H
#define HWI_DEVICE_LIST_H

#include <linux/device.h>
#include <linux/kobject.h>
#include <linux/platform_device.h>
#include <linux/rcupdate.h>

/* Called under a spinlock and in an RCU section: may copy, and nothing else. */
typedef void hwi_device_fn(struct device *dev, void *data);

/**
 * hwi_device_list() - call a function for every device
 * @fn: the function
 * @data: what it gets
 *
 * The kset that platform_bus is in, devices_kset, lists every device. Under
 * its list_lock none can leave it, and a device leaves it in device_del(),
 * before its last reference is dropped: so each one met is alive, with its
 * bus, its class and its type. Its parent is not: device_move() takes no lock
 * that is known here; so parents are only ever compared by address.
 *
 * RCU protects the drivers: dev->driver can be unbound at any time, but that
 * clears it before the driver's module can go, and unloading waits for an RCU
 * grace period before it frees the memory that holds driver and names. (Not
 * so for the few drivers that are made at run time, of USB gadgets: they are
 * freed as they are unbound, and their names can be met freed.) RCU is
 * taken separately, since on PREEMPT_RT a spinlock implies no RCU section.
 *
 * Inline, since most devices are none of those that a caller looks for: it
 * costs less to see that than to call a function.
 *
 * Context: any; takes a spinlock.
 */
static __always_inline void hwi_device_list(hwi_device_fn *fn, void *data)
{
	struct kset *devices = platform_bus.kobj.kset;
	const struct kobj_type *device_ktype = platform_bus.kobj.ktype;
	struct kobject *kobj;

	rcu_read_lock();
	spin_lock(&devices->list_lock);
	list_for_each_entry(kobj, &devices->list, entry)
		if (kobj->ktype == device_ktype)
			fn(kobj_to_dev(kobj), data);
	spin_unlock(&devices->list_lock);
	rcu_read_unlock();
}

#endif
