// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "core/arena.h"
#include "device_rows.h"
#include "sensor_rows.h"

const struct hwi_column hwi_sensor_columns[HWI_SENSOR_COLUMNS] = {
	{ "SENSOR", 's' }, { "CHIP", 's' },   { "LABEL", 's' },
	{ "VALUE", 'i' },  { "UNIT", 's' },   { "ALARM", 'w' },
	{ "LIMIT", 'w' },  { "DEVICE", 's' },
};

static const struct {
	const char *word;
	const char *unit;
} quantities[HWI_QUANTITIES] = {
	[HWI_QUANTITY_TEMP] = { "temp", "mC" },
	[HWI_QUANTITY_FAN] = { "fan", "RPM" },
	[HWI_QUANTITY_IN] = { "in", "mV" },
	[HWI_QUANTITY_CURR] = { "curr", "mA" },
	[HWI_QUANTITY_POWER] = { "power", "uW" },
	[HWI_QUANTITY_ENERGY] = { "energy", "uJ" },
	[HWI_QUANTITY_HUMIDITY] = { "humidity", "m%" },
	[HWI_QUANTITY_FREQ] = { "freq", "Hz" },
};

static const char *const limits[] = {
	"min",	     "lcrit",  "cap",	  "max", "crit",
	"emergency", "active", "passive", "hot", "critical",
};

static const char *const other_files[] = { "input", "average", "label" };

/* A value must not fall below these; it must not reach the others. */
#define LOWER_LIMITS (BIT(HWI_LIMIT_MIN) | BIT(HWI_LIMIT_LCRIT))

/**
 * hwi_quantity_word() - the prefix of a quantity's files
 * @quantity: what is measured
 *
 * Return: "temp" and the like.
 */
const char *hwi_quantity_word(enum hwi_quantity quantity)
{
	return quantities[quantity].word;
}

/**
 * hwi_quantity_unit() - the unit that hwmon uses
 * @quantity: what is measured
 *
 * Return: the unit.
 */
const char *hwi_quantity_unit(enum hwi_quantity quantity)
{
	return quantities[quantity].unit;
}

/**
 * hwi_hwmon_word() - the suffix of a hwmon file
 * @file: of enum hwi_limit or enum hwi_hwmon_file
 *
 * Return: "input" and the like.
 */
const char *hwi_hwmon_word(unsigned int file)
{
	return file < HWI_LIMITS ? limits[file] :
				   other_files[file - HWI_LIMITS];
}

/* Trips are not hwmon limits. */
static bool parse_file(const char *word, unsigned long *files)
{
	unsigned int i;

	for (i = 0; i < HWI_HWMON_FILES; i++) {
		if (i >= HWI_LIMIT_ACTIVE && i < HWI_LIMITS)
			continue;
		if (!strcmp(word, hwi_hwmon_word(i))) {
			*files = BIT(i);
			return true;
		}
	}
	return false;
}

/* No chip has more than a few thousand inputs. */
#define NUMBER_DIGITS 4

static bool parse_number(const char **at, unsigned int *number)
{
	unsigned int digits;

	*number = 0;
	for (digits = 0; **at >= '0' && **at <= '9'; digits++, ++*at) {
		if (digits == NUMBER_DIGITS)
			return false;
		*number = 10 * *number + (**at - '0');
	}
	return digits && *(*at)++ == '_';
}

/**
 * hwi_input_parse() - parse the name of a hwmon file
 * @name: the name, as "temp1_input"
 * @input: result, with this one file
 *
 * Return: false if it is no value, label or limit of an input.
 */
bool hwi_input_parse(const char *name, struct hwi_input *input)
{
	const char *at;
	unsigned int i;
	size_t len;

	for (i = 0; i < HWI_QUANTITIES; i++) {
		len = strlen(quantities[i].word);
		at = name + len;
		if (strncmp(name, quantities[i].word, len) ||
		    !parse_number(&at, &input->number))
			continue;
		input->next = NULL;
		input->quantity = i;
		return parse_file(at, &input->files);
	}
	return false;
}

static bool before(const struct hwi_input *a, const struct hwi_input *b)
{
	if (a->quantity != b->quantity)
		return a->quantity < b->quantity;
	return a->number < b->number;
}

/**
 * hwi_input_add() - add a file to the inputs of a device
 * @arena: where a new input goes; may overflow
 * @first: the inputs, in order
 * @found: as hwi_input_parse() made it
 *
 * Context: any; neither sleeps nor allocates.
 */
void hwi_input_add(struct hwi_arena *arena, struct hwi_input **first,
		   const struct hwi_input *found)
{
	struct hwi_input **link = first, *new;

	while (*link && before(*link, found))
		link = &(*link)->next;
	if (*link && !before(found, *link)) {
		(*link)->files |= found->files;
		return;
	}
	new = hwi_arena_alloc(arena, sizeof(*new));
	if (!new)
		return;
	*new = *found;
	new->next = *link;
	*link = new;
}

/**
 * hwi_sensor_limit() - set a sensor's limit
 * @sensor: the sensor
 * @limit: which limit
 * @value: its value; the lowest counts if there are several of a kind
 */
void hwi_sensor_limit(struct hwi_sensor *sensor, enum hwi_limit limit,
		      s64 value)
{
	if (sensor->has & BIT(limit) && sensor->limit[limit] <= value)
		return;
	sensor->has |= BIT(limit);
	sensor->limit[limit] = value;
}

/**
 * hwi_trip_limit() - the limit that a trip of a thermal zone is
 * @type: the trip's type, as in sysfs
 * @limit: result
 *
 * Return: false if the type is not known.
 */
bool hwi_trip_limit(const char *type, enum hwi_limit *limit)
{
	unsigned int i;

	for (i = HWI_LIMIT_ACTIVE; i < HWI_LIMITS; i++) {
		if (!strcmp(type, limits[i])) {
			*limit = i;
			return true;
		}
	}
	return false;
}

/**
 * hwi_sensors_join() - find the hardware that each sensor is part of
 * @sensors: as copied
 * @devices: arranged
 *
 * A device that came or went between the two walks is not found: its name
 * differs if another has its address.
 */
void hwi_sensors_join(struct hwi_sensors *sensors,
		      const struct hwi_devices *devices)
{
	const struct hwi_device *device;
	struct hwi_sensor *sensor;

	for (sensor = sensors->first; sensor; sensor = sensor->next) {
		device = hwi_index_find(&devices->by_key, sensor->key);
		if (device && device->name &&
		    !strcmp(sensor->class_device, device->name))
			sensor->below = hwi_device_below(device);
	}
}

static bool past(const struct hwi_sensor *sensor, unsigned int limit)
{
	if (BIT(limit) & LOWER_LIMITS)
		return sensor->value < sensor->limit[limit];
	return sensor->value >= sensor->limit[limit];
}

static void alarm_cell(struct hwi_row *row, const struct hwi_sensor *sensor)
{
	struct hwi_text *text = hwi_cell_begin(row);
	unsigned int i;
	bool any = false;

	for (i = 0; i < HWI_LIMITS && sensor->known; i++) {
		if (!(sensor->has & BIT(i)) || !past(sensor, i))
			continue;
		if (any)
			hwi_text_char(text, ',');
		hwi_text_str(text, limits[i]);
		any = true;
	}
	if (!any && sensor->known && sensor->has)
		hwi_text_str(text, "none");
	hwi_cell_end(row);
}

static void limit_cell(struct hwi_row *row, const struct hwi_sensor *sensor)
{
	struct hwi_text *text = hwi_cell_begin(row);
	unsigned int i;
	bool any = false;

	for (i = 0; i < HWI_LIMITS; i++) {
		if (!(sensor->has & BIT(i)))
			continue;
		hwi_text_printf(text, "%s%s:%lld", any ? "," : "", limits[i],
				(long long)sensor->limit[i]);
		any = true;
	}
	hwi_cell_end(row);
}

/**
 * hwi_sensor_row() - fill the row of a sensor
 * @row: the row, of hwi_sensor_columns
 * @sensor: joined
 */
void hwi_sensor_row(struct hwi_row *row, const struct hwi_sensor *sensor)
{
	hwi_cell_str(row, sensor->name);
	hwi_cell_str(row, sensor->chip);
	hwi_cell_str(row, sensor->label);
	if (sensor->known)
		hwi_cell_s64(row, sensor->value);
	else
		hwi_cell_none(row);
	hwi_cell_word(row, sensor->unit);
	alarm_cell(row, sensor);
	limit_cell(row, sensor);
	hwi_cell_str(row, sensor->below ? sensor->below->device : NULL);
}
