// SPDX-License-Identifier: GPL-2.0
/* Copies the kernel's devices into records. */
#include <linux/device.h>
#include <linux/kdev_t.h>
#include <linux/module.h>
#include <linux/netdevice.h>
#include <net/net_namespace.h>

#include "core/compat.h"
#include "device_collect.h"
#include "device_walk.h"
#include "owner_collect.h"

/**
 * struct collector - a walk over all devices
 * @request: which devices
 * @arena: where the copies go
 * @devices: what is being filled
 * @owners: their claims, likewise
 * @held: devices to look at once the walk is over
 * @link: where the next device is linked in
 */
struct collector {
	const struct hwi_device_request *request;
	struct hwi_arena *arena;
	struct hwi_devices *devices;
	struct hwi_owners *owners;
	struct hwi_held *held;
	struct hwi_device **link;
};

/*
 * As in sysfs, a device of a class with namespaces is shown only in its own
 * namespace. A network interface keeps its namespace while it is listed.
 */
static bool elsewhere(const struct net *net, struct device *dev)
{
	const void *tag;

	if (!dev->class || !dev->class->ns_type || !dev->class->namespace)
		return false;
	tag = dev->class->namespace(dev);
	return tag && tag != HWI_NET_TAG(net);
}

/*
 * Driver and module are valid until the RCU section ends (hwi_device_walk()),
 * with two exceptions. USB gadget drivers are allocated at run time and freed
 * when they are unbound: their devices are on the bus "gadget", or on none. The
 * names of drivers on the auxiliary bus are allocated, too, but the parts of a
 * name are in the driver's module.
 */
static const char *copy_driver_name(struct hwi_arena *arena,
				    const struct device *dev,
				    const struct device_driver *driver)
{
	const char *name;

	if (hwi_auxiliary_name(dev, driver, &name))
		return hwi_arena_join(arena, driver->mod_name,
				      name ? '.' : '\0', name);
	return hwi_arena_copy(arena, driver->name);
}

static void copy_driver(struct hwi_arena *arena, const struct device *dev,
			struct hwi_device *to, bool with_module)
{
	const struct device_driver *driver = READ_ONCE(dev->driver);

	if (!driver || !dev->bus || !strcmp(dev->bus->name, "gadget"))
		return;
	to->driver = copy_driver_name(arena, dev, driver);
	/*
	 * A built-in driver has no owner, but some buses keep the module's
	 * name.
	 */
	if (with_module)
		to->module = hwi_arena_copy(
			arena, driver->owner ? module_name(driver->owner) :
					       driver->mod_name);
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
 * Renaming a device frees its old name at once, under no lock that is available
 * here. Network interfaces are renamed at every boot, but struct net_device has
 * the name, too. Of the others root can only rename wireless and InfiniBand
 * devices: their name may be read at the moment when it is freed.
 */
static const char *name_of(struct device *dev)
{
#ifdef CONFIG_NET
	if (hwi_device_is_net(dev))
		return to_net_dev(dev)->name;
#endif
	return dev_name(dev);
}

static void copy_names(struct hwi_arena *arena, struct device *dev,
		       struct hwi_device *to)
{
	const char *bus = dev->bus ? dev->bus->name : NULL;
	const char *class = dev->class ? dev->class->name : NULL;
	const char *prefix = bus ? bus : class;
	size_t len = prefix ? strlen(prefix) + 1 : 0;

	to->device = hwi_arena_join(arena, prefix, ':', name_of(dev));
	if (to->device)
		to->name = to->device + len;
}

/* What a full copy has in addition. */
static void copy_rest(struct hwi_arena *arena, struct device *dev,
		      struct hwi_device *to)
{
	to->bus = hwi_arena_copy(arena, dev->bus ? dev->bus->name : NULL);
	to->class = hwi_arena_copy(arena, dev->class ? dev->class->name : NULL);
	copy_number(dev, to);
	hwi_device_id_copy(arena, dev, &to->id);
}

static void copy_device(struct device *dev, void *data)
{
	struct collector *c = data;
	const struct hwi_device_request *request = c->request;
	struct hwi_arena *arena = c->arena;
	struct hwi_claim *windows = c->owners->windows;
	struct hwi_claim **link = c->owners->link;
	unsigned int nr = c->owners->nr;
	struct hwi_held *held = NULL;
	struct hwi_device *to;

	if (request->all && elsewhere(request->net, dev))
		return;
	to = hwi_arena_alloc(arena, sizeof(*to));
	if (!to)
		return;
	*to = (struct hwi_device){
		.key = (unsigned long)dev,
		.parent_key = (unsigned long)READ_ONCE(dev->parent),
		.node = dev_to_node(dev),
		.offline = hwi_device_is_offline(dev),
	};
	copy_names(arena, dev, to);
	copy_driver(arena, dev, to, request->all);
	if (request->all)
		copy_rest(arena, dev, to);
	hwi_owners_copy(c->owners, arena, to, request->claims, dev);
	if (request->claims && hwi_owners_wants_held(dev))
		held = hwi_arena_alloc(arena, sizeof(*held));
	/* All or nothing: the device is copied again once there is room. */
	if (arena->overflow) {
		*link = NULL;
		c->owners->windows = windows;
		c->owners->link = link;
		c->owners->nr = nr;
		return;
	}
	/* The release function of these is in the kernel itself. */
	if (held && kobject_get_unless_zero(&dev->kobj)) {
		*held = (struct hwi_held){ .dev = dev, .next = c->held };
		c->held = held;
	}
	*c->link = to;
	c->link = &to->next;
	c->devices->nr++;
}

static bool can_claim(struct kobject *kobj)
{
	return hwi_owners_can_claim(kobj_to_dev(kobj));
}

/* Enough for most small machines; if it is not, the walk pauses for more. */
#define OWNERS_ROOM (8UL * 1000)
#define DEVICES_ROOM (32UL * 1000)

/**
 * hwi_devices_collect() - copy devices and what they claim
 * @devices: result, indexed, in the order of the kernel's list
 * @owners: result, indexed
 * @arena: where the copies go
 * @request: which devices
 *
 * A network interface can be renamed while it is copied: then the copy is a
 * mixture of both names, as in the kernel's own messages.
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG, -EINTR or -EAGAIN.
 */
int hwi_devices_collect(struct hwi_devices *devices, struct hwi_owners *owners,
			struct hwi_arena *arena,
			const struct hwi_device_request *request)
{
	struct collector c = {
		.request = request,
		.arena = arena,
		.devices = devices,
		.owners = owners,
		.link = &devices->first,
	};
	size_t room = request->all ? DEVICES_ROOM : OWNERS_ROOM;
	int err;

	*devices = (struct hwi_devices){};
	hwi_owners_init(owners);
	err = arena->left < room ? hwi_arena_more(arena, room) : 0;
	if (!err)
		err = hwi_device_walk_some(arena,
					   request->all ? NULL : can_claim,
					   copy_device, &c);
	if (!err)
		err = hwi_devices_index(devices, arena);
	if (!err)
		hwi_owners_find_hosts(owners, devices);
	if (!err)
		err = hwi_owners_collect_held(owners, arena, devices,
					      request->claims, c.held);
	hwi_device_put(c.held);
	return err ? err : hwi_owners_index(owners, arena);
}
