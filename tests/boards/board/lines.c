// SPDX-License-Identifier: GPL-2.0
/* The made-up board's GPIO lines and regulators. */
#include <linux/delay.h>
#include <linux/err.h>
#include <linux/gpio/consumer.h>
#include <linux/gpio/driver.h>
#include <linux/gpio/machine.h>
#include <linux/module.h>
#include <linux/regulator/driver.h>
#include <linux/regulator/machine.h>
#include <linux/slab.h>

#include "board.h"

/* GPIO lines: one chip is memory-mapped, the other behind a bus. */

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

/* Two have the same name: looking it up may find the wrong one. */
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

/* No owner: as one supplies another, this module would pin itself. */
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

int board_add_regulators(struct device *dev)
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

int board_add_lines(struct device *dev, struct board *board)
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

static void free_line(void *line)
{
	gpiochip_free_own_desc(line);
}

/* Like some PMIC drivers: an unlabelled chip whose parent is the cell's. */
int board_add_cell_lines(struct device *cell)
{
	struct gpio_chip *chip = devm_kzalloc(cell, sizeof(*chip), GFP_KERNEL);
	struct gpio_desc *line;
	int err;

	if (!chip)
		return -ENOMEM;
	make_chip(chip, cell->parent, NULL, false);
	chip->names = NULL;
	err = devm_gpiochip_add_data(cell, chip, NULL);
	if (err)
		return err;
	line = gpiochip_request_own_desc(chip, 1, "cell", GPIO_ACTIVE_HIGH,
					 GPIOD_OUT_HIGH);
	if (IS_ERR(line))
		return PTR_ERR(line);
	return devm_add_action_or_reset(cell, free_line, line);
}

void board_remove_lines(struct board *board)
{
	gpiochip_free_own_desc(board->reset);
	gpiochip_free_own_desc(board->led);
}
