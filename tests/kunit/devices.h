/* SPDX-License-Identifier: GPL-2.0 */
/* Fake devices. First include module/device_rows.c, and what that needs. */
#ifndef HWI_KUNIT_DEVICES_H
#define HWI_KUNIT_DEVICES_H

#include "helpers.h"

#include "../../module/device_rows.h"
#include "../../module/owner.h"

/**
 * struct fake_devices - devices that a suite makes up
 * @arena: where they are
 * @devices: all of them
 * @link: where the next one is linked in
 * @owners: what they claim
 */
struct fake_devices {
	struct hwi_arena arena;
	struct hwi_devices devices;
	struct hwi_device **link;
	struct hwi_owners owners;
};

static inline void devices_begin(struct kunit *test, struct fake_devices *fake)
{
	memset(fake, 0, sizeof(*fake));
	fake->arena = new_arena(test, 32768);
	fake->link = &fake->devices.first;
	hwi_owners_init(&fake->owners);
}

/* Add a device below another; its key is its position in the list. */
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
		.bus = bus,
		.class = class,
		.name = name,
		.driver = driver,
		.device = hwi_arena_join(arena, bus ? bus : class, ':', name),
	};
	KUNIT_ASSERT_TRUE(test, device->device);
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
	KUNIT_ASSERT_EQ(test, hwi_devices_index(&fake->devices, &fake->arena),
			0);
	hwi_devices_arrange(&fake->devices);
}

/*
 * Devices with the keys 1, 2, ... in the kernel's order, named a, b, ...;
 * @parents has one letter for each, or any other character for no parent.
 */
static inline void devices_letters(struct kunit *test,
				   struct fake_devices *fake,
				   const char *parents)
{
	static const char *const names[] = { "a", "b", "c", "d",
					     "e", "f", "g", "h" };
	unsigned int i;

	devices_begin(test, fake);
	KUNIT_ASSERT_TRUE(test, strlen(parents) <= ARRAY_SIZE(names));
	for (i = 0; parents[i]; i++)
		devices_add(test, fake, NULL, NULL, NULL, names[i], NULL)
			->parent_key =
			parents[i] >= 'a' ? parents[i] - 'a' + 1 : 0;
}

/* Something that a device owns; can be found after devices_claimed(). */
static inline void devices_claim(struct kunit *test, struct fake_devices *fake,
				 struct hwi_claim claim)
{
	struct hwi_claim *to = hwi_arena_alloc(&fake->arena, sizeof(*to));

	KUNIT_ASSERT_TRUE(test, to);
	*to = claim;
	hwi_owners_add(&fake->owners, to);
}

static inline void devices_claim_irq(struct kunit *test,
				     struct fake_devices *fake,
				     struct hwi_device *device,
				     unsigned int irq)
{
	devices_claim(test, fake,
		      (struct hwi_claim){
			      .type = HWI_CLAIM_IRQ,
			      .key = irq,
			      .device = device,
		      });
}

static inline void devices_claimed(struct kunit *test,
				   struct fake_devices *fake)
{
	memset(fake->owners.by_key, 0, sizeof(fake->owners.by_key));
	KUNIT_ASSERT_EQ(test, hwi_owners_index(&fake->owners, &fake->arena), 0);
}

#endif
