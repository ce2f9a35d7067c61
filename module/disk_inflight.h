/* SPDX-License-Identifier: GPL-2.0 */
#ifndef HWI_DISK_INFLIGHT_H
#define HWI_DISK_INFLIGHT_H

#include "disk_part.h"

unsigned int hwi_disk_inflight(struct hwi_part *part);

#endif
