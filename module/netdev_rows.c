// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "device_rows.h"
#include "netdev_rows.h"

const struct hwi_column hwi_netdev_columns[HWI_NETDEV_COLUMNS] = {
	{ "NETDEV", 's' },     { "STATE", 's' },      { "SPEED", 'u' },
	{ "DRIVER", 's' },     { "DEVICE", 's' },     { "MTU", 'u' },
	{ "RX_BYTES", 'u' },   { "RX_PACKETS", 'u' }, { "RX_ERRORS", 'u' },
	{ "RX_DROPPED", 'u' }, { "TX_BYTES", 'u' },   { "TX_PACKETS", 'u' },
	{ "TX_ERRORS", 'u' },  { "TX_DROPPED", 'u' }, { "MAC", 's' },
	{ "RXQ", 'u' },	       { "TXQ", 'u' },	      { "LOWER", 'w' },
};

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
		if (device && device->name &&
		    !strcmp(netdev->name, device->name))
			netdev->below = hwi_device_below(device);
	}
}

/**
 * hwi_netdev_state() - the word for an operational state (RFC 2863)
 * @state: IF_OPER_*
 *
 * Return: the word that "operstate" in sysfs has; NULL for a state that the
 * kernel does not have.
 */
const char *hwi_netdev_state(unsigned int state)
{
	static const char *const words[] = {
		"unknown", "notpresent", "down", "lowerlayerdown",
		"testing", "dormant",	 "up",
	};

	return state < ARRAY_SIZE(words) ? words[state] : NULL;
}

/* As in sysfs: 52:54:00:12:34:56 */
static void mac_cell(struct hwi_row *row, const struct hwi_netdev *netdev)
{
	struct hwi_text *text = hwi_cell_begin(row);
	unsigned int i;

	for (i = 0; i < netdev->mac_len; i++) {
		if (i)
			hwi_text_char(text, ':');
		hwi_text_hex_digits(text, netdev->mac[i], 2);
	}
	hwi_cell_end(row);
}

static void lower_cell(struct hwi_row *row, const struct hwi_netdev *netdev)
{
	struct hwi_text *text = hwi_cell_begin(row);
	const struct hwi_lower *lower;

	if (!netdev->lower)
		hwi_text_str(text, "none");
	for (lower = netdev->lower; lower; lower = lower->next) {
		if (lower != netdev->lower)
			hwi_text_char(text, ',');
		hwi_text_escaped(text, lower->name, HWI_ESCAPE_ITEM);
	}
	if (netdev->more_lower) {
		hwi_text_str(text, ",+");
		hwi_text_u64(text, netdev->more_lower);
	}
	hwi_cell_end(row);
}

/**
 * hwi_netdev_row() - fill the row of an interface
 * @row: the row, of hwi_netdev_columns
 * @netdev: joined
 */
void hwi_netdev_row(struct hwi_row *row, const struct hwi_netdev *netdev)
{
	const struct hwi_device *below = netdev->below;

	hwi_cell_str(row, netdev->name);
	hwi_cell_word(row, hwi_netdev_state(netdev->state));
	hwi_cell_id(row, netdev->speed);
	hwi_cell_str(row, below ? below->driver : NULL);
	hwi_cell_str(row, below ? below->device : NULL);
	hwi_cell_u64(row, netdev->mtu);
	hwi_cell_u64(row, netdev->rx_bytes);
	hwi_cell_u64(row, netdev->rx_packets);
	hwi_cell_u64(row, netdev->rx_errors);
	hwi_cell_u64(row, netdev->rx_dropped);
	hwi_cell_u64(row, netdev->tx_bytes);
	hwi_cell_u64(row, netdev->tx_packets);
	hwi_cell_u64(row, netdev->tx_errors);
	hwi_cell_u64(row, netdev->tx_dropped);
	mac_cell(row, netdev);
	hwi_cell_u64(row, netdev->rx_queues);
	hwi_cell_u64(row, netdev->tx_queues);
	lower_cell(row, netdev);
}
