/* SPDX-License-Identifier: GPL-2.0 */
/* A USB device: its record, its columns and its row. */
#ifndef HWI_USB_ROWS_H
#define HWI_USB_ROWS_H

#include "core/row.h"

struct hwi_device;
struct hwi_devices;

/**
 * struct hwi_usb - a USB device
 * @next: in the order of the devices: those below a hub follow it
 * @key: address of its struct device, only ever compared
 * @device: its record, once joined: its name and its interfaces
 * @vendor: vendor ID
 * @product_id: product ID
 * @speed: in Mb/s, a constant; NULL if not known
 * @state: in the USB specification's words, a constant; NULL if not known
 * @runtime: hwi_runtime_status()
 * @ma: milliamperes that it may draw, as configured; -1 if not known
 * @maker: its manufacturer string; NULL if it has none, or it is not known
 * @product: its product string, likewise
 * @serial: its serial number, likewise
 * @serial_hidden: it has one, which the opener may not see
 */
struct hwi_usb {
	struct hwi_usb *next;
	unsigned long key;
	const struct hwi_device *device;
	unsigned int vendor;
	unsigned int product_id;
	const char *speed;
	const char *state;
	const char *runtime;
	int ma;
	const char *maker;
	const char *product;
	const char *serial;
	bool serial_hidden;
};

/**
 * struct hwi_usbs - the copied USB devices
 * @first: the first, NULL if there are none
 * @nr: how many
 */
struct hwi_usbs {
	struct hwi_usb *first;
	unsigned int nr;
};

#define HWI_USB_COLUMNS 11
extern const struct hwi_column hwi_usb_columns[HWI_USB_COLUMNS];

int hwi_usbs_collect(struct hwi_usbs *usbs, struct hwi_arena *arena,
		     bool admin);
int hwi_usbs_join(struct hwi_usbs *usbs, struct hwi_arena *arena,
		  const struct hwi_devices *devices);
void hwi_usb_row(struct hwi_row *row, const struct hwi_usb *usb);

#endif
