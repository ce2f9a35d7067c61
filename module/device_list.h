/* SPDX-License-Identifier: GPL-2.0 */
/* A walk over every device of the kernel. */
#ifndef HWI_DEVICE_LIST_H
#define HWI_DEVICE_LIST_H

struct device;

/* Called under a spinlock and in an RCU section: may copy, and nothing else. */
typedef void hwi_device_fn(struct device *dev, void *data);

void hwi_device_list(hwi_device_fn *fn, void *data);

#endif
