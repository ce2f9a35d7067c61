/* SPDX-License-Identifier: GPL-2.0 */
/* Runtime power management. */
#ifndef HWI_RUNTIME_H
#define HWI_RUNTIME_H

struct device;

const char *hwi_runtime_status(const struct device *dev);

#endif
