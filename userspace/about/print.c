// SPDX-License-Identifier: GPL-2.0
/* What is printed about each kind of thing. */
#include <string.h>

#include "about.h"
#include "alias.h"

static const struct slice *find_row(struct about *about, const char *view,
				    const char *column, struct slice value)
{
	const struct grid *grid = about_grid(about, view);
	size_t i;

	for (i = 0; grid && i < grid->rows; i++)
		if (text_same(cell_named(grid->view, grid_row(grid, i), column),
			      value))
			return grid_row(grid, i);
	return NULL;
}

static struct slice cell(struct about *about, const char *view,
			 const struct slice *cells, const char *column)
{
	const struct grid *grid = about_grid(about, view);

	return cells && grid ? cell_named(grid->view, cells, column) :
			       slice_of("-");
}

static void findings(struct about *about, const char *view, const char *name)
{
	char subject[512];

	text_print(subject, sizeof(subject), "%s:%s", view, name);
	about_rows(about, "findings", "SUBJECT", slice_of(subject));
}

/* Processes that have the device number @dev open: "b8:0=sda" in DEVICES. */
static void opened_by(struct about *about, struct slice dev)
{
	const struct grid *grid = about_grid(about, "processes");
	struct slice list, item, number, name;
	size_t i;
	bool any = false;

	for (i = 0; grid && !cell_special(dev) && i < grid->rows; i++) {
		list = cell_named(grid->view, grid_row(grid, i), "DEVICES");
		while (item_next(&list, &item)) {
			if (!slice_split(item, '=', &number, &name))
				number = item;
			if (!slice_same(number, dev))
				continue;
			if (!any)
				out_text(about->out, "\nopened by\n");
			any = true;
			out_printable(about->out,
				      cell_named(grid->view, grid_row(grid, i),
						 "PID"));
			out_char(about->out, ' ');
			out_printable(about->out,
				      cell_named(grid->view, grid_row(grid, i),
						 "COMM"));
			out_char(about->out, '\n');
			break;
		}
	}
}

/* A disk's row, its partitions, and the disks built on it. */
static void disk_rows(struct about *about, struct slice name)
{
	char device[6 + DISK_NAME] = "block:";
	struct slice in_sysfs = disk_in_sysfs(device + 6, name, false);

	about_rows(about, "disks", "DISK", name);
	about_rows(about, "disks", "PARENT", slice_of(device));
	about_rows(about, "disks", "PARTS", in_sysfs);
}

/* An interface's row, and the bonds, bridges and VLANs on top of it. */
static void netdev_rows(struct about *about, struct slice name)
{
	about_rows(about, "netdevs", "NETDEV", name);
	about_rows(about, "netdevs", "LOWER", name);
}

/* Modules that support a device without a driver. */
static void candidates(struct about *about, const struct slice *cells)
{
	const struct view *view = about_grid(about, "devices")->view;
	struct aliases aliases = { .source = &about->request->source };
	const struct joined *found;

	found = aliases_find(&aliases, view, cell_named(view, cells, "DEVICE"),
			     cell_named(view, cells, "ID"));
	if (found) {
		out_text(about->out,
			 found->used ?
				 "no driver is bound to it; modules for it:" :
				 "no module of this kernel supports it");
		out_printable(about->out,
			      (struct slice){ found->text, found->used });
		out_char(about->out, '\n');
	}
	aliases_free(&aliases);
}

/* The row of a device that is a disk or an interface. */
static void class_rows(struct about *about, struct slice device)
{
	struct slice class, name;
	char disk[DISK_NAME];

	if (!slice_split(device, ':', &class, &name))
		return;
	if (slice_is(class, "block"))
		disk_rows(about, disk_in_sysfs(disk, name, true));
	if (slice_is(class, "net"))
		netdev_rows(about, name);
}

/* Views whose column DEVICE is handled separately. */
static const char device_views[] =
	"devices interrupts iomem ioports disks netdevs";

/* A device's row, its parent and children, and all that it has. */
static void device(struct about *about, struct slice name)
{
	const struct slice *cells = find_row(about, "devices", "DEVICE", name);
	struct slice driver = cell(about, "devices", cells, "DRIVER");
	char text[256];

	about_rows(about, "devices", "DEVICE", name);
	class_rows(about, name);
	if (cells && slice_is(driver, "-"))
		candidates(about, cells);
	about_rows(about, "modules", "MODULE",
		   cell(about, "devices", cells, "MODULE"));
	about_rows(about, "interrupts", "DEVICE", name);
	about_rows(about, "iomem", "DEVICE", name);
	about_rows(about, "ioports", "DEVICE", name);
	about_rows(about, "disks", "DEVICE", name);
	about_rows(about, "netdevs", "DEVICE", name);
	about_everywhere(about, "DEVICE", name, device_views);
	opened_by(about, cell(about, "devices", cells, "DEV"));
	if (name.len < sizeof(text)) {
		text_print(text, sizeof(text), "%.*s", (int)name.len, name.p);
		findings(about, "devices", text);
	}
	if (about_rows(about, "devices", "PARENT", name))
		out_printf(about->out, "(hwinsight tree shows all below it)\n");
}

/* For a list of devices, as interrupts have. */
static void devices(struct about *about, struct slice list)
{
	struct slice item;

	while (item_next(&list, &item))
		about_rows(about, "devices", "DEVICE", item);
}

/* "0x4000 bytes into it": the offset of an address in the innermost region. */
static bool region(struct about *about, const char *view, u64 address,
		   struct slice *owner)
{
	const struct grid *grid = about_grid(about, view);
	const struct slice *cells, *inner = NULL;
	struct value start, end, from = { 0 };
	size_t i;

	*owner = slice_of("-");
	for (i = 0; grid && i < grid->rows; i++) {
		cells = grid_row(grid, i);
		if (!cell_value('x', cell_named(grid->view, cells, "START"),
				&start) ||
		    !cell_value('x', cell_named(grid->view, cells, "END"),
				&end) ||
		    address < start.whole || address > end.whole)
			continue;
		inner = cells;
		from = start;
		out_text(about->out, "  in ");
		out_printable(about->out,
			      cell_named(grid->view, cells, "START"));
		out_char(about->out, '-');
		out_printable(about->out, cell_named(grid->view, cells, "END"));
		out_char(about->out, ' ');
		out_printable(about->out,
			      cell_named(grid->view, cells, "NAME"));
		out_char(about->out, '\n');
		if (!cell_special(cell_named(grid->view, cells, "DEVICE")))
			*owner = cell_named(grid->view, cells, "DEVICE");
	}
	if (!inner)
		return false;
	out_printf(about->out, "  0x%llx bytes into the innermost one",
		   address - from.whole);
	if (!cell_special(*owner)) {
		out_text(about->out, ", which belongs to ");
		out_printable(about->out, *owner);
	}
	out_char(about->out, '\n');
	return true;
}

static bool hidden(struct about *about, const char *view)
{
	const struct grid *grid = about_grid(about, view);

	return grid && grid->rows &&
	       slice_is(cell_named(grid->view, grid_row(grid, 0), "START"),
			"*");
}

static enum exit_code address(struct about *about, const char *name)
{
	struct value value;
	struct slice owner;
	bool any = false;

	if (!cell_value('x', slice_of(name), &value))
		return USAGE;
	if (hidden(about, "iomem"))
		return complain(
			DENIED,
			"about %s: addresses are hidden from you; try as root",
			name);
	out_text(about->out, "iomem\n");
	if (region(about, "iomem", value.whole, &owner)) {
		any = true;
		if (!cell_special(owner))
			device(about, owner);
	} else {
		out_text(about->out, "  nothing is there\n");
	}
	if (value.whole > 0xffff)
		return DONE;
	out_text(about->out, "\nas an I/O port: ioports\n");
	if (!region(about, "ioports", value.whole, &owner))
		out_text(about->out, "  nothing is there\n");
	else if (!any && !cell_special(owner))
		device(about, owner);
	return DONE;
}

static void interrupt(struct about *about, struct slice name)
{
	const struct slice *cells = find_row(about, "interrupts", "IRQ", name);

	about_rows(about, "interrupts", "IRQ", name);
	devices(about, cell(about, "interrupts", cells, "DEVICE"));
	about_rows(about, "processes", "IRQ", name);
}

static void process(struct about *about, struct slice name)
{
	const struct slice *cells = find_row(about, "processes", "PID", name);
	struct slice list = cell(about, "processes", cells, "IRQ"), item;
	struct slice number, rest;

	about_rows(about, "processes", "PID", name);
	while (item_next(&list, &item))
		about_rows(about, "interrupts", "IRQ", item);
	list = cell(about, "processes", cells, "DEVICES");
	while (item_next(&list, &item)) {
		if (!slice_split(item, '=', &number, &rest))
			number = item;
		about_rows(about, "devices", "DEV", number);
	}
	about_everywhere(about, "PID", name, "processes");
}

/* Processes, and whatever else names the disk or its partitions. */
static void kept_busy(struct about *about, struct slice block)
{
	const struct grid *grid = about_grid(about, "disks");
	char name[6 + DISK_NAME] = "block:";
	size_t i;

	about_everywhere(about, "DEVICE", block, device_views);
	for (i = 0; grid && i < grid->rows; i++) {
		if (!text_same(cell_named(grid->view, grid_row(grid, i),
					  "PARENT"),
			       block))
			continue;
		disk_in_sysfs(name + 6,
			      cell_named(grid->view, grid_row(grid, i), "DISK"),
			      false);
		about_everywhere(about, "DEVICE", slice_of(name), device_views);
	}
}

static void disk(struct about *about, struct slice name)
{
	const struct slice *cells = find_row(about, "disks", "DISK", name);
	char block[6 + DISK_NAME] = "block:";

	disk_in_sysfs(block + 6, name, false);
	disk_rows(about, name);
	opened_by(about, cell(about, "disks", cells, "DEV"));
	kept_busy(about, slice_of(block));
	device(about, cell(about, "disks", cells, "DEVICE"));
}

static void driver(struct about *about, struct slice name)
{
	const struct slice *cells = find_row(about, "devices", "DRIVER", name);

	about_rows(about, "devices", "DRIVER", name);
	about_rows(about, "modules", "MODULE",
		   cell(about, "devices", cells, "MODULE"));
	about_rows(about, "interrupts", "DRIVER", name);
	about_rows(about, "iomem", "DRIVER", name);
	about_rows(about, "ioports", "DRIVER", name);
	about_rows(about, "disks", "DRIVER", name);
	about_rows(about, "netdevs", "DRIVER", name);
	about_everywhere(about, "DRIVER", name, device_views);
}

static void cpu(struct about *about, struct slice name)
{
	about_rows(about, "cpus", "CPU", name);
	about_rows(about, "interrupts", "EFFECTIVE", name);
	about_rows(about, "processes", "CPU", name);
	about_everywhere(about, "CPU", name, "cpus processes");
}

static void node(struct about *about, struct slice name)
{
	char scope[300];
	int len = text_print(scope, sizeof(scope), "%s%.*s",
			     thing_prefixes[THING_NODE], (int)name.len, name.p);

	about_rows(about, "cpus", "NODE", name);
	about_rows(about, "memory", "SCOPE",
		   (struct slice){ scope, len < 300 ? len : 299 });
	about_rows(about, "devices", "NODE", name);
	about_rows(about, "interrupts", "NODE", name);
	about_rows(about, "disks", "NODE", name);
	about_everywhere(about, "NODE", name, "cpus devices interrupts disks");
}

enum exit_code about_print(struct about *about, const struct thing *thing)
{
	struct slice name = slice_of(thing->name);
	const struct slice *cells;

	switch (thing->kind) {
	case THING_ADDRESS:
		return address(about, thing->name);
	case THING_INTERRUPT:
		interrupt(about, name);
		findings(about, "interrupts", thing->name);
		break;
	case THING_CPU:
		cpu(about, name);
		findings(about, "cpus", thing->name);
		break;
	case THING_NODE:
		node(about, name);
		break;
	case THING_DISK:
		disk(about, name);
		findings(about, "disks", thing->name);
		break;
	case THING_NETDEV:
		cells = find_row(about, "netdevs", "NETDEV", name);
		netdev_rows(about, name);
		findings(about, "netdevs", thing->name);
		device(about, cell(about, "netdevs", cells, "DEVICE"));
		break;
	case THING_DEVICE:
		device(about, name);
		break;
	case THING_DRIVER:
		driver(about, name);
		break;
	case THING_MODULE:
		about_rows(about, "modules", "MODULE", name);
		about_rows(about, "devices", "MODULE", name);
		findings(about, "modules", thing->name);
		break;
	default:
		process(about, name);
	}
	return DONE;
}
