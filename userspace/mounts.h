/* SPDX-License-Identifier: GPL-2.0 */
/* Where disks are mounted: only the caller's own namespace knows. */
#ifndef MOUNTS_H
#define MOUNTS_H

#include "source.h"

/* What is written beside a capture, and read from there. */
#define MOUNTS_SUFFIX ".mountinfo"

/* Read /proc/self/mountinfo, or what is beside a capture. To free. */
bool mounts_read(const struct source *source, struct slice *info);

/*
 * If @view is `disks`, give it MOUNTS, where the source has mountinfo, and PARTS,
 * what a disk is made of, where it has sysfs: see join_columns().
 */
enum exit_code mounts_join(const struct source *source, struct view *view,
			   char **text);

#endif
