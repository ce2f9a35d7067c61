/* SPDX-License-Identifier: GPL-2.0 */
/* Reads files of sysfs, which protects the drivers behind them. */
#ifndef HWI_SYSFS_FILE_H
#define HWI_SYSFS_FILE_H

#include "core/arena.h"

/* Longer than any single value. */
#define HWI_SYSFS_TEXT 192
/* The directory of a device: "class/" and two names. */
#define HWI_SYSFS_PATH 160

/**
 * struct hwi_sysfs - reads files, one at a time
 * @admin: also reads what only root may read
 * @error: -ENOMEM if a file could not be opened for lack of memory: the view has
 *	to fail then, instead of showing the value as unknown
 * @text: contents of the last file, without the newline; "" on error
 */
struct hwi_sysfs {
	bool admin;
	int error;
	char text[HWI_SYSFS_TEXT];
};

/*
 * Called for each entry of a directory, which is locked: copies to the arena, and
 * does nothing else.
 */
typedef void hwi_sysfs_entry_fn(struct hwi_arena *arena, const char *name,
				void *data);

int hwi_sysfs_init(void);
void hwi_sysfs_exit(void);
int hwi_sysfs_read(struct hwi_sysfs *sysfs, const char *dir, const char *name);
bool hwi_sysfs_s64(struct hwi_sysfs *sysfs, const char *dir, const char *name,
		   s64 *value);
bool hwi_sysfs_asleep(struct hwi_sysfs *sysfs, const char *dir);
void hwi_sysfs_list(struct hwi_sysfs *sysfs, struct hwi_arena *arena,
		    const char *dir, hwi_sysfs_entry_fn *fn, void *data);

#endif
