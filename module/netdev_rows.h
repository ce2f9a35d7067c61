/* SPDX-License-Identifier: GPL-2.0 */
/* A network interface: its record, its columns and its row. */
#ifndef HWI_NETDEV_ROWS_H
#define HWI_NETDEV_ROWS_H

#include "core/row.h"

struct hwi_device;
struct hwi_devices;
struct net;

/* The kernel's own limit. */
#define HWI_MAC_MAX 32

/* Not asked for, not known to the driver, or the interface has none. */
#define HWI_SPEED_UNKNOWN (-1)

/**
 * struct hwi_lower - an interface below another one
 * @next: as the kernel lists them
 * @name: its name
 */
struct hwi_lower {
	struct hwi_lower *next;
	const char *name;
};

/**
 * struct hwi_netdev - a network interface
 * @next: in the order of the kernel's list
 * @key: address of its struct device, only ever compared
 * @ifindex: its number in its network namespace
 * @name: its name there
 * @below: the hardware below it, once joined; NULL if there is none
 * @state: IF_OPER_*; IF_OPER_DOWN while it is not up
 * @link: it is up, present, and has a carrier
 * @mtu: bytes
 * @speed: Mbit/s or HWI_SPEED_UNKNOWN
 * @rx_bytes: this and the rest as /proc/net/dev adds them up
 * @rx_packets: received
 * @rx_errors: received
 * @rx_dropped: with those for which the hardware had no buffer
 * @tx_bytes: sent
 * @tx_packets: sent
 * @tx_errors: not sent
 * @tx_dropped: not sent
 * @mac: its hardware address
 * @mac_len: bytes of it, 0 if it has none
 * @rx_queues: queues in use to receive by
 * @tx_queues: and to send by
 * @lower: the interfaces that it is made of (bond, VLAN, bridge)
 * @more_lower: how many more there are
 */
struct hwi_netdev {
	struct hwi_netdev *next;
	unsigned long key;
	int ifindex;
	const char *name;
	const struct hwi_device *below;
	unsigned int state;
	bool link;
	unsigned int mtu;
	int speed;
	u64 rx_bytes;
	u64 rx_packets;
	u64 rx_errors;
	u64 rx_dropped;
	u64 tx_bytes;
	u64 tx_packets;
	u64 tx_errors;
	u64 tx_dropped;
	unsigned char mac[HWI_MAC_MAX];
	unsigned int mac_len;
	unsigned int rx_queues;
	unsigned int tx_queues;
	struct hwi_lower *lower;
	unsigned int more_lower;
};

/**
 * struct hwi_netdevs - the copied interfaces
 * @first: the first, NULL if there are none
 * @nr: how many
 */
struct hwi_netdevs {
	struct hwi_netdev *first;
	unsigned int nr;
};

#define HWI_NETDEV_COLUMNS 18
extern const struct hwi_column hwi_netdev_columns[HWI_NETDEV_COLUMNS];

int hwi_netdevs_collect(struct hwi_netdevs *netdevs, struct hwi_arena *arena,
			struct net *net, const struct hwi_devices *devices);
int hwi_netdevs_ask_speeds(struct hwi_netdevs *netdevs, struct net *net);
void hwi_netdevs_join(struct hwi_netdevs *netdevs,
		      const struct hwi_devices *devices);
const char *hwi_netdev_state(unsigned int state);
void hwi_netdev_row(struct hwi_row *row, const struct hwi_netdev *netdev);

#endif
