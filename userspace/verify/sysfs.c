// SPDX-License-Identifier: GPL-2.0
/* Checks what devices own, and their drivers, against sysfs. */
#include <string.h>

#include "verify.h"

/* DRIVER is the target of the device's link in sysfs, for each of a list. */
static void check_drivers(struct verify *verify)
{
	const struct view *view = verify->grid.view;
	char path[KERNEL_PATH], to[KERNEL_PATH];
	int column = column_of(view, slice_of("DRIVER"));
	size_t row;

	for (row = 0; column >= 0 && row < verify->grid.rows; row++) {
		const struct slice *cells = grid_row(&verify->grid, row);
		struct slice devices = cell_named(view, cells, "DEVICE");
		struct slice drivers = cells[column], device, driver, link;

		while (item_next(&devices, &device) &&
		       item_next(&drivers, &driver)) {
			fill_path(path, "{device}", device, device);
			if (!kernel_exists(&verify->files, path))
				continue;
			fill_path(path, "{device}/driver", device, device);
			link = kernel_link(&verify->files, path, to);
			if (!link.p)
				link = slice_of("-");
			verify_compared(verify, row, column);
			verify_true(verify, text_same(driver, link), device,
				    "has a different DRIVER in sysfs");
		}
	}
}

struct flag {
	u64 bit;
	const char *word;
};

/*
 * A line of a PCI device's "resource"; unassigned ranges are not in the view.
 */
static void check_bar(struct verify *verify, struct slice device,
		      struct slice line, u64 type)
{
	static const struct flag flags[] = { { 0x2000, "prefetch" },
					     { 0x4000, "readonly" },
					     { 0x100000, "64bit" },
					     { 0x200000, "window" } };
	const struct view *view = verify->grid.view;
	struct value want[3], have;
	struct slice word;
	bool there = false;
	unsigned int i;
	size_t row;

	for (i = 0; i < 3; i++)
		if (!blank_next(&line, &word) ||
		    !cell_value('x', word, &want[i]))
			return;
	if (!(want[2].whole & type))
		return;
	for (row = 0; row < verify->grid.rows; row++) {
		const struct slice *cells = grid_row(&verify->grid, row);
		struct slice words = cell_named(view, cells, "FLAGS");

		if (!cell_value('x', cell_named(view, cells, "START"), &have) ||
		    have.whole != want[0].whole ||
		    !cell_value('x', cell_named(view, cells, "END"), &have) ||
		    have.whole != want[1].whole)
			continue;
		there = true;
		if (!slice_same(cell_named(view, cells, "DEVICE"), device))
			continue;
		for (i = 0; i < sizeof(flags) / sizeof(*flags); i++)
			verify_true(verify,
				    list_has(words, slice_of(flags[i].word)) ==
					    !!(want[2].whole & flags[i].bit),
				    device, "has different FLAGS in sysfs");
		verify_compared(verify, row,
				column_of(view, slice_of("FLAGS")));
		verify_compared(verify, row,
				column_of(view, slice_of("DEVICE")));
		return;
	}
	verify_true(verify, !there, device, "owns a range that is not its own");
}

static void check_msi(struct verify *verify, struct slice device,
		      const char *irq)
{
	size_t row = verify_row(verify, slice_of(irq), 0);

	if (row == NO_ROW)
		return;
	verify_compared(verify, row,
			column_of(verify->grid.view, slice_of("DEVICE")));
	verify_true(verify,
		    list_has(cell_named(verify->grid.view,
					grid_row(&verify->grid, row), "DEVICE"),
			     device),
		    slice_of(irq), "has a different DEVICE in msi_irqs");
}

static void check_device(struct verify *verify, const char *name, u64 type)
{
	char device[KERNEL_PATH], path[KERNEL_PATH], full[KERNEL_PATH];
	struct slice resources, line;
	const char *irq;
	DIR *irqs;

	if (!kernel_path(device, "pci:", name) ||
	    !kernel_path(path, "/sys/bus/pci/devices/", name) ||
	    !kernel_path(full, path, type ? "/resource" : "/msi_irqs"))
		return;
	if (type) {
		resources = kernel_text(&verify->files, full);
		while (line_off(&resources, &line))
			check_bar(verify, slice_of(device), line, type);
		return;
	}
	irqs = kernel_directory(verify->files.root, full);
	while ((irq = directory_next(&irqs)))
		check_msi(verify, slice_of(device), irq);
}

void verify_names(struct verify *verify, const char *directory,
		  void (*fn)(struct verify *verify, const char *name))
{
	DIR *names = kernel_directory(verify->files.root, directory);
	const char *name;

	while ((name = directory_next(&names)))
		fn(verify, name);
}

void verify_sysfs(struct verify *verify)
{
	static const struct flag views[] = { { 0x200, "iomem" },
					     { 0x100, "ioports" },
					     { 0, "interrupts" } };
	DIR *devices = NULL;
	const char *name;
	unsigned int i;

	check_drivers(verify);
	for (i = 0; i < 3; i++)
		if (slice_is(verify->grid.view->name, views[i].word))
			break;
	if (i < 3)
		devices = kernel_directory(verify->files.root,
					   "/sys/bus/pci/devices");
	while ((name = directory_next(&devices)))
		check_device(verify, name, views[i].bit);
}
