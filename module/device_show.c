// SPDX-License-Identifier: GPL-2.0
#include <linux/slab.h>
#include <linux/stat.h>
#include <linux/string.h>

#include "core/compat.h"
#include "device_show.h"

/**
 * hwi_shower_init() - get ready to show attributes
 * @shower: result; hwi_shower_free() frees it
 * @admin: the opener has CAP_SYS_ADMIN
 *
 * Context: process context, may sleep.
 * Return: 0 or -ENOMEM.
 */
int hwi_shower_init(struct hwi_shower *shower, bool admin)
{
	shower->admin = admin;
	shower->page = (char *)__get_free_page(GFP_KERNEL_ACCOUNT);
	return shower->page ? 0 : -ENOMEM;
}

/**
 * hwi_shower_free() - free the page
 * @shower: as hwi_shower_init() made it
 *
 * Context: any.
 */
void hwi_shower_free(struct hwi_shower *shower)
{
	free_page((unsigned long)shower->page);
}

/* Returns whether to go on. */
static bool each_of(struct device *dev,
		    const struct attribute_group *const *groups,
		    hwi_attr_fn *fn, void *data)
{
	struct attribute *attr;
	umode_t mode;
	int i;

	for (; groups && *groups; groups++) {
		for (i = 0; (*groups)->attrs && (*groups)->attrs[i]; i++) {
			attr = (*groups)->attrs[i];
			mode = hwi_attr_mode(*groups, &dev->kobj, attr, i);
			if (mode &&
			    !fn(container_of(attr, struct device_attribute,
					     attr),
				mode, data))
				return false;
		}
	}
	return true;
}

/**
 * hwi_device_attrs() - call a function for every attribute that a device shows
 * @dev: the device
 * @fn: the function
 * @data: what it gets
 *
 * These are the groups that sysfs makes a device's files of. All of them are
 * constant, or made before the device is registered and freed after it is
 * gone. Files that a driver adds one by one are not known to the device.
 *
 * Context: process context; the caller keeps @dev registered and its driver
 * bound, see hwi_device_lock_family().
 */
void hwi_device_attrs(struct device *dev, hwi_attr_fn *fn, void *data)
{
	/* Older kernels declare them as less constant. */
#define GROUPS(of) ((const struct attribute_group *const *)(of))
	if (dev->class &&
	    !each_of(dev, GROUPS(dev->class->dev_groups), fn, data))
		return;
	if (dev->type && !each_of(dev, GROUPS(dev->type->groups), fn, data))
		return;
	if (dev->bus && !each_of(dev, GROUPS(dev->bus->dev_groups), fn, data))
		return;
	each_of(dev, GROUPS(dev->groups), fn, data);
#undef GROUPS
}

/**
 * hwi_shower_show() - show an attribute
 * @shower: who shows it; its page holds the text, "" on error
 * @dev: the device
 * @attr: the attribute
 * @mode: its file's mode in sysfs
 *
 * Context: process context, may sleep: it calls the driver; as for
 * hwi_device_attrs().
 * Return: the text's length, -EACCES if the opener may not see it, or the
 * driver's error.
 */
int hwi_shower_show(struct hwi_shower *shower, struct device *dev,
		    struct device_attribute *attr, umode_t mode)
{
	ssize_t len;

	shower->page[0] = '\0';
	if (!(mode & (shower->admin ? 0444 : 0004)))
		return -EACCES;
	len = hwi_attr_show(dev, attr, shower->page);
	if (len < 0 || len >= (ssize_t)PAGE_SIZE) {
		shower->page[0] = '\0';
		return len < 0 ? len : -EIO;
	}
	while (len && shower->page[len - 1] == '\n')
		len--;
	shower->page[len] = '\0';
	return len;
}

/**
 * struct search - a search for an attribute
 * @name: its name
 * @attr: result, NULL if there is none
 * @mode: its file's mode
 */
struct search {
	const char *name;
	struct device_attribute *attr;
	umode_t mode;
};

static bool is_it(struct device_attribute *attr, umode_t mode, void *data)
{
	struct search *search = data;

	if (strcmp(attr->attr.name, search->name))
		return true;
	search->attr = attr;
	search->mode = mode;
	return false;
}

/**
 * hwi_shower_show_name() - find an attribute, and show it
 * @shower: who shows it
 * @dev: the device
 * @name: the attribute's
 *
 * Context: as hwi_shower_show().
 * Return: as hwi_shower_show(); -ENOENT if the device has none of that name.
 */
int hwi_shower_show_name(struct hwi_shower *shower, struct device *dev,
			 const char *name)
{
	struct search search = { .name = name };

	shower->page[0] = '\0';
	hwi_device_attrs(dev, is_it, &search);
	if (!search.attr)
		return -ENOENT;
	return hwi_shower_show(shower, dev, search.attr, search.mode);
}
