// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/disk_rows.c"

#include "devices.h"

/**
 * struct fake - devices, and disks that were read
 * @sys: the devices
 * @disks: the disks
 * @last: the last of them
 */
struct fake {
	struct fake_devices sys;
	struct hwi_disks disks;
	struct hwi_disk *last;
};

static void begin(struct kunit *test, struct fake *fake)
{
	memset(fake, 0, sizeof(*fake));
	devices_begin(test, &fake->sys);
}

static struct hwi_disk *read_disk(struct kunit *test, struct fake *fake,
				  const struct hwi_device *device)
{
	struct hwi_disk *disk =
		hwi_arena_alloc(&fake->sys.arena, sizeof(*disk));

	KUNIT_ASSERT_TRUE(test, disk);
	*disk = (struct hwi_disk){
		.key = device->key,
		.major = device->major,
		.minor = device->minor,
	};
	if (fake->last)
		fake->last->next = disk;
	else
		fake->disks.first = disk;
	fake->last = disk;
	fake->disks.nr++;
	return disk;
}

static void arrange(struct kunit *test, struct fake *fake)
{
	devices_arrange(test, &fake->sys);
	KUNIT_ASSERT_EQ(test,
			hwi_disks_join(&fake->disks, &fake->sys.arena,
				       &fake->sys.devices),
			0);
}

/* Names joined by a space. */
static const char *names(struct kunit *test, const struct fake *fake)
{
	char *text = kunit_kzalloc(test, 256, GFP_KERNEL);
	const struct hwi_disk *disk;
	unsigned int nr = 0;
	int n = 0;

	KUNIT_ASSERT_TRUE(test, text);
	for (disk = fake->disks.first; disk; disk = disk->next, nr++)
		n += scnprintf(text + n, 256 - n, "%s%s", nr ? " " : "",
			       disk->device->name);
	KUNIT_EXPECT_EQ(test, nr, fake->disks.nr);
	return text;
}

#define EXPECT_NAMES(test, fake, want) \
	EXPECT_STRING(test, names(test, fake), want)

#define EXPECT_DISK(test, disk, want)                                        \
	EXPECT_STRING(test, ROW(test, hwi_disk_columns, hwi_disk_row, disk), \
		      want)

static void no_disks(struct kunit *test)
{
	struct fake fake;

	begin(test, &fake);
	devices_add(test, &fake.sys, NULL, "pci", NULL, "0000:00:00.0", NULL);
	arrange(test, &fake);
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

	begin(test, &fake);
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
	arrange(test, &fake);
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

	begin(test, &fake);
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
	arrange(test, &fake);
	EXPECT_DISK(
		test, disk,
		"my\\040disk 3T 1 - - b259:524288 1 2 3 4 8589934592 6 7 - 0 - write-through - - - - - -");
	disk->size = 512;
	EXPECT_DISK(
		test, disk,
		"my\\040disk 512 1 - - b259:524288 1 2 3 4 8589934592 6 7 - 0 - write-through - - - - - -");
}

/* Partitions follow their disk, whatever order they came in. */
static void ordered_as_devices_are(struct kunit *test)
{
	struct hwi_device *sda, *sdb, *sda1, *sdb1, *sda2;
	struct fake fake;

	begin(test, &fake);
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
	arrange(test, &fake);
	EXPECT_NAMES(test, &fake, "sda sda1 sda2 sdb sdb1");
}

/* One that went or came between the walks; an address that was used again. */
static void only_what_is_there_in_both_walks(struct kunit *test)
{
	struct hwi_device *sda, *sdb, *sdc, *other, gone = { .key = 99 };
	struct hwi_disk *reused;
	struct fake fake;

	begin(test, &fake);
	sda = devices_add_disk(test, &fake.sys, NULL, "sda", 8, 0);
	sdb = devices_add_disk(test, &fake.sys, NULL, "sdb", 8, 16);
	sdc = devices_add_disk(test, &fake.sys, NULL, "sdc", 8, 32);
	other = devices_add(test, &fake.sys, NULL, NULL, "tty", "tty0", NULL);
	read_disk(test, &fake, &gone);
	reused = read_disk(test, &fake, sdb);
	reused->minor = 48;
	read_disk(test, &fake, other);
	read_disk(test, &fake, sdc);
	arrange(test, &fake);
	EXPECT_NAMES(test, &fake, "sdc");
	KUNIT_EXPECT_TRUE(test, sda && !fake.disks.first->next);
}

/* One that is no partition names no disk that it is part of. */
static void a_disk_below_a_disk(struct kunit *test)
{
	struct hwi_device *sda, *nested;
	struct hwi_disk *disk;
	struct fake fake;

	begin(test, &fake);
	sda = devices_add_disk(test, &fake.sys, NULL, "sda", 8, 0);
	nested = devices_add_disk(test, &fake.sys, sda, "md0", 9, 0);
	disk = read_disk(test, &fake, nested);
	arrange(test, &fake);
	EXPECT_DISK(
		test, disk,
		"md0 0 0 - - b9:0 0 0 0 0 0 0 0 - 0 - write-through - - - - - -");
	disk->partition = true;
	EXPECT_DISK(
		test, disk,
		"md0 0 0 - - b9:0 0 0 0 0 0 0 0 - - - - - - - - - block:sda");
}

/*
 * 0:0:0:0 (sd) - sda - sda1; nvme0 - nvme0n1; and a make of neither
 */
static struct hwi_disk_makes *make_makes(struct kunit *test, struct fake *fake)
{
	struct hwi_disk_makes *makes =
		kunit_kzalloc(test, sizeof(*makes), GFP_KERNEL);
	struct hwi_disk_make *make =
		kunit_kcalloc(test, 3, sizeof(*make), GFP_KERNEL);
	struct hwi_device *scsi, *nvme, *sda, *sda1;

	KUNIT_ASSERT_TRUE(test, makes && make);
	begin(test, fake);
	scsi = devices_add(test, &fake->sys, NULL, "scsi", NULL, "0:0:0:0",
			   "sd");
	nvme = devices_add(test, &fake->sys, NULL, NULL, "nvme", "nvme0", NULL);
	sda = devices_add_disk(test, &fake->sys, scsi, "sda", 8, 0);
	sda1 = devices_add_disk(test, &fake->sys, sda, "sda1", 8, 1);
	read_disk(test, fake, sda)->rotational = true;
	fake->last->write_back = true;
	fake->last->queues = 1;
	strcpy(fake->last->scheduler, "mq-deadline");
	read_disk(test, fake, sda1)->partition = true;
	fake->last->rotational = true;
	fake->last->queues = 1;
	read_disk(test, fake,
		  devices_add_disk(test, &fake->sys, nvme, "nvme0n1", 259, 0));
	fake->last->queues = 32;
	strcpy(fake->last->scheduler, "none");
	arrange(test, fake);
	make[0].key = nvme->key;
	strcpy(make[0].model, "A Disk, 2T");
	strcpy(make[0].firmware, "1.0");
	strcpy(make[0].serial, "S\\1");
	make[1].key = scsi->key;
	strcpy(make[1].model, "Disk");
	make[2].key = sda->key;
	strcpy(make[2].model, "of a partition");
	make[0].next = &make[1];
	make[1].next = &make[2];
	makes->first = make;
	makes->nr = 3;
	return makes;
}

static void a_disk_has_the_make_of_what_is_above_it(struct kunit *test)
{
	struct fake fake;
	struct hwi_disk_makes *makes = make_makes(test, &fake);
	struct hwi_disk *disk = fake.disks.first;

	KUNIT_ASSERT_EQ(
		test, hwi_disks_join_makes(&fake.disks, &fake.sys.arena, makes),
		0);
	EXPECT_DISK(
		test, disk,
		"sda 0 0 sd scsi:0:0:0:0 b8:0 0 0 0 0 0 0 0 - 1 1 write-back mq-deadline Disk - - - -");
	disk = disk->next;
	EXPECT_DISK(
		test, disk,
		"sda1 0 0 sd scsi:0:0:0:0 b8:1 0 0 0 0 0 0 0 - - - - - - - - - block:sda");
	disk = disk->next;
	EXPECT_DISK(
		test, disk,
		"nvme0n1 0 0 - - b259:0 0 0 0 0 0 0 0 - 0 32 write-through none A\\040Disk,\\0402T 1.0 S\\1341 - -");
}

/*
 * spi0.0 (spi-nor) - mtd0 - mtd1, with the number of a disk; and what a partition
 * table says.
 */
static void flash_memory_counts_nothing(struct kunit *test)
{
	struct hwi_device *spi, *mtd0, *mtd1, *sda, *sda1;
	struct hwi_disk *disk;
	struct fake fake;

	begin(test, &fake);
	spi = devices_add(test, &fake.sys, NULL, "spi", NULL, "spi0.0",
			  "spi-nor");
	mtd0 = devices_add(test, &fake.sys, spi, NULL, "mtd", "mtd0", NULL);
	mtd1 = devices_add(test, &fake.sys, mtd0, NULL, "mtd", "mtd1", NULL);
	sda = devices_add_disk(test, &fake.sys, spi, "sda", 90, 0);
	sda1 = devices_add_disk(test, &fake.sys, sda, "sda1", 90, 1);
	mtd0->has_dev = true;
	mtd0->major = 90;
	mtd1->has_dev = true;
	mtd1->major = 90;
	mtd1->minor = 2;
	disk = read_disk(test, &fake, mtd1);
	disk->flash = true;
	disk->name = "u boot";
	disk->size = 4096;
	disk->read_only = true;
	disk = read_disk(test, &fake, mtd0);
	disk->flash = true;
	disk->size = 1 << 20;
	read_disk(test, &fake, sda);
	disk = read_disk(test, &fake, sda1);
	disk->partition = true;
	disk->name = "EFI system";
	/* One that was read as the other kind is not it. */
	read_disk(test, &fake, sda)->flash = true;
	arrange(test, &fake);
	EXPECT_NAMES(test, &fake, "mtd0 mtd1 sda1");
	disk = fake.disks.first;
	EXPECT_DISK(
		test, disk,
		"mtd0 1M 0 spi-nor spi:spi0.0 c90:0 - - - - - - - - - - - - - - - - -");
	disk = disk->next;
	EXPECT_DISK(
		test, disk,
		"mtd1 4K 1 spi-nor spi:spi0.0 c90:2 - - - - - - - - - - - - - - - u\\040boot mtd:mtd0");
	disk = disk->next;
	EXPECT_DISK(
		test, disk,
		"sda1 0 0 spi-nor spi:spi0.0 b90:1 0 0 0 0 0 0 0 - - - - - - - - EFI\\040system block:sda");
}

/* Whatever room there is at first. */
static void makes_joined_in_any_room(struct kunit *test)
{
	struct hwi_disk_makes *makes;
	struct hwi_budget nothing = {};
	struct hwi_arena arena;
	struct fake fake;
	size_t size;

	for (size = 0; size < 256; size += 8) {
		makes = make_makes(test, &fake);
		arena = new_arena(test, size);
		KUNIT_EXPECT_EQ(
			test, hwi_disks_join_makes(&fake.disks, &arena, makes),
			0);
		EXPECT_STRING(test, fake.disks.first->make->model, "Disk");
		hwi_arena_free(&arena);
	}
	hwi_arena_init(&arena, &nothing);
	KUNIT_EXPECT_EQ(test, hwi_disks_join_makes(&fake.disks, &arena, makes),
			-EFBIG);
	hwi_arena_free(&arena);
}

/* Whatever room there is at first. */
static void joined_in_any_room(struct kunit *test)
{
	struct hwi_device *sda, *sdb;
	struct hwi_arena arena;
	struct fake fake;
	size_t size;

	for (size = 0; size < 256; size += 8) {
		begin(test, &fake);
		sda = devices_add_disk(test, &fake.sys, NULL, "sda", 8, 0);
		sdb = devices_add_disk(test, &fake.sys, NULL, "sdb", 8, 16);
		read_disk(test, &fake, sdb);
		read_disk(test, &fake, sda);
		devices_arrange(test, &fake.sys);
		arena = new_arena(test, size);
		KUNIT_EXPECT_EQ(test,
				hwi_disks_join(&fake.disks, &arena,
					       &fake.sys.devices),
				0);
		EXPECT_NAMES(test, &fake, "sda sdb");
		hwi_arena_free(&arena);
	}
}

static void no_room_is_an_error(struct kunit *test)
{
	struct hwi_budget nothing = {};
	struct hwi_arena arena;
	struct fake fake;

	begin(test, &fake);
	read_disk(test, &fake,
		  devices_add_disk(test, &fake.sys, NULL, "sda", 8, 0));
	devices_arrange(test, &fake.sys);
	hwi_arena_init(&arena, &nothing);
	KUNIT_EXPECT_EQ(test,
			hwi_disks_join(&fake.disks, &arena, &fake.sys.devices),
			-EFBIG);
	hwi_arena_free(&arena);
}

static struct kunit_case disk_rows_cases[] = {
	KUNIT_CASE(no_disks),
	KUNIT_CASE(a_partition_has_the_disk_and_its_hardware),
	KUNIT_CASE(figures_in_the_order_of_the_columns),
	KUNIT_CASE(ordered_as_devices_are),
	KUNIT_CASE(only_what_is_there_in_both_walks),
	KUNIT_CASE(a_disk_below_a_disk),
	KUNIT_CASE(a_disk_has_the_make_of_what_is_above_it),
	KUNIT_CASE(flash_memory_counts_nothing),
	KUNIT_CASE(makes_joined_in_any_room),
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
