// SPDX-License-Identifier: GPL-2.0
/*
 * Copies USB devices. usbcore may be a module, and this module must not depend
 * on it: devices are recognised by the names of their bus and type, and no
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
 * Dropping the last reference calls usbcore. usbcore stays as long as the
 * module of the device's own driver "usb", or of the controller's driver, which
 * depends on it. While the device is listed, its controller is bound.
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

/* As sysfs shows it in "speed". */
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
 * @shower: decides whether the serial number may be shown
 * @to: its record; NULL if there was no room
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
 * Called with the device's lock, under which its configuration changes, and
 * under which the strings of a device that is no longer authorized are freed.
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
 * The descriptor is constant while the device is held; speed and state are
 * single words. The rest needs the lock, which is only tried: a hub holds it
 * for as long as it takes to set up what was plugged in.
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
 * @admin: the opener has CAP_SYS_ADMIN
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
