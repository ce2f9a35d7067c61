// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "clock_rows.h"
#include "device_rows.h"

const struct hwi_column hwi_clock_columns[HWI_CLOCK_COLUMNS] = {
	{ "DEVICE", 's' }, { "INDEX", 'u' },   { "CLOCK", 's' },
	{ "RATE", 'u' },   { "ENABLED", 'u' }, { "PARENT", 's' },
};

/**
 * hwi_clocks_join() - find the device that uses each clock
 * @clocks: as copied
 * @devices: arranged
 *
 * A device that came or went between the two walks is not found: its name
 * differs if another has its address.
 */
void hwi_clocks_join(struct hwi_clocks *clocks,
		     const struct hwi_devices *devices)
{
	const struct hwi_device *device;
	struct hwi_clock *clock;

	for (clock = clocks->first; clock; clock = clock->next) {
		device = hwi_index_find(&devices->by_key, clock->key);
		if (device && device->name &&
		    !strcmp(clock->consumer, device->name))
			clock->device = device;
	}
}

/**
 * hwi_clock_row() - fill the row of a clock
 * @row: the row, of hwi_clock_columns
 * @clock: joined
 */
void hwi_clock_row(struct hwi_row *row, const struct hwi_clock *clock)
{
	hwi_cell_str(row, clock->device ? clock->device->device : NULL);
	hwi_cell_u64(row, clock->index);
	hwi_cell_str(row, clock->name);
	if (clock->known) {
		hwi_cell_u64(row, clock->rate);
		hwi_cell_u64(row, clock->enabled);
	} else {
		hwi_cells_none(row, 2);
	}
	hwi_cell_str(row, clock->parent);
}
