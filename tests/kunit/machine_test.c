// SPDX-License-Identifier: GPL-2.0
#include "rows.h"

#include "../../module/machine.c"

#include "machines.h"

#define ALL (BIT_ULL(HWI_PARTS) - 1)

/* Collect some parts; @fails, unless NULL, fails with @error. */
static struct hwi_machine *collect(struct kunit *test, u64 parts,
				   const char *fails, int error, int want)
{
	struct hwi_machine *machine =
		kunit_kzalloc(test, sizeof(*machine), GFP_KERNEL);
	struct hwi_access *access =
		kunit_kzalloc(test, sizeof(*access), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, machine && access);
	access->addresses = true;
	access->firmware = true;
	calls[0] = '\0';
	failing = fails;
	failure = error;
	KUNIT_EXPECT_EQ(test, hwi_machine_collect(machine, parts, access, NULL),
			want);
	KUNIT_EXPECT_PTR_EQ(test, machine->access,
			    (const struct hwi_access *)access);
	hwi_machine_free(machine);
	return machine;
}

static void expect_calls(struct kunit *test, u64 parts, const char *want)
{
	struct hwi_machine *machine = collect(test, parts, NULL, 0, 0);

	EXPECT_STRING(test, calls, want);
	KUNIT_EXPECT_EQ(test, hwi_machine_error(machine, ALL), 0);
}

static void each_part_once_and_in_order(struct kunit *test)
{
	expect_calls(test, 0, "");
	expect_calls(
		test, ALL,
		"devices arrange irqs join give iomem own-mem ioports own-io clocksource cpus cputypes softirqs memory slots modules named-disks netdevs speeds processes facts holders lost-bars pci pci-join usb usb-join power power-join sensors supplies voltages slow-gpios clocks findings");
	expect_calls(test, BIT_ULL(HWI_PART_CPUS) | BIT_ULL(HWI_PART_MEMORY),
		     "cpus memory");
	expect_calls(test, BIT_ULL(HWI_PART_DISKS), "disks");
}

static void as_many_devices_as_are_asked_for(struct kunit *test)
{
	/* Owners are only needed by name, so devices need no order. */
	expect_calls(test, BIT_ULL(HWI_PART_OWNERS) | BIT_ULL(HWI_PART_IRQS),
		     "devices irqs join");
	KUNIT_EXPECT_FALSE(test, requested.all);
	KUNIT_EXPECT_EQ(test, requested.claims, BIT(HWI_CLAIM_IRQ));
	expect_calls(test, BIT_ULL(HWI_PART_OWNERS) | BIT_ULL(HWI_PART_IOPORTS),
		     "devices ioports own-io");
	KUNIT_EXPECT_EQ(test, requested.claims, BIT(HWI_CLAIM_IO));
	expect_calls(test, BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_IOMEM),
		     "devices arrange iomem own-mem");
	KUNIT_EXPECT_TRUE(test, requested.all);
	KUNIT_EXPECT_EQ(test, requested.claims, BIT(HWI_CLAIM_MEM));
	expect_calls(test, BIT_ULL(HWI_PART_DEVICES), "devices arrange");
	KUNIT_EXPECT_EQ(test, requested.claims, 0UL);
}

/* Config space is read only for those who ask, and may see addresses. */
static void lost_bars_for_cap_sys_admin(struct kunit *test)
{
	struct hwi_machine *machine =
		kunit_kzalloc(test, sizeof(*machine), GFP_KERNEL);
	struct hwi_access *access =
		kunit_kzalloc(test, sizeof(*access), GFP_KERNEL);

	expect_calls(test, BIT_ULL(HWI_PART_BARS), "bars");
	expect_calls(test, BIT_ULL(HWI_PART_LOST_BARS), "lost-bars");
	KUNIT_ASSERT_TRUE(test, machine && access);
	calls[0] = '\0';
	KUNIT_EXPECT_EQ(test,
			hwi_machine_collect(machine,
					    BIT_ULL(HWI_PART_LOST_BARS), access,
					    NULL),
			0);
	EXPECT_STRING(test, calls, "bars");
}

/* Firmware tables are read only for those who may see them. */
static void tables_for_cap_sys_admin(struct kunit *test)
{
	struct hwi_machine *machine =
		kunit_kzalloc(test, sizeof(*machine), GFP_KERNEL);
	struct hwi_access *access =
		kunit_kzalloc(test, sizeof(*access), GFP_KERNEL);

	expect_calls(test, BIT_ULL(HWI_PART_FACTS), "facts");
	expect_calls(test, BIT_ULL(HWI_PART_DIMMS), "dimms");
	expect_calls(test, BIT_ULL(HWI_PART_SLOTS), "slots");
	KUNIT_ASSERT_TRUE(test, machine && access);
	calls[0] = '\0';
	KUNIT_EXPECT_EQ(test,
			hwi_machine_collect(machine,
					    BIT_ULL(HWI_PART_FACTS) |
						    BIT_ULL(HWI_PART_SLOTS),
					    access, NULL),
			0);
	EXPECT_STRING(test, calls, "dimms public-facts");
}

static void serial_numbers_for_cap_sys_admin(struct kunit *test)
{
	struct hwi_machine *machine =
		kunit_kzalloc(test, sizeof(*machine), GFP_KERNEL);
	struct hwi_access *access =
		kunit_kzalloc(test, sizeof(*access), GFP_KERNEL);

	expect_calls(test, BIT_ULL(HWI_PART_USB), "usb usb-join");
	KUNIT_EXPECT_TRUE(test, usb_for_admin);
	KUNIT_ASSERT_TRUE(test, machine && access);
	KUNIT_EXPECT_EQ(test,
			hwi_machine_collect(machine, BIT_ULL(HWI_PART_USB),
					    access, NULL),
			0);
	KUNIT_EXPECT_FALSE(test, usb_for_admin);
}

/* Drivers are asked for no more than what is shown. */
static void what_drivers_are_asked(struct kunit *test)
{
	unsigned long gpios = BIT_ULL(HWI_PART_DEVICES) |
			      BIT_ULL(HWI_PART_GPIOS);

	expect_calls(test, gpios, "devices arrange gpios");
	expect_calls(test, gpios | BIT_ULL(HWI_PART_GPIO_VALUES),
		     "devices arrange fast-gpios");
	expect_calls(test,
		     gpios | BIT_ULL(HWI_PART_GPIO_VALUES) |
			     BIT_ULL(HWI_PART_SLOW_GPIOS),
		     "devices arrange slow-gpios");
	expect_calls(test,
		     BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_REGULATORS),
		     "devices arrange regulators");
}

/* What is for root only elsewhere. */
static void parts_for_cap_sys_admin(struct kunit *test)
{
	struct hwi_machine *machine =
		kunit_kzalloc(test, sizeof(*machine), GFP_KERNEL);
	struct hwi_access *access =
		kunit_kzalloc(test, sizeof(*access), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, machine && access);
	calls[0] = '\0';
	failing = NULL;
	KUNIT_EXPECT_EQ(test,
			hwi_machine_collect(machine,
					    BIT_ULL(HWI_PART_GPIOS) |
						    BIT_ULL(HWI_PART_CLOCKS) |
						    BIT_ULL(HWI_PART_PCI) |
						    BIT_ULL(HWI_PART_POWER) |
						    BIT_ULL(HWI_PART_SENSORS) |
						    BIT_ULL(HWI_PART_SUPPLIES),
					    access, NULL),
			0);
	EXPECT_STRING(
		test, calls,
		"public-pci pci-join public-power power-join public-sensors public-supplies");
}

static void expect_errors(struct kunit *test, const char *fails,
			  unsigned long want)
{
	struct hwi_machine *machine = collect(test, ALL, fails, -EFBIG, 0);
	unsigned int part;

	for (part = 0; part < HWI_PARTS; part++)
		KUNIT_EXPECT_EQ(test, machine->errors[part],
				want & BIT_ULL(part) ? -EFBIG : 0);
}

/* A part that fails is missing, with all that need it; the rest is there. */
static void a_part_that_fails(struct kunit *test)
{
	expect_errors(test, "named-disks",
		      BIT_ULL(HWI_PART_DISKS) | BIT_ULL(HWI_PART_DISK_NAMES));
	EXPECT_STRING(
		test, calls,
		"devices arrange irqs join give iomem own-mem ioports own-io clocksource cpus cputypes softirqs memory slots modules named-disks netdevs speeds processes facts holders lost-bars pci pci-join usb usb-join power power-join sensors supplies voltages slow-gpios clocks findings");
	expect_errors(test, "speeds", BIT_ULL(HWI_PART_SPEEDS));
	expect_errors(test, "pci-join", BIT_ULL(HWI_PART_PCI));
	expect_errors(test, "usb", BIT_ULL(HWI_PART_USB));
	expect_errors(test, "power", BIT_ULL(HWI_PART_POWER));
	expect_errors(test, "processes", BIT_ULL(HWI_PART_PROCESSES));
	expect_errors(test, "holders", BIT_ULL(HWI_PART_HOLDERS));
	expect_errors(test, "netdevs",
		      BIT_ULL(HWI_PART_NETDEVS) | BIT_ULL(HWI_PART_SPEEDS) |
			      BIT_ULL(HWI_PART_FINDINGS));
	expect_errors(test, "clocksource", BIT_ULL(HWI_PART_CLOCKSOURCE));
	expect_errors(test, "cpus",
		      BIT_ULL(HWI_PART_CPUS) | BIT_ULL(HWI_PART_FINDINGS));
	expect_errors(test, "irqs",
		      BIT_ULL(HWI_PART_IRQS) | BIT_ULL(HWI_PART_PROCESSES) |
			      BIT_ULL(HWI_PART_PCI) |
			      BIT_ULL(HWI_PART_FINDINGS));
	expect_errors(test, "give",
		      BIT_ULL(HWI_PART_IRQS) | BIT_ULL(HWI_PART_PROCESSES) |
			      BIT_ULL(HWI_PART_PCI) |
			      BIT_ULL(HWI_PART_FINDINGS));
	/* All but the parts that need no devices. */
	expect_errors(
		test, "devices",
		ALL & ~(BIT_ULL(HWI_PART_CLOCKSOURCE) | BIT_ULL(HWI_PART_CPUS) |
			BIT_ULL(HWI_PART_CPUTYPES) |
			BIT_ULL(HWI_PART_SOFTIRQS) | BIT_ULL(HWI_PART_MEMORY) |
			BIT_ULL(HWI_PART_DIMMS) | BIT_ULL(HWI_PART_SLOTS) |
			BIT_ULL(HWI_PART_FACTS) | BIT_ULL(HWI_PART_BARS) |
			BIT_ULL(HWI_PART_LOST_BARS)));
	EXPECT_STRING(
		test, calls,
		"devices clocksource cpus cputypes softirqs memory slots facts lost-bars");
}

static void the_first_error_of_some_parts(struct kunit *test)
{
	struct hwi_machine *machine =
		collect(test, ALL, "named-disks", -ENOMEM, 0);

	machine->errors[HWI_PART_BARS] = -EAGAIN;
	KUNIT_EXPECT_EQ(test, hwi_machine_error(machine, 0), 0);
	KUNIT_EXPECT_EQ(test,
			hwi_machine_error(machine,
					  BIT_ULL(HWI_PART_CPUS) |
						  BIT_ULL(HWI_PART_IRQS)),
			0);
	KUNIT_EXPECT_EQ(test,
			hwi_machine_error(machine, BIT_ULL(HWI_PART_BARS)),
			-EAGAIN);
	KUNIT_EXPECT_EQ(test, hwi_machine_error(machine, ALL), -ENOMEM);
}

/* A killed reader gets nothing, and does not have to wait. */
static void a_reader_that_is_killed(struct kunit *test)
{
	collect(test, ALL, "irqs", -EINTR, -EINTR);
	EXPECT_STRING(test, calls, "devices arrange irqs");
	collect(test, ALL, "findings", -EINTR, -EINTR);
}

static void each_machine_has_its_time(struct kunit *test)
{
	u64 first = collect(test, 0, NULL, 0, 0)->taken;
	u64 second = collect(test, 0, NULL, 0, 0)->taken;

	KUNIT_EXPECT_TRUE(test, first);
	KUNIT_EXPECT_TRUE(test, second >= first);
}

static struct kunit_case machine_cases[] = {
	KUNIT_CASE(each_part_once_and_in_order),
	KUNIT_CASE(as_many_devices_as_are_asked_for),
	KUNIT_CASE(lost_bars_for_cap_sys_admin),
	KUNIT_CASE(tables_for_cap_sys_admin),
	KUNIT_CASE(serial_numbers_for_cap_sys_admin),
	KUNIT_CASE(what_drivers_are_asked),
	KUNIT_CASE(parts_for_cap_sys_admin),
	KUNIT_CASE(a_part_that_fails),
	KUNIT_CASE(the_first_error_of_some_parts),
	KUNIT_CASE(a_reader_that_is_killed),
	KUNIT_CASE(each_machine_has_its_time),
	{}
};

static struct kunit_suite machine_suite = {
	.name = "hwinsight_machine",
	.test_cases = machine_cases,
};

kunit_test_suite(machine_suite);

MODULE_DESCRIPTION("KUnit: the parts of a machine, and what fails with what");
MODULE_LICENSE("GPL");
