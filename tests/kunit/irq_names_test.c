// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/table.c"
#include "../../module/row.c"
#include "../../module/owners.c"
#include "../../module/irq_record.c"

#include "irq_rows.h"

static struct hwi_owner owner(struct fake *fake, const char *device,
			      const char *driver)
{
	return (struct hwi_owner){ .device = text(fake, device),
				   .driver = text(fake, driver) };
}

static void a_line_has_its_device(struct kunit *test)
{
	struct hwi_irq irq = new_irq(8);
	struct hwi_owner rtc;
	struct fake fake;

	begin(test, &fake, 8192, 10);
	rtc = owner(&fake, "pnp:00:04", "rtc_cmos");
	hwi_owners_add_key(&fake.owners, 8, 0, 0, &rtc);
	EXPECT_STRING(test, cell(test, &fake, &irq, "DEVICE"), "pnp:00:04");
	EXPECT_STRING(test, cell(test, &fake, &irq, "DRIVER"), "rtc_cmos");
	/* Another line is not its. */
	irq.irq = 9;
	EXPECT_STRING(test, one_line(test, &fake, &irq),
		      "9 - - - - enabled - - - 0 0 none - - -");
}

static void devices_share_a_line(struct kunit *test)
{
	struct hwi_owner usb, net, idle;
	struct hwi_irq irq = new_irq(11);
	struct fake fake;

	begin(test, &fake, 8192, 10);
	usb = owner(&fake, "pci:0000:00:1d.0", "uhci_hcd");
	net = owner(&fake, "pci:0000:00:03.0", "e1000");
	idle = owner(&fake, "pci:0000:00:04.0", NULL);
	hwi_owners_add_key(&fake.owners, 11, 0, 0, &usb);
	hwi_owners_add_key(&fake.owners, 11, 0, 0, &idle);
	hwi_owners_add_key(&fake.owners, 11, 0, 0, &net);
	/* Drivers in the order of the devices, a place for each. */
	EXPECT_STRING(test, cell(test, &fake, &irq, "DEVICE"),
		      "pci:0000:00:03.0,pci:0000:00:04.0,pci:0000:00:1d.0");
	EXPECT_STRING(test, cell(test, &fake, &irq, "DRIVER"),
		      "e1000,-,uhci_hcd");
}

static void devices_without_drivers_share_a_line(struct kunit *test)
{
	struct hwi_irq irq = new_irq(11);
	struct hwi_owner a, b;
	struct fake fake;

	begin(test, &fake, 8192, 10);
	a = owner(&fake, "pci:a", NULL);
	b = owner(&fake, "pci:b", NULL);
	hwi_owners_add_key(&fake.owners, 11, 0, 0, &a);
	hwi_owners_add_key(&fake.owners, 11, 0, 0, &b);
	EXPECT_STRING(test, cell(test, &fake, &irq, "DEVICE"), "pci:b,pci:a");
	EXPECT_STRING(test, cell(test, &fake, &irq, "DRIVER"), "-");
}

/* The MSI's own device, whatever has a line of that number. */
static void an_msi_goes_before_a_line(struct kunit *test)
{
	struct hwi_irq irq = new_irq(11);
	struct hwi_owner line;
	struct fake fake;

	begin(test, &fake, 8192, 10);
	line = owner(&fake, "pci:line", "line");
	hwi_owners_add_key(&fake.owners, 11, 0, 0, &line);
	irq.msi = true;
	irq.owner = owner(&fake, "pci:msi", NULL);
	EXPECT_STRING(test, cell(test, &fake, &irq, "DEVICE"), "pci:msi");
	EXPECT_STRING(test, cell(test, &fake, &irq, "DRIVER"), "-");
}

static void actions_have_their_threads(struct kunit *test)
{
	struct hwi_irq_action first = { .pid = 41 }, second = { .pid2 = 42 },
			      third = { .pid = 43, .pid2 = 44 }, last = {};
	struct hwi_irq irq = new_irq(9);
	struct fake fake;

	begin(test, &fake, 8192, 10);
	first.name = text(&fake, "acpi");
	first.next = &second;
	second.name = text(&fake, "i801 smbus");
	second.next = &third;
	third.name = text(&fake, "x");
	third.next = &last;
	irq.actions = &first;
	EXPECT_STRING(test, cell(test, &fake, &irq, "ACTIONS"),
		      "acpi[41], i801 smbus[42], x[43,44], -");
	/* Whoever may not see processes sees the handlers only. */
	fake.access.pids = false;
	EXPECT_STRING(test, cell(test, &fake, &irq, "ACTIONS"),
		      "acpi, i801 smbus, x, -");
	irq.actions = &third;
	third.next = NULL;
	EXPECT_STRING(test, cell(test, &fake, &irq, "ACTIONS"), "x");
	fake.access.pids = true;
	EXPECT_STRING(test, cell(test, &fake, &irq, "ACTIONS"), "x[43,44]");
}

static void an_action_without_a_name(struct kunit *test)
{
	struct hwi_irq_action action = {};
	struct hwi_irq irq = new_irq(9);
	struct fake fake;

	begin(test, &fake, 8192, 10);
	irq.actions = &action;
	EXPECT_STRING(test, one_line(test, &fake, &irq),
		      "9 - - - - enabled - - - 0 0 none - - -");
	action.name = text(&fake, "");
	EXPECT_STRING(test, one_line(test, &fake, &irq),
		      "9 - - - - enabled - - - 0 0 none - - -");
	action.pid = INT_MAX;
	action.pid2 = INT_MAX;
	EXPECT_STRING(test, cell(test, &fake, &irq, "ACTIONS"),
		      "-[2147483647,2147483647]");
}

/* Names a driver made up cannot break the table. */
static void names_are_escaped(struct kunit *test)
{
	static const char want[] =
		"9 0 my\\040chip \\055 - enabled - - - 0 0 none pci:a\\040b \\052 a\\012b\\134c";
	struct hwi_irq_action action = {};
	struct hwi_irq irq = new_irq(9);
	struct fake fake;

	begin(test, &fake, 8192, 10);
	irq.chip = text(&fake, "my chip");
	irq.domain = text(&fake, "-");
	irq.msi = true;
	irq.owner = owner(&fake, "pci:a b", "*");
	action.name = text(&fake, "a\nb\\c");
	irq.actions = &action;
	EXPECT_STRING(test, one_line(test, &fake, &irq), want);
}

/* One device with a comma in its name is no list of two. */
static void a_comma_in_a_name(struct kunit *test)
{
	struct hwi_irq irq = new_irq(11);
	struct hwi_owner a, b;
	struct fake fake;

	begin(test, &fake, 8192, 10);
	a = owner(&fake, "pnp:a,b", "d,e");
	b = owner(&fake, "pnp:c", "-");
	hwi_owners_add_key(&fake.owners, 11, 0, 0, &a);
	EXPECT_STRING(test, cell(test, &fake, &irq, "DEVICE"), "pnp:a\\054b");
	EXPECT_STRING(test, cell(test, &fake, &irq, "DRIVER"), "d\\054e");
	hwi_owners_add_key(&fake.owners, 11, 0, 0, &b);
	EXPECT_STRING(test, cell(test, &fake, &irq, "DEVICE"),
		      "pnp:c,pnp:a\\054b");
	EXPECT_STRING(test, cell(test, &fake, &irq, "DRIVER"), "\\055,d\\054e");
	irq.msi = true;
	irq.owner = a;
	EXPECT_STRING(test, cell(test, &fake, &irq, "DEVICE"), "pnp:a\\054b");
}

static void fill_everything(struct fake *fake, struct hwi_irq_action *action,
			    struct hwi_owner *owners, unsigned long *mask)
{
	static const struct hwi_count counts[] = { { 0, 12 }, { 3, 30 } };
	struct hwi_irq irq = new_irq(24);

	action->name = text(fake, "handler one");
	action->pid = 41;
	irq.chip = text(fake, "IO APIC");
	irq.domain = text(fake, "IR-IO-APIC-0");
	irq.affinity = mask;
	irq.effective = mask;
	irq.counts = (struct hwi_count *)counts;
	irq.nr_counts = 2;
	irq.actions = action;
	owners[0] = owner(fake, "pci:0000:00:1d.0", "uhci_hcd");
	owners[1] = owner(fake, "pci:0000:00:03.0", "e1000");
	hwi_owners_add_key(&fake->owners, 24, 0, 0, &owners[0]);
	hwi_owners_add_key(&fake->owners, 24, 0, 0, &owners[1]);
	add_row(fake, &irq);
}

static void a_row_at_every_size(struct kunit *test)
{
	static const char want[] =
		"24 0 IO\\040APIC IR-IO-APIC-0 - enabled - 0,2 0,2 42 0 0:12,3:30 pci:0000:00:03.0,pci:0000:00:1d.0 e1000,uhci_hcd handler one[41]";
	static DECLARE_BITMAP(mask, CONFIG_NR_CPUS) = { 0x5 };
	struct hwi_irq_action action = {};
	struct hwi_owner owners[2];
	bool fitted = false;
	struct fake fake;
	size_t size;

	for (size = 0; size < 1200; size++) {
		begin(test, &fake, size, 1);
		fill_everything(&fake, &action, owners, mask);
		KUNIT_EXPECT_TRUE(test, fake.snap.arena.used <= size);
		KUNIT_EXPECT_FALSE(test, fitted && fake.snap.arena.overflow);
		fitted = hwi_table_layout(&fake.snap.table);
		if (fitted)
			EXPECT_STRING(test, line(test, &fake, 0), want);
		kunit_kfree(test, fake.snap.arena.base);
	}
	KUNIT_EXPECT_TRUE(test, fitted);
}

static struct kunit_case irq_names_cases[] = {
	KUNIT_CASE(a_line_has_its_device),
	KUNIT_CASE(devices_share_a_line),
	KUNIT_CASE(devices_without_drivers_share_a_line),
	KUNIT_CASE(an_msi_goes_before_a_line),
	KUNIT_CASE(actions_have_their_threads),
	KUNIT_CASE(an_action_without_a_name),
	KUNIT_CASE(names_are_escaped),
	KUNIT_CASE(a_comma_in_a_name),
	KUNIT_CASE(a_row_at_every_size),
	{}
};

static struct kunit_suite irq_names_suite = {
	.name = "hwinsight_irq_names",
	.test_cases = irq_names_cases,
};

kunit_test_suite(irq_names_suite);

MODULE_DESCRIPTION("KUnit: devices and handlers of an interrupt");
MODULE_LICENSE("GPL");
