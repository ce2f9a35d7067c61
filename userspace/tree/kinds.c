// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "kinds.h"

enum kind {
	KIND_HIDDEN,
	KIND_SHOWN,
	KIND_DRIVEN, /* shown if it has a driver, or a shown child */
	KIND_SCSI, /* SCSI: only what has a driver, no hosts and targets */
	KIND_BELOW, /* shown if an ancestor is */
	KIND_FLASH, /* flash memory: only the writable device */
	KIND_INPUT, /* inputs: only the device, not its interfaces */
};

static const struct {
	const char *name;
	enum kind kind;
} buses[] = {
	{ "pci", KIND_SHOWN },	       { "usb", KIND_SHOWN },
	{ "virtio", KIND_SHOWN },      { "mmc", KIND_SHOWN },
	{ "sdio", KIND_SHOWN },	       { "i2c", KIND_SHOWN },
	{ "spi", KIND_SHOWN },	       { "mdio_bus", KIND_SHOWN },
	{ "hid", KIND_SHOWN },	       { "serio", KIND_DRIVEN },
	{ "xen", KIND_SHOWN },	       { "vmbus", KIND_SHOWN },
	{ "nd", KIND_SHOWN },	       { "cxl", KIND_SHOWN },
	{ "thunderbolt", KIND_SHOWN }, { "firewire", KIND_SHOWN },
	{ "ccw", KIND_DRIVEN },	       { "css", KIND_DRIVEN },
	{ "vio", KIND_SHOWN },	       { "pcmcia", KIND_SHOWN },
	{ "typec", KIND_SHOWN },       { "w1", KIND_SHOWN },
	{ "auxiliary", KIND_DRIVEN },  { "platform", KIND_DRIVEN },
	{ "pnp", KIND_DRIVEN },	       { "amba", KIND_DRIVEN },
	{ "scsi", KIND_SCSI },	       { "rpmsg", KIND_SHOWN },
	{ "slimbus", KIND_SHOWN },     { "soundwire", KIND_SHOWN },
};

static const struct {
	const char *name;
	enum kind kind;
} classes[] = {
	{ "net", KIND_BELOW },		{ "block", KIND_BELOW },
	{ "input", KIND_INPUT },	{ "tty", KIND_BELOW },
	{ "drm", KIND_BELOW },		{ "sound", KIND_BELOW },
	{ "rtc", KIND_BELOW },		{ "watchdog", KIND_BELOW },
	{ "power_supply", KIND_BELOW }, { "video4linux", KIND_BELOW },
	{ "bluetooth", KIND_BELOW },	{ "infiniband", KIND_BELOW },
	{ "nvme", KIND_BELOW },		{ "tpm", KIND_BELOW },
	{ "ptp", KIND_BELOW },		{ "hwmon", KIND_BELOW },
	{ "mtd", KIND_FLASH },
};

static enum kind kind_of(const struct devtree *tree, size_t node)
{
	struct slice bus = devtree_cell(tree, node, "BUS");
	struct slice class = devtree_cell(tree, node, "CLASS");
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(buses); i++)
		if (slice_is(bus, buses[i].name))
			return buses[i].kind;
	for (i = 0; i < ARRAY_SIZE(classes); i++)
		if (slice_is(class, classes[i].name))
			return classes[i].kind;
	return KIND_HIDDEN;
}

static bool begins(struct slice s, const char *text)
{
	size_t len = strlen(text);

	return s.len >= len && !memcmp(s.p, text, len);
}

/* Whether an ancestor of a node is shown. */
static bool above(const struct devtree *tree, const bool *shown, size_t node)
{
	unsigned int steps;

	for (steps = 0; steps < 64; steps++) {
		node = tree->nodes[node].parent;
		if (node == NO_NODE)
			return false;
		if (shown[node])
			return true;
	}
	return false;
}

static bool is_shown(const struct devtree *tree, const bool *shown, size_t node)
{
	bool driven = !slice_is(devtree_cell(tree, node, "DRIVER"), "-");
	struct slice name = tree->nodes[node].name;

	switch (kind_of(tree, node)) {
	case KIND_SHOWN:
		return true;
	case KIND_DRIVEN:
	case KIND_SCSI:
		return driven;
	case KIND_FLASH:
		return name.len < 2 || memcmp(name.p + name.len - 2, "ro", 2);
	case KIND_INPUT:
		return begins(name, "input:input");
	case KIND_BELOW:
		/* Disks and interfaces are shown wherever they are. */
		return above(tree, shown, node) || begins(name, "block:") ||
		       begins(name, "net:");
	default:
		return false;
	}
}

void kinds_choose(const struct devtree *tree, bool *shown)
{
	size_t i, node, parent;

	for (i = 0; i < tree->n; i++)
		shown[tree->order[i]] = is_shown(tree, shown, tree->order[i]);
	/* Also nodes with shown children, and the root of a bus. */
	for (i = tree->n; i--;) {
		node = tree->order[i];
		parent = tree->nodes[node].parent;
		if (!shown[node] || parent == NO_NODE)
			continue;
		if (kind_of(tree, parent) == KIND_DRIVEN ||
		    (tree->nodes[parent].row == NO_NODE &&
		     begins(tree->nodes[parent].name, "pci")))
			shown[parent] = true;
	}
}
