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

/* Called for an attribute; returns whether to go on with the next one. */
typedef bool hwi_attr_fn(struct device_attribute *attr, umode_t mode,
			 void *data);

int hwi_shower_init(struct hwi_shower *shower, bool admin);
void hwi_shower_free(struct hwi_shower *shower);
void hwi_device_attrs(struct device *dev, hwi_attr_fn *fn, void *data);
bool hwi_shower_may_show(const struct hwi_shower *shower, struct device *dev,
			 const char *name);
int hwi_shower_show(struct hwi_shower *shower, struct device *dev,
		    struct device_attribute *attr, umode_t mode);
int hwi_shower_show_name(struct hwi_shower *shower, struct device *dev,
			 const char *name);

#endif
