// SPDX-License-Identifier: GPL-2.0
/* Copies regulators, and reads voltage and state through sysfs. */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/of.h>
#include <linux/regulator/driver.h>
#include <linux/regulator/machine.h>

#include "core/pause.h"
#include "device_walk.h"
#include "regulator_rows.h"
#include "sysfs_file.h"

/**
 * struct walk - a walk over the regulators
 * @arena: where the copies go
 * @link: where the next one is linked in
 */
struct walk {
	struct hwi_arena *arena;
	struct hwi_regulator **link;
};

static const char *name_of(const struct regulator_dev *rdev)
{
	if (rdev->constraints && rdev->constraints->name)
		return rdev->constraints->name;
	return rdev->desc ? rdev->desc->name : NULL;
}

/*
 * The device holds its own node. For the supply only the phandle is read:
 * dropping the last reference to a node takes a mutex.
 */
static u32 node_that_feeds(const struct regulator_dev *rdev)
{
	char property[64];
	u32 phandle = 0;

	if (rdev->dev.of_node && rdev->supply_name &&
	    snprintf(property, sizeof(property), "%s-supply",
		     rdev->supply_name) < (int)sizeof(property))
		of_property_read_u32(rdev->dev.of_node, property, &phandle);
	return phandle;
}

/*
 * The class is not exported, so it is recognised by its name. While a regulator
 * is listed its description and constraints stay: regulator_unregister() takes
 * it off the list before it returns to the driver, which owns the description,
 * and before it frees the constraints, which are set before the regulator is
 * listed. The use count is a single word.
 */
static void copy_regulator(struct device *dev, void *data)
{
	const struct regulation_constraints *limits;
	const struct regulator_dev *rdev;
	struct walk *walk = data;
	struct hwi_regulator *to;

	if (!dev->class || strcmp(dev->class->name, "regulator"))
		return;
	to = hwi_arena_alloc(walk->arena, sizeof(*to));
	if (!to)
		return;
	rdev = container_of(dev, struct regulator_dev, dev);
	limits = rdev->constraints;
	*to = (struct hwi_regulator){
		.key = (unsigned long)dev,
		.device = hwi_arena_copy(walk->arena, dev_name(dev)),
		.name = hwi_arena_copy(walk->arena, name_of(rdev)),
		.node = dev->of_node ? dev->of_node->phandle : 0,
		.fed_by_node = node_that_feeds(rdev),
		.fed_by_name = hwi_arena_copy(walk->arena, rdev->supply_name),
		.users = READ_ONCE(rdev->use_count),
		.min_uv = limits ? limits->min_uV : 0,
		.max_uv = limits ? limits->max_uV : 0,
		.always_on = limits && limits->always_on,
	};
	if (walk->arena->overflow)
		return;
	*walk->link = to;
	walk->link = &to->next;
}

/**
 * struct feeding - a search for what a regulator supplies
 * @regulators: all regulators
 * @supply: the one that may supply others
 */
struct feeding {
	struct hwi_regulators *regulators;
	const struct hwi_regulator *supply;
};

static void note_fed(struct hwi_arena *arena, const char *name, void *data)
{
	struct feeding *feeding = data;

	hwi_regulator_feeds(feeding->regulators, feeding->supply, name);
}

#define STATE_ROOM (HWI_SYSFS_TEXT + 8)

static int ask_voltage(struct hwi_regulator *regulator, const char *dir,
		       struct hwi_arena *arena, struct hwi_sysfs *sysfs)
{
	int err = 0;

	if (hwi_sysfs_asleep(sysfs, dir))
		return 0;
	if (arena->left < STATE_ROOM)
		err = hwi_arena_more(arena, STATE_ROOM);
	if (err)
		return err;
	regulator->known =
		hwi_sysfs_s64(sysfs, dir, "microvolts", &regulator->uv) &&
		regulator->uv >= 0;
	if (!hwi_sysfs_read(sysfs, dir, "state"))
		regulator->state = hwi_arena_copy(arena, sysfs->text);
	return 0;
}

/**
 * hwi_regulators_collect() - copy all regulators, and join them
 * @regulators: result
 * @arena: where the copies go
 * @ask: also ask for voltage and state, which may be on a slow bus
 * @devices: the devices, arranged, collected just before
 *
 * rdev->supply is private to the regulator core; but a supply usually has a link
 * to its consumer in sysfs.
 *
 * Context: process context, may sleep: with @ask as long as drivers take to
 * answer.
 * Return: as hwi_kset_walk().
 */
int hwi_regulators_collect(struct hwi_regulators *regulators,
			   struct hwi_arena *arena, bool ask,
			   const struct hwi_devices *devices)
{
	struct feeding feeding = { .regulators = regulators };
	struct walk walk = { .arena = arena, .link = &regulators->first };
	struct hwi_sysfs sysfs = { .admin = false };
	struct hwi_regulator *regulator;
	char dir[HWI_SYSFS_PATH];
	int err;

	*regulators = (struct hwi_regulators){};
	err = hwi_device_walk(arena, copy_regulator, &walk);
	for (regulator = regulators->first; regulator && !err;
	     regulator = regulator->next) {
		snprintf(dir, sizeof(dir), "class/regulator/%s",
			 regulator->device);
		feeding.supply = regulator;
		hwi_sysfs_list(&sysfs, arena, dir, note_fed, &feeding);
		if (ask)
			err = ask_voltage(regulator, dir, arena, &sysfs);
		if (!err)
			err = hwi_pause();
	}
	if (!err)
		err = sysfs.error;
	if (!err) {
		hwi_regulators_feed(regulators);
		hwi_regulators_join(regulators, devices);
	}
	return err;
}
