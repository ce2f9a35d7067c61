/* SPDX-License-Identifier: GPL-2.0 */
/* A power supply: its record, its columns and its row. */
#ifndef HWI_SUPPLY_ROWS_H
#define HWI_SUPPLY_ROWS_H

#include "core/row.h"

struct hwi_arena;
struct hwi_device;
struct hwi_devices;

/* Values that have a column, then their limits. */
enum hwi_supply_value {
	HWI_SUPPLY_CAPACITY,
	HWI_SUPPLY_UV,
	HWI_SUPPLY_UA,
	HWI_SUPPLY_TEMP,
	HWI_SUPPLY_CAPACITY_MIN,
	HWI_SUPPLY_CAPACITY_MAX,
	HWI_SUPPLY_UV_MIN,
	HWI_SUPPLY_UV_MAX,
	HWI_SUPPLY_TEMP_MIN,
	HWI_SUPPLY_TEMP_MAX,
	HWI_SUPPLY_ONLINE,
	HWI_SUPPLY_VALUES,
};

/**
 * struct hwi_supply - a power supply
 * @next: in the order of the kernel's list
 * @key: address of its struct device, only ever compared
 * @name: its name
 * @type: its type, as in sysfs
 * @status: its status, as in sysfs; NULL if it has none
 * @model: model name; NULL if it reports none
 * @known: values that are set, BIT() of enum hwi_supply_value
 * @value: the values, in the units of sysfs
 * @below: the hardware that it is part of, once joined; NULL if not known
 */
struct hwi_supply {
	struct hwi_supply *next;
	unsigned long key;
	const char *name;
	const char *type;
	const char *status;
	const char *model;
	unsigned long known;
	s64 value[HWI_SUPPLY_VALUES];
	const struct hwi_device *below;
};

/**
 * struct hwi_supplies - the copied power supplies
 * @first: the first, NULL if there are none
 */
struct hwi_supplies {
	struct hwi_supply *first;
};

#define HWI_SUPPLY_COLUMNS 10
extern const struct hwi_column hwi_supply_columns[HWI_SUPPLY_COLUMNS];

const char *hwi_supply_file(enum hwi_supply_value value);
void hwi_supplies_join(struct hwi_supplies *supplies,
		       const struct hwi_devices *devices);
void hwi_supply_row(struct hwi_row *row, const struct hwi_supply *supply);

int hwi_supplies_collect(struct hwi_supplies *supplies, struct hwi_arena *arena,
			 bool admin, const struct hwi_devices *devices);

#endif
