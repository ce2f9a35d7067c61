// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/arena.c"
#include "../../module/device_record.c"
#include "../../module/index.c"
#include "../../module/owners.c"
#include "../../module/process_record.c"
#include "../../module/text.c"

enum { NULL_DEV, PORT, DISK, PART, BARE, SCSI_DISK, SCSI, HOST, USB, NR };

/*
 * The devices of a made up machine, and their numbers:
 *
 *	NULL_DEV  c1:3 null
 *	PORT      c4:64 tty
 *	HOST      pci:1, driver ahci
 *	+ DISK    b259:0 nvme, and + PART b259:1 with blanks in its name
 *	+ SCSI    scsi:0, driver sd
 *	  + SCSI_DISK b8:0 sda
 *	BARE      c1:259, whose parent has no driver
 *	USB       c189:0, itself on a bus, with a driver
 */
struct machine {
	struct hwi_arena arena;
	struct hwi_device device[NR];
	struct hwi_devices devices;
	struct hwi_numbers numbers;
};

static void device(struct machine *m, int i, const char *name, bool block,
		   unsigned int major, unsigned int minor, int parent)
{
	struct hwi_device *at = &m->device[i];

	at->key = i + 1;
	at->name = hwi_arena_copy(&m->arena, name);
	at->device = at->name;
	at->has_dev = major;
	at->block = block;
	at->major = major;
	at->minor = minor;
	at->parent_key = parent < 0 ? 0 : parent + 1;
	at->next = i + 1 < NR ? &m->device[i + 1] : NULL;
}

static void on_bus(struct machine *m, int i, const char *bus,
		   const char *driver)
{
	struct hwi_device *at = &m->device[i];
	char name[32];

	snprintf(name, sizeof(name), "%s:%d", bus, i);
	at->device = hwi_arena_copy(&m->arena, name);
	at->bus = hwi_arena_copy(&m->arena, bus);
	at->driver = hwi_arena_copy(&m->arena, driver);
}

static struct machine *make_machine(struct kunit *test)
{
	struct machine *m = kunit_kzalloc(test, sizeof(*m), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, m);
	m->arena = new_arena(test, 8192);
	device(m, NULL_DEV, "null", false, 1, 3, -1);
	device(m, PORT, "ttyS0", false, 4, 64, -1);
	device(m, DISK, "nvme0n1", true, 259, 0, HOST);
	device(m, PART, "a part,one", true, 259, 1, DISK);
	device(m, BARE, "bare", false, 1, 259, SCSI_DISK + NR);
	device(m, SCSI_DISK, "sda", true, 8, 0, SCSI);
	device(m, SCSI, "0:0:0:0", false, 0, 0, HOST);
	on_bus(m, SCSI, "scsi", "sd");
	device(m, HOST, "0000:00:1f.2", false, 0, 0, -1);
	on_bus(m, HOST, "pci", "ahci");
	device(m, USB, "usb1", false, 189, 0, HOST);
	on_bus(m, USB, "usb", "usb");
	m->devices.first = &m->device[0];
	m->devices.nr = NR;
	KUNIT_ASSERT_TRUE(test, hwi_devices_arrange(&m->devices, &m->arena));
	KUNIT_ASSERT_TRUE(test, hwi_numbers_index(&m->numbers, &m->arena,
						  &m->devices));
	return m;
}

static u64 c(unsigned int major, unsigned int minor)
{
	return hwi_open_number(MKDEV(major, minor), false);
}

static u64 b(unsigned int major, unsigned int minor)
{
	return hwi_open_number(MKDEV(major, minor), true);
}

static void each_device_has_name_and_hardware(struct kunit *test)
{
	struct machine *m = make_machine(test);
	u64 numbers[] = { c(1, 3),   c(1, 259), c(4, 64), b(8, 0),
			  c(189, 0), b(259, 0), b(259, 1) };
	struct hwi_process process = { .known = true };
	static const char *const want[] = {
		"c1:3=null",
		"c1:259=bare",
		"c4:64=ttyS0",
		"b8:0=sda@pci:7",
		"c189:0=usb1@usb:8",
		"b259:0=nvme0n1@pci:7",
		"b259:1=a\\040part\\054one@pci:7",
	};
	unsigned int i;

	process.nr_numbers = 1;
	for (i = 0; i < ARRAY_SIZE(numbers); i++) {
		process.numbers = &numbers[i];
		EXPECT_TEXT(test,
			    hwi_numbers_text(&m->arena, &process, &m->numbers),
			    want[i]);
	}
	process.numbers = numbers;
	process.nr_numbers = 3;
	EXPECT_TEXT(test, hwi_numbers_text(&m->arena, &process, &m->numbers),
		    "c1:3=null,c1:259=bare,c4:64=ttyS0");
}

/* A character device is never taken for the block device of its number. */
static void what_has_no_device_has_no_name(struct kunit *test)
{
	struct machine *m = make_machine(test);
	u64 numbers[] = { b(1, 3), c(8, 0), c(4095, 1048575),
			  b(4095, 1048575) };
	struct hwi_process process = {
		.known = true,
		.numbers = numbers,
		.nr_numbers = 4,
	};

	EXPECT_TEXT(test, hwi_numbers_text(&m->arena, &process, &m->numbers),
		    "b1:3,c8:0,c4095:1048575,b4095:1048575");
	process.nr_numbers = 0;
	EXPECT_TEXT(test, hwi_numbers_text(&m->arena, &process, &m->numbers),
		    "none");
}

static void numbers_are_put_in_order(struct kunit *test)
{
	u64 numbers[] = { b(259, 0), c(259, 0), c(1, 9),      c(4095, 1048575),
			  c(1, 3),   b(8, 0),	c(1, 1048575) };
	static const struct {
		unsigned int major, minor;
		bool block;
	} want[] = {
		{ 1, 3, false },	  { 1, 9, false },
		{ 1, 1048575, false },	  { 8, 0, true },
		{ 259, 0, false },	  { 259, 0, true },
		{ 4095, 1048575, false },
	};
	struct hwi_process process = {
		.numbers = numbers,
		.nr_numbers = ARRAY_SIZE(numbers),
	};
	unsigned int i;

	hwi_numbers_sort(&process);
	for (i = 0; i < ARRAY_SIZE(want); i++)
		KUNIT_EXPECT_EQ(test, numbers[i],
				(want[i].block ? b : c)(want[i].major,
							want[i].minor));
	process.nr_numbers = 0;
	process.numbers = NULL;
	hwi_numbers_sort(&process);
}

static void a_list_fits_or_overflows(struct kunit *test)
{
	struct machine *m = make_machine(test);
	u64 numbers[] = { c(1, 3), b(259, 0), b(259, 1) };
	struct hwi_process process = {
		.known = true,
		.numbers = numbers,
		.nr_numbers = 3,
	};
	const char *want =
		"c1:3=null,b259:0=nvme0n1@pci:7,b259:1=a\\040part\\054one@pci:7";
	bool fitted = false;
	size_t size;

	for (size = 0; size <= 512; size += HWI_WORD) {
		struct hwi_arena arena = new_arena(test, size);
		struct hwi_str str =
			hwi_numbers_text(&arena, &process, &m->numbers);

		KUNIT_EXPECT_EQ(test, arena.overflow, !str.text);
		if (str.text)
			EXPECT_TEXT(test, str, want);
		fitted = str.text;
	}
	KUNIT_EXPECT_TRUE(test, fitted);
}

static struct kunit_case process_record_cases[] = {
	KUNIT_CASE(each_device_has_name_and_hardware),
	KUNIT_CASE(what_has_no_device_has_no_name),
	KUNIT_CASE(numbers_are_put_in_order),
	KUNIT_CASE(a_list_fits_or_overflows),
	{}
};

static struct kunit_suite process_record_suite = {
	.name = "hwinsight_process_record",
	.test_cases = process_record_cases,
};

kunit_test_suite(process_record_suite);

MODULE_DESCRIPTION("KUnit: the devices processes have open");
MODULE_LICENSE("GPL");
