/* SPDX-License-Identifier: GPL-2.0 */
/* Where disks are mounted: only the caller's own namespace knows. */
#ifndef MOUNTS_H
#define MOUNTS_H

#include "source.h"

/*
 * If @view is `disks`, from a source that has /proc/self/mountinfo, give it a
 * column MOUNTS. *@text then has its text and is the caller's to free, else it
 * is NULL. Not DONE if the result is too large, after a complaint.
 */
enum exit_code mounts_join(const struct source *source, struct view *view,
			   char **text);

#endif
