// SPDX-License-Identifier: GPL-2.0
#include <linux/if.h>

#include "cells.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/netdev_rows.c"

#include "devices.h"

static struct hwi_netdev new_netdev(const char *name)
{
	return (struct hwi_netdev){
		.name = name,
		.state = IF_OPER_DOWN,
		.speed = HWI_SPEED_UNKNOWN,
	};
}

#define EXPECT_NETDEV(test, netdev, want)                                    \
	EXPECT_STRING(test,                                                  \
		      ROW(test, hwi_netdev_columns, hwi_netdev_row, netdev), \
		      want)

/* Join a single interface, and return what is below it; "" if nothing is. */
static const char *below(struct fake_devices *sys,
			 const struct hwi_device *device, const char *name)
{
	struct hwi_netdev netdev = new_netdev(name);
	struct hwi_netdevs netdevs = { .first = &netdev, .nr = 1 };

	netdev.key = device->key;
	hwi_netdevs_join(&netdevs, &sys->devices);
	return netdev.below ? netdev.below->device : "";
}

static void states_are_words(struct kunit *test)
{
	EXPECT_STRING(test, hwi_netdev_state(IF_OPER_UNKNOWN), "unknown");
	EXPECT_STRING(test, hwi_netdev_state(IF_OPER_NOTPRESENT), "notpresent");
	EXPECT_STRING(test, hwi_netdev_state(IF_OPER_DOWN), "down");
	EXPECT_STRING(test, hwi_netdev_state(IF_OPER_LOWERLAYERDOWN),
		      "lowerlayerdown");
	EXPECT_STRING(test, hwi_netdev_state(IF_OPER_TESTING), "testing");
	EXPECT_STRING(test, hwi_netdev_state(IF_OPER_DORMANT), "dormant");
	EXPECT_STRING(test, hwi_netdev_state(IF_OPER_UP), "up");
	KUNIT_EXPECT_TRUE(test, !hwi_netdev_state(IF_OPER_UP + 1));
	KUNIT_EXPECT_TRUE(test, !hwi_netdev_state(UINT_MAX));
}

static void an_interface_without_hardware(struct kunit *test)
{
	struct hwi_netdev netdev = new_netdev("lo");

	EXPECT_NETDEV(test, &netdev,
		      "lo down - - - 0 0 0 0 0 0 0 0 0 - 0 0 none");
	netdev.state = 99;
	EXPECT_NETDEV(test, &netdev, "lo - - - - 0 0 0 0 0 0 0 0 0 - 0 0 none");
}

static void figures_in_the_order_of_the_columns(struct kunit *test)
{
	static const char want[] =
		"a\\134b up 0 my\\040driver pci:0000:00:03.0 1500 18446744073709551615 2 3 4 5 6 7 8 52:54:00:0a:ff:01 4 3 none";
	const struct hwi_device below = {
		.device = "pci:0000:00:03.0",
		.driver = "my driver",
	};
	struct hwi_netdev netdev = new_netdev("a\\b");

	netdev.state = IF_OPER_UP;
	netdev.mtu = 1500;
	netdev.speed = 0;
	netdev.rx_bytes = U64_MAX;
	netdev.rx_packets = 2;
	netdev.rx_errors = 3;
	netdev.rx_dropped = 4;
	netdev.tx_bytes = 5;
	netdev.tx_packets = 6;
	netdev.tx_errors = 7;
	netdev.tx_dropped = 8;
	memcpy(netdev.mac, "\x52\x54\x00\x0a\xff\x01\x77", 7);
	netdev.mac_len = 6;
	netdev.rx_queues = 4;
	netdev.tx_queues = 3;
	netdev.below = &below;
	EXPECT_NETDEV(test, &netdev, want);
	netdev.speed = INT_MAX;
	EXPECT_STRING(test,
		      CELL(test, "SPEED", hwi_netdev_columns, hwi_netdev_row,
			   &netdev),
		      "2147483647");
}

/* InfiniBand has the longest. */
static void addresses_of_any_length(struct kunit *test)
{
	static const char *const want[] = { "-", "01", "01:02" };
	struct hwi_netdev netdev = new_netdev("ib0");
	unsigned int i;

	for (i = 0; i < HWI_MAC_MAX; i++)
		netdev.mac[i] = i + 1;
	for (i = 0; i < ARRAY_SIZE(want); i++) {
		netdev.mac_len = i;
		EXPECT_STRING(test,
			      CELL(test, "MAC", hwi_netdev_columns,
				   hwi_netdev_row, &netdev),
			      want[i]);
	}
	netdev.mac_len = HWI_MAC_MAX;
	EXPECT_STRING(
		test,
		CELL(test, "MAC", hwi_netdev_columns, hwi_netdev_row, &netdev),
		"01:02:03:04:05:06:07:08:09:0a:0b:0c:0d:0e:0f:10:11:12:13:14:15:16:17:18:19:1a:1b:1c:1d:1e:1f:20");
}

#define EXPECT_LOWER(test, netdev, want)                                      \
	EXPECT_STRING(test,                                                   \
		      CELL(test, "LOWER", hwi_netdev_columns, hwi_netdev_row, \
			   netdev),                                           \
		      want)

/* A name may contain a comma; interfaces that are not named are counted. */
static void interfaces_below_others(struct kunit *test)
{
	struct hwi_lower second = { .name = "a,b" };
	struct hwi_lower first = { .next = &second, .name = "eth0" };
	struct hwi_netdev netdev = new_netdev("bond0");

	EXPECT_LOWER(test, &netdev, "none");
	netdev.lower = &second;
	EXPECT_LOWER(test, &netdev, "a\\054b");
	netdev.lower = &first;
	EXPECT_LOWER(test, &netdev, "eth0,a\\054b");
	netdev.more_lower = 1;
	EXPECT_LOWER(test, &netdev, "eth0,a\\054b,+1");
	netdev.more_lower = UINT_MAX;
	EXPECT_LOWER(test, &netdev, "eth0,a\\054b,+4294967295");
}

/*
 * pci0000:00 - 0000:00:03.0 (e1000e) - eth0
 * usb1 (usb) - 1-1 (usb) - 1-1:1.0 (cdc_ether) - eth1
 * lo
 */
static void the_nearest_driver_is_the_hardware(struct kunit *test)
{
	struct hwi_device *at, *eth0, *eth1, *lo;
	struct fake_devices sys;

	devices_begin(test, &sys);
	at = devices_add(test, &sys, NULL, NULL, NULL, "pci0000:00", NULL);
	at = devices_add(test, &sys, at, "pci", NULL, "0000:00:03.0", "e1000e");
	eth0 = devices_add(test, &sys, at, NULL, "net", "eth0", NULL);
	at = devices_add(test, &sys, NULL, "usb", NULL, "usb1", "usb");
	at = devices_add(test, &sys, at, "usb", NULL, "1-1", "usb");
	at = devices_add(test, &sys, at, "usb", NULL, "1-1:1.0", "cdc_ether");
	eth1 = devices_add(test, &sys, at, NULL, "net", "eth1", NULL);
	lo = devices_add(test, &sys, NULL, NULL, "net", "lo", NULL);
	devices_arrange(test, &sys);
	EXPECT_STRING(test, below(&sys, eth0, "eth0"), "pci:0000:00:03.0");
	EXPECT_STRING(test, below(&sys, eth1, "eth1"), "usb:1-1:1.0");
	EXPECT_STRING(test, below(&sys, lo, "lo"), "");
}

/* Between the walks the address was reused, or the name changed. */
static void another_name_is_not_joined(struct kunit *test)
{
	struct hwi_device *at, *eth0, unknown = { .key = 99 };
	struct fake_devices sys;

	devices_begin(test, &sys);
	at = devices_add(test, &sys, NULL, "pci", NULL, "0000:00:03.0",
			 "e1000e");
	eth0 = devices_add(test, &sys, at, NULL, "net", "eth0", NULL);
	devices_arrange(test, &sys);
	EXPECT_STRING(test, below(&sys, eth0, "eth0"), "pci:0000:00:03.0");
	EXPECT_STRING(test, below(&sys, eth0, "eth1"), "");
	EXPECT_STRING(test, below(&sys, eth0, "eth"), "");
	EXPECT_STRING(test, below(&sys, eth0, "eth00"), "");
	EXPECT_STRING(test, below(&sys, &unknown, "eth0"), "");
}

static struct kunit_case netdev_rows_cases[] = {
	KUNIT_CASE(states_are_words),
	KUNIT_CASE(an_interface_without_hardware),
	KUNIT_CASE(figures_in_the_order_of_the_columns),
	KUNIT_CASE(addresses_of_any_length),
	KUNIT_CASE(interfaces_below_others),
	KUNIT_CASE(the_nearest_driver_is_the_hardware),
	KUNIT_CASE(another_name_is_not_joined),
	{}
};

static struct kunit_suite netdev_rows_suite = {
	.name = "hwinsight_netdev_rows",
	.test_cases = netdev_rows_cases,
};

kunit_test_suite(netdev_rows_suite);

MODULE_DESCRIPTION("KUnit: network interfaces, their hardware, and their rows");
MODULE_LICENSE("GPL");
