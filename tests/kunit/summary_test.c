// SPDX-License-Identifier: GPL-2.0
#include <linux/dmi.h>
#include <linux/if.h>
#include <linux/of.h>

#include "rows.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/irq_rows.c"
#include "../../module/netdev_rows.c"
#include "../../module/summary_text.c"

/* A made-up machine's firmware strings. */
static const char *fake_dmi[DMI_STRING_MAX];

static const char *get_fake_dmi(int field)
{
	return fake_dmi[field];
}

#define dmi_get_system_info get_fake_dmi

#ifdef CONFIG_OF
/* And its model by the device tree. */
static struct device_node fake_node, *fake_root;
#define of_root fake_root
#define of_get_property(node, name, length) "Maker's Board"
#endif
#include "../../module/summary.c"

#include "summaries.h"

static struct fake *begin_machine(struct kunit *test)
{
	memset(fake_dmi, 0, sizeof(fake_dmi));
#ifdef CONFIG_OF
	fake_root = NULL;
#endif
	return begin(test);
}

static void fillers_are_no_names(struct kunit *test)
{
	static const char *const fillers[] = {
		"",
		"Default string",
		"INVALID",
		"None",
		"Not Applicable",
		"Not Specified",
		"O.E.M.",
		"OEM",
		"System Product Name",
		"System manufacturer",
		"To Be Filled By O.E.M.",
		"To be filled by O.E.M.",
		"Type1ProductConfigId",
		"Undefined",
		"Unknown",
		/* neofetch issues 1373 and 1955, pfetch issue 29, cfetch issue 12 */
		"All Series",
		"x.x",
		"TO BE FILLED BY O.E.M.",
		"To Be Filled By O.E.M. ",
		" Default string",
		"   ",
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(fillers); i++)
		KUNIT_EXPECT_TRUE(test, is_filler(fillers[i]));
	KUNIT_EXPECT_TRUE(test, is_filler(NULL));
	KUNIT_EXPECT_FALSE(test, is_filler("None such"));
	KUNIT_EXPECT_FALSE(test, is_filler("OEMCO"));
	KUNIT_EXPECT_FALSE(test, is_filler("X"));
}

static void expect_machine(struct kunit *test, struct fake *fake,
			   const char *want)
{
	machine_lines(&fake->rows.table);
	EXPECT_LINES(test, fake, want);
}

static void machines_have_names(struct kunit *test)
{
	struct fake *fake = begin_machine(test);

	expect_machine(test, fake, "machine -\n");
	fake_dmi[DMI_BOARD_VENDOR] = "Board Inc.";
	fake_dmi[DMI_BOARD_NAME] = "B-1";
	fake_dmi[DMI_PRODUCT_NAME] = "M-1";
	expect_machine(test, fake, "machine M-1\n");
	fake_dmi[DMI_SYS_VENDOR] = "Maker Inc.";
	expect_machine(test, fake, "machine Maker Inc. M-1\n");
	/* If the product's name is a placeholder, the board's name counts. */
	fake_dmi[DMI_PRODUCT_NAME] = "System Product Name";
	expect_machine(test, fake, "machine Board Inc. B-1\n");
	fake_dmi[DMI_BOARD_NAME] = "Default string";
	expect_machine(test, fake, "machine Board Inc.\n");
	fake_dmi[DMI_BOARD_VENDOR] = "Default string";
	expect_machine(test, fake, "machine -\n");
#ifdef CONFIG_OF
	fake_root = &fake_node;
	expect_machine(test, fake, "machine Maker's Board\n");
#endif
}

static void firmware_has_a_version(struct kunit *test)
{
	struct fake *fake = begin_machine(test);

	fake_dmi[DMI_BIOS_VERSION] = "1.2";
	fake_dmi[DMI_BIOS_DATE] = "04/01/2014";
	expect_machine(test, fake, "machine -\n");
	fake_dmi[DMI_BIOS_VENDOR] = "SeaBIOS";
	expect_machine(test, fake,
		       "machine -\nfirmware SeaBIOS 1.2, 04/01/2014\n");
	fake_dmi[DMI_BIOS_VERSION] = "Not Specified";
	expect_machine(test, fake, "machine -\nfirmware SeaBIOS, 04/01/2014\n");
	fake_dmi[DMI_BIOS_DATE] = NULL;
	expect_machine(test, fake, "machine -\nfirmware SeaBIOS\n");
}

static void expect_up(struct kunit *test, u64 seconds, const char *want)
{
	struct fake *fake = begin_machine(test);
	char line[256];

	snprintf(line, sizeof(line), "kernel %s %s, up %s\n",
		 init_utsname()->release, init_utsname()->machine, want);
	kernel_line(&fake->rows.table,
		    seconds * NSEC_PER_SEC + NSEC_PER_SEC - 1);
	EXPECT_LINES(test, fake, line);
}

static void uptime(struct kunit *test)
{
	expect_up(test, 0, "0 min 0 s");
	expect_up(test, 59, "0 min 59 s");
	expect_up(test, 60, "1 min 0 s");
	expect_up(test, 3599, "59 min 59 s");
	expect_up(test, 3600, "1 h 0 min");
	expect_up(test, 86399, "23 h 59 min");
	expect_up(test, 86400, "1 d 0 h");
	expect_up(test, 1000 * 86400ULL + 86399, "1000 d 23 h");
}

static void clock_sources(struct kunit *test)
{
	struct hwi_clocksource clocksource = {};
	struct fake *fake = begin_machine(test);

	clocksource_line(&fake->rows.table, &clocksource);
	EXPECT_LINES(test, fake, "");
	clocksource.current_name = "hpet";
	clocksource_line(&fake->rows.table, &clocksource);
	EXPECT_LINES(test, fake, "clocksource hpet\n");
	clocksource.available = "tsc hpet acpi_pm";
	clocksource_line(&fake->rows.table, &clocksource);
	EXPECT_LINES(test, fake,
		     "clocksource hpet (available: tsc hpet acpi_pm)\n");
}

/* The most lines there can be still fit on one screen. */
static void no_more_than_a_screen(struct kunit *test)
{
	static const char *const buses[] = { "a", "b", "c", "d", "e" };
	static const u64 totals[] = { 1, 2, 3, 4, 5, 6 };
	struct hwi_machine *machine =
		kunit_kzalloc(test, sizeof(*machine), GFP_KERNEL);
	struct fake *fake = begin_machine(test);
	unsigned int i;

	KUNIT_ASSERT_TRUE(test, machine);
	fake_dmi[DMI_PRODUCT_NAME] = "M-1";
	fake_dmi[DMI_BIOS_VENDOR] = "SeaBIOS";
	machine->cpus = cpus(test, fake, "P");
	machine->clocksource.current_name = "tsc";
	machine->memories = memories(fake, MAX_NODES);
	machine->irqs = irqs(fake, totals, ARRAY_SIZE(totals));
	machine->disks = disks(test, fake, 5);
	machine->netdevs = netdevs(test, fake, 5);
	for (i = 0; i < ARRAY_SIZE(buses); i++)
		add_on_bus(test, fake, buses[i], "drv", "p");
	machine->devices = fake->sys.devices;
	summary_show(&fake->rows.table, machine);
	KUNIT_EXPECT_EQ(test, fake->rows.table.error, 0);
	KUNIT_EXPECT_EQ(test, fake->rows.table.rows, 25U);
}

static struct kunit_case summary_cases[] = { KUNIT_CASE(fillers_are_no_names),
					     KUNIT_CASE(machines_have_names),
					     KUNIT_CASE(firmware_has_a_version),
					     KUNIT_CASE(uptime),
					     KUNIT_CASE(clock_sources),
					     KUNIT_CASE(no_more_than_a_screen),
					     {} };

static struct kunit_suite summary_suite = {
	.name = "hwinsight_summary",
	.test_cases = summary_cases,
};

kunit_test_suite(summary_suite);

MODULE_DESCRIPTION("KUnit: the summary as a whole");
MODULE_LICENSE("GPL");
