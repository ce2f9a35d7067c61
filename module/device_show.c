// SPDX-License-Identifier: GPL-2.0
#include <linux/slab.h>
#include <linux/stat.h>
#include <linux/string.h>

#include "core/compat.h"
#include "device_show.h"

/**
 * hwi_shower_init() - prepare to show attributes
 * @shower: result, for hwi_shower_free()
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
 * hwi_shower_free() - undo hwi_shower_init()
 * @shower: the shower
 *
 * Context: any.
 */
void hwi_shower_free(struct hwi_shower *shower)
{
	free_page((unsigned long)shower->page);
}

/**
 * struct found - an attribute
 * @attr: the attribute
 * @mode: its file's mode in sysfs
 */
struct found {
	struct device_attribute *attr;
	umode_t mode;
};

/*
 * is_visible() is called for the wanted attribute only: some do real work, such
 * as calling the firmware.
 */
static bool find_in(const struct attribute_group *const *groups,
		    struct device *dev, const char *name, struct found *found)
{
	struct attribute *attr;
	int i;

	for (; groups && *groups; groups++) {
		for (i = 0; (*groups)->attrs && (*groups)->attrs[i]; i++) {
			attr = (*groups)->attrs[i];
			if (strcmp(attr->name, name))
				continue;
			found->mode =
				hwi_attr_mode(*groups, &dev->kobj, attr, i);
			if (!found->mode)
				continue;
			found->attr = container_of(
				attr, struct device_attribute, attr);
			return true;
		}
	}
	return false;
}

/*
 * Looks at the groups from which the driver core makes the device's files: they
 * are constant, or exist from before the device is registered until after it is
 * gone. Files that a driver adds by itself are not found.
 */
static bool find(struct device *dev, const char *name, struct found *found)
{
	/* Not const in older kernels. */
#define GROUPS(of) ((const struct attribute_group *const *)(of))
	return (dev->class &&
		find_in(GROUPS(dev->class->dev_groups), dev, name, found)) ||
	       (dev->type &&
		find_in(GROUPS(dev->type->groups), dev, name, found)) ||
	       (dev->bus &&
		find_in(GROUPS(dev->bus->dev_groups), dev, name, found)) ||
	       find_in(GROUPS(dev->groups), dev, name, found);
#undef GROUPS
}

static bool may_read(const struct hwi_shower *shower, umode_t mode)
{
	return mode & (shower->admin ? 0444 : 0004);
}

static int show(struct hwi_shower *shower, struct device *dev,
		const struct found *found)
{
	ssize_t len;

	if (!may_read(shower, found->mode))
		return -EACCES;
	len = hwi_attr_show(dev, found->attr, shower->page);
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
 * hwi_shower_show_name() - show an attribute
 * @shower: the shower; its page gets the text, "" on error
 * @dev: the device
 * @name: the attribute's name
 *
 * Context: process context, may sleep. It calls the function that shows the
 * attribute: the caller keeps what that needs. If it is a driver's,
 * hwi_device_lock_family() does.
 * Return: the text's length, -ENOENT, -EACCES if the opener may not see it, or
 * the function's error.
 */
int hwi_shower_show_name(struct hwi_shower *shower, struct device *dev,
			 const char *name)
{
	struct found found;

	shower->page[0] = '\0';
	return find(dev, name, &found) ? show(shower, dev, &found) : -ENOENT;
}

/**
 * hwi_shower_may_show() - whether the opener may see an attribute
 * @shower: the shower
 * @dev: the device
 * @name: the attribute's name
 *
 * For attributes whose show() takes a lock that the caller has.
 *
 * Context: as hwi_shower_show_name().
 * Return: true if it is there, and the opener could read it in sysfs.
 */
bool hwi_shower_may_show(const struct hwi_shower *shower, struct device *dev,
			 const char *name)
{
	struct found found;

	return find(dev, name, &found) && may_read(shower, found.mode);
}
