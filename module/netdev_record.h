/* SPDX-License-Identifier: GPL-2.0 */
/* Network interfaces, copied. */
#ifndef HWI_NETDEV_RECORD_H
#define HWI_NETDEV_RECORD_H

#include "device_record.h"
#include "table.h"

struct net;

/* The driver does not know the speed, or the interface has none. */
#define HWI_SPEED_UNKNOWN (-1)

/**
 * struct hwi_netdev - a network interface
 * @next: in the order of the kernel's list
 * @key: address of its struct device, only ever compared
 * @name: its name in its network namespace
 * @hardware: what is below it, once joined; NULL if nothing is
 * @state: IF_OPER_*; IF_OPER_DOWN while it is not up
 * @mtu: bytes
 * @speed: Mbit/s or HWI_SPEED_UNKNOWN; asked only while it is up
 * @rx_bytes: this and the rest as /proc/net/dev adds them up
 * @rx_packets: received
 * @rx_errors: received
 * @rx_dropped: with those for which the hardware had no buffer
 * @tx_bytes: sent
 * @tx_packets: sent
 * @tx_errors: not sent
 * @tx_dropped: not sent
 */
struct hwi_netdev {
	struct hwi_netdev *next;
	unsigned long key;
	struct hwi_str name;
	const struct hwi_device *hardware;
	unsigned int state;
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

bool hwi_netdevs_collect(struct hwi_netdevs *netdevs, struct hwi_arena *arena,
			 struct net *net, const struct hwi_devices *devices);
void hwi_netdevs_join(struct hwi_netdevs *netdevs,
		      const struct hwi_devices *devices);
struct hwi_str hwi_netdev_state(struct hwi_arena *arena, unsigned int state);
void hwi_netdev_row(struct hwi_table *table, const struct hwi_netdev *netdev);

#endif
