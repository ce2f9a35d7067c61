/* SPDX-License-Identifier: GPL-2.0 */
/* A process that keeps a block device busy: its record, columns and row. */
#ifndef HWI_HOLDER_ROWS_H
#define HWI_HOLDER_ROWS_H

#include "core/access.h"
#include "core/index.h"
#include "core/row.h"
#include "process_rows.h"

struct hwi_devices;

/* How many devices of a process have a row of their own. */
#define HWI_HOLDS_MAX 64

/* As s_id of a superblock. */
#define HWI_HOLD_ID_LEN 32

/**
 * struct hwi_hold - what a process has on the file systems of one device
 * @dev: the device's number; of a file system on several devices its anonymous
 *	number, with major 0
 * @id: s_id of such a file system, which names one of its devices
 * @files: open files
 * @maps: mappings
 * @cwd: its working directory is there
 * @root: its root directory is there
 * @exe: its executable is there
 */
struct hwi_hold {
	u32 dev;
	char id[HWI_HOLD_ID_LEN];
	unsigned int files;
	unsigned int maps;
	bool cwd;
	bool root;
	bool exe;
};

/**
 * struct hwi_holds - what a process has on all devices
 * @hold: the devices with the lowest numbers, in order
 * @nr: how many
 * @others: all other devices, added up
 * @maps_unknown: its mappings could not be looked at
 */
struct hwi_holds {
	struct hwi_hold hold[HWI_HOLDS_MAX];
	unsigned int nr;
	struct hwi_hold others;
	bool maps_unknown;
};

/**
 * struct hwi_holder - a process, and a device that it keeps busy
 * @next: by process ID, then by device number
 * @pid: process ID in the pid namespace of the mount of /proc
 * @comm: its name; NUL terminated
 * @others: @hold adds up all devices that have no row of their own
 * @maps_unknown: its mappings could not be looked at
 * @hold: what it has there
 * @device: the device, once joined; NULL if it is gone
 */
struct hwi_holder {
	struct hwi_holder *next;
	int pid;
	char comm[HWI_COMM_LEN];
	bool others;
	bool maps_unknown;
	struct hwi_hold hold;
	const struct hwi_device *device;
};

/**
 * struct hwi_holders - the copied processes and devices
 * @first: the first, NULL if there are none
 * @nr: how many
 */
struct hwi_holders {
	struct hwi_holder *first;
	unsigned int nr;
};

#define HWI_HOLDER_COLUMNS 8
extern const struct hwi_column hwi_holder_columns[HWI_HOLDER_COLUMNS];

int hwi_holders_collect(struct hwi_holders *holders, struct hwi_arena *arena,
			const struct hwi_access *access,
			const struct hwi_devices *devices);
int hwi_holders_join(struct hwi_holders *holders, struct hwi_arena *arena,
		     const struct hwi_devices *devices);
struct hwi_hold *hwi_holds_of(struct hwi_holds *holds, u32 dev);
bool hwi_holds_others(const struct hwi_holds *holds);
void hwi_holder_row(struct hwi_row *row, const struct hwi_holder *holder);

#endif
