// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "device_rows.h"
#include "supply_rows.h"

const struct hwi_column hwi_supply_columns[HWI_SUPPLY_COLUMNS] = {
	{ "NAME", 's' },     { "TYPE", 's' },  { "STATUS", 's' },
	{ "CAPACITY", 'u' }, { "UV", 'i' },    { "UA", 'i' },
	{ "TEMP", 'i' },     { "ALARM", 'w' }, { "DEVICE", 's' },
	{ "MODEL", 's' },
};

static const char *const files[HWI_SUPPLY_VALUES] = {
	[HWI_SUPPLY_CAPACITY] = "capacity",
	[HWI_SUPPLY_UV] = "voltage_now",
	[HWI_SUPPLY_UA] = "current_now",
	[HWI_SUPPLY_TEMP] = "temp",
	[HWI_SUPPLY_CAPACITY_MIN] = "capacity_alert_min",
	[HWI_SUPPLY_CAPACITY_MAX] = "capacity_alert_max",
	[HWI_SUPPLY_UV_MIN] = "voltage_min",
	[HWI_SUPPLY_UV_MAX] = "voltage_max",
	[HWI_SUPPLY_TEMP_MIN] = "temp_alert_min",
	[HWI_SUPPLY_TEMP_MAX] = "temp_alert_max",
	[HWI_SUPPLY_ONLINE] = "online",
};

static const struct {
	enum hwi_supply_value value;
	enum hwi_supply_value limit;
	bool low;
	const char *word;
} alarms[] = {
	{ HWI_SUPPLY_CAPACITY, HWI_SUPPLY_CAPACITY_MIN, true, "capacity_min" },
	{ HWI_SUPPLY_CAPACITY, HWI_SUPPLY_CAPACITY_MAX, false, "capacity_max" },
	{ HWI_SUPPLY_UV, HWI_SUPPLY_UV_MIN, true, "voltage_min" },
	{ HWI_SUPPLY_UV, HWI_SUPPLY_UV_MAX, false, "voltage_max" },
	{ HWI_SUPPLY_TEMP, HWI_SUPPLY_TEMP_MIN, true, "temp_min" },
	{ HWI_SUPPLY_TEMP, HWI_SUPPLY_TEMP_MAX, false, "temp_max" },
};

/**
 * hwi_supply_file() - the sysfs file of a value
 * @value: the value
 *
 * Return: its name.
 */
const char *hwi_supply_file(enum hwi_supply_value value)
{
	return files[value];
}

/**
 * hwi_supplies_join() - find the hardware that each power supply is part of
 * @supplies: as copied
 * @devices: arranged
 *
 * A device that came or went between the two walks is not found: its name
 * differs if another has its address.
 */
void hwi_supplies_join(struct hwi_supplies *supplies,
		       const struct hwi_devices *devices)
{
	const struct hwi_device *device;
	struct hwi_supply *supply;

	for (supply = supplies->first; supply; supply = supply->next) {
		device = hwi_index_find(&devices->by_key, supply->key);
		if (device && device->name &&
		    !strcmp(supply->name, device->name))
			supply->below = hwi_device_below(device);
	}
}

/* Mains and USB supplies have "online" instead of a status. */
static const char *status_of(const struct hwi_supply *supply)
{
	if (supply->status || !(supply->known & BIT(HWI_SUPPLY_ONLINE)))
		return supply->status;
	return supply->value[HWI_SUPPLY_ONLINE] ? "Online" : "Offline";
}

static void value_cell(struct hwi_row *row, const struct hwi_supply *supply,
		       enum hwi_supply_value value)
{
	if (supply->known & BIT(value))
		hwi_cell_s64(row, supply->value[value]);
	else
		hwi_cell_none(row);
}

static void alarm_cell(struct hwi_row *row, const struct hwi_supply *supply)
{
	struct hwi_text *text = hwi_cell_begin(row);
	bool any = false, limited = false;
	unsigned long needs;
	unsigned int i;
	s64 value, limit;

	for (i = 0; i < ARRAY_SIZE(alarms); i++) {
		needs = BIT(alarms[i].value) | BIT(alarms[i].limit);
		if ((supply->known & needs) != needs)
			continue;
		limited = true;
		value = supply->value[alarms[i].value];
		limit = supply->value[alarms[i].limit];
		if (alarms[i].low ? value > limit : value < limit)
			continue;
		if (any)
			hwi_text_char(text, ',');
		hwi_text_str(text, alarms[i].word);
		any = true;
	}
	if (limited && !any)
		hwi_text_str(text, "none");
	hwi_cell_end(row);
}

/**
 * hwi_supply_row() - fill the row of a power supply
 * @row: the row, of hwi_supply_columns
 * @supply: joined
 */
void hwi_supply_row(struct hwi_row *row, const struct hwi_supply *supply)
{
	hwi_cell_str(row, supply->name);
	hwi_cell_str(row, supply->type);
	hwi_cell_str(row, status_of(supply));
	value_cell(row, supply, HWI_SUPPLY_CAPACITY);
	value_cell(row, supply, HWI_SUPPLY_UV);
	value_cell(row, supply, HWI_SUPPLY_UA);
	value_cell(row, supply, HWI_SUPPLY_TEMP);
	alarm_cell(row, supply);
	hwi_cell_str(row, supply->below ? supply->below->device : NULL);
	hwi_cell_line(row, supply->model);
}
