// SPDX-License-Identifier: GPL-2.0
/* Reads power supplies through sysfs. */
#include <linux/device.h>
#include <linux/kernel.h>

#include "core/pause.h"
#include "device_walk.h"
#include "supply_rows.h"
#include "sysfs_file.h"

/**
 * struct walk - a walk over the power supplies
 * @arena: where the copies go
 * @link: where the next one is linked in
 */
struct walk {
	struct hwi_arena *arena;
	struct hwi_supply **link;
};

/*
 * The class is not exported, so it is recognised by name. While listed, a device
 * keeps its class and its name.
 */
static void copy_supply(struct device *dev, void *data)
{
	struct walk *walk = data;
	struct hwi_supply *to;

	if (!dev->class || strcmp(dev->class->name, "power_supply"))
		return;
	to = hwi_arena_alloc(walk->arena, sizeof(*to));
	if (!to)
		return;
	*to = (struct hwi_supply){
		.key = (unsigned long)dev,
		.name = hwi_arena_copy(walk->arena, dev_name(dev)),
	};
	if (!to->name)
		return;
	*walk->link = to;
	walk->link = &to->next;
}

/* For type, status and model. */
#define TEXT_ROOM (3 * (HWI_SYSFS_TEXT + 8))

static const char *copy_text(struct hwi_arena *arena, struct hwi_sysfs *sysfs,
			     const char *dir, const char *file)
{
	if (hwi_sysfs_read(sysfs, dir, file) || !sysfs->text[0])
		return NULL;
	return hwi_arena_copy(arena, sysfs->text);
}

/* The type is a constant, so reading it wakes nothing. */
static int ask(struct hwi_supply *supply, struct hwi_arena *arena,
	       struct hwi_sysfs *sysfs)
{
	char dir[HWI_SYSFS_PATH];
	unsigned int i;
	int err = hwi_pause();

	if (!err && arena->left < TEXT_ROOM)
		err = hwi_arena_more(arena, TEXT_ROOM);
	if (err)
		return err;
	snprintf(dir, sizeof(dir), "class/power_supply/%s", supply->name);
	supply->type = copy_text(arena, sysfs, dir, "type");
	if (hwi_sysfs_asleep(sysfs, dir))
		return 0;
	supply->status = copy_text(arena, sysfs, dir, "status");
	supply->model = copy_text(arena, sysfs, dir, "model_name");
	for (i = 0; i < HWI_SUPPLY_VALUES; i++)
		if (hwi_sysfs_s64(sysfs, dir, hwi_supply_file(i),
				  &supply->value[i]))
			supply->known |= BIT(i);
	return 0;
}

/**
 * hwi_supplies_collect() - read all power supplies, and join them
 * @supplies: result
 * @arena: where the copies go
 * @admin: also read what only root may read in sysfs
 * @devices: the devices, arranged, collected just before
 *
 * A supply that goes meanwhile keeps its row, with the values read so far.
 *
 * Context: process context, may sleep: as long as drivers take to answer.
 * Return: as hwi_kset_walk().
 */
int hwi_supplies_collect(struct hwi_supplies *supplies, struct hwi_arena *arena,
			 bool admin, const struct hwi_devices *devices)
{
	struct walk walk = { .arena = arena, .link = &supplies->first };
	struct hwi_sysfs sysfs = { .admin = admin };
	struct hwi_supply *supply;
	int err;

	*supplies = (struct hwi_supplies){};
	err = hwi_device_walk(arena, copy_supply, &walk);
	for (supply = supplies->first; supply && !err; supply = supply->next)
		err = ask(supply, arena, &sysfs);
	if (!err)
		err = sysfs.error;
	if (!err)
		hwi_supplies_join(supplies, devices);
	return err;
}
