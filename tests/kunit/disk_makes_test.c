// SPDX-License-Identifier: GPL-2.0
#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/disk_rows.c"

#include "disks.h"

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
	BEGIN_FAKE(test, fake);
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
	JOIN_FAKE(test, fake, join);
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
 * spi0.0 (spi-nor) - mtd0 - mtd1, which has the number of a disk; and what a
 * partition table says.
 */
static void flash_memory_counts_nothing(struct kunit *test)
{
	struct hwi_device *spi, *mtd0, *mtd1, *sda, *sda1;
	struct hwi_disk *disk;
	struct fake fake;

	BEGIN_FAKE(test, &fake);
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
	/* A make that was read for the other kind does not match. */
	read_disk(test, &fake, sda)->flash = true;
	JOIN_FAKE(test, &fake, join);
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

/* However small the arena is at first. */
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

static struct kunit_case disk_makes_cases[] = {
	KUNIT_CASE(a_disk_has_the_make_of_what_is_above_it),
	KUNIT_CASE(flash_memory_counts_nothing),
	KUNIT_CASE(makes_joined_in_any_room),
	{}
};

static struct kunit_suite disk_makes_suite = {
	.name = "hwinsight_disk_makes",
	.test_cases = disk_makes_cases,
};

kunit_test_suite(disk_makes_suite);

MODULE_DESCRIPTION("KUnit: what disks are called, and flash memory");
MODULE_LICENSE("GPL");
