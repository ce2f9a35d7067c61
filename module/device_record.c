// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "device_record.h"
#include "text.h"

/* Deeper than devices are; ends a walk up where parents form a ring. */
#define MAX_DEPTH 64

static void add_child(struct hwi_device *parent, struct hwi_device *device)
{
	device->parent = parent;
	if (parent->last_child)
		parent->last_child->sibling = device;
	else
		parent->child = device;
	parent->last_child = device;
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

/**
 * hwi_devices_arrange() - find parents, and put them before their children
 * @devices: as they were collected
 * @arena: where the index goes
 *
 * Afterwards a device is followed by all below it, in the order the kernel
 * lists them. The walk goes up by the links made here, so a parent that is
 * its own descendant, which the kernel never has, only costs its row.
 *
 * Return: false if the arena is too small (its overflow is set).
 */
bool hwi_devices_arrange(struct hwi_devices *devices, struct hwi_arena *arena)
{
	struct hwi_device *device, *parent, *at, *roots = NULL, *last_root;
	struct hwi_device **link = &devices->first;

	if (!hwi_index_init(&devices->by_key, arena, devices->nr))
		return false;
	for (device = devices->first; device; device = device->next)
		hwi_index_add(&devices->by_key, device->key, device);
	if (arena->overflow)
		return false;
	last_root = NULL;
	for (device = devices->first; device; device = device->next) {
		parent = hwi_index_find(&devices->by_key, device->parent_key);
		if (parent && parent != device) {
			add_child(parent, device);
			continue;
		}
		if (last_root)
			last_root->sibling = device;
		else
			roots = device;
		last_root = device;
	}
	devices->nr = 0;
	for (at = roots; at; at = tree_next(at)) {
		*link = at;
		link = &at->next;
		devices->nr++;
	}
	*link = NULL;
	return true;
}

static void give_irq(struct hwi_devices *devices, struct hwi_arena *arena,
		     unsigned long key, unsigned int irq)
{
	struct hwi_device *device = hwi_index_find(&devices->by_key, key);
	struct hwi_device_irq *at;

	if (!device || (device->last_irq && device->last_irq->irq == irq))
		return;
	at = hwi_arena_alloc(arena, sizeof(*at));
	if (!at)
		return;
	at->next = NULL;
	at->irq = irq;
	if (device->last_irq)
		device->last_irq->next = at;
	else
		device->irqs = at;
	device->last_irq = at;
}

/**
 * hwi_devices_give_irqs() - tell each device its interrupts
 * @devices: arranged
 * @arena: where the lists go
 * @irqs: the interrupts, by number
 * @owners: which devices have which line
 */
void hwi_devices_give_irqs(struct hwi_devices *devices, struct hwi_arena *arena,
			   const struct hwi_irqs *irqs,
			   const struct hwi_owners *owners)
{
	const struct hwi_claim *claim;
	const struct hwi_irq *irq;

	for (irq = irqs->first; irq; irq = irq->next) {
		if (irq->msi) {
			give_irq(devices, arena, irq->owner.key, irq->irq);
			continue;
		}
		claim = hwi_owners_first(owners, irq->irq);
		for (; claim; claim = hwi_owners_next(claim))
			give_irq(devices, arena, claim->owner->key, irq->irq);
	}
}

/* Devices that stand for a protocol spoken with, or a part of, another one. */
static bool stands_for_another(const struct hwi_device *device)
{
	static const char *const buses[] = { "scsi", "serial-base" };
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(buses); i++)
		if (device->bus.len == strlen(buses[i]) &&
		    !memcmp(device->bus.text, buses[i], device->bus.len))
			return true;
	return false;
}

/**
 * hwi_device_hardware() - the hardware below a disk or a network interface
 * @device: where to begin; not looked at itself
 *
 * The nearest device above that has a driver. A SCSI device's driver (sd)
 * only speaks the protocol; where there is one behind it, as for SATA and USB
 * disks, that is taken. So it is for a serial port's, since v6.5.
 *
 * Return: the device, or NULL for one that has no hardware.
 */
const struct hwi_device *hwi_device_hardware(const struct hwi_device *device)
{
	const struct hwi_device *at = device->parent, *found = NULL;
	unsigned int depth;

	for (depth = 0; at && depth < MAX_DEPTH; at = at->parent, depth++) {
		if (!at->driver.len || !at->bus.len)
			continue;
		if (!found)
			found = at;
		if (!stands_for_another(at))
			return at;
	}
	return found;
}

/**
 * hwi_device_number() - a device number as the format has it
 * @arena: where the string goes
 * @device: the device
 *
 * Return: "c4:64" or "b8:0"; no text if it has none, or on overflow.
 */
struct hwi_str hwi_device_number(struct hwi_arena *arena,
				 const struct hwi_device *device)
{
	struct hwi_str none = { NULL, 0 };
	char *begin, *p;

	if (!device->has_dev)
		return none;
	begin = hwi_arena_text_begin(arena, 2 * HWI_U64_MAX_LEN + 2);
	if (!begin)
		return none;
	p = begin;
	*p++ = device->block ? 'b' : 'c';
	p = hwi_text_u64(p, device->major);
	*p++ = ':';
	p = hwi_text_u64(p, device->minor);
	return hwi_arena_text_end(arena, begin, p);
}
