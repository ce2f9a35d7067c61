/* SPDX-License-Identifier: GPL-2.0 */
/* A clock that a device uses: its record, its columns and its row. */
#ifndef HWI_CLOCK_ROWS_H
#define HWI_CLOCK_ROWS_H

#include "core/row.h"

struct hwi_arena;
struct hwi_device;
struct hwi_devices;

/**
 * struct hwi_clock - a clock that a device uses, by the device tree
 * @next: by device, then by index
 * @key: address of the struct device, only ever compared
 * @consumer: its name, for joining
 * @index: place in the device's property "clocks"
 * @name: the clock's name; NULL if its provider has no driver yet
 * @known: @rate and @enabled are set
 * @rate: Hz
 * @enabled: it is enabled; a clock without a gate: a consumer asks for it
 * @parent: name of the parent clock; NULL for none
 * @device: the device, once joined; NULL if not known
 */
struct hwi_clock {
	struct hwi_clock *next;
	unsigned long key;
	const char *consumer;
	unsigned int index;
	const char *name;
	bool known;
	unsigned long rate;
	bool enabled;
	const char *parent;
	const struct hwi_device *device;
};

/**
 * struct hwi_clocks - the copied clocks
 * @first: the first, NULL if there are none
 */
struct hwi_clocks {
	struct hwi_clock *first;
};

#define HWI_CLOCK_COLUMNS 6
extern const struct hwi_column hwi_clock_columns[HWI_CLOCK_COLUMNS];

void hwi_clocks_join(struct hwi_clocks *clocks,
		     const struct hwi_devices *devices);
void hwi_clock_row(struct hwi_row *row, const struct hwi_clock *clock);

int hwi_clocks_collect(struct hwi_clocks *clocks, struct hwi_arena *arena,
		       const struct hwi_devices *devices);

#endif
