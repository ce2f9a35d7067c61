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
 * struct look - a search among a device's attributes
 * @dev: the device
 * @name: the attribute to find; NULL for all
 * @fn: called for each
 * @data: its argument
 */
struct look {
	struct device *dev;
	const char *name;
	hwi_attr_fn *fn;
	void *data;
};

/*
 * is_visible() is called for the wanted attribute only: some do real work, such
 * as calling the firmware.
 *
 * Returns whether to go on.
 */
static bool each_of(const struct look *look,
		    const struct attribute_group *const *groups)
{
	struct attribute *attr;
	umode_t mode;
	int i;

	for (; groups && *groups; groups++) {
		for (i = 0; (*groups)->attrs && (*groups)->attrs[i]; i++) {
			attr = (*groups)->attrs[i];
			if (look->name && strcmp(attr->name, look->name))
				continue;
			mode = hwi_attr_mode(*groups, &look->dev->kobj, attr,
					     i);
			if (mode &&
			    !look->fn(container_of(attr,
						   struct device_attribute,
						   attr),
				      mode, look->data))
				return false;
		}
	}
	return true;
}

static void look_at(const struct look *look)
{
	const struct device *dev = look->dev;

	/* Not const in older kernels. */
#define GROUPS(of) ((const struct attribute_group *const *)(of))
	if (dev->class && !each_of(look, GROUPS(dev->class->dev_groups)))
		return;
	if (dev->type && !each_of(look, GROUPS(dev->type->groups)))
		return;
	if (dev->bus && !each_of(look, GROUPS(dev->bus->dev_groups)))
		return;
	each_of(look, GROUPS(dev->groups));
#undef GROUPS
}

/**
 * hwi_device_attrs() - call a function for every visible attribute of a device
 * @dev: the device
 * @fn: the function
 * @data: its argument
 *
 * Looks at the groups from which the driver core makes the device's files: they
 * are constant, or exist from before the device is registered until after it is
 * gone. Files that a driver adds by itself are not found.
 *
 * Context: process context; the caller keeps @dev registered and its driver
 * bound, see hwi_device_lock_family().
 */
void hwi_device_attrs(struct device *dev, hwi_attr_fn *fn, void *data)
{
	const struct look look = { .dev = dev, .fn = fn, .data = data };

	look_at(&look);
}

static bool may_read(const struct hwi_shower *shower, umode_t mode)
{
	return mode & (shower->admin ? 0444 : 0004);
}

/**
 * hwi_shower_show() - show an attribute
 * @shower: the shower; its page gets the text, "" on error
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
	if (!may_read(shower, mode))
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
 * struct found - result of find()
 * @attr: the attribute, NULL if there is none
 * @mode: its file's mode
 */
struct found {
	struct device_attribute *attr;
	umode_t mode;
};

static bool keep(struct device_attribute *attr, umode_t mode, void *data)
{
	*(struct found *)data = (struct found){ .attr = attr, .mode = mode };
	return false;
}

static struct found find(struct device *dev, const char *name)
{
	struct found found = {};
	const struct look look = {
		.dev = dev,
		.name = name,
		.fn = keep,
		.data = &found,
	};

	look_at(&look);
	return found;
}

/**
 * hwi_shower_show_name() - find an attribute by name, and show it
 * @shower: the shower
 * @dev: the device
 * @name: the attribute's name
 *
 * Context: as hwi_shower_show().
 * Return: as hwi_shower_show(), or -ENOENT.
 */
int hwi_shower_show_name(struct hwi_shower *shower, struct device *dev,
			 const char *name)
{
	struct found found = find(dev, name);

	shower->page[0] = '\0';
	if (!found.attr)
		return -ENOENT;
	return hwi_shower_show(shower, dev, found.attr, found.mode);
}

/**
 * hwi_shower_may_show() - whether the opener may see an attribute
 * @shower: the shower
 * @dev: the device
 * @name: the attribute's name
 *
 * For attributes whose show() takes a lock that the caller has.
 *
 * Context: as for hwi_device_attrs().
 * Return: true if it is there, and the opener could read it in sysfs.
 */
bool hwi_shower_may_show(const struct hwi_shower *shower, struct device *dev,
			 const char *name)
{
	struct found found = find(dev, name);

	return found.attr && may_read(shower, found.mode);
}
