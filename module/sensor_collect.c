// SPDX-License-Identifier: GPL-2.0
/* Reads hwmon devices, thermal zones and cooling devices through sysfs. */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/thermal.h>

#include "core/pause.h"
#include "device_walk.h"
#include "sensor_rows.h"
#include "sysfs_file.h"

/**
 * struct class_device - a device that has sensors
 * @next: in the order of the kernel's list
 * @key: its address, only ever compared
 * @name: its name
 * @class: the name of its class
 */
struct class_device {
	struct class_device *next;
	unsigned long key;
	const char *name;
	const char *class;
};

/**
 * struct collector - a walk over the sensors
 * @arena: where the copies go
 * @sysfs: reads the files
 * @devices: the class devices
 * @at: where the next class device is linked in
 * @link: where the next sensor is linked in
 * @dir: the current class device's directory
 */
struct collector {
	struct hwi_arena *arena;
	struct hwi_sysfs sysfs;
	struct class_device *devices;
	struct class_device **at;
	struct hwi_sensor **link;
	char dir[HWI_SYSFS_PATH];
};

/*
 * The classes are not exported, so they are recognised by name. While listed, a
 * device keeps its class and its name.
 */
static void copy_device(struct device *dev, void *data)
{
	struct collector *collector = data;
	struct class_device *to;
	const char *class;

	if (!dev->class)
		return;
	if (!strcmp(dev->class->name, "hwmon"))
		class = "hwmon";
	else if (!strcmp(dev->class->name, "thermal"))
		class = "thermal";
	else
		return;
	to = hwi_arena_alloc(collector->arena, sizeof(*to));
	if (!to)
		return;
	*to = (struct class_device){
		.key = (unsigned long)dev,
		.name = hwi_arena_copy(collector->arena, dev_name(dev)),
		.class = class,
	};
	if (!to->name)
		return;
	*collector->at = to;
	collector->at = &to->next;
}

/* For a sensor with its name, label and chip. */
#define SENSOR_ROOM \
	(ALIGN(sizeof(struct hwi_sensor), 8) + 4 * (HWI_SYSFS_TEXT + 8))

/* Ensures that no allocation for the next sensor can fail. */
static int make_room(struct hwi_arena *arena)
{
	int err = hwi_pause();

	if (!err && arena->left < SENSOR_ROOM)
		err = hwi_arena_more(arena, SENSOR_ROOM);
	return err;
}

static const char *copy_text(struct collector *collector, const char *file)
{
	if (hwi_sysfs_read(&collector->sysfs, collector->dir, file) ||
	    !collector->sysfs.text[0])
		return NULL;
	return hwi_arena_copy(collector->arena, collector->sysfs.text);
}

static struct hwi_sensor *add_sensor(struct collector *collector,
				     const struct class_device *of,
				     const char *suffix, const char *unit)
{
	struct hwi_sensor *sensor =
		hwi_arena_alloc(collector->arena, sizeof(*sensor));

	*sensor = (struct hwi_sensor){
		.key = of->key,
		.class_device = of->name,
		.name = of->name,
		.unit = unit,
	};
	if (suffix)
		sensor->name =
			hwi_arena_join(collector->arena, of->name, '/', suffix);
	*collector->link = sensor;
	collector->link = &sensor->next;
	return sensor;
}

/**
 * struct inputs - the inputs of a hwmon device
 * @collector: the walk
 * @first: the first, NULL if there are none
 */
struct inputs {
	struct collector *collector;
	struct hwi_input *first;
};

static void note_input(struct hwi_arena *arena, const char *name, void *data)
{
	struct hwi_input found;

	if (hwi_input_parse(name, &found))
		hwi_input_add(arena, data, &found);
}

static void list_inputs(struct hwi_arena *arena, void *data)
{
	struct inputs *inputs = data;

	inputs->first = NULL;
	hwi_sysfs_list(&inputs->collector->sysfs, arena, inputs->collector->dir,
		       note_input, &inputs->first);
}

/* The longest is "trip_point_4294967295_type". */
#define FILE_NAME 32

static void set_value(struct hwi_sensor *sensor, s64 value)
{
	sensor->known = true;
	sensor->value = value;
}

static void ask_input(struct collector *collector, struct hwi_sensor *sensor,
		      const struct hwi_input *input, const char *prefix)
{
	char file[2 * FILE_NAME];
	unsigned int i;
	s64 value;

	for (i = 0; i < HWI_HWMON_FILES; i++) {
		if (!(input->files & BIT(i)))
			continue;
		snprintf(file, sizeof(file), "%s_%s", prefix,
			 hwi_hwmon_word(i));
		if (i == HWI_HWMON_LABEL)
			sensor->label = copy_text(collector, file);
		else if (!hwi_sysfs_s64(&collector->sysfs, collector->dir, file,
					&value))
			continue;
		else if (i < HWI_LIMITS)
			hwi_sensor_limit(sensor, i, value);
		else if (!sensor->known)
			set_value(sensor, value);
	}
}

/* A label or a limit without a value makes no row. */
static int ask_hwmon(struct collector *collector, const struct class_device *of)
{
	struct inputs inputs = { .collector = collector };
	bool asleep = hwi_sysfs_asleep(&collector->sysfs, collector->dir);
	const struct hwi_input *input;
	struct hwi_sensor *sensor;
	const char *chip = NULL;
	char prefix[FILE_NAME];
	int err;

	err = hwi_arena_fit(collector->arena, list_inputs, &inputs);
	if (!err)
		err = make_room(collector->arena);
	if (!err)
		chip = copy_text(collector, "name");
	for (input = inputs.first; input && !err; input = input->next) {
		if (!(input->files &
		      (BIT(HWI_HWMON_INPUT) | BIT(HWI_HWMON_AVERAGE))))
			continue;
		err = make_room(collector->arena);
		if (err)
			break;
		snprintf(prefix, sizeof(prefix), "%s%u",
			 hwi_quantity_word(input->quantity), input->number);
		sensor = add_sensor(collector, of, prefix,
				    hwi_quantity_unit(input->quantity));
		sensor->chip = chip;
		if (!asleep)
			ask_input(collector, sensor, input, prefix);
	}
	return err;
}

/* Returns false after the last trip. */
static bool ask_trip(struct collector *collector, const struct class_device *of,
		     unsigned int number, struct hwi_sensor *zone)
{
	char file[FILE_NAME], suffix[FILE_NAME];
	struct hwi_sensor *trip;
	enum hwi_limit limit;
	const char *type;

	snprintf(file, sizeof(file), "trip_point_%u_type", number);
	type = copy_text(collector, file);
	if (!type)
		return false;
	snprintf(suffix, sizeof(suffix), "trip%u", number);
	trip = add_sensor(collector, of, suffix, "mC");
	trip->chip = zone->chip;
	trip->label = type;
	snprintf(file, sizeof(file), "trip_point_%u_temp", number);
	trip->known = hwi_sysfs_s64(&collector->sysfs, collector->dir, file,
				    &trip->value) &&
		      trip->value > THERMAL_TEMP_INVALID;
	if (trip->known && hwi_trip_limit(type, &limit))
		hwi_sensor_limit(zone, limit, trip->value);
	return true;
}

static int ask_zone(struct collector *collector, const struct class_device *of)
{
	struct hwi_sensor *zone = add_sensor(collector, of, NULL, "mC");
	unsigned int number;
	int err = 0;

	zone->chip = copy_text(collector, "type");
	zone->known = hwi_sysfs_s64(&collector->sysfs, collector->dir, "temp",
				    &zone->value);
	for (number = 0; !err; number++) {
		err = make_room(collector->arena);
		if (!err && !ask_trip(collector, of, number, zone))
			break;
	}
	return err;
}

static void ask_cooling(struct collector *collector,
			const struct class_device *of)
{
	struct hwi_sensor *sensor = add_sensor(collector, of, NULL, "state");
	s64 max;

	sensor->chip = copy_text(collector, "type");
	sensor->known = hwi_sysfs_s64(&collector->sysfs, collector->dir,
				      "cur_state", &sensor->value);
	/* With a maximum of 0 it would always be at its limit. */
	if (hwi_sysfs_s64(&collector->sysfs, collector->dir, "max_state",
			  &max) &&
	    max)
		hwi_sensor_limit(sensor, HWI_LIMIT_MAX, max);
}

static int ask(struct collector *collector, const struct class_device *of)
{
	int err;

	snprintf(collector->dir, sizeof(collector->dir), "class/%s/%s",
		 of->class, of->name);
	if (!strcmp(of->class, "hwmon"))
		return ask_hwmon(collector, of);
	err = make_room(collector->arena);
	if (err)
		return err;
	if (!strncmp(of->name, "thermal_zone", strlen("thermal_zone")))
		return ask_zone(collector, of);
	ask_cooling(collector, of);
	return 0;
}

/**
 * hwi_sensors_collect() - read all sensors, and join them
 * @sensors: result
 * @arena: where the copies go
 * @admin: also read what only root may read in sysfs
 * @devices: the devices, arranged, collected just before
 *
 * A sensor that goes meanwhile has no value, or no row.
 *
 * Context: process context, may sleep: as long as drivers take to answer.
 * Return: as hwi_kset_walk().
 */
int hwi_sensors_collect(struct hwi_sensors *sensors, struct hwi_arena *arena,
			bool admin, const struct hwi_devices *devices)
{
	struct collector collector = {
		.arena = arena,
		.sysfs.admin = admin,
		.link = &sensors->first,
	};
	const struct class_device *of;
	int err;

	*sensors = (struct hwi_sensors){};
	collector.at = &collector.devices;
	err = hwi_device_walk(arena, copy_device, &collector);
	for (of = collector.devices; of && !err; of = of->next)
		err = ask(&collector, of);
	if (!err)
		err = collector.sysfs.error;
	if (!err)
		hwi_sensors_join(sensors, devices);
	return err;
}
