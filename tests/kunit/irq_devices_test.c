// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/irq_rows.c"

#include "devices.h"

/* An enabled interrupt about which nothing else is known. */
static struct hwi_irq new_irq(unsigned int number)
{
	return (struct hwi_irq){
		.irq = number,
		.used = true,
		.node = NUMA_NO_NODE,
	};
}

#define IRQ_CELL(test, column, sys, irq)                                      \
	CELL(test, column, hwi_irq_columns, hwi_irq_row, irq, &(sys)->owners, \
	     true, true)

/* An interrupt's devices, and their drivers. */
static void expect_of(struct kunit *test, const struct fake_devices *sys,
		      const struct hwi_irq *irq, const char *device,
		      const char *driver)
{
	EXPECT_STRING(test, IRQ_CELL(test, "DEVICE", sys, irq), device);
	EXPECT_STRING(test, IRQ_CELL(test, "DRIVER", sys, irq), driver);
}

static void a_line_has_its_device(struct kunit *test)
{
	struct hwi_irq irq = new_irq(8);
	struct hwi_device *rtc;
	struct fake_devices sys;

	devices_begin(test, &sys);
	rtc = devices_add(test, &sys, NULL, "pnp", NULL, "00:04", "rtc_cmos");
	devices_claim_irq(test, &sys, rtc, 8);
	devices_claimed(test, &sys);
	expect_of(test, &sys, &irq, "pnp:00:04", "rtc_cmos");
	KUNIT_EXPECT_PTR_EQ(test, hwi_irq_device(&irq, &sys.owners),
			    (const struct hwi_device *)rtc);
	/* Another line is not the device's. */
	irq.irq = 9;
	expect_of(test, &sys, &irq, "-", "-");
	KUNIT_EXPECT_TRUE(test, !hwi_irq_device(&irq, &sys.owners));
}

/* Each device has its place in both cells; the last one found comes first. */
static void devices_share_a_line(struct kunit *test)
{
	struct hwi_irq irq = new_irq(11);
	struct fake_devices sys;

	devices_begin(test, &sys);
	devices_claim_irq(test, &sys,
			  devices_add(test, &sys, NULL, "pci", NULL, "1d.0",
				      "uhci_hcd"),
			  11);
	devices_claim_irq(
		test, &sys,
		devices_add(test, &sys, NULL, "pci", NULL, "04.0", NULL), 11);
	devices_claim_irq(test, &sys,
			  devices_add(test, &sys, NULL, "pci", NULL, "03.0",
				      "e1000"),
			  11);
	devices_claimed(test, &sys);
	expect_of(test, &sys, &irq, "pci:03.0,pci:04.0,pci:1d.0",
		  "e1000,-,uhci_hcd");
	KUNIT_EXPECT_TRUE(test, !hwi_irq_device(&irq, &sys.owners));
}

static void devices_without_drivers_share_a_line(struct kunit *test)
{
	struct hwi_irq irq = new_irq(11);
	struct fake_devices sys;

	devices_begin(test, &sys);
	devices_claim_irq(test, &sys,
			  devices_add(test, &sys, NULL, "pci", NULL, "a", NULL),
			  11);
	devices_claim_irq(test, &sys,
			  devices_add(test, &sys, NULL, "pci", NULL, "b", NULL),
			  11);
	devices_claimed(test, &sys);
	expect_of(test, &sys, &irq, "pci:b,pci:a", "-");
}

/* An MSI's own device, whoever claims a line of that number. */
static void an_msi_goes_before_a_line(struct kunit *test)
{
	struct hwi_irq irq = new_irq(11);
	struct hwi_device *line, *msi;
	struct fake_devices sys;

	devices_begin(test, &sys);
	line = devices_add(test, &sys, NULL, "pci", NULL, "line", "line");
	msi = devices_add(test, &sys, NULL, "pci", NULL, "msi", NULL);
	devices_claim_irq(test, &sys, line, 11);
	devices_claimed(test, &sys);
	irq.msi = true;
	irq.device = msi;
	expect_of(test, &sys, &irq, "pci:msi", "-");
	KUNIT_EXPECT_PTR_EQ(test, hwi_irq_device(&irq, &sys.owners),
			    (const struct hwi_device *)msi);
	/*
	 * An MSI of an unknown device is nobody's, and not the line owner's
	 * either.
	 */
	irq.device = NULL;
	expect_of(test, &sys, &irq, "-", "-");
	KUNIT_EXPECT_TRUE(test, !hwi_irq_device(&irq, &sys.owners));
}

static void messages_find_their_devices(struct kunit *test)
{
	struct hwi_irq irq[4] = { new_irq(1), new_irq(2), new_irq(3),
				  new_irq(4) };
	struct hwi_irqs irqs = { .first = irq, .nr = ARRAY_SIZE(irq) };
	struct hwi_device *a, *b;
	struct fake_devices sys;
	unsigned int i;

	devices_begin(test, &sys);
	a = devices_add(test, &sys, NULL, "pci", NULL, "a", NULL);
	b = devices_add(test, &sys, NULL, "pci", NULL, "b", NULL);
	devices_arrange(test, &sys);
	for (i = 0; i < 3; i++)
		irq[i].next = &irq[i + 1];
	irq[0].msi = true;
	irq[0].msi_key = b->key;
	/* An unused one belongs to its device all the same. */
	irq[1].msi = true;
	irq[1].msi_key = a->key;
	irq[1].used = false;
	/* One of a device that is gone, and one that is a line. */
	irq[2].msi = true;
	irq[2].msi_key = 99;
	irq[3].msi_key = a->key;
	hwi_irqs_join(&irqs, &sys.devices);
	KUNIT_EXPECT_PTR_EQ(test, irq[0].device, b);
	KUNIT_EXPECT_PTR_EQ(test, irq[1].device, a);
	KUNIT_EXPECT_TRUE(test, !irq[2].device);
	KUNIT_EXPECT_TRUE(test, !irq[3].device);
}

static void expect_actions(struct kunit *test, struct hwi_irq_action *first,
			   bool pids, const char *want)
{
	static const struct hwi_owners nobody;
	struct hwi_irq irq = new_irq(9);

	irq.actions = first;
	EXPECT_STRING(test,
		      CELL(test, "ACTIONS", hwi_irq_columns, hwi_irq_row, &irq,
			   &nobody, pids, true),
		      want);
}

static void actions_have_their_threads(struct kunit *test)
{
	struct hwi_irq_action last = {};
	struct hwi_irq_action third = {
		.next = &last,
		.name = "x",
		.pid = 43,
		.pid2 = 44,
	};
	struct hwi_irq_action second = {
		.next = &third,
		.name = "i801 smbus",
		.pid2 = 42,
	};
	struct hwi_irq_action first = {
		.next = &second,
		.name = "acpi",
		.pid = 41,
	};

	expect_actions(test, &first, true,
		       "acpi[41], i801 smbus[42], x[43,44], -");
	/* Those who may not see PIDs see only the handlers. */
	expect_actions(test, &first, false, "acpi, i801 smbus, x, -");
	third.next = NULL;
	expect_actions(test, &third, false, "x");
	expect_actions(test, &third, true, "x[43,44]");
}

static void an_action_without_a_name(struct kunit *test)
{
	struct hwi_irq_action action = {};

	expect_actions(test, NULL, true, "-");
	expect_actions(test, &action, true, "-");
	action.name = "";
	expect_actions(test, &action, true, "-");
	action.pid = INT_MAX;
	action.pid2 = INT_MAX;
	expect_actions(test, &action, true, "-[2147483647,2147483647]");
}

/* Whatever names drivers choose, they cannot break the table. */
static void names_are_escaped(struct kunit *test)
{
	static const char want[] =
		"9 0 - \\052 pci:a\\040b my\\040chip - - enabled - - 0 \\055 none a\\012b\\134c";
	struct hwi_irq_action action = { .name = "a\nb\\c" };
	struct hwi_irq irq = new_irq(9);
	struct fake_devices sys;

	devices_begin(test, &sys);
	irq.chip = "my chip";
	irq.domain = "-";
	irq.msi = true;
	irq.device = devices_add(test, &sys, NULL, "pci", NULL, "a b", "*");
	irq.actions = &action;
	EXPECT_STRING(test,
		      ROW(test, hwi_irq_columns, hwi_irq_row, &irq, &sys.owners,
			  true, true),
		      want);
}

/* A device with a comma in its name is not a list of two. */
static void a_comma_in_a_name(struct kunit *test)
{
	struct hwi_irq irq = new_irq(11);
	struct hwi_device *a, *b;
	struct fake_devices sys;

	devices_begin(test, &sys);
	a = devices_add(test, &sys, NULL, "pnp", NULL, "a,b", "d,e");
	b = devices_add(test, &sys, NULL, "pnp", NULL, "c", "-");
	devices_claim_irq(test, &sys, a, 11);
	devices_claimed(test, &sys);
	expect_of(test, &sys, &irq, "pnp:a\\054b", "d\\054e");
	devices_claim_irq(test, &sys, b, 11);
	devices_claimed(test, &sys);
	expect_of(test, &sys, &irq, "pnp:c,pnp:a\\054b", "\\055,d\\054e");
	irq.msi = true;
	irq.device = a;
	expect_of(test, &sys, &irq, "pnp:a\\054b", "d\\054e");
}

static struct kunit_case irq_devices_cases[] = {
	KUNIT_CASE(a_line_has_its_device),
	KUNIT_CASE(devices_share_a_line),
	KUNIT_CASE(devices_without_drivers_share_a_line),
	KUNIT_CASE(an_msi_goes_before_a_line),
	KUNIT_CASE(messages_find_their_devices),
	KUNIT_CASE(actions_have_their_threads),
	KUNIT_CASE(an_action_without_a_name),
	KUNIT_CASE(names_are_escaped),
	KUNIT_CASE(a_comma_in_a_name),
	{}
};

static struct kunit_suite irq_devices_suite = {
	.name = "hwinsight_irq_devices",
	.test_cases = irq_devices_cases,
};

kunit_test_suite(irq_devices_suite);

MODULE_DESCRIPTION("KUnit: devices and handlers of an interrupt");
MODULE_LICENSE("GPL");
