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
 * If @view is `disks`, from a source that has mountinfo, give it a
 * column MOUNTS. *@text then has its text and is the caller's to free, else it
 * is NULL. Not DONE if the result is too large, after a complaint.
 */
enum exit_code mounts_join(const struct source *source, struct view *view,
			   char **text);

#endif
