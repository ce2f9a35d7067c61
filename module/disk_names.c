// SPDX-License-Identifier: GPL-2.0
/*
 * Model, firmware and serial number of the device below a disk, and the name of
 * a disk's scheduler, as sysfs shows them: the kernel's structures for them are
 * private.
 */
#include <linux/blkdev.h>
#include <linux/device.h>
#include <linux/sysfs.h>

#include "core/compat.h"
#include "core/pause.h"
#include "device_walk.h"
#include "disk_names.h"

#if IS_ENABLED(CONFIG_SCSI)
#include <scsi/scsi_device.h>
#include <scsi/scsi_host.h>
#endif

#ifdef CONFIG_BLOCK
/**
 * struct kind - the attributes that identify a kind of device
 * @model: name of the attribute that has the model
 * @firmware: likewise
 * @serial: likewise
 */
struct kind {
	const char *model;
	const char *firmware;
	const char *serial;
};

static const struct kind nvme = { "model", "firmware_rev", "serial" };
static const struct kind scsi = { "model", "rev", "serial" };
static const struct kind mmc = { "name", "fwrev", "serial" };

static bool is_called(const char *name, const char *wanted)
{
	return name && !strcmp(name, wanted);
}

/*
 * The parents of NVMe, SCSI and MMC disks. What these attributes show is in
 * memory that the device keeps: no hardware is asked.
 */
static const struct kind *kind_of(const struct device *dev)
{
	if (dev->class && is_called(dev->class->name, "nvme"))
		return &nvme;
	if (!dev->bus)
		return NULL;
	if (is_called(dev->bus->name, "mmc"))
		return &mmc;
	if (is_called(dev->bus->name, "scsi") && dev->type &&
	    is_called(dev->type->name, "scsi_device"))
		return &scsi;
	return NULL;
}

/*
 * Called on the list of devices. The module that has to stay is the driver's:
 * that of the controller, which the caller finds, of the card, or of the SCSI
 * host, which a SCSI device holds.
 */
static bool has_names(struct device *dev, struct module **owner)
{
	const struct kind *kind = kind_of(dev);
	const struct device_driver *driver = READ_ONCE(dev->driver);

	if (kind == &nvme)
		return dev->parent && READ_ONCE(dev->parent->driver);
	if (kind == &mmc && driver) {
		*owner = driver->owner;
		return true;
	}
#if IS_ENABLED(CONFIG_SCSI)
	if (kind == &scsi) {
		*owner = to_scsi_device(dev)->host->hostt->module;
		return true;
	}
#endif
	return false;
}

/* Without padding; "" if it cannot be had. */
static void show(struct hwi_shower *shower, struct device *dev,
		 const char *attribute, char *to, size_t size)
{
	char *text = shower->page;
	size_t len;

	to[0] = '\0';
	if (hwi_shower_show_name(shower, dev, attribute) < 0)
		return;
	while (*text == ' ')
		text++;
	for (len = strlen(text); len && text[len - 1] == ' ';)
		text[--len] = '\0';
	strscpy(to, text, size);
}

static void copy_make(const struct hwi_held *held, struct hwi_shower *shower,
		      struct hwi_disk_make *to)
{
	const struct kind *kind = kind_of(held->dev);

	*to = (struct hwi_disk_make){ .key = (unsigned long)held->dev };
	if (!hwi_device_lock_family(held))
		return;
	show(shower, held->dev, kind->model, to->model, sizeof(to->model));
	show(shower, held->dev, kind->firmware, to->firmware,
	     sizeof(to->firmware));
	show(shower, held->dev, kind->serial, to->serial, sizeof(to->serial));
	hwi_device_unlock_family(held);
}

/**
 * hwi_disk_makes_collect() - copy what the devices below disks are called
 * @makes: result
 * @arena: where the copies go
 * @shower: shows it, as far as the opener may see it
 *
 * Context: process context, may sleep.
 * Return: as hwi_kset_walk().
 */
int hwi_disk_makes_collect(struct hwi_disk_makes *makes,
			   struct hwi_arena *arena, struct hwi_shower *shower)
{
	struct hwi_disk_make *to;
	struct hwi_held *list, *held;
	int err = hwi_device_hold_family(arena, has_names, &list);

	*makes = (struct hwi_disk_makes){};
	for (held = list; !err && held;) {
		to = hwi_arena_alloc(arena, sizeof(*to));
		if (to) {
			copy_make(held, shower, to);
			to->next = makes->first;
			makes->first = to;
			makes->nr++;
			held = held->next;
		}
		err = hwi_arena_pause(arena);
	}
	hwi_device_put(list);
	return err;
}

static bool name_scheduler(struct request_queue *q, struct hwi_shower *shower)
{
	if (!mutex_trylock(&q->sysfs_lock))
		return false;
	snprintf(shower->page, PAGE_SIZE, "%s", hwi_queue_scheduler(q));
	mutex_unlock(&q->sysfs_lock);
	return true;
}

static struct attribute *scheduler_of(const struct kobj_type *type)
{
	const struct attribute_group *const *group =
		(const struct attribute_group *const *)type->default_groups;
	struct attribute **attr;

	for (; group && *group; group++)
		for (attr = (*group)->attrs; attr && *attr; attr++)
			if (!strcmp((*attr)->name, "scheduler"))
				return *attr;
	return NULL;
}

/* The queue belongs to the disk, which the caller holds. */
static bool show_scheduler(struct gendisk *disk, struct hwi_shower *shower)
{
	struct kobject *kobj = hwi_queue_kobj(disk);
	struct attribute *attr;

	if (HWI_SCHEDULER_HAS_NAME)
		return name_scheduler(disk->queue, shower);
	attr = kobj->ktype ? scheduler_of(kobj->ktype) : NULL;
	return attr &&
	       kobj->ktype->sysfs_ops->show(kobj, attr, shower->page) > 0;
}

/* One jiffy each. */
#define WAITS 2

/**
 * hwi_disk_scheduler() - the name of the scheduler in use
 * @disk: the disk; the caller holds it
 * @shower: whose page is used
 * @to: result, "" if it is not known
 * @size: bytes that are there
 *
 * Showing it takes a lock. Whoever changes the scheduler holds that lock until
 * requests under way are done, and is not waited for.
 *
 * Context: process context, may sleep.
 */
void hwi_disk_scheduler(struct gendisk *disk, struct hwi_shower *shower,
			char *to, size_t size)
{
	unsigned int waits = 0;
	char *begin, *end;

	to[0] = '\0';
	while (hwi_queue_is_locked(disk->queue)) {
		if (waits++ == WAITS)
			return;
		schedule_timeout_killable(1);
	}
	if (!show_scheduler(disk, shower))
		return;
	/* "none [mq-deadline] kyber", or a single name. */
	begin = strchr(shower->page, '[');
	begin = begin ? begin + 1 : shower->page;
	end = strpbrk(begin, " ]\n");
	if (end)
		*end = '\0';
	strscpy(to, begin, size);
}
#endif
