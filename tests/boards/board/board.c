// SPDX-License-Identifier: GPL-2.0
/*
 * The hardware of a board, made up: a platform device whose driver has sensors,
 * a battery, a thermal zone, GPIO lines and regulators of known values. Its
 * driver can be unbound and bound, as any other. A second battery has no
 * device.
 */
#include <linux/delay.h>
#include <linux/err.h>
#include <linux/gpio/consumer.h>
#include <linux/gpio/driver.h>
#include <linux/gpio/machine.h>
#include <linux/hwmon.h>
#include <linux/hwmon-sysfs.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/pm_runtime.h>
#include <linux/power_supply.h>
#include <linux/regulator/driver.h>
#include <linux/regulator/machine.h>
#include <linux/slab.h>
#include <linux/thermal.h>

#define NAME "hwinsight-board"

/* Counts what would have woken a device that sleeps. */
static unsigned int asked_asleep;
module_param(asked_asleep, uint, 0444);

/* Sensors, of the usual kind. */

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

/* One that is added by itself, as coretemp does for a CPU. */
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

static const struct power_supply_desc battery = {
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

/* GPIO lines: of a chip in the memory map, and of one behind a bus. */

static int line_direction(struct gpio_chip *chip, unsigned int line)
{
	return line & 1 ? GPIO_LINE_DIRECTION_OUT : GPIO_LINE_DIRECTION_IN;
}

static int line_input(struct gpio_chip *chip, unsigned int line)
{
	return 0;
}

static int line_output(struct gpio_chip *chip, unsigned int line, int value)
{
	return 0;
}

static int line_get(struct gpio_chip *chip, unsigned int line)
{
	if (chip->can_sleep)
		usleep_range(1000, 2000);
	return line == 1;
}

#ifdef HWI_HAVE_GPIO_SET_INT
static int line_set(struct gpio_chip *chip, unsigned int line, int value)
{
	return 0;
}
#else
static void line_set(struct gpio_chip *chip, unsigned int line, int value)
{
}
#endif

/* Two of one name: whoever looks for it may get the wrong one. */
static const char *const line_names[] = { "BUTTON", "LED", "LED", "RESET#" };

static void make_chip(struct gpio_chip *chip, struct device *parent,
		      const char *label, bool can_sleep)
{
	*chip = (struct gpio_chip){
		.label = label,
		.parent = parent,
		.owner = THIS_MODULE,
		.base = -1,
		.ngpio = ARRAY_SIZE(line_names),
		.names = can_sleep ? NULL : line_names,
		.can_sleep = can_sleep,
		.get_direction = line_direction,
		.direction_input = line_input,
		.direction_output = line_output,
		.get = line_get,
		.set = line_set,
	};
}

/* Regulators: one supplies the other. */

static int regulator_uv(struct regulator_dev *rdev)
{
	return *(int *)rdev_get_drvdata(rdev);
}

static int regulator_on(struct regulator_dev *rdev)
{
	return 1;
}

static const struct regulator_ops regulator_ops = {
	.get_voltage = regulator_uv,
	.is_enabled = regulator_on,
};

static int volts[] = { 3300000, 1800000 };

/* Without an owner: one that feeds another would keep it, and so itself. */
static const struct regulator_desc regulators[] = {
	{
		.name = "board-vcc",
		.type = REGULATOR_VOLTAGE,
		.ops = &regulator_ops,
		.n_voltages = 1,
	},
	{
		.name = "board-vdd",
		.supply_name = "vin",
		.type = REGULATOR_VOLTAGE,
		.ops = &regulator_ops,
		.n_voltages = 1,
	},
};

static struct regulator_init_data regulator_init[] = {
	{ .constraints = { .name = "BOARD_3V3",
			   .min_uV = 3200000,
			   .max_uV = 3400000,
			   .always_on = 1 } },
	{ .supply_regulator = "BOARD_3V3",
	  .constraints = { .name = "BOARD_1V8",
			   .min_uV = 1700000,
			   .max_uV = 1900000 } },
};

/**
 * struct board - what the driver has
 * @chips: GPIO chips
 * @led: a line in use
 * @reset: another, of the chip that sleeps
 * @zone: a thermal zone
 * @fan: a cooling device
 * @sensors: the hwmon device
 */
struct board {
	struct gpio_chip chips[2];
	struct gpio_desc *led;
	struct gpio_desc *reset;
	struct thermal_zone_device *zone;
	struct thermal_cooling_device *fan;
	struct device *sensors;
};

static int add_sensors(struct device *dev, struct board *board)
{
	struct power_supply_config config = { .drv_data = board };
	struct power_supply *psy;
	int err;

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
	board->zone = new_zone();
	err = PTR_ERR_OR_ZERO(board->zone);
	if (err)
		thermal_cooling_device_unregister(board->fan);
	return err;
}

static int add_regulators(struct device *dev)
{
	struct regulator_config config = { .dev = dev };
	struct regulator_dev *rdev;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(regulators); i++) {
		config.init_data = &regulator_init[i];
		config.driver_data = &volts[i];
		rdev = devm_regulator_register(dev, &regulators[i], &config);
		if (IS_ERR(rdev))
			return PTR_ERR(rdev);
	}
	return 0;
}

static int add_lines(struct device *dev, struct board *board)
{
	int err;

	make_chip(&board->chips[0], dev, "board-gpio", false);
	make_chip(&board->chips[1], dev, "board-expander", true);
	err = devm_gpiochip_add_data(dev, &board->chips[0], NULL);
	if (!err)
		err = devm_gpiochip_add_data(dev, &board->chips[1], NULL);
	if (err)
		return err;
	board->led = gpiochip_request_own_desc(
		&board->chips[0], 1, "led", GPIO_ACTIVE_HIGH, GPIOD_OUT_HIGH);
	if (IS_ERR(board->led))
		return PTR_ERR(board->led);
	board->reset = gpiochip_request_own_desc(
		&board->chips[1], 1, "reset", GPIO_ACTIVE_LOW, GPIOD_OUT_LOW);
	err = PTR_ERR_OR_ZERO(board->reset);
	if (err)
		gpiochip_free_own_desc(board->led);
	return err;
}

static void remove_lines(struct board *board)
{
	gpiochip_free_own_desc(board->reset);
	gpiochip_free_own_desc(board->led);
}

static void remove_zone(struct board *board)
{
	thermal_zone_device_unregister(board->zone);
	thermal_cooling_device_unregister(board->fan);
}

static int board_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct board *board = devm_kzalloc(dev, sizeof(*board), GFP_KERNEL);
	int err;

	if (!board)
		return -ENOMEM;
	platform_set_drvdata(pdev, board);
	err = add_regulators(dev);
	if (err)
		return err;
	err = add_sensors(dev, board);
	if (err)
		return err;
	err = add_lines(dev, board);
	if (err)
		goto no_lines;
	err = device_create_file(board->sensors, &dev_attr_temp9_input);
	if (err)
		goto no_file;
	/* Awake, until power/control says "auto". */
	pm_runtime_forbid(dev);
	pm_runtime_set_active(dev);
	pm_runtime_enable(dev);
	return 0;
no_file:
	remove_lines(board);
no_lines:
	remove_zone(board);
	return err;
}

static void take_down(struct platform_device *pdev)
{
	struct board *board = platform_get_drvdata(pdev);

	pm_runtime_disable(&pdev->dev);
	device_remove_file(board->sensors, &dev_attr_temp9_input);
	remove_lines(board);
	remove_zone(board);
}

#ifdef HWI_HAVE_PLATFORM_REMOVE_VOID
static void board_remove(struct platform_device *pdev)
{
	take_down(pdev);
}
#else
static int board_remove(struct platform_device *pdev)
{
	take_down(pdev);
	return 0;
}
#endif

static struct platform_driver board_driver = {
	.probe = board_probe,
	.remove = board_remove,
	.driver = { .name = NAME },
};

static struct platform_device *board_device;
static struct power_supply *board_mains;

static int __init board_init(void)
{
	int err = platform_driver_register(&board_driver);

	if (err)
		return err;
	board_device = platform_device_register_simple(NAME, -1, NULL, 0);
	if (IS_ERR(board_device)) {
		err = PTR_ERR(board_device);
		goto no_device;
	}
	board_mains = power_supply_register(NULL, &mains, NULL);
	if (!IS_ERR(board_mains))
		return 0;
	err = PTR_ERR(board_mains);
	platform_device_unregister(board_device);
no_device:
	platform_driver_unregister(&board_driver);
	return err;
}

static void __exit board_exit(void)
{
	power_supply_unregister(board_mains);
	platform_device_unregister(board_device);
	platform_driver_unregister(&board_driver);
}

module_init(board_init);
module_exit(board_exit);

MODULE_DESCRIPTION("The hardware of a board, for a test");
MODULE_LICENSE("GPL");
