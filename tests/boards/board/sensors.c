// SPDX-License-Identifier: GPL-2.0
/* The made-up board's sensors: hwmon, a battery, a thermal zone. */
#include <linux/err.h>
#include <linux/hwmon.h>
#include <linux/module.h>
#include <linux/pm_runtime.h>
#include <linux/power_supply.h>
#include <linux/thermal.h>

#include "board.h"

/* Counts accesses that would have woken a sleeping device. */
static unsigned int asked_asleep;
module_param(asked_asleep, uint, 0444);

/*
 * v6.1's thermal_zone_device_unregister() destroys the zone's lock before it
 * removes the zone's files, so a debug kernel complains about any reader, even
 * cat: no zone may be removed there. A battery with a temperature brings a
 * zone.
 */
static bool no_zone;
module_param(no_zone, bool, 0444);

/* Ordinary sensors. */

static umode_t sensor_visible(const void *data, enum hwmon_sensor_types type,
			      u32 attr, int channel)
{
	return type == hwmon_in && channel == 2 ? 0400 : 0444;
}

static int read_temp(u32 attr, int channel, long *value)
{
	static const long high[] = { 45000, -5000, 91000 };

	switch (attr) {
	case hwmon_temp_input:
		*value = high[channel];
		return channel == 1 ? -ENODATA : 0;
	case hwmon_temp_min:
		*value = -10000;
		return 0;
	case hwmon_temp_max:
		*value = 80000;
		return 0;
	case hwmon_temp_crit:
		*value = 90000;
		return 0;
	}
	return -EOPNOTSUPP;
}

static int sensor_read(struct device *dev, enum hwmon_sensor_types type,
		       u32 attr, int channel, long *value)
{
	if (pm_runtime_suspended(dev->parent))
		asked_asleep++;
	switch (type) {
	case hwmon_temp:
		return read_temp(attr, channel, value);
	case hwmon_in:
		*value = attr == hwmon_in_min ? 11400 : 11000 + channel;
		return 0;
	case hwmon_fan:
		*value = attr == hwmon_fan_min ? 600 : 500;
		return 0;
	case hwmon_power:
		*value = 15000000;
		return 0;
	default:
		return -EOPNOTSUPP;
	}
}

static int sensor_label(struct device *dev, enum hwmon_sensor_types type,
			u32 attr, int channel, const char **label)
{
	static const char *const temps[] = { "CPU die", "open", "VRM" };

	*label = temps[channel];
	return 0;
}

#define TEMP (HWMON_T_INPUT | HWMON_T_LABEL)
static const struct hwmon_channel_info temp_info = {
	.type = hwmon_temp,
	.config = (const u32[]){ TEMP | HWMON_T_MIN | HWMON_T_MAX, TEMP,
				 TEMP | HWMON_T_MAX | HWMON_T_CRIT, 0 },
};

static const struct hwmon_channel_info in_info = {
	.type = hwmon_in,
	.config = (const u32[]){ HWMON_I_INPUT, HWMON_I_INPUT | HWMON_I_MIN,
				 HWMON_I_INPUT, 0 },
};

static const struct hwmon_channel_info fan_info = {
	.type = hwmon_fan,
	.config = (const u32[]){ HWMON_F_INPUT | HWMON_F_MIN, 0 },
};

static const struct hwmon_channel_info power_info = {
	.type = hwmon_power,
	.config = (const u32[]){ HWMON_P_AVERAGE, 0 },
};

static const struct hwmon_channel_info *sensor_info[] = { &temp_info, &in_info,
							  &fan_info,
							  &power_info, NULL };

static const struct hwmon_ops sensor_ops = {
	.is_visible = sensor_visible,
	.read = sensor_read,
	.read_string = sensor_label,
};

static const struct hwmon_chip_info sensor_chip = {
	.ops = &sensor_ops,
	.info = (void *)sensor_info,
};

/* One that is added separately, as coretemp does for a CPU. */
static ssize_t temp9_input_show(struct device *dev,
				struct device_attribute *attr, char *page)
{
	return sprintf(page, "33000\n");
}
static DEVICE_ATTR_RO(temp9_input);

/* Batteries. */

static enum power_supply_property battery_properties[] = {
	POWER_SUPPLY_PROP_STATUS,	  POWER_SUPPLY_PROP_PRESENT,
	POWER_SUPPLY_PROP_CAPACITY,	  POWER_SUPPLY_PROP_VOLTAGE_NOW,
	POWER_SUPPLY_PROP_CURRENT_NOW,	  POWER_SUPPLY_PROP_TEMP,
	POWER_SUPPLY_PROP_MODEL_NAME,	  POWER_SUPPLY_PROP_MANUFACTURER,
	POWER_SUPPLY_PROP_TEMP_ALERT_MAX, POWER_SUPPLY_PROP_CAPACITY_ALERT_MIN,
};

static int battery_get(struct power_supply *psy,
		       enum power_supply_property property,
		       union power_supply_propval *value)
{
	switch (property) {
	case POWER_SUPPLY_PROP_STATUS:
		value->intval = POWER_SUPPLY_STATUS_DISCHARGING;
		return 0;
	case POWER_SUPPLY_PROP_PRESENT:
		value->intval = 1;
		return 0;
	case POWER_SUPPLY_PROP_CAPACITY:
		value->intval = 7;
		return 0;
	case POWER_SUPPLY_PROP_CAPACITY_ALERT_MIN:
		value->intval = 10;
		return 0;
	case POWER_SUPPLY_PROP_VOLTAGE_NOW:
		value->intval = 3700000;
		return 0;
	case POWER_SUPPLY_PROP_CURRENT_NOW:
		value->intval = -1250000;
		return 0;
	case POWER_SUPPLY_PROP_TEMP:
		value->intval = 315;
		return 0;
	case POWER_SUPPLY_PROP_TEMP_ALERT_MAX:
		value->intval = 300;
		return 0;
	case POWER_SUPPLY_PROP_MODEL_NAME:
		value->strval = "Cell 2";
		return 0;
	case POWER_SUPPLY_PROP_MANUFACTURER:
		value->strval = "ACME";
		return 0;
	default:
		return -EINVAL;
	}
}

static struct power_supply_desc battery = {
	.name = "board_battery",
	.type = POWER_SUPPLY_TYPE_BATTERY,
	.properties = battery_properties,
	.num_properties = ARRAY_SIZE(battery_properties),
	.get_property = battery_get,
};

static enum power_supply_property mains_properties[] = {
	POWER_SUPPLY_PROP_ONLINE,
};

static int mains_get(struct power_supply *psy,
		     enum power_supply_property property,
		     union power_supply_propval *value)
{
	value->intval = 1;
	return 0;
}

static const struct power_supply_desc mains = {
	.name = "board_mains",
	.type = POWER_SUPPLY_TYPE_MAINS,
	.properties = mains_properties,
	.num_properties = ARRAY_SIZE(mains_properties),
	.get_property = mains_get,
};

/* A thermal zone that is past its first trip, and a fan. */

static int zone_temp(struct thermal_zone_device *zone, int *temp)
{
	*temp = 85500;
	return 0;
}

#ifdef HWI_HAVE_ZONE_TRIP_TEMP
static int trip_type(struct thermal_zone_device *zone, int trip,
		     enum thermal_trip_type *type)
{
	*type = trip ? THERMAL_TRIP_CRITICAL : THERMAL_TRIP_PASSIVE;
	return 0;
}

static int trip_temp(struct thermal_zone_device *zone, int trip, int *temp)
{
	*temp = trip ? 105000 : 80000;
	return 0;
}

static struct thermal_zone_device_ops zone_ops = {
	.get_temp = zone_temp,
	.get_trip_type = trip_type,
	.get_trip_temp = trip_temp,
};

static struct thermal_zone_device *new_zone(void)
{
	return thermal_zone_device_register("board_soc", 2, 0, NULL, &zone_ops,
					    NULL, 0, 0);
}
#else
static const struct thermal_trip trips[] = {
	{ .type = THERMAL_TRIP_PASSIVE, .temperature = 80000 },
	{ .type = THERMAL_TRIP_CRITICAL, .temperature = 105000 },
};

static const struct thermal_zone_device_ops zone_ops = {
	.get_temp = zone_temp,
};

static struct thermal_zone_device *new_zone(void)
{
	return thermal_zone_device_register_with_trips("board_soc", trips,
						       ARRAY_SIZE(trips), NULL,
						       &zone_ops, NULL, 0, 0);
}
#endif

static int fan_max(struct thermal_cooling_device *fan, unsigned long *state)
{
	*state = 5;
	return 0;
}

static int fan_now(struct thermal_cooling_device *fan, unsigned long *state)
{
	*state = 2;
	return 0;
}

static int fan_set(struct thermal_cooling_device *fan, unsigned long state)
{
	return 0;
}

static const struct thermal_cooling_device_ops fan_ops = {
	.get_max_state = fan_max,
	.get_cur_state = fan_now,
	.set_cur_state = fan_set,
};

int board_add_sensors(struct device *dev, struct board *board)
{
	struct power_supply_config config = { .drv_data = board };
	struct power_supply *psy;
	int err;

	battery.no_thermal = no_zone;
	psy = devm_power_supply_register(dev, &battery, &config);
	if (IS_ERR(psy))
		return PTR_ERR(psy);
	board->sensors = devm_hwmon_device_register_with_info(
		dev, "board", board, &sensor_chip, NULL);
	if (IS_ERR(board->sensors))
		return PTR_ERR(board->sensors);
	board->fan =
		thermal_cooling_device_register("board_fan", NULL, &fan_ops);
	if (IS_ERR(board->fan))
		return PTR_ERR(board->fan);
	if (!no_zone)
		board->zone = new_zone();
	err = PTR_ERR_OR_ZERO(board->zone);
	if (err)
		goto remove_fan;
	err = device_create_file(board->sensors, &dev_attr_temp9_input);
	if (!err)
		return 0;
	thermal_zone_device_unregister(board->zone);
remove_fan:
	thermal_cooling_device_unregister(board->fan);
	return err;
}

void board_remove_sensors(struct board *board)
{
	device_remove_file(board->sensors, &dev_attr_temp9_input);
	thermal_zone_device_unregister(board->zone);
	thermal_cooling_device_unregister(board->fan);
}

struct power_supply *board_add_mains(void)
{
	return power_supply_register(NULL, &mains, NULL);
}
