// SPDX-License-Identifier: GPL-2.0
#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/usb_rows.c"

#include "joined.h"

/**
 * struct fake - devices, and collected USB devices
 * @sys: the devices
 * @usbs: the collected USB devices
 */
struct fake {
	struct fake_devices sys;
	struct hwi_usbs usbs;
};

static struct hwi_usb *read_usb(struct kunit *test, struct fake *fake,
				const struct hwi_device *device)
{
	return READ_RECORD(test, fake, &fake->usbs, device, .ma = -1);
}

static struct hwi_device *add_usb(struct kunit *test, struct fake *fake,
				  const struct hwi_device *parent,
				  const char *name)
{
	return devices_add(test, &fake->sys, parent, "usb", NULL, name, "usb");
}

static void add_interface(struct kunit *test, struct fake *fake,
			  const struct hwi_device *parent, const char *name,
			  unsigned int class, const char *driver)
{
	struct hwi_device *device = devices_add(test, &fake->sys, parent, "usb",
						NULL, name, driver);

	device->id.numbers = true;
	device->id.class = class << 16 | 0x0102;
	device->id.class_digits = 6;
}

static int join(struct fake *fake, struct hwi_arena *arena)
{
	return hwi_usbs_join(&fake->usbs, arena, &fake->sys.devices);
}

#define EXPECT_USB(test, usb, want) \
	EXPECT_STRING(test, ROW(test, hwi_usb_columns, hwi_usb_row, usb), want)

static void little_is_known(struct kunit *test)
{
	struct hwi_usb *usb;
	struct fake fake;

	BEGIN_FAKE(test, &fake);
	usb = read_usb(test, &fake, add_usb(test, &fake, NULL, "1-1"));
	JOIN_FAKE(test, &fake, join);
	EXPECT_USB(test, usb, "1-1 0000:0000 - - - - - - - none usb:1-1");
}

/*
 * usb1 - 1-1 - 1-1:1.0 (usbhid), 1-1:1.1, an endpoint
 *            - 1-1.2
 */
static void facts_in_the_order_of_the_columns(struct kunit *test)
{
	struct hwi_device *hub, *device;
	struct hwi_usb *usb;
	struct fake fake;

	BEGIN_FAKE(test, &fake);
	hub = add_usb(test, &fake, NULL, "usb1");
	device = add_usb(test, &fake, hub, "1-1");
	add_interface(test, &fake, device, "1-1:1.0", 3, "usbhid");
	devices_add(test, &fake.sys, device, NULL, "usb_endpoint", "ep_00",
		    NULL);
	add_interface(test, &fake, device, "1-1:1.1", 0xff, NULL);
	add_interface(test, &fake, device, "1-1:1.2", 0xe, "a, b");
	add_usb(test, &fake, device, "1-1.2");
	usb = read_usb(test, &fake, device);
	usb->vendor = 0x0627;
	usb->product_id = 1;
	usb->speed = "1.5";
	usb->ma = 0;
	usb->state = "configured";
	usb->runtime = "suspended";
	usb->maker = "QEMU";
	usb->product = "QEMU USB Keyboard";
	usb->serial = "68284-0000:00:04.0-1";
	JOIN_FAKE(test, &fake, join);
	EXPECT_USB(
		test, usb,
		"1-1 0627:0001 1.5 0 configured suspended QEMU\\040USB\\040Keyboard QEMU 68284-0000:00:04.0-1 1.0=03/usbhid,1.1=ff,1.2=0e/a\\054\\040b usb:1-1");
	/* A hidden serial number and none differ only in the flag. */
	usb->serial = NULL;
	usb->serial_hidden = true;
	EXPECT_STRING(test,
		      CELL(test, "SERIAL", hwi_usb_columns, hwi_usb_row, usb),
		      "*");
}

/* Devices below a hub follow it, in whatever order they were found. */
static void only_devices_of_both_walks(struct kunit *test)
{
	struct hwi_device *hub, *below, *other, *second, gone = { .key = 99 };
	struct fake fake;

	BEGIN_FAKE(test, &fake);
	hub = add_usb(test, &fake, NULL, "usb1");
	second = add_usb(test, &fake, NULL, "usb2");
	below = add_usb(test, &fake, hub, "1-1");
	add_usb(test, &fake, hub, "1-2");
	other = devices_add(test, &fake.sys, NULL, "pci", NULL, "other", NULL);
	read_usb(test, &fake, hub);
	read_usb(test, &fake, &gone);
	read_usb(test, &fake, below);
	read_usb(test, &fake, other);
	read_usb(test, &fake, second);
	JOIN_FAKE(test, &fake, join);
	KUNIT_ASSERT_EQ(test, fake.usbs.nr, 3U);
	EXPECT_STRING(test, fake.usbs.first->device->name, "usb1");
	EXPECT_STRING(test, fake.usbs.first->next->device->name, "1-1");
	EXPECT_STRING(test, fake.usbs.first->next->next->device->name, "usb2");
	KUNIT_EXPECT_TRUE(test, !fake.usbs.first->next->next->next);
}

static void read_one(struct kunit *test, struct fake *fake)
{
	read_usb(test, fake, add_usb(test, fake, NULL, "usb1"));
}

static void look_at_one(struct kunit *test, struct fake *fake)
{
	KUNIT_EXPECT_EQ(test, fake->usbs.nr, 1U);
}

static void joined_in_any_room(struct kunit *test)
{
	EXPECT_JOINED_IN_ANY_ROOM(test, read_one, join, look_at_one);
}

static void no_room_is_an_error(struct kunit *test)
{
	EXPECT_NO_ROOM_IS_AN_ERROR(test, read_one, join);
}

static struct kunit_case usb_rows_cases[] = {
	KUNIT_CASE(little_is_known),
	KUNIT_CASE(facts_in_the_order_of_the_columns),
	KUNIT_CASE(only_devices_of_both_walks),
	KUNIT_CASE(joined_in_any_room),
	KUNIT_CASE(no_room_is_an_error),
	{}
};

static struct kunit_suite usb_rows_suite = {
	.name = "hwinsight_usb_rows",
	.test_cases = usb_rows_cases,
};

kunit_test_suite(usb_rows_suite);

MODULE_DESCRIPTION("KUnit: USB devices, their interfaces, and their rows");
MODULE_LICENSE("GPL");
