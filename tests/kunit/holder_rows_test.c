// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/holder_rows.c"

#include "devices.h"

static struct hwi_holds *new_holds(struct kunit *test)
{
	struct hwi_holds *holds =
		kunit_kzalloc(test, sizeof(*holds), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, holds);
	return holds;
}

static void each_device_once_in_order(struct kunit *test)
{
	const u32 devs[] = { MKDEV(259, 1), MKDEV(8, 17),
			     MKDEV(0, 45),  MKDEV(8, 17),
			     MKDEV(8, 1),   MKDEV(4095U, 1048575U),
			     MKDEV(259, 1), MKDEV(8, 17) };
	const u32 want[] = { MKDEV(0, 45), MKDEV(8, 1), MKDEV(8, 17),
			     MKDEV(259, 1), MKDEV(4095U, 1048575U) };
	static const unsigned int files[] = { 1, 1, 3, 2, 1 };
	struct hwi_holds *holds = new_holds(test);
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(devs); i++)
		hwi_holds_of(holds, devs[i])->files++;
	KUNIT_ASSERT_EQ(test, holds->nr, (unsigned int)ARRAY_SIZE(want));
	for (i = 0; i < ARRAY_SIZE(want); i++) {
		KUNIT_EXPECT_EQ(test, holds->hold[i].dev, want[i]);
		KUNIT_EXPECT_EQ(test, holds->hold[i].files, files[i]);
	}
	KUNIT_EXPECT_FALSE(test, hwi_holds_others(holds));
}

/* A device's counts stay with it when others are inserted before it. */
static void nothing_is_moved_to_another_device(struct kunit *test)
{
	struct hwi_holds *holds = new_holds(test);
	struct hwi_hold *hold = hwi_holds_of(holds, 20);

	hold->maps = 7;
	hold->cwd = true;
	strcpy(hold->id, "sda");
	hwi_holds_of(holds, 10)->root = true;
	hwi_holds_of(holds, 30)->exe = true;
	hold = hwi_holds_of(holds, 20);
	KUNIT_EXPECT_EQ(test, hold->maps, 7U);
	KUNIT_EXPECT_TRUE(test, hold->cwd && !hold->root && !hold->exe);
	EXPECT_STRING(test, hold->id, "sda");
	hold = hwi_holds_of(holds, 10);
	KUNIT_EXPECT_TRUE(test, hold->root && !hold->cwd && !hold->maps);
	EXPECT_STRING(test, hold->id, "");
	KUNIT_EXPECT_TRUE(test, hwi_holds_of(holds, 30)->exe);
}

#define MANY 1000

/* Ascending, descending, from the middle outwards, and mixed. */
static u32 nth(unsigned int order, unsigned int i)
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
	struct hwi_holds *holds;
	unsigned int order, i;

	for (order = 0; order < 4; order++) {
		holds = new_holds(test);
		for (i = 0; i < 2 * MANY; i++) {
			hwi_holds_of(holds, nth(order, i % MANY))->files++;
			hwi_holds_of(holds, nth(order, i % MANY))->maps += 3;
		}
		KUNIT_ASSERT_EQ(test, holds->nr, (unsigned int)HWI_HOLDS_MAX);
		for (i = 0; i < HWI_HOLDS_MAX; i++) {
			KUNIT_EXPECT_EQ(test, holds->hold[i].dev, i + 1);
			KUNIT_EXPECT_EQ(test, holds->hold[i].files, 2U);
			KUNIT_EXPECT_EQ(test, holds->hold[i].maps, 6U);
		}
		KUNIT_EXPECT_EQ(test, holds->others.files,
				2U * (MANY - HWI_HOLDS_MAX));
		KUNIT_EXPECT_EQ(test, holds->others.maps,
				6U * (MANY - HWI_HOLDS_MAX));
		KUNIT_EXPECT_TRUE(test, hwi_holds_others(holds));
	}
}

/* What drops off the end still counts. */
static void what_others_have(struct kunit *test)
{
	struct hwi_holds *holds = new_holds(test);
	unsigned int i;

	for (i = 0; i < HWI_HOLDS_MAX; i++)
		hwi_holds_of(holds, 100 + i);
	KUNIT_EXPECT_FALSE(test, hwi_holds_others(holds));
	hwi_holds_of(holds, 100 + HWI_HOLDS_MAX - 1)->cwd = true;
	hwi_holds_of(holds, 100 + HWI_HOLDS_MAX - 2)->root = true;
	KUNIT_EXPECT_FALSE(test, hwi_holds_others(holds));
	hwi_holds_of(holds, 1);
	KUNIT_EXPECT_TRUE(test, holds->others.cwd && !holds->others.root);
	KUNIT_EXPECT_TRUE(test, hwi_holds_others(holds));
	hwi_holds_of(holds, 2);
	KUNIT_EXPECT_TRUE(test, holds->others.cwd && holds->others.root);
	hwi_holds_of(holds, 1000)->exe = true;
	KUNIT_EXPECT_TRUE(test, holds->others.exe);
	KUNIT_EXPECT_EQ(test, holds->nr, (unsigned int)HWI_HOLDS_MAX);
}

static void each_kind_of_hold_counts(struct kunit *test)
{
	struct hwi_holds *holds = new_holds(test);

	holds->others.files = 1;
	KUNIT_EXPECT_TRUE(test, hwi_holds_others(holds));
	holds->others = (struct hwi_hold){ .maps = 1 };
	KUNIT_EXPECT_TRUE(test, hwi_holds_others(holds));
	holds->others = (struct hwi_hold){ .root = true };
	KUNIT_EXPECT_TRUE(test, hwi_holds_others(holds));
	holds->others = (struct hwi_hold){ .exe = true };
	KUNIT_EXPECT_TRUE(test, hwi_holds_others(holds));
	holds->others = (struct hwi_hold){};
	KUNIT_EXPECT_FALSE(test, hwi_holds_others(holds));
	/* Unknown maps are shown once: in a row of the process if any. */
	holds->maps_unknown = true;
	KUNIT_EXPECT_TRUE(test, hwi_holds_others(holds));
	hwi_holds_of(holds, 1);
	KUNIT_EXPECT_FALSE(test, hwi_holds_others(holds));
}

/*
 * A machine with sda, its partition sda1, and a character device of sda1's
 * number.
 */
static struct fake_devices *make_devices(struct kunit *test)
{
	struct fake_devices *sys =
		kunit_kzalloc(test, sizeof(*sys), GFP_KERNEL);
	struct hwi_device *host, *disk, *other;

	KUNIT_ASSERT_TRUE(test, sys);
	devices_begin(test, sys);
	host = devices_add(test, sys, NULL, "pci", NULL, "host", "ahci");
	other = devices_add(test, sys, host, NULL, "scsi_generic", "sg0", NULL);
	other->has_dev = true;
	other->major = 8;
	other->minor = 1;
	disk = devices_add_disk(test, sys, host, "sda", 8, 0);
	devices_add_disk(test, sys, disk, "sda1", 8, 1);
	devices_add(test, sys, host, NULL, "net", "sdb", NULL);
	devices_arrange(test, sys);
	return sys;
}

static struct hwi_holder *new_holder(struct kunit *test, u32 dev,
				     const char *id)
{
	struct hwi_holder *holder =
		kunit_kzalloc(test, sizeof(*holder), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, holder);
	holder->pid = 7;
	strcpy(holder->comm, "vi");
	holder->hold.dev = dev;
	strcpy(holder->hold.id, id);
	return holder;
}

static void join(struct kunit *test, struct hwi_holder *first)
{
	struct fake_devices *sys = make_devices(test);
	struct hwi_holders holders = { .first = first };

	KUNIT_ASSERT_EQ(test,
			hwi_holders_join(&holders, &sys->arena, &sys->devices),
			0);
}

#define EXPECT_DEVICE(test, holder, want)                                      \
	EXPECT_STRING(test,                                                    \
		      CELL(test, "DEVICE", hwi_holder_columns, hwi_holder_row, \
			   (const struct hwi_holder *)(holder)),               \
		      want)

static void found_by_the_number(struct kunit *test)
{
	struct hwi_holder *disk = new_holder(test, MKDEV(8, 0), "");
	struct hwi_holder *part = new_holder(test, MKDEV(8, 1), "");
	struct hwi_holder *gone = new_holder(test, MKDEV(8, 17), "");

	disk->next = part;
	part->next = gone;
	join(test, disk);
	EXPECT_DEVICE(test, disk, "block:sda");
	EXPECT_DEVICE(test, part, "block:sda1");
	EXPECT_DEVICE(test, gone, "b8:17");
}

/* A file system on several devices has a number that no device has. */
static void found_by_the_name(struct kunit *test)
{
	struct hwi_holder *first = new_holder(test, MKDEV(0, 45), "sda1");
	struct hwi_holder *again = new_holder(test, MKDEV(0, 45), "sda1");
	struct hwi_holder *gone = new_holder(test, MKDEV(0, 46), "sdz");
	struct hwi_holder *more = new_holder(test, MKDEV(0, 46), "sdz");
	struct hwi_holder *net = new_holder(test, MKDEV(0, 47), "sdb");

	first->next = again;
	again->next = gone;
	gone->next = more;
	more->next = net;
	join(test, first);
	EXPECT_DEVICE(test, first, "block:sda1");
	EXPECT_DEVICE(test, again, "block:sda1");
	EXPECT_DEVICE(test, gone, "b0:46");
	EXPECT_DEVICE(test, more, "b0:46");
	EXPECT_DEVICE(test, net, "b0:47");
}

static void others_have_no_device(struct kunit *test)
{
	struct hwi_holder *others = new_holder(test, MKDEV(8, 1), "sda1");

	others->others = true;
	join(test, others);
	EXPECT_DEVICE(test, others, "-");
	KUNIT_EXPECT_TRUE(test, !others->device);
}

/* However small the arena is at first. */
static void joined_in_any_room(struct kunit *test)
{
	struct fake_devices *sys = make_devices(test);
	struct hwi_holder *disk = new_holder(test, MKDEV(8, 1), "");
	struct hwi_holder *named = new_holder(test, MKDEV(0, 45), "sda");
	struct hwi_holders holders = { .first = disk };
	struct hwi_arena arena;
	size_t size;

	disk->next = named;
	for (size = 0; size < 256; size += 8) {
		disk->device = NULL;
		named->device = NULL;
		arena = new_arena(test, size);
		KUNIT_EXPECT_EQ(
			test, hwi_holders_join(&holders, &arena, &sys->devices),
			0);
		EXPECT_DEVICE(test, disk, "block:sda1");
		EXPECT_DEVICE(test, named, "block:sda");
		hwi_arena_free(&arena);
	}
}

static void no_room_is_an_error(struct kunit *test)
{
	struct fake_devices *sys = make_devices(test);
	struct hwi_holders holders = {};
	struct hwi_budget nothing = {};
	struct hwi_arena arena;

	hwi_arena_init(&arena, &nothing);
	KUNIT_EXPECT_EQ(test, hwi_holders_join(&holders, &arena, &sys->devices),
			-EFBIG);
	hwi_arena_free(&arena);
}

static void a_holder_as_a_row(struct kunit *test)
{
	struct hwi_holder *holder = new_holder(test, MKDEV(8, 1), "");

	join(test, holder);
	strcpy(holder->comm, "a b");
	EXPECT_STRING(test,
		      ROW(test, hwi_holder_columns, hwi_holder_row, holder),
		      "7 a\\040b block:sda1 0 0 0 0 0");
	holder->hold.files = 3;
	holder->hold.cwd = true;
	holder->hold.maps = 4;
	EXPECT_STRING(test,
		      ROW(test, hwi_holder_columns, hwi_holder_row, holder),
		      "7 a\\040b block:sda1 3 1 0 0 4");
	holder->hold.cwd = false;
	holder->hold.root = true;
	holder->hold.exe = true;
	holder->maps_unknown = true;
	EXPECT_STRING(test,
		      ROW(test, hwi_holder_columns, hwi_holder_row, holder),
		      "7 a\\040b block:sda1 3 0 1 1 -");
}

static struct kunit_case holder_rows_cases[] = {
	KUNIT_CASE(each_device_once_in_order),
	KUNIT_CASE(nothing_is_moved_to_another_device),
	KUNIT_CASE(the_lowest_in_any_order),
	KUNIT_CASE(what_others_have),
	KUNIT_CASE(each_kind_of_hold_counts),
	KUNIT_CASE(found_by_the_number),
	KUNIT_CASE(found_by_the_name),
	KUNIT_CASE(others_have_no_device),
	KUNIT_CASE(joined_in_any_room),
	KUNIT_CASE(no_room_is_an_error),
	KUNIT_CASE(a_holder_as_a_row),
	{}
};

static struct kunit_suite holder_rows_suite = {
	.name = "hwinsight_holder_rows",
	.test_cases = holder_rows_cases,
};

kunit_test_suite(holder_rows_suite);

MODULE_DESCRIPTION("KUnit: processes and the devices they keep busy");
MODULE_LICENSE("GPL");
