// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "core/pause.h"
#include "device_rows.h"
#include "power_rows.h"

const struct hwi_column hwi_power_columns[HWI_POWER_COLUMNS] = {
	{ "DEVICE", 's' },    { "RUNTIME", 's' },      { "CONTROL", 's' },
	{ "USAGE", 'u' },     { "CHILDREN", 'u' },     { "WAKEUP", 's' },
	{ "ACTIVE_MS", 'u' }, { "SUSPENDED_MS", 'u' }, { "EVENTS", 'u' },
	{ "DOMAIN", 's' },
};

static int index_powers(struct hwi_index *by_key, struct hwi_arena *arena,
			const struct hwi_powers *powers)
{
	struct hwi_power *power = powers->first;
	int err = 0;

	while (!err && !by_key->bucket)
		if (!hwi_index_init(by_key, arena, powers->nr))
			err = hwi_arena_pause(arena);
	while (!err && power) {
		if (hwi_index_add(by_key, arena, power->key, power))
			power = power->next;
		else
			err = hwi_arena_pause(arena);
	}
	return err;
}

/**
 * hwi_powers_join() - find the record of each device
 * @powers: as copied
 * @arena: where the index goes
 * @devices: arranged; @powers gets their order
 *
 * A device that came or went between the two walks is left out.
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_powers_join(struct hwi_powers *powers, struct hwi_arena *arena,
		    const struct hwi_devices *devices)
{
	struct hwi_power **link = &powers->first, *power;
	const struct hwi_device *device;
	struct hwi_index by_key = {};
	int err = index_powers(&by_key, arena, powers);

	if (err)
		return err;
	powers->nr = 0;
	for (device = devices->first; device; device = device->next) {
		power = hwi_index_find(&by_key, device->key);
		if (!power)
			continue;
		power->device = device;
		*link = power;
		link = &power->next;
		powers->nr++;
	}
	*link = NULL;
	return 0;
}

/**
 * hwi_power_row() - fill the row of a device
 * @row: the row, of hwi_power_columns
 * @power: joined
 */
void hwi_power_row(struct hwi_row *row, const struct hwi_power *power)
{
	static const char *const wakeup[] = {
		[HWI_WAKEUP_NONE] = NULL,
		[HWI_WAKEUP_DISABLED] = "disabled",
		[HWI_WAKEUP_ENABLED] = "enabled",
	};

	hwi_cell_str(row, power->device->device);
	if (power->has_runtime) {
		hwi_cell_word(row, power->runtime);
		hwi_cell_word(row, power->automatic ? "auto" : "on");
		hwi_cell_u64(row, power->usage);
		hwi_cell_u64(row, power->children);
	} else {
		hwi_cells_none(row, 4);
	}
	hwi_cell_word(row, wakeup[power->wakeup]);
	if (power->has_runtime) {
		hwi_cell_u64(row, power->active_ms);
		hwi_cell_u64(row, power->suspended_ms);
	} else {
		hwi_cells_none(row, 2);
	}
	if (power->has_events)
		hwi_cell_u64(row, power->events);
	else
		hwi_cell_none(row);
	if (power->domain_hidden)
		hwi_cell_hidden(row);
	else
		hwi_cell_str(row, power->domain);
}
