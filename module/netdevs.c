// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "netdev_record.h"
#include "view.h"

static const struct hwi_column netdevs_columns[] = {
	HWI_COLUMN("NETDEV", 's'),    HWI_COLUMN("STATE", 's'),
	HWI_COLUMN("MTU", 'u'),	      HWI_COLUMN("SPEED", 'u'),
	HWI_COLUMN("RX_BYTES", 'u'),  HWI_COLUMN("RX_PACKETS", 'u'),
	HWI_COLUMN("RX_ERRORS", 'u'), HWI_COLUMN("RX_DROPPED", 'u'),
	HWI_COLUMN("TX_BYTES", 'u'),  HWI_COLUMN("TX_PACKETS", 'u'),
	HWI_COLUMN("TX_ERRORS", 'u'), HWI_COLUMN("TX_DROPPED", 'u'),
	HWI_COLUMN("DEVICE", 's'),    HWI_COLUMN("DRIVER", 's'),
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
