// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>
#include <linux/string.h>

#include "core/pause.h"
#include "device_rows.h"
#include "usb_rows.h"

const struct hwi_column hwi_usb_columns[HWI_USB_COLUMNS] = {
	{ "PATH", 's' },       { "ID", 's' },	  { "SPEED", 'd' },
	{ "MA", 'u' },	       { "STATE", 's' },  { "RUNTIME", 's' },
	{ "PRODUCT", 's' },    { "MAKER", 's' },  { "SERIAL", 's' },
	{ "INTERFACES", 'w' }, { "DEVICE", 's' },
};

static int index_usbs(struct hwi_index *by_key, struct hwi_arena *arena,
		      const struct hwi_usbs *usbs)
{
	struct hwi_usb *usb = usbs->first;
	int err = 0;

	while (!err && !by_key->bucket)
		if (!hwi_index_init(by_key, arena, usbs->nr))
			err = hwi_arena_pause(arena);
	while (!err && usb) {
		if (hwi_index_add(by_key, arena, usb->key, usb))
			usb = usb->next;
		else
			err = hwi_arena_pause(arena);
	}
	return err;
}

static bool on_usb(const struct hwi_device *device)
{
	return device->bus && !strcmp(device->bus, "usb");
}

/**
 * hwi_usbs_join() - find the record of each USB device
 * @usbs: as copied
 * @arena: where the index goes
 * @devices: arranged; USB devices get their order
 *
 * A device that came or went between the two walks is left out.
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_usbs_join(struct hwi_usbs *usbs, struct hwi_arena *arena,
		  const struct hwi_devices *devices)
{
	struct hwi_usb **link = &usbs->first, *usb;
	const struct hwi_device *device;
	struct hwi_index by_key = {};
	int err = index_usbs(&by_key, arena, usbs);

	if (err)
		return err;
	usbs->nr = 0;
	for (device = devices->first; device; device = device->next) {
		usb = hwi_index_find(&by_key, device->key);
		if (!usb || !on_usb(device))
			continue;
		usb->device = device;
		*link = usb;
		link = &usb->next;
		usbs->nr++;
	}
	*link = NULL;
	return 0;
}

/*
 * "1.0=03/usbhid,1.1=03": configuration and interface, class, driver. An
 * interface is a child of its device, and named after it: "1-2:1.0".
 */
static void interfaces_cell(struct hwi_row *row, const struct hwi_usb *usb)
{
	struct hwi_text *text = hwi_cell_begin(row);
	const struct hwi_device *child;
	const char *name;
	bool first = true;

	for (child = usb->device->child; child; child = child->sibling) {
		name = strchr(child->name, ':');
		if (!on_usb(child) || !name)
			continue;
		if (!first)
			hwi_text_char(text, ',');
		first = false;
		hwi_text_escaped(text, name + 1, HWI_ESCAPE_ITEM);
		hwi_text_char(text, '=');
		hwi_text_hex_digits(text, child->id.class >> 16, 2);
		if (!child->driver)
			continue;
		hwi_text_char(text, '/');
		hwi_text_escaped(text, child->driver, HWI_ESCAPE_ITEM);
	}
	if (first)
		hwi_text_str(text, "none");
	hwi_cell_end(row);
}

/**
 * hwi_usb_row() - fill the row of a USB device
 * @row: the row, of hwi_usb_columns
 * @usb: joined
 */
void hwi_usb_row(struct hwi_row *row, const struct hwi_usb *usb)
{
	struct hwi_text *text;

	hwi_cell_str(row, usb->device->name);
	text = hwi_cell_begin(row);
	hwi_text_hex_digits(text, usb->vendor, 4);
	hwi_text_char(text, ':');
	hwi_text_hex_digits(text, usb->product_id, 4);
	hwi_cell_end(row);
	hwi_cell_word(row, usb->speed);
	hwi_cell_id(row, usb->ma);
	hwi_cell_word(row, usb->state);
	hwi_cell_word(row, usb->runtime);
	hwi_cell_str(row, usb->product);
	hwi_cell_str(row, usb->maker);
	if (usb->serial_hidden)
		hwi_cell_hidden(row);
	else
		hwi_cell_str(row, usb->serial);
	interfaces_cell(row, usb);
	hwi_cell_str(row, usb->device->device);
}
