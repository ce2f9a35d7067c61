// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"

#include "devices.h"

#define DEVICE_CELL(test, device, column) \
	CELL(test, column, hwi_device_columns, hwi_device_row, device)

static void irqs_go_to_msis_and_lines(struct kunit *test)
{
	static const unsigned int numbers[] = { 9, 23, 24, 25, 26, 27, 28 };
	static struct hwi_irq irq[ARRAY_SIZE(numbers)];
	struct hwi_irqs irqs = { .first = irq, .nr = ARRAY_SIZE(irq) };
	struct fake_devices fake;
	struct hwi_device *a, *b;
	unsigned int i;

	devices_letters(test, &fake, "--");
	devices_arrange(test, &fake);
	a = fake.devices.first;
	b = a->next;
	for (i = 0; i < ARRAY_SIZE(irq); i++) {
		irq[i].irq = numbers[i];
		irq[i].used = true;
		irq[i].next = i + 1 < ARRAY_SIZE(irq) ? &irq[i + 1] : NULL;
	}
	/* 24 and 25 are MSIs of a; 25 has no handler. */
	irq[2].msi = true;
	irq[2].device = a;
	irq[3].msi = true;
	irq[3].device = a;
	irq[3].used = false;
	/* 26 is an MSI of an unknown device; 28 is nobody's line. */
	irq[4].msi = true;
	devices_claim_irq(test, &fake, a, 9);
	devices_claim_irq(test, &fake, b, 9);
	/* The same one twice */
	devices_claim_irq(test, &fake, b, 9);
	devices_claim_irq(test, &fake, b, 27);
	/* Lines with the numbers of MSIs are not theirs. */
	devices_claim_irq(test, &fake, b, 24);
	devices_claim_irq(test, &fake, b, 26);
	devices_claimed(test, &fake);
	KUNIT_EXPECT_EQ(test,
			hwi_devices_give_irqs(&fake.devices, &fake.arena, &irqs,
					      &fake.owners),
			0);
	EXPECT_STRING(test, DEVICE_CELL(test, a, "IRQS"), "9,24-25");
	EXPECT_STRING(test, DEVICE_CELL(test, b, "IRQS"), "9,27");
}

static void give(struct kunit *test, struct fake_devices *fake,
		 struct hwi_device *device, const unsigned int *numbers,
		 unsigned int nr)
{
	device->irqs = NULL;
	device->last_irq = NULL;
	for (; nr; nr--)
		KUNIT_ASSERT_TRUE(test,
				  give_irq(&fake->arena, device, *numbers++));
}

static void irqs_are_ranges(struct kunit *test)
{
	static const unsigned int numbers[] = { 0, 1, 2, 4, 6, 7, 4294967295 };
	struct fake_devices fake;
	struct hwi_device *device;

	devices_letters(test, &fake, "-");
	device = fake.devices.first;
	EXPECT_STRING(test, DEVICE_CELL(test, device, "IRQS"), "none");
	give(test, &fake, device, numbers, 1);
	EXPECT_STRING(test, DEVICE_CELL(test, device, "IRQS"), "0");
	give(test, &fake, device, numbers, 2);
	EXPECT_STRING(test, DEVICE_CELL(test, device, "IRQS"), "0-1");
	give(test, &fake, device, numbers, 3);
	EXPECT_STRING(test, DEVICE_CELL(test, device, "IRQS"), "0-2");
	give(test, &fake, device, numbers, 7);
	EXPECT_STRING(test, DEVICE_CELL(test, device, "IRQS"),
		      "0-2,4,6-7,4294967295");
}

/* Of a PNP device they are read only while a driver is bound. */
static void irqs_that_are_not_known(struct kunit *test)
{
	struct hwi_device device = { .device = "pnp:00:04", .bus = "pnp" };

	EXPECT_STRING(test, DEVICE_CELL(test, &device, "IRQS"), "-");
	device.driver = "rtc_cmos";
	EXPECT_STRING(test, DEVICE_CELL(test, &device, "IRQS"), "none");
	device.driver = NULL;
	device.bus = "pnpx";
	EXPECT_STRING(test, DEVICE_CELL(test, &device, "IRQS"), "none");
}

/* Lists that do not fit into the first block go on in another. */
static void irqs_in_any_room(struct kunit *test)
{
	struct hwi_irq *irq = kunit_kcalloc(test, 8, sizeof(*irq), GFP_KERNEL);
	struct hwi_irqs irqs = { .first = irq, .nr = 8 };
	struct fake_devices fake;
	struct hwi_device *a, *b;
	struct hwi_arena arena;
	unsigned int i;
	size_t size;

	KUNIT_ASSERT_TRUE(test, irq);
	devices_letters(test, &fake, "--");
	a = fake.devices.first;
	b = a->next;
	/* Alternate MSIs of a with lines that both have. */
	for (i = 0; i < 8; i++) {
		irq[i].irq = 2 * i;
		irq[i].next = i + 1 < 8 ? &irq[i + 1] : NULL;
		if (i % 2) {
			devices_claim_irq(test, &fake, a, 2 * i);
			devices_claim_irq(test, &fake, b, 2 * i);
		} else {
			irq[i].msi = true;
			irq[i].device = a;
		}
	}
	devices_claimed(test, &fake);
	for (size = 0; size < 256; size += 8) {
		arena = new_arena(test, size);
		a->irqs = NULL;
		a->last_irq = NULL;
		b->irqs = NULL;
		b->last_irq = NULL;
		KUNIT_EXPECT_EQ(test,
				hwi_devices_give_irqs(&fake.devices, &arena,
						      &irqs, &fake.owners),
				0);
		EXPECT_STRING(test, DEVICE_CELL(test, a, "IRQS"),
			      "0,2,4,6,8,10,12,14");
		EXPECT_STRING(test, DEVICE_CELL(test, b, "IRQS"), "2,6,10,14");
		hwi_arena_free(&arena);
	}
}

static void no_room_for_irqs_is_an_error(struct kunit *test)
{
	struct hwi_irq irq = { .msi = true };
	struct hwi_irqs irqs = { .first = &irq, .nr = 1 };
	struct hwi_budget nothing = {};
	struct fake_devices fake;
	struct hwi_arena arena;

	devices_letters(test, &fake, "-");
	irq.device = fake.devices.first;
	hwi_arena_init(&arena, &nothing);
	KUNIT_EXPECT_EQ(test,
			hwi_devices_give_irqs(&fake.devices, &arena, &irqs,
					      &fake.owners),
			-EFBIG);
	hwi_arena_free(&arena);
}

/*
 *  a pci:ahci
 *  `- b ata, no driver
 *      `- c scsi:sd
 *          `- d the disk
 *              `- e its partition
 */
static void hardware_is_behind_protocols(struct kunit *test)
{
	const struct hwi_device *a, *c, *d, *e;
	struct fake_devices fake;
	struct hwi_device *at;

	devices_letters(test, &fake, "-abcd");
	devices_arrange(test, &fake);
	a = fake.devices.first;
	c = a->next->next;
	d = c->next;
	e = d->next;
	/* No device has a driver, so there is no hardware. */
	KUNIT_EXPECT_TRUE(test, !hwi_device_below(d));
	at = (struct hwi_device *)c;
	at->bus = "scsi";
	at->driver = "sd";
	/* The nearest driver, if there is none further up. */
	KUNIT_EXPECT_PTR_EQ(test, hwi_device_below(d), c);
	at = (struct hwi_device *)a;
	at->bus = "pci";
	at->driver = "ahci";
	KUNIT_EXPECT_PTR_EQ(test, hwi_device_below(d), a);
	KUNIT_EXPECT_PTR_EQ(test, hwi_device_below(e), a);
	/* Not the device itself */
	KUNIT_EXPECT_TRUE(test, !hwi_device_below(a));
	/* A bus whose name only begins like a protocol's */
	at = (struct hwi_device *)c;
	at->bus = "scsi2";
	KUNIT_EXPECT_PTR_EQ(test, hwi_device_below(d), c);
	/* A driver that is on no bus drives no hardware. */
	at->bus = NULL;
	KUNIT_EXPECT_PTR_EQ(test, hwi_device_below(d), a);
}

/*
 *  a pnp:serial
 *  `- b serial-base:ctrl
 *      `- c serial-base:port
 *          `- d ttyS0
 */
static void hardware_is_behind_serial_ports(struct kunit *test)
{
	struct fake_devices fake;
	struct hwi_device *a, *b, *c;

	devices_letters(test, &fake, "-abc");
	devices_arrange(test, &fake);
	a = fake.devices.first;
	b = a->next;
	c = b->next;
	a->bus = "pnp";
	a->driver = "serial";
	b->bus = "serial-base";
	b->driver = "ctrl";
	c->bus = "serial-base";
	c->driver = "port";
	KUNIT_EXPECT_PTR_EQ(test, hwi_device_below(c->next),
			    (const struct hwi_device *)a);
	a->driver = NULL;
	KUNIT_EXPECT_PTR_EQ(test, hwi_device_below(c->next),
			    (const struct hwi_device *)c);
}

/* The kernel has no such parents, but the walk up must end. */
static void a_circle_of_parents_has_no_hardware(struct kunit *test)
{
	struct hwi_device a = {}, b = { .parent = &a };

	a.parent = &b;
	KUNIT_EXPECT_TRUE(test, !hwi_device_below(&a));
}

static const char *number_of(struct kunit *test,
			     const struct hwi_device *device)
{
	char *text = kunit_kzalloc(test, 32, GFP_KERNEL);
	struct hwi_text number;

	KUNIT_ASSERT_TRUE(test, text);
	hwi_text_init(&number, text, 31);
	hwi_device_number(&number, device);
	KUNIT_EXPECT_FALSE(test, hwi_text_full(&number));
	return text;
}

static void numbers_have_a_letter(struct kunit *test)
{
	struct hwi_device device = { .major = 4, .minor = 64 };

	EXPECT_STRING(test, number_of(test, &device), "");
	device.has_dev = true;
	EXPECT_STRING(test, number_of(test, &device), "c4:64");
	device.block = true;
	device.major = UINT_MAX;
	device.minor = 0;
	EXPECT_STRING(test, number_of(test, &device), "b4294967295:0");
}

static void a_device_as_a_row(struct kunit *test)
{
	struct hwi_device device = {
		.device = "class:a b",
		.node = NUMA_NO_NODE,
	};
	struct hwi_device parent = { .device = "pci:0000:00:1f.2" };
	struct hwi_device_irq irq = { .irq = 7 };

#define EXPECT_DEVICE(test, device, want)                                    \
	EXPECT_STRING(test,                                                  \
		      ROW(test, hwi_device_columns, hwi_device_row, device), \
		      want)
	EXPECT_DEVICE(test, &device, "class:a\\040b - - none - - - - - -");
	device.driver = "my driver";
	device.has_dev = true;
	device.major = 8;
	device.irqs = &irq;
	device.node = 0;
	device.module = "mod";
	device.class = "class";
	device.bus = "bus";
	device.parent = &parent;
	device.id = (struct hwi_device_id){
		.prefix = "scsi",
		.text = "ATA     QEMU HARDDISK   ",
	};
	EXPECT_DEVICE(
		test, &device,
		"class:a\\040b my\\040driver c8:0 7 0 mod class bus pci:0000:00:1f.2 scsi:ATA QEMU HARDDISK");
}

static void what_a_table_of_devices_shows(struct kunit *test)
{
	struct hwi_device device = { .device = "pci0000:00" };

	KUNIT_EXPECT_FALSE(test, hwi_device_shown(&device));
	device.class = "net";
	KUNIT_EXPECT_TRUE(test, hwi_device_shown(&device));
	device.class = NULL;
	device.bus = "pci";
	KUNIT_EXPECT_TRUE(test, hwi_device_shown(&device));
}

static struct kunit_case device_rows_cases[] = {
	KUNIT_CASE(irqs_go_to_msis_and_lines),
	KUNIT_CASE(irqs_are_ranges),
	KUNIT_CASE(irqs_that_are_not_known),
	KUNIT_CASE(irqs_in_any_room),
	KUNIT_CASE(no_room_for_irqs_is_an_error),
	KUNIT_CASE(hardware_is_behind_protocols),
	KUNIT_CASE(hardware_is_behind_serial_ports),
	KUNIT_CASE(a_circle_of_parents_has_no_hardware),
	KUNIT_CASE(numbers_have_a_letter),
	KUNIT_CASE(a_device_as_a_row),
	KUNIT_CASE(what_a_table_of_devices_shows),
	{}
};

static struct kunit_suite device_rows_suite = {
	.name = "hwinsight_device_rows",
	.test_cases = device_rows_cases,
};

kunit_test_suite(device_rows_suite);

MODULE_DESCRIPTION(
	"KUnit: devices, their interrupts, their hardware, their rows");
MODULE_LICENSE("GPL");
