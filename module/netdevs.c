// SPDX-License-Identifier: GPL-2.0
#include "machine.h"
#include "netdev_rows.h"

static void netdevs_show(struct hwi_table *table,
			 const struct hwi_machine *machine)
{
	const struct hwi_netdev *netdev;

	for (netdev = machine->netdevs.first; netdev; netdev = netdev->next)
		hwi_table_add(table, hwi_netdev_row, netdev);
}

HWI_DECLARE_VIEW(netdevs);
const struct hwi_view hwi_view_netdevs = {
	.name = "netdevs",
	.columns = hwi_netdev_columns,
	.nr_columns = HWI_NETDEV_COLUMNS,
	.parts = BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_NETDEVS) |
		 BIT_ULL(HWI_PART_SPEEDS),
	.show = netdevs_show,
};
