// SPDX-License-Identifier: GPL-2.0
/*
 * Clocks for tests/vm/trees/board. The first one's device is its provider. Of
 * two others the provider's lock does not keep the owner's driver bound: one
 * belongs to a part of a PHY, one to a cell of a multi-function device.
 */
#include <linux/clk-provider.h>
#include <linux/err.h>
#include <linux/module.h>
#include <linux/of.h>
#include <linux/phy/phy.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

#define CELL "hwinsight-clock-cell"

/**
 * struct clock - a clock and its provider
 * @hw: the clock
 * @node: the node that consumers name; holds a reference
 */
struct clock {
	struct clk_hw *hw;
	struct device_node *node;
};

static void remove_clock(void *data)
{
	struct clock *clock = data;

	of_clk_del_provider(clock->node);
	clk_hw_unregister_fixed_rate(clock->hw);
	of_node_put(clock->node);
}

/* Takes over the caller's reference to @node. */
static int add_clock(struct device *dev, struct device_node *node,
		     const char *name)
{
	struct clock *clock = devm_kzalloc(dev, sizeof(*clock), GFP_KERNEL);
	int err;

	if (!clock)
		return -ENOMEM;
	clock->node = node;
	clock->hw = clk_hw_register_fixed_rate(dev, name, NULL, 0, 48000000);
	if (IS_ERR(clock->hw))
		return PTR_ERR(clock->hw);
	err = of_clk_add_hw_provider(node, of_clk_hw_simple_get, clock->hw);
	if (err)
		return err;
	return devm_add_action_or_reset(dev, remove_clock, clock);
}

static const struct phy_ops phy_ops = {
	.owner = THIS_MODULE,
};

static int add_phy(struct device *dev)
{
	struct device_node *node = of_get_child_by_name(dev->of_node, "phy");
	struct phy *phy = devm_phy_create(dev, node, &phy_ops);

	if (IS_ERR(phy))
		return PTR_ERR(phy);
	return add_clock(dev, node, "unkept-phy");
}

static int cell_probe(struct platform_device *pdev)
{
	struct device_node *node = of_node_get(pdev->dev.parent->of_node);

	return add_clock(&pdev->dev, node, "unkept-cell");
}

static void remove_cell(void *cell)
{
	platform_device_unregister(cell);
}

static int add_cell(struct device *dev)
{
	struct platform_device *cell =
		platform_device_register_data(dev, CELL, -1, NULL, 0);

	if (IS_ERR(cell))
		return PTR_ERR(cell);
	return devm_add_action_or_reset(dev, remove_cell, cell);
}

static int clocks_probe(struct platform_device *pdev)
{
	struct device_node *node = pdev->dev.of_node;

	if (of_device_is_compatible(node, "hwinsight,board-phy"))
		return add_phy(&pdev->dev);
	if (of_device_is_compatible(node, "hwinsight,board-mfd"))
		return add_cell(&pdev->dev);
	return add_clock(&pdev->dev, of_node_get(node), "kept");
}

static const struct of_device_id clocks_match[] = {
	{ .compatible = "hwinsight,board-phy" },
	{ .compatible = "hwinsight,board-mfd" },
	{ .compatible = "hwinsight,board-clock" },
	{}
};

static struct platform_driver clocks_driver = {
	.probe = clocks_probe,
	.driver = {
		.name = "hwinsight-clocks",
		.of_match_table = clocks_match,
	},
};

static struct platform_driver cell_driver = {
	.probe = cell_probe,
	.driver = { .name = CELL },
};

static struct platform_driver *const drivers[] = { &cell_driver,
						   &clocks_driver };

static int __init clocks_init(void)
{
	return platform_register_drivers(drivers, ARRAY_SIZE(drivers));
}

static void __exit clocks_exit(void)
{
	platform_unregister_drivers(drivers, ARRAY_SIZE(drivers));
}

module_init(clocks_init);
module_exit(clocks_exit);

MODULE_DESCRIPTION("Clocks of a board, for a test");
MODULE_LICENSE("GPL");
