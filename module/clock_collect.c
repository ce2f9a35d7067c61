// SPDX-License-Identifier: GPL-2.0
/*
 * Copies the clocks that devices use, by the device tree. The clock framework
 * offers modules no list of clocks, only clk_get() for a consumer: so each
 * clock is taken in its consumer's name, copied, and put.
 */
#include <linux/clk-provider.h>
#include <linux/clk.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/of.h>

#include "clock_rows.h"
#include "core/pause.h"
#include "device_walk.h"

#if defined(CONFIG_OF) && defined(CONFIG_COMMON_CLK)
/*
 * While listed, a device keeps its bus, node and parent. A device that shares
 * its parent's node, such as a GPIO chip, is part of the parent; class devices
 * have the node of their hardware.
 */
static bool has_node(struct device *dev, struct module **owner)
{
	return dev->bus && dev->of_node &&
	       !(dev->parent && dev->parent->of_node == dev->of_node) &&
	       hwi_device_can_hold(dev, owner);
}

/**
 * struct collector - a walk over the clocks
 * @arena: where the copies go
 * @link: where the next one is linked in
 * @held: devices with a node of their own, with a reference
 */
struct collector {
	struct hwi_arena *arena;
	struct hwi_clock **link;
	struct hwi_held *held;
};

static struct device *device_of_node(const struct collector *collector,
				     const struct device_node *node)
{
	struct hwi_held *held;

	for (held = collector->held; held; held = held->next)
		if (held->dev->of_node == node)
			return held->dev;
	return NULL;
}

/*
 * Called with a reference to the clock, and with its provider kept, see
 * copy_clock(). The parent belongs to the same provider, or to one that this
 * one depends on by the device tree, and which is therefore unbound later.
 * Rates are the recorded ones; is_enabled() must not sleep, so no slow bus is
 * read.
 */
static void copy_hardware(struct hwi_clock *to, struct clk *clk,
			  struct hwi_arena *arena)
{
	struct clk_hw *hw = __clk_get_hw(clk);
	struct clk_hw *parent = clk_hw_get_parent(hw);

	to->known = true;
	to->rate = clk_hw_get_rate(hw);
	to->enabled = clk_hw_is_enabled(hw);
	if (parent)
		to->parent = hwi_arena_copy(arena, clk_hw_get_name(parent));
}

/*
 * A reference to a clock keeps its name, but not its struct clk_hw, which
 * belongs to the provider. If a provider's driver can be unbound, the provider
 * is a device; its lock, taken before the clock, keeps that driver bound, but
 * not the drivers of cells, which may have registered the clock. The lock is
 * only tried: its holder may be unbinding the driver. A provider that is no
 * device stays if of_clk_init() set it up at boot, which marks its node.
 * Otherwise it may be a part of a device, as in some PHYs, whose driver can go.
 */
static void copy_clock(struct collector *collector, struct hwi_clock *to,
		       struct device *dev, const struct device_node *node)
{
	struct device *provider = device_of_node(collector, node);
	bool locked = provider && device_trylock(provider);
	struct clk *clk = of_clk_get(dev->of_node, to->index);
	bool kept;

	if (provider)
		kept = locked && !hwi_device_has_cells(provider);
	else
		kept = of_node_check_flag(node, OF_POPULATED);
	if (!IS_ERR_OR_NULL(clk)) {
		to->name =
			hwi_arena_copy(collector->arena, __clk_get_name(clk));
		if (kept)
			copy_hardware(to, clk, collector->arena);
		clk_put(clk);
	}
	if (locked)
		device_unlock(provider);
}

/* Returns false if it did not fit. */
static bool copy_one(struct collector *collector, struct device *dev,
		     unsigned int index)
{
	struct hwi_mark mark = hwi_arena_mark(collector->arena);
	struct hwi_clock *to = hwi_arena_alloc(collector->arena, sizeof(*to));
	struct of_phandle_args args;

	if (!to)
		return false;
	*to = (struct hwi_clock){
		.key = (unsigned long)dev,
		.consumer = hwi_arena_copy(collector->arena, dev_name(dev)),
		.index = index,
	};
	/* A <0> in "clocks" skips an index. */
	if (of_parse_phandle_with_args(dev->of_node, "clocks", "#clock-cells",
				       index, &args)) {
		hwi_arena_rewind(collector->arena, mark);
		return !collector->arena->overflow;
	}
	copy_clock(collector, to, dev, args.np);
	of_node_put(args.np);
	if (collector->arena->overflow) {
		hwi_arena_rewind(collector->arena, mark);
		return false;
	}
	*collector->link = to;
	collector->link = &to->next;
	return true;
}

/* The device is held, and it holds its node. */
static int copy_clocks(struct collector *collector, struct device *dev)
{
	int nr = of_count_phandle_with_args(dev->of_node, "clocks",
					    "#clock-cells");
	int index = 0, err = 0;

	while (index < nr && !err) {
		if (copy_one(collector, dev, index))
			index++;
		err = hwi_arena_pause(collector->arena);
	}
	return err;
}
#endif

/**
 * hwi_clocks_collect() - copy the clocks that devices use
 * @clocks: result
 * @arena: where the copies go
 * @devices: the devices, arranged, collected just before
 *
 * Context: process context, may sleep; takes the lock of one device at a time.
 * Return: as hwi_kset_walk().
 */
int hwi_clocks_collect(struct hwi_clocks *clocks, struct hwi_arena *arena,
		       const struct hwi_devices *devices)
{
#if defined(CONFIG_OF) && defined(CONFIG_COMMON_CLK)
	struct collector collector = { .arena = arena, .link = &clocks->first };
	const struct hwi_held *held;
	int err;

	*clocks = (struct hwi_clocks){};
	err = hwi_device_hold(arena, has_node, &collector.held);
	for (held = collector.held; held && !err; held = held->next)
		err = copy_clocks(&collector, held->dev);
	hwi_device_put(collector.held);
	if (!err)
		hwi_clocks_join(clocks, devices);
	return err;
#else
	*clocks = (struct hwi_clocks){};
	return 0;
#endif
}
