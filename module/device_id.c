// SPDX-License-Identifier: GPL-2.0
#include <linux/acpi.h>
#include <linux/device.h>
#include <linux/i2c.h>
#include <linux/of.h>
#include <linux/pci.h>
#include <linux/platform_device.h>
#include <linux/pnp.h>
#include <linux/spi/spi.h>
#include <linux/usb.h>
#include <linux/virtio.h>
#include <scsi/scsi_device.h>

#include "device_id.h"

static void numbers(struct hwi_device_id *id, unsigned int vendor,
		    unsigned int product, unsigned int class,
		    unsigned int class_digits)
{
	id->numbers = true;
	id->vendor = vendor;
	id->product = product;
	id->class = class;
	id->class_digits = class_digits;
}

static void copy_pci(struct hwi_arena *arena, struct device *dev,
		     struct hwi_device_id *id)
{
#ifdef CONFIG_PCI
	struct pci_dev *pdev = to_pci_dev(dev);

	numbers(id, pdev->vendor, pdev->device, pdev->class, 6);
#endif
}

static bool has_type(const struct device *dev, const char *name)
{
	return dev->type && dev->type->name && !strcmp(dev->type->name, name);
}

/*
 * An interface's settings live as long as it does, and so does its device,
 * which stays its parent.
 */
static void copy_usb(struct hwi_arena *arena, struct device *dev,
		     struct hwi_device_id *id)
{
	const struct usb_interface_descriptor *desc;
	struct usb_device *udev;

	if (has_type(dev, "usb_device")) {
		udev = to_usb_device(dev);
		numbers(id, le16_to_cpu(udev->descriptor.idVendor),
			le16_to_cpu(udev->descriptor.idProduct),
			udev->descriptor.bDeviceClass << 16 |
				udev->descriptor.bDeviceSubClass << 8 |
				udev->descriptor.bDeviceProtocol,
			6);
	} else if (has_type(dev, "usb_interface")) {
		udev = interface_to_usbdev(to_usb_interface(dev));
		desc = &to_usb_interface(dev)->cur_altsetting->desc;
		numbers(id, le16_to_cpu(udev->descriptor.idVendor),
			le16_to_cpu(udev->descriptor.idProduct),
			desc->bInterfaceClass << 16 |
				desc->bInterfaceSubClass << 8 |
				desc->bInterfaceProtocol,
			6);
	}
}

static void copy_virtio(struct hwi_arena *arena, struct device *dev,
			struct hwi_device_id *id)
{
	struct virtio_device *vdev = dev_to_virtio(dev);

	numbers(id, vdev->id.vendor, vdev->id.device, 0, 0);
}

/* The identifiers are made before the device is added, and stay. */
static void copy_pnp(struct hwi_arena *arena, struct device *dev,
		     struct hwi_device_id *id)
{
#ifdef CONFIG_PNP
	struct pnp_dev *pnp = to_pnp_dev(dev);

	if (pnp->id)
		id->text = hwi_arena_copy(arena, pnp->id->id);
#endif
}

static void copy_acpi(struct hwi_arena *arena, struct device *dev,
		      struct hwi_device_id *id)
{
#ifdef CONFIG_ACPI
	struct acpi_device *adev = to_acpi_device(dev);
	const struct acpi_hardware_id *hid = list_first_entry_or_null(
		&adev->pnp.ids, struct acpi_hardware_id, list);

	if (hid)
		id->text = hwi_arena_copy(arena, hid->id);
#endif
}

static void copy_platform(struct hwi_arena *arena, struct device *dev,
			  struct hwi_device_id *id)
{
	id->text = hwi_arena_copy(arena, to_platform_device(dev)->name);
}

/* 8 and 16 bytes of the INQUIRY data from which the device was made. */
static void copy_scsi(struct hwi_arena *arena, struct device *dev,
		      struct hwi_device_id *id)
{
	const struct scsi_device *sdev;
	char text[8 + 1 + 16 + 1];

	if (!has_type(dev, "scsi_device"))
		return;
	sdev = to_scsi_device(dev);
	memcpy(text, sdev->vendor, 8);
	text[8] = ' ';
	memcpy(text + 9, sdev->model, 16);
	text[25] = '\0';
	id->text = hwi_arena_copy(arena, text);
}

static void copy_i2c(struct hwi_arena *arena, struct device *dev,
		     struct hwi_device_id *id)
{
	/* Adapters are on this bus, too. */
	if (has_type(dev, "i2c_client"))
		id->text = hwi_arena_copy(arena, to_i2c_client(dev)->name);
}

static void copy_spi(struct hwi_arena *arena, struct device *dev,
		     struct hwi_device_id *id)
{
	id->text = hwi_arena_copy(arena, to_spi_device(dev)->modalias);
}

/* Buses that identify devices. Their names are unique; few are exported. */
static const struct {
	const char *bus;
	void (*copy)(struct hwi_arena *arena, struct device *dev,
		     struct hwi_device_id *id);
} buses[] = {
	{ "pci", copy_pci },	   { "usb", copy_usb },
	{ "virtio", copy_virtio }, { "pnp", copy_pnp },
	{ "acpi", copy_acpi },	   { "platform", copy_platform },
	{ "scsi", copy_scsi },	   { "i2c", copy_i2c },
	{ "spi", copy_spi },
};

/*
 * The device tree's name goes before the bus's, except on PCI: there the node
 * may be created at run time, and go while the device is listed.
 */
static bool copy_compatible(struct hwi_arena *arena, struct device *dev,
			    struct hwi_device_id *id)
{
	const char *compatible;

	if (!dev->of_node || !strcmp(dev->bus->name, "pci"))
		return false;
	compatible = of_get_property(dev->of_node, "compatible", NULL);
	if (!compatible)
		return false;
	id->prefix = "of";
	id->text = hwi_arena_copy(arena, compatible);
	return true;
}

/**
 * hwi_device_id_copy() - copy a device's identification
 * @arena: where to copy
 * @dev: the device
 * @id: result
 *
 * All of it is set before the device is added and stays until it is released.
 *
 * Context: called by hwi_device_list(), which keeps @dev alive.
 */
void hwi_device_id_copy(struct hwi_arena *arena, struct device *dev,
			struct hwi_device_id *id)
{
	unsigned int i;

	*id = (struct hwi_device_id){};
	if (!dev->bus || copy_compatible(arena, dev, id))
		return;
	for (i = 0; i < ARRAY_SIZE(buses); i++) {
		if (strcmp(dev->bus->name, buses[i].bus))
			continue;
		id->prefix = buses[i].bus;
		buses[i].copy(arena, dev, id);
		return;
	}
}
