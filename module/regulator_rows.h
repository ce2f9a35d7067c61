/* SPDX-License-Identifier: GPL-2.0 */
/* A regulator: its record, its columns and its row. */
#ifndef HWI_REGULATOR_ROWS_H
#define HWI_REGULATOR_ROWS_H

#include "core/row.h"

struct hwi_arena;
struct hwi_device;
struct hwi_devices;

/**
 * struct hwi_regulator - a regulator
 * @next: in the order of the kernel's list
 * @key: address of its struct device, only ever compared
 * @device: that device's name
 * @name: its name on the board
 * @node: phandle of its device tree node; 0 if it has none
 * @fed_by_node: of its supply's node, likewise
 * @fed_by_name: name of its supply, or of the input that is supplied
 * @users: consumers that have it enabled
 * @min_uv: lowest voltage that the board allows, 0 if it sets no limit
 * @max_uv: highest voltage, likewise
 * @always_on: it is never switched off
 * @known: @uv is set
 * @uv: output voltage, in microvolts
 * @state: whether it is on, as sysfs says; NULL if not known
 * @supply: the regulator that supplies it; NULL if not known
 * @below: the hardware that it is part of, once joined; NULL if not known
 */
struct hwi_regulator {
	struct hwi_regulator *next;
	unsigned long key;
	const char *device;
	const char *name;
	u32 node;
	u32 fed_by_node;
	const char *fed_by_name;
	unsigned int users;
	int min_uv;
	int max_uv;
	bool always_on;
	bool known;
	s64 uv;
	const char *state;
	const struct hwi_regulator *supply;
	const struct hwi_device *below;
};

/**
 * struct hwi_regulators - the copied regulators
 * @first: the first, NULL if there are none
 */
struct hwi_regulators {
	struct hwi_regulator *first;
};

#define HWI_REGULATOR_COLUMNS 9
extern const struct hwi_column hwi_regulator_columns[HWI_REGULATOR_COLUMNS];

void hwi_regulator_feeds(struct hwi_regulators *regulators,
			 const struct hwi_regulator *supply, const char *link);
void hwi_regulators_feed(struct hwi_regulators *regulators);
void hwi_regulators_join(struct hwi_regulators *regulators,
			 const struct hwi_devices *devices);
void hwi_regulator_row(struct hwi_row *row,
		       const struct hwi_regulator *regulator);

int hwi_regulators_collect(struct hwi_regulators *regulators,
			   struct hwi_arena *arena, bool ask,
			   const struct hwi_devices *devices);

#endif
