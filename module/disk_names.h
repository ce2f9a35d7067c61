/* SPDX-License-Identifier: GPL-2.0 */
/* The names that makers give disks, and how their requests are scheduled. */
#ifndef HWI_DISK_NAMES_H
#define HWI_DISK_NAMES_H

#include "core/arena.h"
#include "device_show.h"
#include "disk_rows.h"

struct gendisk;

int hwi_disk_makes_collect(struct hwi_disk_makes *makes,
			   struct hwi_arena *arena, struct hwi_shower *shower);
void hwi_disk_scheduler(struct gendisk *disk, struct hwi_shower *shower,
			char *to, size_t size);

#endif
