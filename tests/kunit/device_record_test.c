// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/index.c"
#include "../../module/owners.c"
#include "../../module/device_record.c"
#include "../../module/device_id_text.c"

#define MOST 8

/* Devices with the keys 1, 2, ... in the kernel's order, named a, b, ... */
struct fake {
	struct hwi_arena arena;
	struct hwi_devices devices;
	struct hwi_device device[MOST];
};

/* One for each parent: its letter, or anything that is none. */
static void begin(struct kunit *test, struct fake *fake, const char *parents,
		  size_t size)
{
	struct hwi_device **link = &fake->devices.first;
	unsigned int i;

	memset(fake, 0, sizeof(*fake));
	fake->arena = new_arena(test, size);
	fake->devices.nr = strlen(parents);
	KUNIT_ASSERT_TRUE(test, fake->devices.nr <= MOST);
	for (i = 0; i < fake->devices.nr; i++) {
		struct hwi_device *device = &fake->device[i];

		device->key = i + 1;
		device->parent_key = parents[i] >= 'a' ? parents[i] - 'a' + 1 :
							 0;
		*link = device;
		link = &device->next;
	}
}

/* The letters in order, each after those of its parents. */
static const char *order(struct kunit *test, const struct fake *fake)
{
	char *text = kunit_kzalloc(test, 64, GFP_KERNEL);
	const struct hwi_device *device, *up;
	unsigned int nr = 0;
	int n = 0;

	KUNIT_ASSERT_TRUE(test, text);
	for (device = fake->devices.first; device; device = device->next) {
		n += scnprintf(text + n, 64 - n, n ? " " : "");
		for (up = device; up; up = up->parent)
			n += scnprintf(text + n, 64 - n, "%c",
				       (char)('a' + up->key - 1));
		nr++;
	}
	KUNIT_EXPECT_EQ(test, nr, fake->devices.nr);
	return text;
}

static void expect_order(struct kunit *test, const char *parents,
			 const char *want)
{
	static struct fake fake;

	begin(test, &fake, parents, 1024);
	KUNIT_EXPECT_TRUE(test,
			  hwi_devices_arrange(&fake.devices, &fake.arena));
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
	/* A child that is listed before its parent */
	expect_order(test, "b-b", "b ab cb");
	expect_order(test, "bcd-", "d cd bcd abcd");
}

static void parents_that_cannot_be(struct kunit *test)
{
	/* One that is not listed (h), and the device itself */
	expect_order(test, "h-ac", "a ca dca b");
	expect_order(test, "ab", "a b");
	/* In a circle, with a child: none of them is below a root. */
	expect_order(test, "-cbb", "a");
}

static void devices_at_every_size(struct kunit *test)
{
	static struct fake fake;
	size_t size;
	bool good;

	for (size = 0; size < 512; size += 4) {
		begin(test, &fake, "-aab", size);
		good = hwi_devices_arrange(&fake.devices, &fake.arena);
		KUNIT_EXPECT_TRUE(test, good == !fake.arena.overflow);
		if (good)
			EXPECT_STRING(test, order(test, &fake), "a ba dba ca");
		kunit_kfree(test, fake.arena.base);
	}
	KUNIT_EXPECT_TRUE(test, good);
}

static const char *irqs_of(struct kunit *test, const struct hwi_device *device)
{
	char *text = kunit_kzalloc(test, 64, GFP_KERNEL);
	const struct hwi_device_irq *at;
	int n = 0;

	KUNIT_ASSERT_TRUE(test, text);
	for (at = device->irqs; at; at = at->next)
		n += scnprintf(text + n, 64 - n, "%s%u", n ? "," : "", at->irq);
	return text;
}

static void irqs_go_to_msis_and_lines(struct kunit *test)
{
	static struct hwi_irq line, msi, msi2, idle;
	struct hwi_irqs irqs = { .first = &line, .nr = 4 };
	static const struct hwi_owner a = { .key = 1 }, b = { .key = 2 },
				      gone = { .key = 77 };
	struct hwi_owners owners;
	static struct fake fake;

	begin(test, &fake, "--", 1024);
	KUNIT_ASSERT_TRUE(test,
			  hwi_devices_arrange(&fake.devices, &fake.arena));
	line = (struct hwi_irq){ .irq = 9, .next = &msi };
	msi = (struct hwi_irq){ .irq = 24, .msi = true, .next = &msi2 };
	msi2 = (struct hwi_irq){ .irq = 25, .msi = true, .next = &idle };
	idle = (struct hwi_irq){ .irq = 26 };
	msi.owner = a;
	msi2.owner = a;
	hwi_owners_init(&owners, &fake.arena);
	hwi_owners_add_key(&owners, 9, 0, 0, &a);
	hwi_owners_add_key(&owners, 9, 0, 0, &b);
	/* Twice the same, and one that is no longer there */
	hwi_owners_add_key(&owners, 9, 0, 0, &b);
	hwi_owners_add_key(&owners, 9, 0, 0, &gone);
	/* A line of an MSI's number is not its. */
	hwi_owners_add_key(&owners, 24, 0, 0, &b);
	hwi_devices_give_irqs(&fake.devices, &fake.arena, &irqs, &owners);
	EXPECT_STRING(test, irqs_of(test, &fake.device[0]), "9,24,25");
	EXPECT_STRING(test, irqs_of(test, &fake.device[1]), "9");
}

static void on(struct fake *fake, unsigned int i, const char *bus,
	       const char *driver)
{
	fake->device[i].bus = hwi_arena_copy(&fake->arena, bus);
	fake->device[i].driver = hwi_arena_copy(&fake->arena, driver);
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
	static struct fake fake;

	begin(test, &fake, "-abcd", 1024);
	KUNIT_ASSERT_TRUE(test,
			  hwi_devices_arrange(&fake.devices, &fake.arena));
	/* Nothing has a driver: it has no hardware. */
	KUNIT_EXPECT_TRUE(test, !hwi_device_hardware(&fake.device[3]));
	on(&fake, 2, "scsi", "sd");
	/* Of what has no driver behind it, that. */
	KUNIT_EXPECT_PTR_EQ(test, hwi_device_hardware(&fake.device[3]),
			    (const struct hwi_device *)&fake.device[2]);
	on(&fake, 0, "pci", "ahci");
	KUNIT_EXPECT_PTR_EQ(test, hwi_device_hardware(&fake.device[3]),
			    (const struct hwi_device *)&fake.device[0]);
	KUNIT_EXPECT_PTR_EQ(test, hwi_device_hardware(&fake.device[4]),
			    (const struct hwi_device *)&fake.device[0]);
	/* Not itself */
	KUNIT_EXPECT_TRUE(test, !hwi_device_hardware(&fake.device[0]));
	/* A bus whose name only begins like one of those */
	on(&fake, 2, "scsi2", "sd");
	KUNIT_EXPECT_PTR_EQ(test, hwi_device_hardware(&fake.device[3]),
			    (const struct hwi_device *)&fake.device[2]);
}

static void numbers_have_a_letter(struct kunit *test)
{
	struct hwi_device device = { .major = 4, .minor = 64 };
	struct hwi_arena arena = new_arena(test, 256);

	EXPECT_NO_TEXT(test, hwi_device_number(&arena, &device));
	device.has_dev = true;
	EXPECT_TEXT(test, hwi_device_number(&arena, &device), "c4:64");
	device.block = true;
	device.major = UINT_MAX;
	device.minor = 0;
	EXPECT_TEXT(test, hwi_device_number(&arena, &device), "b4294967295:0");
}

static void ids_are_numbers_or_names(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_device_id id = {};

	EXPECT_NO_TEXT(test, hwi_device_id_text(&arena, &id));
	id.prefix = "pci";
	EXPECT_NO_TEXT(test, hwi_device_id_text(&arena, &id));
	id.numbers = true;
	id.vendor = 0x8086;
	id.product = 0xd3;
	EXPECT_TEXT(test, hwi_device_id_text(&arena, &id), "pci:8086:00d3");
	id.class = 0x20000;
	id.class_digits = 6;
	EXPECT_TEXT(test, hwi_device_id_text(&arena, &id),
		    "pci:8086:00d3 class=0x020000");
	id.numbers = false;
	id.prefix = "scsi";
	id.text = hwi_arena_copy(&arena, "  ATA     QEMU HARDDISK   ");
	EXPECT_TEXT(test, hwi_device_id_text(&arena, &id),
		    "scsi:ATA QEMU HARDDISK");
	KUNIT_EXPECT_FALSE(test, arena.overflow);
}

static struct kunit_case device_record_cases[] = {
	KUNIT_CASE(parents_come_first),
	KUNIT_CASE(parents_that_cannot_be),
	KUNIT_CASE(devices_at_every_size),
	KUNIT_CASE(irqs_go_to_msis_and_lines),
	KUNIT_CASE(hardware_is_behind_protocols),
	KUNIT_CASE(numbers_have_a_letter),
	KUNIT_CASE(ids_are_numbers_or_names),
	{}
};

static struct kunit_suite device_record_suite = {
	.name = "hwinsight_device_record",
	.test_cases = device_record_cases,
};

kunit_test_suite(device_record_suite);

MODULE_DESCRIPTION("KUnit: devices, their order and what they are");
MODULE_LICENSE("GPL");
