// SPDX-License-Identifier: GPL-2.0
#include "pause.h"
#include "helpers.h"

#include <linux/platform_device.h>

#include "../../module/core/kset_walk.c"
#include "../../module/device_walk.c"
#include "../../module/owner_tree.c"

/* owner_tree.c calls it to add claims, which no test here reads. */
void hwi_owners_add_irq(struct hwi_owners *owners, struct hwi_arena *arena,
			struct hwi_device *device, unsigned int irq)
{
}

static struct bus_type bus = { .name = "somebody's" };
static struct bus_type auxiliary = { .name = "auxiliary" };
static struct device_driver modular = { .owner = THIS_MODULE };
static struct device_driver built_in;

/* Too large for the stack in a kernel with lock checking. */
static struct device *new_device(struct kunit *test)
{
	struct device *dev = kunit_kzalloc(test, sizeof(*dev), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, dev);
	return dev;
}

/* Whether a device of that bus and driver is held, and with which module. */
static void expect_held(struct kunit *test, const struct device *dev, bool held,
			const struct module *with)
{
	struct module *owner = THIS_MODULE;
	bool can;

	rcu_read_lock();
	can = hwi_device_can_hold(dev, &owner);
	rcu_read_unlock();
	KUNIT_EXPECT_EQ(test, can, held);
	KUNIT_EXPECT_PTR_EQ(test, (const struct module *)owner, with);
}

static void a_built_in_bus_needs_no_module(struct kunit *test)
{
	struct device *dev = new_device(test);

	dev->bus = &platform_bus_type;
	expect_held(test, dev, true, NULL);
	dev->driver = &modular;
	expect_held(test, dev, true, NULL);
}

/* Its driver keeps the bus. */
static void another_bus_goes_with_its_driver(struct kunit *test)
{
	struct device *dev = new_device(test);

	dev->bus = &bus;
	expect_held(test, dev, false, NULL);
	dev->driver = &modular;
	expect_held(test, dev, true, THIS_MODULE);
	dev->driver = &built_in;
	expect_held(test, dev, true, NULL);
}

/* Not its own driver, but its parent's. */
static void an_auxiliary_device_goes_with_its_maker(struct kunit *test)
{
	struct device *parent = new_device(test);
	struct device *dev = new_device(test);

	dev->bus = &auxiliary;
	dev->driver = &built_in;
	expect_held(test, dev, false, NULL);
	parent->bus = &platform_bus_type;
	dev->parent = parent;
	expect_held(test, dev, false, NULL);
	parent->driver = &modular;
	expect_held(test, dev, true, THIS_MODULE);
}

static void a_device_on_no_bus(struct kunit *test)
{
	struct device *dev = new_device(test);

	dev->driver = &modular;
	expect_held(test, dev, false, NULL);
}

static struct kunit_case device_hold_cases[] = {
	KUNIT_CASE(a_built_in_bus_needs_no_module),
	KUNIT_CASE(another_bus_goes_with_its_driver),
	KUNIT_CASE(an_auxiliary_device_goes_with_its_maker),
	KUNIT_CASE(a_device_on_no_bus),
	{}
};

static struct kunit_suite device_hold_suite = {
	.name = "hwinsight_device_hold",
	.test_cases = device_hold_cases,
};

kunit_test_suite(device_hold_suite);

MODULE_DESCRIPTION("KUnit: devices that can be held");
MODULE_LICENSE("GPL");
