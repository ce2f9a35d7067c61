/* SPDX-License-Identifier: GPL-2.0 */
#ifndef HWI_DISK_INFLIGHT_H
#define HWI_DISK_INFLIGHT_H

struct block_device;

unsigned int hwi_disk_inflight(struct block_device *bdev);

#endif
