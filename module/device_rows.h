/* SPDX-License-Identifier: GPL-2.0 */
/* A device: its record, its columns and its row. */
#ifndef HWI_DEVICE_ROWS_H
#define HWI_DEVICE_ROWS_H

#include "core/index.h"
#include "core/row.h"
#include "device_id.h"

struct hwi_irqs;
struct hwi_owners;
struct net;

/**
 * struct hwi_device_irq - an interrupt of a device
 * @next: the next higher one
 * @irq: its number
 */
struct hwi_device_irq {
	struct hwi_device_irq *next;
	unsigned int irq;
};

/**
 * struct hwi_device - a copied device
 * @next: in the order of the kernel's list, and once arranged, of the view
 * @key: address of the struct device, only ever compared
 * @parent_key: of its parent, 0 if it has none
 * @parent: that device
 * @child: the first of its children
 * @last_child: the last of them
 * @sibling: the next child of @parent
 * @device: "bus:name", "class:name" if it has no bus, else "name"
 * @name: its name alone
 * @bus: NULL if it is on none
 * @class: NULL if it is in none
 * @driver: NULL if none is bound, or its name cannot be copied safely
 * @module: of the driver; NULL where it is not known
 * @hardware: it is hardware, or belongs to it
 * @offline: it was taken offline, or was never online: CPUs, memory blocks
 * @has_dev: it has a device number
 * @block: the number is a block device's
 * @major: of the number
 * @minor: of the number
 * @node: NUMA node or NUMA_NO_NODE
 * @id: what it is
 * @irqs: its interrupts, see hwi_devices_give_irqs()
 * @last_irq: the highest of them
 */
struct hwi_device {
	struct hwi_device *next;
	unsigned long key;
	unsigned long parent_key;
	struct hwi_device *parent;
	struct hwi_device *child;
	struct hwi_device *last_child;
	struct hwi_device *sibling;
	const char *device;
	const char *name;
	const char *bus;
	const char *class;
	const char *driver;
	const char *module;
	bool hardware;
	bool offline;
	bool has_dev;
	bool block;
	unsigned int major;
	unsigned int minor;
	int node;
	struct hwi_device_id id;
	struct hwi_device_irq *irqs;
	struct hwi_device_irq *last_irq;
};

/**
 * struct hwi_devices - the copied devices
 * @first: the first, NULL if there are none
 * @nr: how many
 * @by_key: finds them by @key
 */
struct hwi_devices {
	struct hwi_device *first;
	unsigned int nr;
	struct hwi_index by_key;
};

#define HWI_DEVICE_COLUMNS 10
extern const struct hwi_column hwi_device_columns[HWI_DEVICE_COLUMNS];

int hwi_devices_index(struct hwi_devices *devices, struct hwi_arena *arena);
void hwi_devices_arrange(struct hwi_devices *devices);
int hwi_devices_give_irqs(struct hwi_devices *devices, struct hwi_arena *arena,
			  const struct hwi_irqs *irqs,
			  const struct hwi_owners *owners);
const struct hwi_device *hwi_device_below(const struct hwi_device *device);
void hwi_device_number(struct hwi_text *text, const struct hwi_device *device);
void hwi_device_row(struct hwi_row *row, const struct hwi_device *device);

/* Whether a table of devices shows it: the rest only hold other devices. */
static inline bool hwi_device_shown(const struct hwi_device *device)
{
	return device->bus || device->class;
}

#endif
