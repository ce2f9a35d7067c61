// SPDX-License-Identifier: GPL-2.0
/* Checks the view usb against sysfs. */
#include <string.h>

#include "verify.h"

static struct slice line_of(struct verify *verify, const char *template,
			    struct slice row, struct slice cell)
{
	char path[KERNEL_PATH];

	fill_path(path, template, row, cell);
	return kernel_line(&verify->files, path);
}

static void check_id(struct verify *verify, size_t row, struct slice name)
{
	struct slice vendor = line_of(
		verify, "/sys/bus/usb/devices/{row}/idVendor", name, name);
	struct slice product = line_of(
		verify, "/sys/bus/usb/devices/{row}/idProduct", name, name);
	char text[16] = "";
	size_t half = 4;

	if (vendor.len != half || product.len != half)
		return;
	memcpy(text, vendor.p, half);
	text[half] = ':';
	memcpy(text + half + 1, product.p, half);
	verify_cell(verify, row, slice_of("ID"), COMPARE_TEXT, slice_of(text),
		    slice_of(text));
}

/* "100mA"; empty without a configuration. */
static void check_ma(struct verify *verify, size_t row, struct slice name)
{
	struct slice ma = line_of(
		verify, "/sys/bus/usb/devices/{row}/bMaxPower", name, name);

	if (!ma.p)
		return;
	if (ma.len > 2)
		ma.len -= 2;
	verify_cell(verify, row, slice_of("MA"), COMPARE_TEXT, ma, ma);
}

/*
 * For devices on a port of a hub the kernel has had a word since 6.6. Before
 * that, and for root hubs, a device with a configuration is usable or
 * suspended.
 */
static void check_state(struct verify *verify, size_t row, struct slice name)
{
	int column = column_of(verify->grid.view, slice_of("STATE"));
	struct slice shown, now;
	bool ready;

	now = line_of(verify, "/sys/bus/usb/devices/{row}/port/state", name,
		      name);
	if (now.p) {
		if (slice_is(now, "not attached"))
			now = slice_of("gone");
		verify_cell(verify, row, slice_of("STATE"), COMPARE_TEXT, now,
			    now);
		return;
	}
	now = line_of(verify, "/sys/bus/usb/devices/{row}/bConfigurationValue",
		      name, name);
	if (column < 0 || !now.p)
		return;
	shown = grid_row(&verify->grid, row)[column];
	ready = slice_is(shown, "configured") || slice_is(shown, "suspended");
	verify_compared(verify, row, column);
	verify_true(verify, ready == !!now.len, name,
		    "has a different STATE by its configuration in sysfs");
}

/* "1.0=03/usbhid" is the directory "1-1:1.0", or of "usb1", "1-0:1.0". */
static void check_interface(struct verify *verify, struct slice of,
			    struct slice shown)
{
	static const char driver_of[] =
		"/sys/bus/usb/devices/{row}:{cell}/driver";
	char path[KERNEL_PATH], to[KERNEL_PATH], root[SHORT_TEXT];
	struct slice name = part_off(&shown, '='), class, link, driver;
	struct slice device = of;
	u64 bus;

	if (device.len > 3 && !memcmp(device.p, "usb", 3)) {
		device.p += 3;
		device.len -= 3;
		device = cell_u64(device, &bus) ?
				 short_text(root, "%llu-0", bus) :
				 of;
	}

	class = part_off(&shown, '/');
	verify_true(
		verify,
		slice_same(
			class,
			line_of(verify,
				"/sys/bus/usb/devices/{row}:{cell}/bInterfaceClass",
				device, name)),
		of, "has an interface of a different class in sysfs");
	fill_path(path, driver_of, device, name);
	link = kernel_link(&verify->files, path, to);
	driver = link.p ? link : slice_of("");
	verify_true(verify, text_same(shown, driver), of,
		    "has an interface with a different driver in sysfs");
}

static void check_interfaces(struct verify *verify, size_t row,
			     struct slice name)
{
	int column = column_of(verify->grid.view, slice_of("INTERFACES"));
	struct slice list, item, number;
	u64 want, n = 0;

	number = line_of(verify, "/sys/bus/usb/devices/{row}/bNumInterfaces",
			 name, name);
	while (number.len && *number.p == ' ') {
		number.p++;
		number.len--;
	}
	if (column < 0 || !cell_u64(number, &want))
		return;
	list = grid_row(&verify->grid, row)[column];
	verify_compared(verify, row, column);
	if (slice_is(list, "none"))
		list.p = NULL;
	while (item_next(&list, &item)) {
		check_interface(verify, name, item);
		n++;
	}
	verify_true(verify, n == want, name,
		    "has a different number of interfaces in sysfs");
}

/* Names with a colon are interfaces. */
static void check_row(struct verify *verify, const char *name)
{
	if (!strchr(name, ':'))
		verify_shown(verify, slice_of(name));
}

void verify_usb(struct verify *verify)
{
	struct slice name;
	size_t row;

	if (!slice_is(verify->grid.view->name, "usb"))
		return;
	for (row = 0; row < verify->grid.rows; row++) {
		name = grid_row(&verify->grid, row)[0];
		check_id(verify, row, name);
		check_ma(verify, row, name);
		check_state(verify, row, name);
		check_interfaces(verify, row, name);
	}
	verify_names(verify, "/sys/bus/usb/devices", check_row);
}
