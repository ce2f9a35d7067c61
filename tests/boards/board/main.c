// SPDX-License-Identifier: GPL-2.0
/*
 * A board's hardware, made up: a platform device whose driver has sensors, a
 * battery, a thermal zone, GPIO lines and regulators of known values. The
 * driver can be unbound and bound like any other. A second power supply has no
 * device, and another device is in a power domain.
 */
#include <linux/err.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/pm_runtime.h>
#include <linux/power_supply.h>
#include <linux/slab.h>

#include "board.h"

#define NAME "hwinsight-board"

static int board_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct board *board = devm_kzalloc(dev, sizeof(*board), GFP_KERNEL);
	int err;

	if (!board)
		return -ENOMEM;
	platform_set_drvdata(pdev, board);
	err = board_add_regulators(dev);
	if (err)
		return err;
	err = board_add_sensors(dev, board);
	if (err)
		return err;
	err = board_add_lines(dev, board);
	if (err) {
		board_remove_sensors(board);
		return err;
	}
	/* Keep it awake until power/control says "auto". */
	pm_runtime_forbid(dev);
	pm_runtime_set_active(dev);
	pm_runtime_enable(dev);
	return 0;
}

static void take_down(struct platform_device *pdev)
{
	struct board *board = platform_get_drvdata(pdev);

	pm_runtime_disable(&pdev->dev);
	board_remove_lines(board);
	board_remove_sensors(board);
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

/* A part of the board with its own driver, like a cell of an MFD. */
static bool cell;
module_param(cell, bool, 0444);

static int cell_probe(struct platform_device *pdev)
{
	return board_add_cell_lines(&pdev->dev);
}

static struct platform_driver cell_driver = {
	.probe = cell_probe,
	.driver = { .name = NAME "-cell" },
};

static struct platform_device *board_device;
static struct platform_device *cell_device;
static struct power_supply *board_mains;

static int add_cell(void)
{
	const struct platform_device_info info = {
		.parent = &board_device->dev,
		.name = NAME "-cell",
		.id = PLATFORM_DEVID_NONE,
	};
	int err = platform_driver_register(&cell_driver);

	if (err)
		return err;
	cell_device = platform_device_register_full(&info);
	err = PTR_ERR_OR_ZERO(cell_device);
	if (err)
		platform_driver_unregister(&cell_driver);
	return err;
}

static void remove_cell(void)
{
	platform_device_unregister(cell_device);
	platform_driver_unregister(&cell_driver);
}

static int __init board_init(void)
{
	int err = board_add_domain();

	if (err)
		return err;
	err = platform_driver_register(&board_driver);
	if (err)
		goto no_driver;
	board_device = platform_device_register_simple(NAME, -1, NULL, 0);
	err = PTR_ERR_OR_ZERO(board_device);
	if (err)
		goto no_device;
	board_mains = board_add_mains();
	err = PTR_ERR_OR_ZERO(board_mains);
	if (!err && cell)
		err = add_cell();
	if (!err)
		return 0;
	if (!IS_ERR(board_mains))
		power_supply_unregister(board_mains);
	platform_device_unregister(board_device);
no_device:
	platform_driver_unregister(&board_driver);
no_driver:
	board_remove_domain();
	return err;
}

static void __exit board_exit(void)
{
	if (cell)
		remove_cell();
	power_supply_unregister(board_mains);
	platform_device_unregister(board_device);
	platform_driver_unregister(&board_driver);
	board_remove_domain();
}

module_init(board_init);
module_exit(board_exit);

MODULE_DESCRIPTION("The hardware of a board, for a test");
MODULE_LICENSE("GPL");
