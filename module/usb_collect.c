// SPDX-License-Identifier: GPL-2.0
/*
 * Reads USB devices. The code that knows them may be a module, which this one
 * does not need: a device is told by the names of its bus and its type, and no
 * function of usbcore is called.
 */
#include <linux/device.h>
#include <linux/usb.h>

#include "core/compat.h"
#include "core/pause.h"
#include "device_show.h"
#include "device_walk.h"
#include "runtime.h"
#include "usb_rows.h"

/*
 * To drop the last reference calls usbcore. It stays as long as its driver of
 * the device does, or the driver of the controller, which needs it. The list
 * keeps the device and all it is behind, and so the controller bound.
 */
static bool is_usb_device(struct device *dev, struct module **owner)
{
	const struct device_driver *driver = READ_ONCE(dev->driver);

	if (!dev->bus || strcmp(dev->bus->name, "usb") || !dev->type ||
	    !dev->type->name || strcmp(dev->type->name, "usb_device"))
		return false;
	if (!driver)
		driver = READ_ONCE(to_usb_device(dev)->bus->controller->driver);
	if (!driver)
		return false;
	*owner = driver->owner;
	return true;
}

/* As "speed" in sysfs has it. */
static const char *speed_of(const struct usb_device *udev)
{
	switch (udev->speed) {
	case USB_SPEED_LOW:
		return "1.5";
	case USB_SPEED_UNKNOWN:
	case USB_SPEED_FULL:
		return "12";
	case USB_SPEED_HIGH:
	case USB_SPEED_WIRELESS:
		return "480";
	case USB_SPEED_SUPER:
		return "5000";
	case USB_SPEED_SUPER_PLUS:
		return hwi_usb_two_lanes(udev) ? "20000" : "10000";
	default:
		return NULL;
	}
}

static const char *state_of(const struct usb_device *udev)
{
	static const char *const words[] = {
		[USB_STATE_NOTATTACHED] = "gone",
		[USB_STATE_ATTACHED] = "attached",
		[USB_STATE_POWERED] = "powered",
		[USB_STATE_RECONNECTING] = "reconnecting",
		[USB_STATE_UNAUTHENTICATED] = "unauthenticated",
		[USB_STATE_DEFAULT] = "default",
		[USB_STATE_ADDRESS] = "addressed",
		[USB_STATE_CONFIGURED] = "configured",
		[USB_STATE_SUSPENDED] = "suspended",
	};
	unsigned int state = READ_ONCE(udev->state);

	return state < ARRAY_SIZE(words) ? words[state] : NULL;
}

/**
 * struct copy - a device that is being copied
 * @udev: the device, held
 * @shower: knows who may see the serial number
 * @to: where to; NULL if there was no room for it
 */
struct copy {
	struct usb_device *udev;
	struct hwi_shower *shower;
	struct hwi_usb *to;
};

static const char *copy_string(struct hwi_arena *arena, const char *string)
{
	return string ? hwi_arena_copy(arena, string) : NULL;
}

/*
 * The device's lock keeps its configuration as it is, and its strings: those of
 * a device that is not authorized are freed under it.
 */
static void copy_locked(struct hwi_arena *arena, struct copy *copy)
{
	struct usb_device *udev = copy->udev;
	struct hwi_usb *to = copy->to;

	if (udev->actconfig)
		to->ma = udev->actconfig->desc.bMaxPower *
			 (udev->speed >= USB_SPEED_SUPER ? 8 : 2);
	to->maker = copy_string(arena, udev->manufacturer);
	to->product = copy_string(arena, udev->product);
	if (udev->serial &&
	    !hwi_shower_may_show(copy->shower, &udev->dev, "serial"))
		to->serial_hidden = true;
	else
		to->serial = copy_string(arena, udev->serial);
}

/*
 * What does not change as long as the device is held, and words that are read
 * whole. The rest is left out of a device that is locked: a hub has its lock
 * for as long as it takes to find out what was plugged in.
 */
static void copy_device(struct hwi_arena *arena, void *data)
{
	struct copy *copy = data;
	struct usb_device *udev = copy->udev;

	copy->to = hwi_arena_alloc(arena, sizeof(*copy->to));
	if (!copy->to)
		return;
	*copy->to = (struct hwi_usb){
		.key = (unsigned long)&udev->dev,
		.vendor = le16_to_cpu(udev->descriptor.idVendor),
		.product_id = le16_to_cpu(udev->descriptor.idProduct),
		.speed = speed_of(udev),
		.state = state_of(udev),
		.runtime = hwi_runtime_status(&udev->dev),
		.ma = -1,
	};
	if (!device_trylock(&udev->dev))
		return;
	if (device_is_registered(&udev->dev))
		copy_locked(arena, copy);
	device_unlock(&udev->dev);
}

static int collect(struct hwi_usbs *usbs, struct hwi_arena *arena,
		   const struct hwi_held *held, struct hwi_shower *shower)
{
	struct hwi_usb **link = &usbs->first;
	int err = 0;

	for (; !err && held; held = held->next) {
		struct copy copy = {
			.udev = to_usb_device(held->dev),
			.shower = shower,
		};

		err = hwi_arena_fit(arena, copy_device, &copy);
		if (err)
			break;
		*link = copy.to;
		link = &copy.to->next;
		usbs->nr++;
		err = hwi_pause();
	}
	return err;
}

/**
 * hwi_usbs_collect() - copy all USB devices
 * @usbs: result
 * @arena: where the copies go
 * @admin: the opener may see what only root may see
 *
 * Context: process context, may sleep; takes one device's lock at a time.
 * Return: as hwi_kset_walk().
 */
int hwi_usbs_collect(struct hwi_usbs *usbs, struct hwi_arena *arena, bool admin)
{
	struct hwi_shower shower;
	struct hwi_held *list;
	int err;

	*usbs = (struct hwi_usbs){};
	err = hwi_shower_init(&shower, admin);
	if (err)
		return err;
	err = hwi_device_hold(arena, is_usb_device, &list);
	if (!err)
		err = collect(usbs, arena, list, &shower);
	hwi_device_put(list);
	hwi_shower_free(&shower);
	return err;
}
