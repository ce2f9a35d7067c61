// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "netdev_record.h"
#include "row.h"

static bool same_text(struct hwi_str a, const struct hwi_str *b)
{
	return a.len == b->len && !memcmp(a.text, b->text, a.len);
}

/**
 * hwi_netdevs_join() - find the hardware below each interface
 * @netdevs: as they were copied
 * @devices: arranged
 *
 * An interface whose device is not among them, or has another name there,
 * came or was renamed between the two walks, and gets none.
 */
void hwi_netdevs_join(struct hwi_netdevs *netdevs,
		      const struct hwi_devices *devices)
{
	const struct hwi_device *device;
	struct hwi_netdev *netdev;

	for (netdev = netdevs->first; netdev; netdev = netdev->next) {
		device = hwi_index_find(&devices->by_key, netdev->key);
		if (device && same_text(netdev->name, &device->name))
			netdev->hardware = hwi_device_hardware(device);
	}
}

/**
 * hwi_netdev_state() - the word for an operational state (RFC 2863)
 * @arena: where the string goes
 * @state: IF_OPER_*
 *
 * Return: the word that "operstate" in sysfs has; no text for a state that
 * the kernel does not have, or on overflow.
 */
struct hwi_str hwi_netdev_state(struct hwi_arena *arena, unsigned int state)
{
	static const char *const words[] = {
		"unknown", "notpresent", "down", "lowerlayerdown",
		"testing", "dormant",	 "up",
	};

	return hwi_arena_copy(arena,
			      state < ARRAY_SIZE(words) ? words[state] : NULL);
}

/**
 * hwi_netdev_row() - add the row of an interface
 * @table: the table, of the columns of the netdevs view
 * @netdev: joined
 */
void hwi_netdev_row(struct hwi_table *table, const struct hwi_netdev *netdev)
{
	const struct hwi_device *on = netdev->hardware;
	struct hwi_row cells, *row = &cells;
	struct hwi_str none = { NULL, 0 };

	if (!hwi_row_begin(row, table))
		return;
	hwi_cell_str(row, netdev->name);
	hwi_cell_ready(row, hwi_netdev_state(table->arena, netdev->state));
	hwi_cell_u64(row, netdev->mtu);
	hwi_cell_id(row, netdev->speed);
	hwi_cell_u64(row, netdev->rx_bytes);
	hwi_cell_u64(row, netdev->rx_packets);
	hwi_cell_u64(row, netdev->rx_errors);
	hwi_cell_u64(row, netdev->rx_dropped);
	hwi_cell_u64(row, netdev->tx_bytes);
	hwi_cell_u64(row, netdev->tx_packets);
	hwi_cell_u64(row, netdev->tx_errors);
	hwi_cell_u64(row, netdev->tx_dropped);
	hwi_cell_str(row, on ? on->device : none);
	hwi_cell_text(row, on ? on->driver : none);
	hwi_row_end(row, table);
}
