// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"

#include "devices.h"

/* The devices' letters in order, each followed by those of its parents. */
static const char *order(struct kunit *test, const struct fake_devices *fake)
{
	char *text = kunit_kzalloc(test, 64, GFP_KERNEL);
	const struct hwi_device *device, *up;
	unsigned int nr = 0;
	int n = 0;

	KUNIT_ASSERT_TRUE(test, text);
	for (device = fake->devices.first; device; device = device->next) {
		n += scnprintf(text + n, 64 - n, "%s", n ? " " : "");
		for (up = device; up; up = up->parent)
			n += scnprintf(text + n, 64 - n, "%s", up->name);
		nr++;
	}
	KUNIT_EXPECT_EQ(test, nr, fake->devices.nr);
	return text;
}

static void expect_order(struct kunit *test, const char *parents,
			 const char *want)
{
	struct fake_devices fake;

	devices_letters(test, &fake, parents);
	devices_arrange(test, &fake);
	EXPECT_STRING(test, order(test, &fake), want);
}

/*
 *  a      d
 *  |- b   `- e      listed as they are named, but for c before b
 *  `- c
 *      `- f
 */
static void parents_come_first(struct kunit *test)
{
	expect_order(test, "", "");
	expect_order(test, "-", "a");
	expect_order(test, "-aa-dc", "a ba ca fca d ed");
	/* A child is listed before its parent */
	expect_order(test, "b-b", "b ab cb");
	expect_order(test, "bcd-", "d cd bcd abcd");
}

static void parents_that_cannot_be(struct kunit *test)
{
	/* The parent is not listed (h), or is the device itself */
	expect_order(test, "h-ac", "a ca dca b");
	expect_order(test, "ab", "a b");
	/* Parents in a circle, one with a child: none is below a root. */
	expect_order(test, "-cbb", "a");
}

/*
 *  a class tty, on no bus       rest
 *  b bus cpu                    rest: a part of the kernel
 *  `- c class thermal           rest, as its parent
 *  d on nothing, as pci0000:00  rest
 *  `- e bus pci                 hardware
 *      |- f class net           hardware, as its parent
 *      `- g class tty           rest: pseudo whatever it is below
 *          `- h bus usb         hardware
 */
static void hardware_comes_first(struct kunit *test)
{
	struct fake_devices fake;
	struct hwi_device *at;

	devices_letters(test, &fake, "--b-deeg");
	at = fake.devices.first;
	at->class = "tty";
	at = at->next;
	at->bus = "cpu";
	at = at->next;
	at->class = "thermal";
	at = at->next->next;
	at->bus = "pci";
	at = at->next;
	at->class = "net";
	at = at->next;
	at->class = "tty";
	at = at->next;
	at->bus = "usb";
	devices_arrange(test, &fake);
	EXPECT_STRING(test, order(test, &fake), "ed fed hged a b cb d ged");
}

/* A bus goes before a class. Names match as a whole, not as a prefix. */
static void what_is_pseudo(struct kunit *test)
{
	struct fake_devices fake;
	struct hwi_device *at;

	devices_letters(test, &fake, "-----");
	at = fake.devices.first;
	at->bus = "workqueue";
	at = at->next;
	at->class = "misc";
	at = at->next;
	at->bus = "cpus";
	at = at->next;
	at->bus = "platform";
	at->class = "misc";
	at = at->next;
	at->bus = "memory";
	at->class = "net";
	devices_arrange(test, &fake);
	EXPECT_STRING(test, order(test, &fake), "c d a b e");
}

/* However small the arena is at first, every device can be found. */
static void indexed_in_any_room(struct kunit *test)
{
	const struct hwi_device *device;
	struct fake_devices fake;
	struct hwi_arena arena;
	size_t size;

	devices_letters(test, &fake, "-aab");
	for (size = 0; size < 256; size += 4) {
		arena = new_arena(test, size);
		KUNIT_EXPECT_EQ(test, hwi_devices_index(&fake.devices, &arena),
				0);
		for (device = fake.devices.first; device; device = device->next)
			KUNIT_EXPECT_PTR_EQ(
				test,
				(const struct hwi_device *)hwi_index_find(
					&fake.devices.by_key, device->key),
				device);
		KUNIT_EXPECT_TRUE(test,
				  !hwi_index_find(&fake.devices.by_key, 5));
		hwi_arena_free(&arena);
	}
}

static void no_room_is_an_error(struct kunit *test)
{
	struct hwi_budget nothing = {};
	struct fake_devices fake;
	struct hwi_arena arena;

	devices_letters(test, &fake, "-aab");
	hwi_arena_init(&arena, &nothing);
	KUNIT_EXPECT_EQ(test, hwi_devices_index(&fake.devices, &arena), -EFBIG);
	hwi_arena_free(&arena);
}

static struct kunit_case device_order_cases[] = {
	KUNIT_CASE(parents_come_first),
	KUNIT_CASE(parents_that_cannot_be),
	KUNIT_CASE(hardware_comes_first),
	KUNIT_CASE(what_is_pseudo),
	KUNIT_CASE(indexed_in_any_room),
	KUNIT_CASE(no_room_is_an_error),
	{}
};

static struct kunit_suite device_order_suite = {
	.name = "hwinsight_device_order",
	.test_cases = device_order_cases,
};

kunit_test_suite(device_order_suite);

MODULE_DESCRIPTION("KUnit: devices, their order, and how they are found");
MODULE_LICENSE("GPL");
