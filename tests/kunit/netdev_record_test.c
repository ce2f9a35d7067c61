// SPDX-License-Identifier: GPL-2.0
#include <linux/if.h>

#include "rows.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/table.c"
#include "../../module/row.c"
#include "../../module/index.c"
#include "../../module/owners.c"
#include "../../module/device_record.c"
#include "../../module/netdev_record.c"

#include "devices.h"

/* As the netdevs view has them. */
static const struct hwi_column columns[] = {
	HWI_COLUMN("NETDEV", 's'),    HWI_COLUMN("STATE", 's'),
	HWI_COLUMN("MTU", 'u'),	      HWI_COLUMN("SPEED", 'u'),
	HWI_COLUMN("RX_BYTES", 'u'),  HWI_COLUMN("RX_PACKETS", 'u'),
	HWI_COLUMN("RX_ERRORS", 'u'), HWI_COLUMN("RX_DROPPED", 'u'),
	HWI_COLUMN("TX_BYTES", 'u'),  HWI_COLUMN("TX_PACKETS", 'u'),
	HWI_COLUMN("TX_ERRORS", 'u'), HWI_COLUMN("TX_DROPPED", 'u'),
	HWI_COLUMN("DEVICE", 's'),    HWI_COLUMN("DRIVER", 's'),
};

static void begin(struct kunit *test, struct rows *rows, size_t size)
{
	rows_begin(test, rows, size, columns, ARRAY_SIZE(columns), 2);
}

static struct hwi_netdev new_netdev(struct hwi_arena *arena, const char *name)
{
	return (struct hwi_netdev){
		.name = hwi_arena_copy(arena, name),
		.state = IF_OPER_DOWN,
		.speed = HWI_SPEED_UNKNOWN,
	};
}

/* Join one interface, and say what is below it; "" if nothing is. */
static const char *hardware(struct kunit *test, struct fake_devices *sys,
			    const struct hwi_device *device, const char *name)
{
	struct hwi_netdev netdev = new_netdev(&sys->arena, name);
	struct hwi_netdevs netdevs = { .first = &netdev, .nr = 1 };

	netdev.key = device->key;
	hwi_netdevs_join(&netdevs, &sys->devices);
	return netdev.hardware ? c_string(test, netdev.hardware->device) : "";
}

static void states_are_words(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 256);

	EXPECT_TEXT(test, hwi_netdev_state(&arena, IF_OPER_UNKNOWN), "unknown");
	EXPECT_TEXT(test, hwi_netdev_state(&arena, IF_OPER_NOTPRESENT),
		    "notpresent");
	EXPECT_TEXT(test, hwi_netdev_state(&arena, IF_OPER_DOWN), "down");
	EXPECT_TEXT(test, hwi_netdev_state(&arena, IF_OPER_LOWERLAYERDOWN),
		    "lowerlayerdown");
	EXPECT_TEXT(test, hwi_netdev_state(&arena, IF_OPER_TESTING), "testing");
	EXPECT_TEXT(test, hwi_netdev_state(&arena, IF_OPER_DORMANT), "dormant");
	EXPECT_TEXT(test, hwi_netdev_state(&arena, IF_OPER_UP), "up");
	EXPECT_NO_TEXT(test, hwi_netdev_state(&arena, IF_OPER_UP + 1));
	EXPECT_NO_TEXT(test, hwi_netdev_state(&arena, UINT_MAX));
}

static void an_interface_without_hardware(struct kunit *test)
{
	struct hwi_netdev netdev;
	struct rows rows;

	begin(test, &rows, 8192);
	netdev = new_netdev(&rows.arena, "lo");
	netdev.state = 99;
	hwi_netdev_row(&rows.table, &netdev);
	EXPECT_ROW(test, &rows, "lo - 0 - 0 0 0 0 0 0 0 0 - -");
}

static void figures_in_the_order_of_the_columns(struct kunit *test)
{
	struct hwi_device below = {};
	struct hwi_netdev netdev;
	struct rows rows;

	begin(test, &rows, 8192);
	below.device = hwi_arena_copy(&rows.arena, "pci:0000:00:03.0");
	below.driver = hwi_arena_copy(&rows.arena, "my driver");
	netdev = new_netdev(&rows.arena, "a\\b");
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
	netdev.hardware = &below;
	hwi_netdev_row(&rows.table, &netdev);
	EXPECT_ROW(
		test, &rows,
		"a\\134b up 1500 0 18446744073709551615 2 3 4 5 6 7 8 pci:0000:00:03.0 my driver");
}

/*
 * pci0000:00 - 0000:00:03.0 (e1000e) - eth0
 * usb1 (usb) - 1-1 (usb) - 1-1:1.0 (cdc_ether) - eth1
 * lo; dummy0 in nothing
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
	KUNIT_EXPECT_STREQ(test, hardware(test, &sys, eth0, "eth0"),
			   "pci:0000:00:03.0");
	KUNIT_EXPECT_STREQ(test, hardware(test, &sys, eth1, "eth1"),
			   "usb:1-1:1.0");
	KUNIT_EXPECT_STREQ(test, hardware(test, &sys, lo, "lo"), "");
}

/* The address was used again, or the name changed, between the walks. */
static void another_name_is_not_joined(struct kunit *test)
{
	struct hwi_device *at, *eth0, unknown = { .key = 99 };
	struct fake_devices sys;

	devices_begin(test, &sys);
	at = devices_add(test, &sys, NULL, "pci", NULL, "0000:00:03.0",
			 "e1000e");
	eth0 = devices_add(test, &sys, at, NULL, "net", "eth0", NULL);
	devices_arrange(test, &sys);
	KUNIT_EXPECT_STREQ(test, hardware(test, &sys, eth0, "eth1"), "");
	KUNIT_EXPECT_STREQ(test, hardware(test, &sys, eth0, "eth"), "");
	KUNIT_EXPECT_STREQ(test, hardware(test, &sys, &unknown, "eth0"), "");
}

static void a_row_at_every_size(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 64);
	struct hwi_netdev netdev = new_netdev(&arena, "a\nlong\tname");
	bool fitted = false;
	struct rows rows;
	size_t size;

	netdev.state = IF_OPER_LOWERLAYERDOWN;
	netdev.rx_bytes = U64_MAX;
	for (size = 0; size < 1024; size += 8) {
		begin(test, &rows, size);
		hwi_netdev_row(&rows.table, &netdev);
		KUNIT_EXPECT_FALSE(test, fitted && rows.arena.overflow);
		fitted = !rows.arena.overflow;
		kunit_kfree(test, rows.arena.base);
	}
	KUNIT_EXPECT_TRUE(test, fitted);
}

static struct kunit_case netdev_record_cases[] = {
	KUNIT_CASE(states_are_words),
	KUNIT_CASE(an_interface_without_hardware),
	KUNIT_CASE(figures_in_the_order_of_the_columns),
	KUNIT_CASE(the_nearest_driver_is_the_hardware),
	KUNIT_CASE(another_name_is_not_joined),
	KUNIT_CASE(a_row_at_every_size),
	{}
};

static struct kunit_suite netdev_record_suite = {
	.name = "hwinsight_netdev_record",
	.test_cases = netdev_record_cases,
};

kunit_test_suite(netdev_record_suite);

MODULE_DESCRIPTION("KUnit: network interfaces, their hardware, and their rows");
MODULE_LICENSE("GPL");
