// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "device_rows.h"
#include "regulator_rows.h"

const struct hwi_column hwi_regulator_columns[HWI_REGULATOR_COLUMNS] = {
	{ "NAME", 's' },      { "USERS", 'u' },	 { "UV", 'u' },
	{ "STATE", 's' },     { "MIN_UV", 'u' }, { "MAX_UV", 'u' },
	{ "ALWAYS_ON", 'u' }, { "SUPPLY", 's' }, { "DEVICE", 's' },
};

/* The link in a supply's directory is named after its consumer. */
#define FED "-SUPPLY"

/**
 * hwi_regulator_feeds() - note which regulator supplies which
 * @regulators: the regulators
 * @supply: one of them
 * @link: an entry of its directory: of "regulator.3-SUPPLY", it supplies
 *	regulator.3
 */
void hwi_regulator_feeds(struct hwi_regulators *regulators,
			 const struct hwi_regulator *supply, const char *link)
{
	struct hwi_regulator *regulator;
	size_t len = strlen(link), tail = strlen(FED);

	if (len <= tail || strcmp(link + len - tail, FED))
		return;
	len -= tail;
	for (regulator = regulators->first; regulator;
	     regulator = regulator->next)
		if (!strncmp(regulator->device, link, len) &&
		    !regulator->device[len])
			regulator->supply = supply;
}

static bool feeds(const struct hwi_regulator *supply,
		  const struct hwi_regulator *regulator)
{
	if (regulator->fed_by_node)
		return supply->node == regulator->fed_by_node;
	return supply->name && regulator->fed_by_name &&
	       !strcmp(supply->name, regulator->fed_by_name);
}

/**
 * hwi_regulators_feed() - find the supplies of regulators without a link
 * @regulators: the regulators
 *
 * A supply that the kernel resolved before it registered the regulator has no
 * link. It is found as the kernel finds it: by the device tree, or by name.
 */
void hwi_regulators_feed(struct hwi_regulators *regulators)
{
	struct hwi_regulator *regulator, *supply;

	for (regulator = regulators->first; regulator;
	     regulator = regulator->next) {
		if (regulator->supply)
			continue;
		for (supply = regulators->first; supply; supply = supply->next)
			if (supply != regulator && feeds(supply, regulator))
				regulator->supply = supply;
	}
}

/**
 * hwi_regulators_join() - find the hardware that each regulator is part of
 * @regulators: as copied
 * @devices: arranged
 *
 * A device that came or went between the two walks is not found: its name
 * differs if another has its address.
 */
void hwi_regulators_join(struct hwi_regulators *regulators,
			 const struct hwi_devices *devices)
{
	const struct hwi_device *device;
	struct hwi_regulator *regulator;

	for (regulator = regulators->first; regulator;
	     regulator = regulator->next) {
		device = hwi_index_find(&devices->by_key, regulator->key);
		if (device && device->name &&
		    !strcmp(regulator->device, device->name))
			regulator->below = hwi_device_below(device);
	}
}

static void limit_cell(struct hwi_row *row, int uv)
{
	hwi_cell_id(row, uv ? uv : -1);
}

/**
 * hwi_regulator_row() - fill the row of a regulator
 * @row: the row, of hwi_regulator_columns
 * @regulator: joined
 */
void hwi_regulator_row(struct hwi_row *row,
		       const struct hwi_regulator *regulator)
{
	const struct hwi_regulator *supply = regulator->supply;

	hwi_cell_str(row, regulator->name);
	hwi_cell_u64(row, regulator->users);
	if (regulator->known)
		hwi_cell_u64(row, regulator->uv);
	else
		hwi_cell_none(row);
	hwi_cell_str(row, regulator->state);
	limit_cell(row, regulator->min_uv);
	limit_cell(row, regulator->max_uv);
	hwi_cell_u64(row, regulator->always_on);
	hwi_cell_str(row, supply ? supply->name : NULL);
	hwi_cell_str(row, regulator->below ? regulator->below->device : NULL);
}
