/* SPDX-License-Identifier: GPL-2.0 */
/* Shows attributes of devices, as sysfs does. */
#ifndef HWI_DEVICE_SHOW_H
#define HWI_DEVICE_SHOW_H

#include <linux/device.h>

/**
 * struct hwi_shower - shows attributes, one at a time
 * @page: text of the last one, without the final newline
 * @admin: also shows what only root may read
 */
struct hwi_shower {
	char *page;
	bool admin;
};

int hwi_shower_init(struct hwi_shower *shower, bool admin);
void hwi_shower_free(struct hwi_shower *shower);
bool hwi_shower_may_show(const struct hwi_shower *shower, struct device *dev,
			 const char *name);
int hwi_shower_show_name(struct hwi_shower *shower, struct device *dev,
			 const char *name);

#endif
