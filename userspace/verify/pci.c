// SPDX-License-Identifier: GPL-2.0
/* Checks the view pci against sysfs. */
#include <string.h>

#include "verify.h"

/* A function, and its directory in sysfs. */
struct function {
	struct verify *verify;
	size_t row;
};

static const struct slice *cells_of(const struct function *function)
{
	return grid_row(&function->verify->grid, function->row);
}

static struct slice text_of(struct function *function, const char *file)
{
	char path[KERNEL_PATH], full[KERNEL_PATH];

	fill_path(path, "/sys/bus/pci/devices/{row}/", cells_of(function)[0],
		  slice_of(""));
	if (!kernel_path(full, path, file))
		return (struct slice){ NULL, 0 };
	return kernel_text(&function->verify->files, full);
}

static struct slice line_of(struct function *function, const char *file)
{
	struct slice text = text_of(function, file), line = text;

	line_off(&text, &line);
	return line;
}

static void compare(struct function *function, const char *column,
		    const char *kernel)
{
	verify_cell(function->verify, function->row, slice_of(column),
		    COMPARE_TEXT, slice_of(kernel), slice_of(kernel));
}

/* "8.0 GT/s PCIe" and "4" become "8.0GT/s,x4"; 0 lanes is no link. */
static void check_link(struct function *function, const char *column,
		       const char *speed_file, const char *width_file)
{
	struct slice speed = line_of(function, speed_file);
	char number[16] = "", text[SHORT_TEXT];
	u64 lanes;

	if (!speed.p)
		return;
	speed = part_off(&speed, ' ');
	if (speed.len < sizeof(number))
		memcpy(number, speed.p, speed.len);
	/* All ones: no answer. */
	if (!cell_u64(line_of(function, width_file), &lanes) || !lanes ||
	    lanes >= 63 || number[0] < '0' || number[0] > '9')
		compare(function, column, "-");
	else
		compare(function, column,
			short_text(text, "%sGT/s,x%llu", number, lanes).p);
}

/* "0x8086" and "0x10d3" become "8086:10d3"; zeroes mean none. */
static void check_id(struct function *function, const char *column,
		     const char *vendor_file, const char *product_file)
{
	struct value vendor, product;
	char text[SHORT_TEXT];

	if (!cell_value('x', line_of(function, vendor_file), &vendor) ||
	    !cell_value('x', line_of(function, product_file), &product))
		return;
	if (vendor.whole || product.whole)
		compare(function, column,
			short_text(text, "%04llx:%04llx", vendor.whole,
				   product.whole)
				.p);
	else
		compare(function, column, "-");
}

/* "16K" and the like, after "0=" or ",0=". */
static size_t print_bar(char *to, size_t room, bool first, unsigned int i,
			u64 bytes, u64 flags)
{
	static const char *const units[] = { "", "K", "M", "G", "T", "P", "E" };
	char name[8] = "rom";
	unsigned int unit = 0;

	while (bytes && !(bytes % 1024) && unit + 1 < ARRAY_SIZE(units)) {
		bytes /= 1024;
		unit++;
	}
	if (i < 6)
		text_print(name, sizeof(name), "%u", i);
	return text_print(to, room, "%s%s=%llu%s%s", first ? "" : ",", name,
			  bytes, units[unit],
			  flags & 0x100		  ? "/io" :
			  flags & 0x2000 && i < 6 ? "/pref" :
						    "");
}

/* The first seven lines of "resource" are the BARs and the ROM. */
static void check_bars(struct function *function)
{
	struct slice text = text_of(function, "resource"), line, word;
	struct value value[3];
	char bars[256] = "none";
	size_t used = 0;
	unsigned int i, n;

	for (i = 0; i < 7 && text.p && line_off(&text, &line); i++) {
		for (n = 0; n < 3; n++)
			if (!blank_next(&line, &word) ||
			    !cell_value('x', word, &value[n]))
				return;
		if (value[2].whole && value[1].whole > value[0].whole)
			used += print_bar(bars + used, sizeof(bars) - used,
					  !used, i,
					  value[1].whole - value[0].whole + 1,
					  value[2].whole);
	}
	if (text.p)
		compare(function, "BARS", bars);
}

/* A file for each message. */
static void check_messages(struct function *function)
{
	char path[KERNEL_PATH], text[SHORT_TEXT];
	unsigned int n = 0;
	DIR *messages;

	fill_path(path, "/sys/bus/pci/devices/{row}/msi_irqs",
		  cells_of(function)[0], slice_of(""));
	messages = kernel_directory(function->verify->files.root, path);
	/* No directory means no messages, unless there is no sysfs at all. */
	path[strlen(path) - strlen("/msi_irqs")] = '\0';
	if (!messages && !kernel_exists(&function->verify->files, path))
		return;
	while (directory_next(&messages))
		n++;
	compare(function, "MSI", short_text(text, "%u", n).p);
}

static void check_function(struct verify *verify, size_t row)
{
	struct function function = {
		.verify = verify,
		.row = row,
	};
	struct slice runtime =
		cell_named(verify->grid.view, cells_of(&function), "RUNTIME");

	check_id(&function, "ID", "vendor", "device");
	check_id(&function, "SUBSYS", "subsystem_vendor", "subsystem_device");
	check_messages(&function);
	check_bars(&function);
	/* Reading these wakes up a device; the view does not. */
	if (!slice_is(runtime, "suspended") &&
	    !slice_is(runtime, "suspending")) {
		check_link(&function, "LINK", "current_link_speed",
			   "current_link_width");
		check_link(&function, "LINK_MAX", "max_link_speed",
			   "max_link_width");
		/* sysfs has no word for the downstream ports of a switch. */
		if (!slice_is(cell_named(verify->grid.view, cells_of(&function),
					 "PORT_MAX"),
			      "-"))
			check_link(&function, "PORT_MAX", "../max_link_speed",
				   "../max_link_width");
		verify_config(verify, row, text_of(&function, "config"));
	}
}

/* A slot's address, such as "0000:01:00", covers all its functions. */
static void check_slot(struct verify *verify, const char *name)
{
	char path[KERNEL_PATH];
	struct slice line, cell;
	size_t row;

	fill_path(path, "/sys/bus/pci/slots/{row}/address", slice_of(name),
		  slice_of(""));
	line = kernel_line(&verify->files, path);
	for (row = 0; row < verify->grid.rows; row++) {
		cell = grid_row(&verify->grid, row)[0];
		if (line.len && cell.len > line.len &&
		    !memcmp(cell.p, line.p, line.len))
			verify_cell(verify, row, slice_of("SLOT"), COMPARE_TEXT,
				    slice_of(name), slice_of(name));
	}
}

static void check_row(struct verify *verify, const char *name)
{
	verify_shown(verify, slice_of(name));
}

void verify_pci(struct verify *verify)
{
	size_t row;

	if (!slice_is(verify->grid.view->name, "pci"))
		return;
	for (row = 0; row < verify->grid.rows; row++)
		check_function(verify, row);
	verify_names(verify, "/sys/bus/pci/devices", check_row);
	verify_names(verify, "/sys/bus/pci/slots", check_slot);
}
