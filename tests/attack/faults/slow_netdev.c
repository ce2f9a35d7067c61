// SPDX-License-Identifier: GPL-2.0
/*
 * For tests/attack only: two network interfaces, slow0 and slow1, whose driver
 * is slow to report the link speed, like one that asks a distant PHY.
 */
#include <linux/atomic.h>
#include <linux/delay.h>
#include <linux/ethtool.h>
#include <linux/module.h>
#include <linux/netdevice.h>

#define NR 2

static unsigned int ms = 3000;
module_param(ms, uint, 0644);
MODULE_PARM_DESC(ms, "how long the driver takes to tell the speed");

/* Written under the RTNL; tests read them once nothing asks any more. */
static unsigned int asked[NR];
module_param_array(asked, uint, NULL, 0444);
MODULE_PARM_DESC(asked, "how often each one was asked");

static struct net_device *netdevs[NR];

static int get_link_ksettings(struct net_device *dev,
			      struct ethtool_link_ksettings *settings)
{
	unsigned int i;

	for (i = 0; i < NR; i++)
		if (dev == netdevs[i])
			asked[i]++;
	msleep(ms);
	settings->base.speed = SPEED_1000;
	settings->base.duplex = DUPLEX_FULL;
	return 0;
}

static const struct ethtool_ops ethtool_ops = {
	.get_link_ksettings = get_link_ksettings,
};

static netdev_tx_t drop(struct sk_buff *skb, struct net_device *dev)
{
	kfree_skb(skb);
	return NETDEV_TX_OK;
}

static const struct net_device_ops netdev_ops = {
	.ndo_start_xmit = drop,
};

static void setup(struct net_device *dev)
{
	dev->netdev_ops = &netdev_ops;
	dev->ethtool_ops = &ethtool_ops;
}

static void remove_all(void)
{
	unsigned int i;

	for (i = 0; i < NR && netdevs[i]; i++) {
		unregister_netdev(netdevs[i]);
		free_netdev(netdevs[i]);
		netdevs[i] = NULL;
	}
}

static int add(unsigned int i)
{
	struct net_device *dev;
	int err;

	dev = alloc_netdev(0, "slow%d", NET_NAME_ENUM, setup);
	if (!dev)
		return -ENOMEM;
	err = register_netdev(dev);
	if (err) {
		free_netdev(dev);
		return err;
	}
	netdevs[i] = dev;
	return 0;
}

static int __init slow_netdev_init(void)
{
	unsigned int i;
	int err;

	for (i = 0; i < NR; i++) {
		err = add(i);
		if (err) {
			remove_all();
			return err;
		}
	}
	return 0;
}
module_init(slow_netdev_init);

static void __exit slow_netdev_exit(void)
{
	remove_all();
}
module_exit(slow_netdev_exit);

MODULE_DESCRIPTION("Slow interfaces for the hwinsight tests; never install it");
MODULE_LICENSE("GPL");
