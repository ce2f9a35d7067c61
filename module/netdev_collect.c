// SPDX-License-Identifier: GPL-2.0
/* Copies the network interfaces of one network namespace. */
#include <linux/ethtool.h>
#include <linux/if.h>
#include <linux/netdevice.h>
#include <linux/rtnetlink.h>

#include "netdev_record.h"

/*
 * As "speed" in sysfs: only of an interface that is up (and present, which is
 * checked in there), for drivers ask the hardware. The function is called
 * with the RTNL held, and takes the interface's own lock where there is one.
 */
static int speed_of(struct net_device *dev)
{
	struct ethtool_link_ksettings settings;

	if (!netif_running(dev) ||
	    __ethtool_get_link_ksettings(dev, &settings) ||
	    settings.base.speed > INT_MAX)
		return HWI_SPEED_UNKNOWN;
	return settings.base.speed;
}

static void copy_counters(struct net_device *dev, struct hwi_netdev *to)
{
	struct rtnl_link_stats64 storage;
	const struct rtnl_link_stats64 *stats = dev_get_stats(dev, &storage);

	to->rx_bytes = stats->rx_bytes;
	to->rx_packets = stats->rx_packets;
	to->rx_errors = stats->rx_errors;
	to->rx_dropped = stats->rx_dropped + stats->rx_missed_errors;
	to->tx_bytes = stats->tx_bytes;
	to->tx_packets = stats->tx_packets;
	to->tx_errors = stats->tx_errors;
	to->tx_dropped = stats->tx_dropped;
}

/* The state is not changed under the RTNL; it is one byte, read whole. */
static void copy_netdev(struct hwi_arena *arena, struct net_device *dev,
			struct hwi_netdev *to)
{
	*to = (struct hwi_netdev){
		.key = (unsigned long)&dev->dev,
		.name = hwi_arena_copy(arena, dev->name),
		.state = netif_running(dev) ? READ_ONCE(dev->operstate) :
					      IF_OPER_DOWN,
		.mtu = READ_ONCE(dev->mtu),
		.speed = speed_of(dev),
	};
	copy_counters(dev, to);
}

/**
 * hwi_netdevs_collect() - copy the interfaces of a network namespace
 * @netdevs: result
 * @arena: where the copies go
 * @net: the namespace, which the caller holds a reference to
 * @devices: the devices of that namespace, arranged, collected just before
 *
 * The RTNL keeps every interface registered, and with it its driver's module,
 * its name, and the operations that are called; RCU would do for the
 * counters, but asking for the speed may sleep. Whoever holds the RTNL does
 * not wait for a reader of our files, who is given his text after it has been
 * let go.
 *
 * Context: process context, may sleep; takes the RTNL.
 * Return: false if the arena is too small (its overflow is set).
 */
bool hwi_netdevs_collect(struct hwi_netdevs *netdevs, struct hwi_arena *arena,
			 struct net *net, const struct hwi_devices *devices)
{
	struct hwi_netdev **link = &netdevs->first, *to;
	struct net_device *dev;

	netdevs->nr = 0;
	rtnl_lock();
	for_each_netdev(net, dev) {
		to = hwi_arena_alloc(arena, sizeof(*to));
		if (!to)
			break;
		copy_netdev(arena, dev, to);
		*link = to;
		link = &to->next;
		netdevs->nr++;
	}
	rtnl_unlock();
	*link = NULL;
	if (arena->overflow)
		return false;
	hwi_netdevs_join(netdevs, devices);
	return true;
}
