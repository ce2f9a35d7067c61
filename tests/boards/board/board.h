/* SPDX-License-Identifier: GPL-2.0 */
/* State of the made-up board's driver. */
#ifndef BOARD_H
#define BOARD_H

#include <linux/device.h>
#include <linux/gpio/driver.h>

struct gpio_desc;
struct power_supply;
struct thermal_cooling_device;
struct thermal_zone_device;

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

int board_add_sensors(struct device *dev, struct board *board);
void board_remove_sensors(struct board *board);
struct power_supply *board_add_mains(void);
int board_add_regulators(struct device *dev);
int board_add_lines(struct device *dev, struct board *board);
int board_add_cell_lines(struct device *cell);
void board_remove_lines(struct board *board);
int board_add_domain(void);
void board_remove_domain(void);

#endif
