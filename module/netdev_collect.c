// SPDX-License-Identifier: GPL-2.0
/* Copies the network interfaces of one network namespace. */
#include <linux/ethtool.h>
#include <linux/if.h>
#include <linux/jiffies.h>
#include <linux/netdevice.h>
#include <linux/rcupdate.h>
#include <linux/rtnetlink.h>

#include "core/compat.h"
#include "core/index.h"
#include "core/pause.h"
#include "netdev_rows.h"

#ifdef CONFIG_NET
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

/* More interfaces below one are only counted. */
#define LOWER_MAX 64

/*
 * Called in an RCU section, which keeps the interfaces below. One in another
 * network namespace is not named, as sysfs has no link to it.
 */
static void copy_lower(struct hwi_arena *arena, struct net_device *dev,
		       struct hwi_netdev *to)
{
	struct list_head *iter = &dev->adj_list.lower;
	struct hwi_lower **link = &to->lower, *at;
	struct net_device *lower;
	unsigned int nr = 0;

	while ((lower = netdev_next_lower_dev_rcu(dev, &iter))) {
		if (!net_eq(dev_net(lower), dev_net(dev)))
			continue;
		if (nr++ >= LOWER_MAX) {
			to->more_lower++;
			continue;
		}
		at = hwi_arena_alloc(arena, sizeof(*at));
		if (!at)
			return;
		at->next = NULL;
		at->name = hwi_arena_copy(arena, lower->name);
		*link = at;
		link = &at->next;
	}
}

/*
 * Called in an RCU section, which keeps a listed interface with its driver, as
 * for /proc/net/dev, and its address until it is freed. State, MTU and the
 * numbers of queues are words that are read whole; the name and the address may
 * change meanwhile: then each is a mixture of old and new, as in the kernel's
 * own messages.
 */
static void copy_netdev(struct hwi_arena *arena, struct net_device *dev,
			struct hwi_netdev *to)
{
	*to = (struct hwi_netdev){
		.key = (unsigned long)&dev->dev,
		.ifindex = dev->ifindex,
		.name = hwi_arena_copy(arena, dev->name),
		.state = netif_running(dev) ? READ_ONCE(dev->operstate) :
					      IF_OPER_DOWN,
		.link = netif_running(dev) && netif_device_present(dev) &&
			netif_carrier_ok(dev),
		.mtu = READ_ONCE(dev->mtu),
		.speed = HWI_SPEED_UNKNOWN,
		.mac_len = min_t(unsigned int, dev->addr_len, HWI_MAC_MAX),
		.rx_queues = READ_ONCE(dev->real_num_rx_queues),
		.tx_queues = READ_ONCE(dev->real_num_tx_queues),
	};
	memcpy(to->mac, dev->dev_addr, to->mac_len);
	copy_lower(arena, dev, to);
	copy_counters(dev, to);
}

/**
 * struct walk - a walk over the interfaces of a network namespace
 * @arena: where the copies go
 * @net: the namespace
 * @netdevs: what is being filled
 * @link: where the next one is linked in
 * @copied: finds those that were copied by their number
 */
struct walk {
	struct hwi_arena *arena;
	struct net *net;
	struct hwi_netdevs *netdevs;
	struct hwi_netdev **link;
	struct hwi_index copied;
};

/* Returns false if it did not fit. */
static bool look(struct walk *walk, struct net_device *dev)
{
	struct hwi_mark mark = hwi_arena_mark(walk->arena);
	struct hwi_index_entry *entry =
		hwi_arena_alloc(walk->arena, sizeof(*entry));
	struct hwi_netdev *to = hwi_arena_alloc(walk->arena, sizeof(*to));

	if (entry && to)
		copy_netdev(walk->arena, dev, to);
	if (walk->arena->overflow) {
		hwi_arena_rewind(walk->arena, mark);
		return false;
	}
	hwi_index_link(&walk->copied, entry, dev->ifindex, to);
	*walk->link = to;
	walk->link = &to->next;
	walk->netdevs->nr++;
	return true;
}

/*
 * Copies a batch in one RCU section. The next batch starts at the head again,
 * and skips interfaces that were copied, so no position in the list has to be
 * kept. Returns true at the end.
 */
static bool walk_batch(struct walk *walk)
{
	struct net_device *dev;
	unsigned int nr = 0;
	bool done = true;

	rcu_read_lock();
	for_each_netdev_rcu(walk->net, dev) {
		if (hwi_index_first(&walk->copied, dev->ifindex))
			continue;
		done = nr++ < HWI_BATCH && look(walk, dev);
		if (!done)
			break;
	}
	rcu_read_unlock();
	return done;
}
#endif

/**
 * hwi_netdevs_collect() - copy the interfaces of a network namespace
 * @netdevs: result
 * @arena: where the copies go
 * @net: the namespace, which the caller holds a reference to
 * @devices: the devices of that namespace, indexed, collected just before
 *
 * No driver is asked for anything that could make it wait.
 *
 * Context: process context, may sleep; an RCU section for each batch.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_netdevs_collect(struct hwi_netdevs *netdevs, struct hwi_arena *arena,
			struct net *net, const struct hwi_devices *devices)
{
#ifdef CONFIG_NET
	struct walk walk = {
		.arena = arena,
		.net = net,
		.netdevs = netdevs,
		.link = &netdevs->first,
	};
	bool done = false;
	int err = 0;

	*netdevs = (struct hwi_netdevs){};
	while (!err && !walk.copied.bucket)
		if (!hwi_index_init(&walk.copied, arena, HWI_BATCH))
			err = hwi_arena_pause(arena);
	while (!err && !done) {
		done = walk_batch(&walk);
		err = hwi_arena_pause(arena);
	}
	if (!err)
		hwi_netdevs_join(netdevs, devices);
	return err;
#else
	*netdevs = (struct hwi_netdevs){};
	return 0;
#endif
}

#ifdef CONFIG_NET
/*
 * rtnl_lock_killable() is no longer exported in 7.x. Polling lets everybody
 * else go first, as it should.
 */
static int lock_rtnl(void)
{
	while (!rtnl_trylock()) {
		schedule_timeout_killable(1);
		if (fatal_signal_pending(current))
			return -EINTR;
	}
	return 0;
}

/*
 * Let those who wait for the RTNL have it: a task that sleeps on it needs a
 * moment to wake up.
 */
static void let_others(unsigned long since)
{
	if (time_after(jiffies, since + 1))
		schedule_timeout_killable(msecs_to_jiffies(20));
}

/*
 * As "speed" in sysfs: only for an interface that has a link, since drivers ask
 * the hardware. Called with the RTNL held, which keeps the interface registered
 * and its operations valid; takes the interface's own lock if there is one.
 */
static int speed_of(struct net_device *dev)
{
	struct ethtool_link_ksettings settings;

	if (!netif_running(dev) || !netif_device_present(dev) ||
	    !netif_carrier_ok(dev) ||
	    __ethtool_get_link_ksettings(dev, &settings) ||
	    settings.base.speed > INT_MAX)
		return HWI_SPEED_UNKNOWN;
	return settings.base.speed;
}
#endif

/**
 * hwi_netdevs_ask_speeds() - ask the drivers for the speed of their links
 * @netdevs: as they were collected
 * @net: the namespace
 *
 * A driver may take long to answer, while others wait for the RTNL: so it is
 * released after each interface, and waited for killably.
 *
 * Context: process context, may sleep; takes the RTNL.
 * Return: 0 or -EINTR.
 */
int hwi_netdevs_ask_speeds(struct hwi_netdevs *netdevs, struct net *net)
{
#ifdef CONFIG_NET
	struct hwi_netdev *netdev;
	struct net_device *dev;
	unsigned long since;

	for (netdev = netdevs->first; netdev; netdev = netdev->next) {
		if (!netdev->link)
			continue;
		if (lock_rtnl())
			return -EINTR;
		since = jiffies;
		dev = __dev_get_by_index(net, netdev->ifindex);
		if (dev && (unsigned long)&dev->dev == netdev->key)
			netdev->speed = speed_of(dev);
		rtnl_unlock();
		let_others(since);
		if (hwi_pause())
			return -EINTR;
	}
#endif
	return 0;
}
