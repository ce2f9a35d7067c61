/* SPDX-License-Identifier: GPL-2.0 */
/* A snapshot: one view's table, as of one moment, in one block of memory. */
#ifndef HWI_SNAPSHOT_H
#define HWI_SNAPSHOT_H

#include "access.h"
#include "table.h"

struct hwi_view;

/**
 * struct hwi_snapshot - what an open file holds of a view
 * @view: of which view
 * @last_size: bytes that the last snapshot of this view took, anyone's
 * @access: what may be shown, the open file's
 * @arena: the memory all of it is in
 * @table: the table, text already
 * @taken: CLOCK_BOOTTIME nanoseconds at which taking it began
 */
struct hwi_snapshot {
	const struct hwi_view *view;
	size_t *last_size;
	const struct hwi_access *access;
	struct hwi_arena arena;
	struct hwi_table table;
	u64 taken;
};

int hwi_snapshot_take(struct hwi_snapshot *snap, size_t max);
void hwi_snapshot_release(struct hwi_snapshot *snap);
void hwi_snapshot_exit(void);

#endif
