// SPDX-License-Identifier: GPL-2.0
#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/disk_rows.c"

#include "disks.h"

static void no_disks(struct kunit *test)
{
	struct fake fake;

	BEGIN_FAKE(test, &fake);
	devices_add(test, &fake.sys, NULL, "pci", NULL, "0000:00:00.0", NULL);
	JOIN_FAKE(test, &fake, join);
	EXPECT_NAMES(test, &fake, "");
}

/*
 * pci0000:00 - 0000:00:1f.2 (ahci) - 0:0:0:0 (sd) - sda - sda1
 */
static void a_partition_has_the_disk_and_its_hardware(struct kunit *test)
{
	struct hwi_device *host, *pci, *scsi, *sda, *sda1;
	struct hwi_disk *whole, *part;
	struct fake fake;

	BEGIN_FAKE(test, &fake);
	host = devices_add(test, &fake.sys, NULL, NULL, NULL, "pci0000:00",
			   NULL);
	pci = devices_add(test, &fake.sys, host, "pci", NULL, "0000:00:1f.2",
			  "ahci");
	scsi = devices_add(test, &fake.sys, pci, "scsi", NULL, "0:0:0:0", "sd");
	sda = devices_add_disk(test, &fake.sys, scsi, "sda", 8, 0);
	sda1 = devices_add_disk(test, &fake.sys, sda, "sda1", 8, 1);
	sda->node = 1;
	whole = read_disk(test, &fake, sda);
	part = read_disk(test, &fake, sda1);
	part->partition = true;
	JOIN_FAKE(test, &fake, join);
	EXPECT_DISK(
		test, whole,
		"sda 0 0 ahci pci:0000:00:1f.2 b8:0 0 0 0 0 0 0 0 1 0 - write-through - - - - - -");
	EXPECT_DISK(
		test, part,
		"sda1 0 0 ahci pci:0000:00:1f.2 b8:1 0 0 0 0 0 0 0 - - - - - - - - - block:sda");
}

static void figures_in_the_order_of_the_columns(struct kunit *test)
{
	struct hwi_device *device;
	struct hwi_disk *disk;
	struct fake fake;

	BEGIN_FAKE(test, &fake);
	device = devices_add_disk(test, &fake.sys, NULL, "my disk", 259,
				  1 << 19);
	disk = read_disk(test, &fake, device);
	disk->size = 3ULL << 40;
	disk->read_only = true;
	disk->reads = 1;
	disk->read_sectors = 2;
	disk->read_ms = 3;
	disk->writes = 4;
	disk->write_sectors = 1ULL << 33;
	disk->write_ms = 6;
	disk->inflight = 7;
	JOIN_FAKE(test, &fake, join);
	EXPECT_DISK(
		test, disk,
		"my\\040disk 3T 1 - - b259:524288 1 2 3 4 8589934592 6 7 - 0 - write-through - - - - - -");
	disk->size = 512;
	EXPECT_DISK(
		test, disk,
		"my\\040disk 512 1 - - b259:524288 1 2 3 4 8589934592 6 7 - 0 - write-through - - - - - -");
}

/* Partitions follow their disk, in whatever order they were found. */
static void ordered_as_devices_are(struct kunit *test)
{
	struct hwi_device *sda, *sdb, *sda1, *sdb1, *sda2;
	struct fake fake;

	BEGIN_FAKE(test, &fake);
	sda = devices_add_disk(test, &fake.sys, NULL, "sda", 8, 0);
	sdb = devices_add_disk(test, &fake.sys, NULL, "sdb", 8, 16);
	sda1 = devices_add_disk(test, &fake.sys, sda, "sda1", 8, 1);
	sdb1 = devices_add_disk(test, &fake.sys, sdb, "sdb1", 8, 17);
	sda2 = devices_add_disk(test, &fake.sys, sda, "sda2", 8, 2);
	read_disk(test, &fake, sdb1);
	read_disk(test, &fake, sdb);
	read_disk(test, &fake, sda2);
	read_disk(test, &fake, sda1);
	read_disk(test, &fake, sda);
	JOIN_FAKE(test, &fake, join);
	EXPECT_NAMES(test, &fake, "sda sda1 sda2 sdb sdb1");
}

/* Devices that went or came between the walks; a reused address. */
static void only_devices_of_both_walks(struct kunit *test)
{
	struct hwi_device *sda, *sdb, *sdc, *other, gone = { .key = 99 };
	struct hwi_disk *reused;
	struct fake fake;

	BEGIN_FAKE(test, &fake);
	sda = devices_add_disk(test, &fake.sys, NULL, "sda", 8, 0);
	sdb = devices_add_disk(test, &fake.sys, NULL, "sdb", 8, 16);
	sdc = devices_add_disk(test, &fake.sys, NULL, "sdc", 8, 32);
	other = devices_add(test, &fake.sys, NULL, NULL, "tty", "tty0", NULL);
	read_disk(test, &fake, &gone);
	reused = read_disk(test, &fake, sdb);
	reused->minor = 48;
	read_disk(test, &fake, other);
	read_disk(test, &fake, sdc);
	JOIN_FAKE(test, &fake, join);
	EXPECT_NAMES(test, &fake, "sdc");
	KUNIT_EXPECT_TRUE(test, sda && !fake.disks.first->next);
}

/* A disk that is no partition has no PARENT. */
static void a_disk_below_a_disk(struct kunit *test)
{
	struct hwi_device *sda, *nested;
	struct hwi_disk *disk;
	struct fake fake;

	BEGIN_FAKE(test, &fake);
	sda = devices_add_disk(test, &fake.sys, NULL, "sda", 8, 0);
	nested = devices_add_disk(test, &fake.sys, sda, "md0", 9, 0);
	disk = read_disk(test, &fake, nested);
	JOIN_FAKE(test, &fake, join);
	EXPECT_DISK(
		test, disk,
		"md0 0 0 - - b9:0 0 0 0 0 0 0 0 - 0 - write-through - - - - - -");
	disk->partition = true;
	EXPECT_DISK(
		test, disk,
		"md0 0 0 - - b9:0 0 0 0 0 0 0 0 - - - - - - - - - block:sda");
}

static void read_two(struct kunit *test, struct fake *fake)
{
	struct hwi_device *sda, *sdb;

	sda = devices_add_disk(test, &fake->sys, NULL, "sda", 8, 0);
	sdb = devices_add_disk(test, &fake->sys, NULL, "sdb", 8, 16);
	read_disk(test, fake, sdb);
	read_disk(test, fake, sda);
}

static void look_at_two(struct kunit *test, struct fake *fake)
{
	EXPECT_NAMES(test, fake, "sda sdb");
}

static void joined_in_any_room(struct kunit *test)
{
	EXPECT_JOINED_IN_ANY_ROOM(test, read_two, join, look_at_two);
}

static void no_room_is_an_error(struct kunit *test)
{
	EXPECT_NO_ROOM_IS_AN_ERROR(test, read_two, join);
}

static struct kunit_case disk_rows_cases[] = {
	KUNIT_CASE(no_disks),
	KUNIT_CASE(a_partition_has_the_disk_and_its_hardware),
	KUNIT_CASE(figures_in_the_order_of_the_columns),
	KUNIT_CASE(ordered_as_devices_are),
	KUNIT_CASE(only_devices_of_both_walks),
	KUNIT_CASE(a_disk_below_a_disk),
	KUNIT_CASE(joined_in_any_room),
	KUNIT_CASE(no_room_is_an_error),
	{}
};

static struct kunit_suite disk_rows_suite = {
	.name = "hwinsight_disk_rows",
	.test_cases = disk_rows_cases,
};

kunit_test_suite(disk_rows_suite);

MODULE_DESCRIPTION("KUnit: disks, their devices, and their rows");
MODULE_LICENSE("GPL");
