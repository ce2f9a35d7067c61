/* SPDX-License-Identifier: GPL-2.0 */
/* Where disks are mounted: only the caller's own namespace knows. */
#ifndef MOUNTS_H
#define MOUNTS_H

#include "source.h"

/* What is saved next to a capture, and read from there. */
#define MOUNTS_SUFFIX ".mountinfo"

/*
 * Read /proc/self/mountinfo, or the file next to a capture. The caller frees
 * it.
 */
bool mounts_read(const struct source *source, struct slice *info);

/*
 * If @view is `disks`, add MOUNTS if the source has mountinfo, and PARTS, what
 * a disk is built on, if it has sysfs: see join_columns().
 */
enum exit_code mounts_join(const struct source *source, struct view *view,
			   char **text);

#endif
