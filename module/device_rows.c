// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "core/pause.h"
#include "device_rows.h"
#include "irq_rows.h"
#include "owner.h"

const struct hwi_column hwi_device_columns[HWI_DEVICE_COLUMNS] = {
	{ "DEVICE", 's' }, { "DRIVER", 's' }, { "DEV", 's' },	{ "IRQS", 'c' },
	{ "NODE", 'u' },   { "MODULE", 's' }, { "CLASS", 's' }, { "BUS", 's' },
	{ "PARENT", 's' }, { "ID", 's' },
};

/* Deeper than any device; ends a walk up if parents form a ring. */
#define MAX_DEPTH 64

static bool is_one_of(const char *name, const char *const *list)
{
	for (; *list; list++)
		if (!strcmp(name, *list))
			return true;
	return false;
}

/* Buses for parts of the kernel itself, and classes of pseudo-devices. */
static bool is_pseudo(const struct hwi_device *device)
{
	static const char *const buses[] = {
		"clockevents",	"clocksource",	"container", "cpu",
		"event_source", "machinecheck", "memory",    "memory_tiering",
		"node",		"workqueue",	NULL,
	};
	static const char *const classes[] = {
		"bdi", "mem", "misc", "tty", "vc", "vtconsole", "wakeup", NULL,
	};

	return device->bus ? is_one_of(device->bus, buses) :
			     device->class && is_one_of(device->class, classes);
}

static void add_child(struct hwi_device *parent, struct hwi_device *device)
{
	device->parent = parent;
	if (parent->last_child)
		parent->last_child->sibling = device;
	else
		parent->child = device;
	parent->last_child = device;
}

/**
 * hwi_devices_index() - index devices by their address
 * @devices: as they were collected
 * @arena: where the index goes
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_devices_index(struct hwi_devices *devices, struct hwi_arena *arena)
{
	struct hwi_device *device;
	int err = 0;

	devices->by_key.bucket = NULL;
	for (device = devices->first; device && !err; device = device->next)
		err = hwi_index_fill(&devices->by_key, arena, devices->nr,
				     device->key, device);
	return err;
}

/*
 * The device after @at, going down before across; NULL after the last one
 * below the root that @at is under.
 */
static struct hwi_device *tree_next(const struct hwi_device *at)
{
	if (at->child)
		return at->child;
	while (at && !at->sibling)
		at = at->parent;
	return at ? at->sibling : NULL;
}

/* Hardware, and all below it except pseudo-devices. */
static bool is_hardware(const struct hwi_device *device)
{
	if (is_pseudo(device))
		return false;
	return device->bus || (device->parent && device->parent->hardware);
}

/**
 * hwi_devices_arrange() - put hardware first, and parents before children
 * @devices: indexed
 *
 * In each of the two groups, hardware and the rest, a device is followed by
 * those below it, in the order the kernel lists them. The walk goes up by the
 * links made here, so a parent that is its own descendant, which the kernel
 * never has, only costs its row.
 *
 * Context: any.
 */
void hwi_devices_arrange(struct hwi_devices *devices)
{
	struct hwi_device **link = &devices->first, *rest = NULL;
	struct hwi_device *device, *parent, *at, *roots = NULL, *last = NULL;
	struct hwi_device **rest_link = &rest;

	for (device = devices->first; device; device = device->next) {
		parent = hwi_index_find(&devices->by_key, device->parent_key);
		if (parent && parent != device) {
			add_child(parent, device);
			continue;
		}
		if (last)
			last->sibling = device;
		else
			roots = device;
		last = device;
	}
	devices->nr = 0;
	for (at = roots; at; at = tree_next(at)) {
		at->hardware = is_hardware(at);
		if (at->hardware) {
			*link = at;
			link = &at->next;
		} else {
			*rest_link = at;
			rest_link = &at->next;
		}
		devices->nr++;
	}
	*rest_link = NULL;
	*link = rest;
}

/* Returns false if there is no room. */
static bool give_irq(struct hwi_arena *arena, struct hwi_device *device,
		     unsigned int irq)
{
	struct hwi_device_irq *at;

	if (!device || (device->last_irq && device->last_irq->irq == irq))
		return true;
	at = hwi_arena_alloc(arena, sizeof(*at));
	if (!at)
		return false;
	at->next = NULL;
	at->irq = irq;
	if (device->last_irq)
		device->last_irq->next = at;
	else
		device->irqs = at;
	device->last_irq = at;
	return true;
}

/* An interrupt may be listed twice. */
static bool give_to_owners(struct hwi_arena *arena, const struct hwi_irq *irq,
			   const struct hwi_owners *owners)
{
	const struct hwi_claim *claim;

	if (irq->msi)
		return give_irq(arena, irq->device, irq->irq);
	claim = hwi_owners_first(owners, HWI_CLAIM_IRQ, irq->irq);
	for (; claim; claim = claim->same)
		if (!give_irq(arena, claim->device, irq->irq))
			return false;
	return true;
}

/**
 * hwi_devices_give_irqs() - tell each device its interrupts
 * @devices: indexed
 * @arena: where the lists go
 * @irqs: the interrupts, by number
 * @owners: which devices have which line
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_devices_give_irqs(struct hwi_devices *devices, struct hwi_arena *arena,
			  const struct hwi_irqs *irqs,
			  const struct hwi_owners *owners)
{
	const struct hwi_irq *irq = irqs->first;
	int err;

	while (irq) {
		if (give_to_owners(arena, irq, owners)) {
			irq = irq->next;
			continue;
		}
		err = hwi_arena_pause(arena);
		if (err)
			return err;
	}
	return 0;
}

/*
 * Devices that stand for a part of another one, or for a protocol spoken with
 * it.
 */
static bool stands_for_another(const struct hwi_device *device)
{
	static const char *const buses[] = { "scsi", "serial-base", NULL };

	return is_one_of(device->bus, buses);
}

/**
 * hwi_device_below() - the hardware below a disk or a network interface
 * @device: where to begin; not looked at itself
 *
 * The nearest ancestor that has a driver. A SCSI device's driver (sd) only
 * speaks the protocol, so the one behind it is taken, as for SATA and USB
 * disks; likewise for serial ports since v6.5.
 *
 * Return: the device, or NULL for one that has no hardware.
 */
const struct hwi_device *hwi_device_below(const struct hwi_device *device)
{
	const struct hwi_device *at = device->parent, *found = NULL;
	unsigned int depth;

	for (depth = 0; at && depth < MAX_DEPTH; at = at->parent, depth++) {
		if (!at->driver || !at->bus)
			continue;
		if (!found)
			found = at;
		if (!stands_for_another(at))
			return at;
	}
	return found;
}

/**
 * hwi_device_number() - write a device number, as in c4:64 or b8:0
 * @text: where to write
 * @device: the device; if it has none, nothing is written
 */
void hwi_device_number(struct hwi_text *text, const struct hwi_device *device)
{
	if (!device->has_dev)
		return;
	hwi_text_char(text, device->block ? 'b' : 'c');
	hwi_text_u64(text, device->major);
	hwi_text_char(text, ':');
	hwi_text_u64(text, device->minor);
}

/* A PNP device's are known only while a driver is bound. */
static bool irqs_known(const struct hwi_device *device)
{
	return device->driver || !device->bus || strcmp(device->bus, "pnp");
}

/* A list of ranges, as of CPUs. */
static void irqs_cell(struct hwi_row *row, const struct hwi_device *device)
{
	struct hwi_text *text = hwi_cell_begin(row);
	const struct hwi_device_irq *at = device->irqs, *last;

	if (!at && irqs_known(device))
		hwi_text_str(text, "none");
	for (; at; at = last->next) {
		if (at != device->irqs)
			hwi_text_char(text, ',');
		for (last = at; last->next && last->next->irq == last->irq + 1;)
			last = last->next;
		hwi_text_u64(text, at->irq);
		if (last == at)
			continue;
		hwi_text_char(text, '-');
		hwi_text_u64(text, last->irq);
	}
	hwi_cell_end(row);
}

/**
 * hwi_device_row() - fill the row of a device
 * @row: the row, of hwi_device_columns
 * @device: arranged, with its interrupts
 */
void hwi_device_row(struct hwi_row *row, const struct hwi_device *device)
{
	hwi_cell_str(row, device->device);
	hwi_cell_str(row, device->driver);
	hwi_device_number(hwi_cell_begin(row), device);
	hwi_cell_end(row);
	irqs_cell(row, device);
	hwi_cell_id(row, device->node);
	hwi_cell_str(row, device->module);
	hwi_cell_str(row, device->class);
	hwi_cell_str(row, device->bus);
	hwi_cell_str(row, device->parent ? device->parent->device : NULL);
	hwi_device_id_cell(row, &device->id);
}
