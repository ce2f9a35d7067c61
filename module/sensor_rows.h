/* SPDX-License-Identifier: GPL-2.0 */
/* A sensor: its record, its columns and its row. */
#ifndef HWI_SENSOR_ROWS_H
#define HWI_SENSOR_ROWS_H

#include "core/row.h"

struct hwi_arena;
struct hwi_device;
struct hwi_devices;

/* The quantities that hwmon measures, in the order of the rows. */
enum hwi_quantity {
	HWI_QUANTITY_TEMP,
	HWI_QUANTITY_FAN,
	HWI_QUANTITY_IN,
	HWI_QUANTITY_CURR,
	HWI_QUANTITY_POWER,
	HWI_QUANTITY_ENERGY,
	HWI_QUANTITY_HUMIDITY,
	HWI_QUANTITY_FREQ,
	HWI_QUANTITIES,
};

/* hwmon's limits, then the trips of thermal zones; each with the worst last. */
enum hwi_limit {
	HWI_LIMIT_MIN,
	HWI_LIMIT_LCRIT,
	HWI_LIMIT_CAP,
	HWI_LIMIT_MAX,
	HWI_LIMIT_CRIT,
	HWI_LIMIT_EMERGENCY,
	HWI_LIMIT_ACTIVE,
	HWI_LIMIT_PASSIVE,
	HWI_LIMIT_HOT,
	HWI_LIMIT_CRITICAL,
	HWI_LIMITS,
};

/* The other files of a hwmon input. */
enum hwi_hwmon_file {
	HWI_HWMON_INPUT = HWI_LIMITS,
	HWI_HWMON_AVERAGE,
	HWI_HWMON_LABEL,
	HWI_HWMON_FILES,
};

/**
 * struct hwi_sensor - a hwmon input, thermal zone, trip or cooling device
 * @next: in the order of the rows
 * @key: address of its class device, only ever compared
 * @class_device: that device's name, for joining
 * @name: its name in sysfs
 * @label: the driver's label for it, or the type of a trip; NULL if none
 * @chip: name of the hwmon device; type of the thermal zone or cooling device
 * @unit: unit of @value and @limit, a constant
 * @known: @value is set
 * @value: the reading
 * @has: limits that are set, BIT() of enum hwi_limit
 * @limit: the limits
 * @below: the hardware that it is part of, once joined; NULL if not known
 */
struct hwi_sensor {
	struct hwi_sensor *next;
	unsigned long key;
	const char *class_device;
	const char *name;
	const char *label;
	const char *chip;
	const char *unit;
	bool known;
	s64 value;
	unsigned long has;
	s64 limit[HWI_LIMITS];
	const struct hwi_device *below;
};

/**
 * struct hwi_sensors - the copied sensors
 * @first: the first, NULL if there are none
 */
struct hwi_sensors {
	struct hwi_sensor *first;
};

/**
 * struct hwi_input - an input of a hwmon device
 * @next: in the order of the rows
 * @quantity: what it measures
 * @number: its number in hwmon
 * @files: its files, BIT() of enum hwi_limit and enum hwi_hwmon_file
 */
struct hwi_input {
	struct hwi_input *next;
	enum hwi_quantity quantity;
	unsigned int number;
	unsigned long files;
};

#define HWI_SENSOR_COLUMNS 8
extern const struct hwi_column hwi_sensor_columns[HWI_SENSOR_COLUMNS];

const char *hwi_quantity_word(enum hwi_quantity quantity);
const char *hwi_quantity_unit(enum hwi_quantity quantity);
const char *hwi_hwmon_word(unsigned int file);
bool hwi_input_parse(const char *name, struct hwi_input *input);
void hwi_input_add(struct hwi_arena *arena, struct hwi_input **first,
		   const struct hwi_input *found);
void hwi_sensor_limit(struct hwi_sensor *sensor, enum hwi_limit limit,
		      s64 value);
bool hwi_trip_limit(const char *type, enum hwi_limit *limit);
void hwi_sensors_join(struct hwi_sensors *sensors,
		      const struct hwi_devices *devices);
void hwi_sensor_row(struct hwi_row *row, const struct hwi_sensor *sensor);

int hwi_sensors_collect(struct hwi_sensors *sensors, struct hwi_arena *arena,
			bool admin, const struct hwi_devices *devices);

#endif
