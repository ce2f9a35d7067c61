/* SPDX-License-Identifier: GPL-2.0 */
/* A clock of a device: its record, its columns and its row. */
#ifndef HWI_CLOCK_ROWS_H
#define HWI_CLOCK_ROWS_H

#include "core/row.h"

struct hwi_arena;
struct hwi_device;
struct hwi_devices;

/**
 * struct hwi_clock - a clock that a device of the device tree takes
 * @next: by device, then by number
 * @key: address of the struct device, only ever compared
 * @consumer: its name; for joining
 * @index: which of its clocks
 * @name: the clock's; NULL if nothing provides it yet
 * @known: @rate and @enabled are there
 * @rate: Hz
 * @enabled: it is; one that cannot be switched: somebody has asked for it
 * @parent: the name of the clock that it is made of; NULL if there is none
 * @device: the device, once joined; NULL if it is not known
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
