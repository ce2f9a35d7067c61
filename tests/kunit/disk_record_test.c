// SPDX-License-Identifier: GPL-2.0
#include "rows.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/table.c"
#include "../../module/row.c"
#include "../../module/index.c"
#include "../../module/owners.c"
#include "../../module/device_record.c"
#include "../../module/disk_record.c"

#include "devices.h"

/* As the disks view has them. */
static const struct hwi_column columns[] = {
	HWI_COLUMN("DISK", 's'),	  HWI_COLUMN("DEV", 's'),
	HWI_COLUMN("SIZE", 'z'),	  HWI_COLUMN("RO", 'u'),
	HWI_COLUMN("READS", 'u'),	  HWI_COLUMN("READ_SECTORS", 'u'),
	HWI_COLUMN("READ_MS", 'u'),	  HWI_COLUMN("WRITES", 'u'),
	HWI_COLUMN("WRITE_SECTORS", 'u'), HWI_COLUMN("WRITE_MS", 'u'),
	HWI_COLUMN("INFLIGHT", 'u'),	  HWI_COLUMN("PARENT", 's'),
	HWI_COLUMN("NODE", 'u'),	  HWI_COLUMN("DEVICE", 's'),
	HWI_COLUMN("DRIVER", 's'),
};

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
	KUNIT_ASSERT_TRUE(test,
			  hwi_disks_arrange(&fake->disks, &fake->sys.arena,
					    &fake->sys.devices));
}

/* Names joined by a space. */
static const char *names(struct kunit *test, const struct fake *fake)
{
	char *text = kunit_kzalloc(test, 256, GFP_KERNEL), *p = text;
	const struct hwi_disk *disk;
	unsigned int nr = 0;

	KUNIT_ASSERT_TRUE(test, text);
	for (disk = fake->disks.first; disk; disk = disk->next, nr++) {
		if (nr)
			*p++ = ' ';
		memcpy(p, disk->device->name.text, disk->device->name.len);
		p += disk->device->name.len;
	}
	KUNIT_EXPECT_EQ(test, nr, fake->disks.nr);
	return text;
}

#define EXPECT_NAMES(test, fake, want) \
	KUNIT_EXPECT_STREQ(test, names(test, fake), (const char *)(want))

static const char *row_of(struct kunit *test, const struct hwi_disk *disk)
{
	struct rows rows;

	rows_begin(test, &rows, 8192, columns, ARRAY_SIZE(columns), 1);
	hwi_disk_row(&rows.table, disk);
	return rows_last(test, &rows);
}

#define EXPECT_DISK(test, disk, want) \
	KUNIT_EXPECT_STREQ(test, row_of(test, disk), (const char *)(want))

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
	EXPECT_DISK(test, whole,
		    "sda b8:0 0 0 0 0 0 0 0 0 0 - 1 pci:0000:00:1f.2 ahci");
	EXPECT_DISK(
		test, part,
		"sda1 b8:1 0 0 0 0 0 0 0 0 0 block:sda - pci:0000:00:1f.2 ahci");
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
		"my\\040disk b259:524288 3T 1 1 2 3 4 8589934592 6 7 - - - -");
	disk->size = 512;
	EXPECT_DISK(
		test, disk,
		"my\\040disk b259:524288 512 1 1 2 3 4 8589934592 6 7 - - - -");
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

static void arranged_at_every_size(struct kunit *test)
{
	struct hwi_device *sda, *sdb;
	bool fitted = false;
	struct fake fake;
	size_t size;

	for (size = 0; size < 512; size += 8) {
		struct hwi_arena small = new_arena(test, size);

		begin(test, &fake);
		sda = devices_add_disk(test, &fake.sys, NULL, "sda", 8, 0);
		sdb = devices_add_disk(test, &fake.sys, NULL, "sdb", 8, 16);
		read_disk(test, &fake, sda);
		read_disk(test, &fake, sdb);
		devices_arrange(test, &fake.sys);
		KUNIT_EXPECT_EQ(test,
				hwi_disks_arrange(&fake.disks, &small,
						  &fake.sys.devices),
				!small.overflow);
		KUNIT_EXPECT_FALSE(test, fitted && small.overflow);
		fitted = !small.overflow;
		kunit_kfree(test, fake.sys.arena.base);
		kunit_kfree(test, small.base);
	}
	KUNIT_EXPECT_TRUE(test, fitted);
}

static struct kunit_case disk_record_cases[] = {
	KUNIT_CASE(no_disks),
	KUNIT_CASE(a_partition_has_the_disk_and_its_hardware),
	KUNIT_CASE(figures_in_the_order_of_the_columns),
	KUNIT_CASE(ordered_as_devices_are),
	KUNIT_CASE(only_what_is_there_in_both_walks),
	KUNIT_CASE(arranged_at_every_size),
	{}
};

static struct kunit_suite disk_record_suite = {
	.name = "hwinsight_disk_record",
	.test_cases = disk_record_cases,
};

kunit_test_suite(disk_record_suite);

MODULE_DESCRIPTION("KUnit: disks, their devices, and their rows");
MODULE_LICENSE("GPL");
