/* SPDX-License-Identifier: GPL-2.0 */
/* A snapshot: the text of one view, or of every view, as of one moment. */
#ifndef HWI_SNAPSHOT_H
#define HWI_SNAPSHOT_H

#include "access.h"
#include "pages.h"
#include "view.h"

int hwi_snapshot_take(struct hwi_pages *text,
		      const struct hwi_view *const *views, unsigned int nr,
		      const struct hwi_access *access);

#endif
