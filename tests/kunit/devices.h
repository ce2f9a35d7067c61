/* SPDX-License-Identifier: GPL-2.0 */
/* Fake devices. Include module/device_record.c, and what that needs, first. */
#ifndef HWI_KUNIT_DEVICES_H
#define HWI_KUNIT_DEVICES_H

#include "helpers.h"

#include "../../module/device_record.h"

/**
 * struct fake_devices - devices that a suite makes up
 * @arena: where they are
 * @devices: all of them
 * @link: where the next one is linked in
 */
struct fake_devices {
	struct hwi_arena arena;
	struct hwi_devices devices;
	struct hwi_device **link;
};

static inline void devices_begin(struct kunit *test, struct fake_devices *fake)
{
	memset(fake, 0, sizeof(*fake));
	fake->arena = new_arena(test, 16384);
	fake->link = &fake->devices.first;
}

/* A device below another; its address is its place in the list. */
static inline struct hwi_device *
devices_add(struct kunit *test, struct fake_devices *fake,
	    const struct hwi_device *parent, const char *bus, const char *class,
	    const char *name, const char *driver)
{
	struct hwi_arena *arena = &fake->arena;
	struct hwi_device *device = hwi_arena_alloc(arena, sizeof(*device));

	KUNIT_ASSERT_TRUE(test, device);
	*device = (struct hwi_device){
		.key = ++fake->devices.nr,
		.parent_key = parent ? parent->key : 0,
		.node = NUMA_NO_NODE,
		.bus = hwi_arena_copy(arena, bus),
		.class = hwi_arena_copy(arena, class),
		.name = hwi_arena_copy(arena, name),
		.driver = hwi_arena_copy(arena, driver),
		.device = hwi_arena_join(arena, bus ? bus : class, ':', name),
	};
	*fake->link = device;
	fake->link = &device->next;
	return device;
}

static inline struct hwi_device *
devices_add_disk(struct kunit *test, struct fake_devices *fake,
		 const struct hwi_device *parent, const char *name,
		 unsigned int major, unsigned int minor)
{
	struct hwi_device *device =
		devices_add(test, fake, parent, NULL, "block", name, NULL);

	device->has_dev = true;
	device->block = true;
	device->major = major;
	device->minor = minor;
	return device;
}

static inline void devices_arrange(struct kunit *test,
				   struct fake_devices *fake)
{
	KUNIT_ASSERT_TRUE(test,
			  hwi_devices_arrange(&fake->devices, &fake->arena));
}

#endif
