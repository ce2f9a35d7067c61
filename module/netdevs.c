// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "netdev_record.h"
#include "view.h"

static const struct hwi_column netdevs_columns[] = {
	{ "NETDEV", 's' },     { "STATE", 's' },      { "MTU", 'u' },
	{ "SPEED", 'u' },      { "RX_BYTES", 'u' },   { "RX_PACKETS", 'u' },
	{ "RX_ERRORS", 'u' },  { "RX_DROPPED", 'u' }, { "TX_BYTES", 'u' },
	{ "TX_PACKETS", 'u' }, { "TX_ERRORS", 'u' },  { "TX_DROPPED", 'u' },
	{ "DEVICE", 's' },     { "DRIVER", 's' },
};

static int netdevs_fill(struct hwi_snapshot *snap)
{
	struct hwi_arena *arena = &snap->arena;
	struct net *net = snap->access->net;
	const struct hwi_netdev *netdev;
	struct hwi_netdevs netdevs;
	struct hwi_devices devices;

	if (!hwi_devices_collect(&devices, arena, net) ||
	    !hwi_netdevs_collect(&netdevs, arena, net, &devices) ||
	    !hwi_table_reserve(&snap->table, netdevs.nr))
		return 0;
	for (netdev = netdevs.first; netdev; netdev = netdev->next)
		hwi_netdev_row(&snap->table, netdev);
	return 0;
}

const struct hwi_view hwi_view_netdevs = {
	.name = "netdevs",
	.columns = netdevs_columns,
	.nr_columns = ARRAY_SIZE(netdevs_columns),
	.fill = netdevs_fill,
};
