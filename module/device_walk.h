/* SPDX-License-Identifier: GPL-2.0 */
/* Walks over all devices. */
#ifndef HWI_DEVICE_WALK_H
#define HWI_DEVICE_WALK_H

#include <linux/device.h>

#include "core/arena.h"

/*
 * Called under a spinlock and in an RCU section: copies to the arena, and does
 * nothing else. If the arena overflows it is called again for this device, so
 * it must record nothing before everything is copied. It may also be called
 * again for a device of which it copied nothing.
 */
typedef void hwi_device_fn(struct device *dev, void *data);

/**
 * struct hwi_held - a device that is held
 * @next: the next one
 * @dev: the device, with a reference
 * @parent: its parent, with a reference, from hwi_device_hold_family()
 * @owner: the module that has to stay until @dev is put, with a reference; NULL
 *	for none
 */
struct hwi_held {
	struct hwi_held *next;
	struct device *dev;
	struct device *parent;
	struct module *owner;
};

/* As hwi_device_fn: whether to hold a device, and which module with it. */
typedef bool hwi_device_wanted_fn(struct device *dev, struct module **owner);

int hwi_device_walk(struct hwi_arena *arena, hwi_device_fn *fn, void *data);
int hwi_device_walk_some(struct hwi_arena *arena,
			 bool (*wanted)(struct kobject *kobj),
			 hwi_device_fn *fn, void *data);
int hwi_device_hold(struct hwi_arena *arena, hwi_device_wanted_fn *wanted,
		    struct hwi_held **list);
int hwi_device_hold_family(struct hwi_arena *arena,
			   hwi_device_wanted_fn *wanted,
			   struct hwi_held **list);
bool hwi_device_lock_family(const struct hwi_held *held);
void hwi_device_unlock_family(const struct hwi_held *held);
void hwi_device_put(struct hwi_held *list);
bool hwi_device_can_hold(const struct device *dev, struct module **owner);
bool hwi_device_has_cells(struct device *dev);
bool hwi_device_is_net(const struct device *dev);

#endif
