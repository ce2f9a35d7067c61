/* SPDX-License-Identifier: GPL-2.0 */
/* A disk or a partition: its record, its columns and its row. */
#ifndef HWI_DISK_ROWS_H
#define HWI_DISK_ROWS_H

#include "core/row.h"

struct hwi_device;
struct hwi_devices;

/* Not shorter than the kernel's attributes. */
#define HWI_DISK_NAME_LEN 48

/**
 * struct hwi_disk_make - what the device below a disk is called
 * @next: the next one
 * @key: address of its struct device, only ever compared
 * @model: "" if it is not known, as of the rest
 * @firmware: its version
 * @serial: its serial number, if the opener may see it
 */
struct hwi_disk_make {
	struct hwi_disk_make *next;
	unsigned long key;
	char model[HWI_DISK_NAME_LEN];
	char firmware[HWI_DISK_NAME_LEN];
	char serial[HWI_DISK_NAME_LEN];
};

/**
 * struct hwi_disk_makes - all of them
 * @first: the first, NULL if there are none
 * @nr: how many
 */
struct hwi_disk_makes {
	struct hwi_disk_make *first;
	unsigned int nr;
};

/**
 * struct hwi_disk - a disk or a partition
 * @next: in the order of the devices, so that partitions follow their disk
 * @key: address of its struct device, only ever compared
 * @major: of its number
 * @minor: of its number
 * @partition: it is one
 * @flash: it is flash memory (MTD), a character device, of which nothing is
 *	counted
 * @name: the name that it or its partition table gives; NULL if none
 * @device: its device, once joined; names it, and its NUMA node
 * @below: the hardware below it; NULL if there is none (loop, dm, md), or if
 *	there are several (multipath)
 * @size: bytes
 * @read_only: writing is refused
 * @reads: requests completed
 * @read_sectors: of 512 bytes
 * @read_ms: milliseconds that those requests took, added up
 * @writes: as @reads
 * @write_sectors: as @read_sectors
 * @write_ms: as @read_ms
 * @inflight: requests begun and not completed
 * @rotational: it has rotating parts, or nobody said that it has none
 * @queues: the hardware's queues, 0 for a driver that has none; this and the
 *	rest is of disks only, not of partitions
 * @write_back: writes can stay in a cache of the disk
 * @scheduler: the scheduler in use, "" if it is not known
 * @make: what its device is, once joined; NULL if not known
 */
struct hwi_disk {
	struct hwi_disk *next;
	unsigned long key;
	unsigned int major;
	unsigned int minor;
	bool partition;
	bool flash;
	const char *name;
	const struct hwi_device *device;
	const struct hwi_device *below;
	u64 size;
	bool read_only;
	u64 reads;
	u64 read_sectors;
	u64 read_ms;
	u64 writes;
	u64 write_sectors;
	u64 write_ms;
	unsigned int inflight;
	bool rotational;
	unsigned int queues;
	bool write_back;
	char scheduler[16];
	const struct hwi_disk_make *make;
};

/**
 * struct hwi_disks - the copied disks and partitions
 * @first: the first, NULL if there are none
 * @nr: how many
 */
struct hwi_disks {
	struct hwi_disk *first;
	unsigned int nr;
};

#define HWI_DISK_COLUMNS 23
extern const struct hwi_column hwi_disk_columns[HWI_DISK_COLUMNS];

int hwi_disks_collect(struct hwi_disks *disks, struct hwi_arena *arena,
		      const struct hwi_devices *devices, bool names,
		      bool admin);
int hwi_mtds_collect(struct hwi_disks *disks, struct hwi_disk **link,
		     struct hwi_arena *arena,
		     const struct hwi_devices *devices);
int hwi_disks_join(struct hwi_disks *disks, struct hwi_arena *arena,
		   const struct hwi_devices *devices);
int hwi_disks_join_makes(struct hwi_disks *disks, struct hwi_arena *arena,
			 const struct hwi_disk_makes *makes);
void hwi_disk_row(struct hwi_row *row, const struct hwi_disk *disk);

#endif
