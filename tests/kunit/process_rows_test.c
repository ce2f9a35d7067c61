// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/process_rows.c"

#include "devices.h"

static u64 c(unsigned int major, unsigned int minor)
{
	return hwi_open_number(MKDEV(major, minor), false);
}

static u64 b(unsigned int major, unsigned int minor)
{
	return hwi_open_number(MKDEV(major, minor), true);
}

static struct hwi_open *new_open(struct kunit *test)
{
	struct hwi_open *open = kunit_kzalloc(test, sizeof(*open), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, open);
	return open;
}

static void each_device_once_in_order(struct kunit *test)
{
	const u64 numbers[] = { b(259, 0),	  c(259, 0), c(1, 9),
				c(4095, 1048575), c(1, 3),   b(8, 0),
				c(1, 1048575),	  c(1, 3),   b(259, 0),
				c(1, 3) };
	const u64 want[] = { c(1, 3),	c(1, 9),   c(1, 1048575),   b(8, 0),
			     c(259, 0), b(259, 0), c(4095, 1048575) };
	static const unsigned int files[] = { 3, 1, 1, 1, 1, 2, 1 };
	struct hwi_open *open = new_open(test);
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(numbers); i++)
		hwi_open_add(open, numbers[i]);
	KUNIT_ASSERT_EQ(test, open->nr, (unsigned int)ARRAY_SIZE(want));
	for (i = 0; i < ARRAY_SIZE(want); i++) {
		KUNIT_EXPECT_EQ(test, open->number[i], want[i]);
		KUNIT_EXPECT_EQ(test, open->files[i], files[i]);
	}
	KUNIT_EXPECT_EQ(test, open->more, 0U);
}

/* The lowest are 1 to HWI_OPEN_MAX, each with that many files. */
static void expect_lowest(struct kunit *test, const struct hwi_open *open,
			  unsigned int files, unsigned int more)
{
	unsigned int i;

	KUNIT_ASSERT_EQ(test, open->nr, (unsigned int)HWI_OPEN_MAX);
	for (i = 0; i < HWI_OPEN_MAX; i++) {
		KUNIT_EXPECT_EQ(test, open->number[i], (u64)i + 1);
		KUNIT_EXPECT_EQ(test, open->files[i], files);
	}
	KUNIT_EXPECT_EQ(test, open->more, more);
}

static void exactly_as_many_as_are_listed(struct kunit *test)
{
	struct hwi_open *open = new_open(test);
	unsigned int i;

	for (i = 1; i <= HWI_OPEN_MAX; i++)
		hwi_open_add(open, i);
	expect_lowest(test, open, 1, 0);
	/* One more below all of them, and one more above */
	hwi_open_add(open, 0);
	KUNIT_EXPECT_EQ(test, open->number[0], 0ULL);
	KUNIT_EXPECT_EQ(test, open->number[HWI_OPEN_MAX - 1],
			(u64)HWI_OPEN_MAX - 1);
	KUNIT_EXPECT_EQ(test, open->more, 1U);
	hwi_open_add(open, HWI_OPEN_MAX);
	KUNIT_EXPECT_EQ(test, open->more, 2U);
	KUNIT_EXPECT_EQ(test, open->nr, (unsigned int)HWI_OPEN_MAX);
}

#define MANY 1000

/* Ascending, descending, from the middle outwards, and mixed. */
static unsigned int nth(unsigned int order, unsigned int i)
{
	switch (order) {
	case 0:
		return i + 1;
	case 1:
		return MANY - i;
	case 2:
		return i % 2 ? MANY / 2 - i / 2 : MANY / 2 + i / 2 + 1;
	default:
		/* 367 and 1000 are coprime. */
		return i * 367 % MANY + 1;
	}
}

static void the_lowest_in_any_order(struct kunit *test)
{
	unsigned int order, i;
	struct hwi_open *open;

	for (order = 0; order < 4; order++) {
		open = new_open(test);
		for (i = 0; i < MANY; i++)
			hwi_open_add(open, nth(order, i));
		expect_lowest(test, open, 1, MANY - HWI_OPEN_MAX);
		/* Once more: the listed ones count again, as does the rest. */
		for (i = 0; i < MANY; i++)
			hwi_open_add(open, nth(order, i));
		expect_lowest(test, open, 2, 2 * (MANY - HWI_OPEN_MAX));
	}
}

/* No file is lost or counted twice, whatever drops off the end. */
static void every_file_is_counted(struct kunit *test)
{
	struct hwi_open *open = new_open(test);
	unsigned int i, k, files = 0, sum;

	for (i = 0; i < 300; i++) {
		for (k = 0; k <= i % 3; k++, files++)
			hwi_open_add(open, 1000 - i);
		for (sum = open->more, k = 0; k < open->nr; k++)
			sum += open->files[k];
		KUNIT_EXPECT_EQ(test, sum, files);
	}
	for (k = 1; k < open->nr; k++)
		KUNIT_EXPECT_TRUE(test, open->number[k - 1] < open->number[k]);
}

/**
 * struct machine - the devices of a made-up machine
 * @sys: c1:3 null; c4:64 ttyS0; c1:259 bare, on nothing that is hardware;
 *	pci:host (ahci) with b259:0 nvme0n1, its partition b259:1, and scsi:lun
 *	(sd) with b8:0 sda; usb:usb1 (usb) below the host is c189:0 itself
 * @processes: joined with them
 */
struct machine {
	struct fake_devices sys;
	struct hwi_processes processes;
};

static void numbered(struct hwi_device *device, unsigned int major,
		     unsigned int minor)
{
	device->has_dev = true;
	device->major = major;
	device->minor = minor;
}

static void make_devices(struct kunit *test, struct fake_devices *sys)
{
	struct hwi_device *host, *disk, *lun;

	devices_begin(test, sys);
	numbered(devices_add(test, sys, NULL, NULL, "mem", "null", NULL), 1, 3);
	numbered(devices_add(test, sys, NULL, NULL, "tty", "ttyS0", NULL), 4,
		 64);
	numbered(devices_add(test, sys, NULL, NULL, "misc", "bare", NULL), 1,
		 259);
	host = devices_add(test, sys, NULL, "pci", NULL, "host", "ahci");
	disk = devices_add_disk(test, sys, host, "nvme0n1", 259, 0);
	devices_add_disk(test, sys, disk, "a part,one", 259, 1);
	lun = devices_add(test, sys, host, "scsi", NULL, "lun", "sd");
	devices_add_disk(test, sys, lun, "sda", 8, 0);
	numbered(devices_add(test, sys, host, "usb", NULL, "usb1", "usb"), 189,
		 0);
	devices_arrange(test, sys);
}

static struct machine *make_machine(struct kunit *test)
{
	struct machine *m = kunit_kzalloc(test, sizeof(*m), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, m);
	make_devices(test, &m->sys);
	KUNIT_ASSERT_EQ(test,
			hwi_processes_join(&m->processes, &m->sys.arena,
					   &m->sys.devices),
			0);
	return m;
}

/* DEVICES of a process that has just these open. */
static const char *devices_of(struct kunit *test,
			      const struct hwi_processes *processes,
			      u64 *numbers, unsigned int nr, unsigned int more)
{
	struct hwi_process process = {
		.pid = 1,
		.state = 'S',
		.known = true,
		.open = numbers,
		.nr_open = nr,
		.more_open = more,
	};

	return CELL(test, "DEVICES", hwi_process_columns, hwi_process_row,
		    &process, processes);
}

static void each_device_has_name_and_hardware(struct kunit *test)
{
	struct machine *m = make_machine(test);
	u64 numbers[] = { c(1, 3),   c(1, 259), c(4, 64), b(8, 0),
			  c(189, 0), b(259, 0), b(259, 1) };
	static const char *const want[] = {
		"c1:3=null",
		"c1:259=bare",
		"c4:64=ttyS0",
		"b8:0=sda@pci:host",
		"c189:0=usb1@usb:usb1",
		"b259:0=nvme0n1@pci:host",
		"b259:1=a\\040part\\054one@pci:host",
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(numbers); i++)
		EXPECT_STRING(test,
			      devices_of(test, &m->processes, &numbers[i], 1,
					 0),
			      want[i]);
	EXPECT_STRING(test, devices_of(test, &m->processes, numbers, 3, 0),
		      "c1:3=null,c1:259=bare,c4:64=ttyS0");
	EXPECT_STRING(test, devices_of(test, &m->processes, numbers, 2, 7),
		      "c1:3=null,c1:259=bare,+7");
}

/* A character device is never taken for the block device of the same number. */
static void what_has_no_device_has_no_name(struct kunit *test)
{
	struct machine *m = make_machine(test);
	struct hwi_processes none = {};
	u64 numbers[] = { b(1, 3), c(8, 0), c(4095, 1048575),
			  b(4095, 1048575) };

	EXPECT_STRING(test, devices_of(test, &m->processes, numbers, 4, 0),
		      "b1:3,c8:0,c4095:1048575,b4095:1048575");
	EXPECT_STRING(test, devices_of(test, &none, numbers, 2, 0),
		      "b1:3,c8:0");
	EXPECT_STRING(test, devices_of(test, &m->processes, NULL, 0, 0),
		      "none");
}

/* 64 devices and a count of the rest, with the largest numbers there are. */
static void as_much_as_there_can_be(struct kunit *test)
{
	struct hwi_open *open = new_open(test);
	struct hwi_processes none = {};
	const char *got;
	unsigned int i, commas = 0;

	for (i = 0; i < 2 * HWI_OPEN_MAX; i++)
		hwi_open_add(open, b(4095, 1048575 - i));
	got = devices_of(test, &none, open->number, open->nr, open->more);
	KUNIT_EXPECT_TRUE(test, !strncmp(got, "b4095:1048448,", 14));
	KUNIT_EXPECT_TRUE(test, strlen(got) > 4);
	EXPECT_STRING(test, got + strlen(got) - 4, ",+64");
	for (; *got; got++)
		commas += *got == ',';
	KUNIT_EXPECT_EQ(test, commas, (unsigned int)HWI_OPEN_MAX);
}

/* However small the arena is at first. */
static void joined_in_any_room(struct kunit *test)
{
	struct machine *m = make_machine(test);
	u64 numbers[] = { c(1, 3), b(8, 0), b(259, 0) };
	struct hwi_processes processes;
	struct hwi_arena arena;
	size_t size;

	for (size = 0; size < 512; size += 8) {
		processes = (struct hwi_processes){};
		arena = new_arena(test, size);
		KUNIT_EXPECT_EQ(test,
				hwi_processes_join(&processes, &arena,
						   &m->sys.devices),
				0);
		EXPECT_STRING(
			test, devices_of(test, &processes, numbers, 3, 0),
			"c1:3=null,b8:0=sda@pci:host,b259:0=nvme0n1@pci:host");
		hwi_arena_free(&arena);
	}
}

static void no_room_is_an_error(struct kunit *test)
{
	struct machine *m = make_machine(test);
	struct hwi_processes processes = {};
	struct hwi_budget nothing = {};
	struct hwi_arena arena;

	hwi_arena_init(&arena, &nothing);
	KUNIT_EXPECT_EQ(test,
			hwi_processes_join(&processes, &arena, &m->sys.devices),
			-EFBIG);
	hwi_arena_free(&arena);
}

#define EXPECT_PROCESS(test, process, processes, want)                         \
	EXPECT_STRING(test,                                                    \
		      ROW(test, hwi_process_columns, hwi_process_row, process, \
			  processes),                                          \
		      want)

static void a_process_as_a_row(struct kunit *test)
{
	struct machine *m = make_machine(test);
	u64 numbers[] = { c(1, 3) };
	struct hwi_process process = {
		.pid = INT_MAX,
		.comm = "a b\\c,d",
		.state = 'S',
		.cpu = 3,
		.irq = -1,
		.threads = 12,
		.rss = 100,
		.known = true,
		.open = numbers,
		.nr_open = 1,
	};
	char want[128];

	snprintf(want, sizeof(want),
		 "2147483647 a\\040b\\134c,d S 3 - 12 %u c1:3=null",
		 (unsigned int)(100 * (PAGE_SIZE / 1024)));
	EXPECT_PROCESS(test, &process, &m->processes, want);
	process.rss = 0;
	EXPECT_PROCESS(test, &process, &m->processes,
		       "2147483647 a\\040b\\134c,d S 3 - 12 0 c1:3=null");
	/* DEVICES is hidden, but not that the process exists. */
	process.known = false;
	EXPECT_PROCESS(test, &process, &m->processes,
		       "2147483647 a\\040b\\134c,d S 3 - 12 0 *");
}

static void a_thread_of_an_interrupt(struct kunit *test)
{
	struct hwi_processes none = {};
	struct hwi_process process = {
		.pid = 77,
		.comm = "irq/9-acpi",
		.state = 'S',
		.threads = 1,
		.rss = -1,
		.known = true,
	};

	EXPECT_PROCESS(test, &process, &none, "77 irq/9-acpi S 0 0 1 - none");
	process.irq = 9;
	/* A name that would read as unknown, and an empty one. */
	strcpy(process.comm, "-");
	EXPECT_PROCESS(test, &process, &none, "77 \\055 S 0 9 1 - none");
	strcpy(process.comm, "");
	EXPECT_PROCESS(test, &process, &none, "77 - S 0 9 1 - none");
}

static struct kunit_case process_rows_cases[] = {
	KUNIT_CASE(each_device_once_in_order),
	KUNIT_CASE(exactly_as_many_as_are_listed),
	KUNIT_CASE(the_lowest_in_any_order),
	KUNIT_CASE(every_file_is_counted),
	KUNIT_CASE(each_device_has_name_and_hardware),
	KUNIT_CASE(what_has_no_device_has_no_name),
	KUNIT_CASE(as_much_as_there_can_be),
	KUNIT_CASE(joined_in_any_room),
	KUNIT_CASE(no_room_is_an_error),
	KUNIT_CASE(a_process_as_a_row),
	KUNIT_CASE(a_thread_of_an_interrupt),
	{}
};

static struct kunit_suite process_rows_suite = {
	.name = "hwinsight_process_rows",
	.test_cases = process_rows_cases,
};

kunit_test_suite(process_rows_suite);

MODULE_DESCRIPTION("KUnit: processes and the devices they have open");
MODULE_LICENSE("GPL");
