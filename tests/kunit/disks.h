/* SPDX-License-Identifier: GPL-2.0 */
/* Fake disks. First include module/disk_rows.c, and what that needs. */
#ifndef HWI_KUNIT_DISKS_H
#define HWI_KUNIT_DISKS_H

#include "joined.h"

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

static inline struct hwi_disk *read_disk(struct kunit *test, struct fake *fake,
					 const struct hwi_device *device)
{
	struct hwi_disk *disk = devices_take(test, &fake->sys, sizeof(*disk));

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

static inline int join(struct fake *fake, struct hwi_arena *arena)
{
	return hwi_disks_join(&fake->disks, arena, &fake->sys.devices);
}

/* The disks' names, joined by spaces. */
static inline const char *names(struct kunit *test, const struct fake *fake)
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

#endif
