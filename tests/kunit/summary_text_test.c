// SPDX-License-Identifier: GPL-2.0
#include <linux/if.h>

#include "rows.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/irq_rows.c"
#include "../../module/netdev_rows.c"
#include "../../module/summary_text.c"
#include "../../module/summary.c"

#include "summaries.h"

static void sizes_as_one_reads_them(struct kunit *test)
{
	static const struct {
		u64 kb;
		const char *want;
	} cases[] = {
		{ 0, "0 KiB" },
		{ 1, "1 KiB" },
		{ 1023, "1023 KiB" },
		{ 1024, "1 MiB" },
		{ 1075, "1 MiB" },
		{ 1076, "1.1 MiB" },
		{ 1536, "1.5 MiB" },
		/* Values just below the next unit are rounded up to it. */
		{ 1048524, "1023.9 MiB" },
		{ 1048535, "1 GiB" },
		{ 1048576, "1 GiB" },
		{ 65746534, "62.7 GiB" },
		{ 1ULL << 30, "1 TiB" },
		{ 1ULL << 40, "1 PiB" },
		{ 5ULL << 50, "5120 PiB" },
		{ 1ULL << 54, "16384 PiB" },
	};
	struct size_text size;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(cases); i++)
		EXPECT_STRING(test, size_of_kb(cases[i].kb, &size),
			      cases[i].want);
}

static void expect_cpus(struct kunit *test, const char *kinds, int model,
			const char *want)
{
	struct fake *fake = begin(test);
	struct hwi_cpus all = cpus(test, fake, kinds);

	if (model >= 0)
		fake->cpu[model].model = "A model";
	hwi_summary_cpus(&fake->rows.table, &all);
	EXPECT_LINES(test, fake, want);
}

static void one_or_several_cpus(struct kunit *test)
{
	expect_cpus(test, "P", -1, "cpus 1 of 1 online, 1 package, 1 core\n");
	expect_cpus(test, "P", 0,
		    "cpus 1 of 1 online, 1 package, 1 core, A model\n");
	expect_cpus(test, "P.C.PCoo", 2,
		    "cpus 6 of 8 online, 2 packages, 4 cores, A model\n");
}

/* A CPU that is not present is a free slot, not an offline CPU. */
static void slots_without_cpus(struct kunit *test)
{
	expect_cpus(test, "Pa", -1,
		    "cpus 1 of 1 online, 1 free slot, 1 package, 1 core\n");
	expect_cpus(
		test, "PCoaaa", 0,
		"cpus 2 of 3 online, 3 free slots, 1 package, 2 cores, A model\n");
	/* An offline CPU's model may be out of date. */
	expect_cpus(test, "Po", 1, "cpus 1 of 2 online, 1 package, 1 core\n");
}

static void memory_by_node(struct kunit *test)
{
	struct fake *fake = begin(test);
	struct hwi_memories all = memories(fake, 1);

	hwi_summary_memory(&fake->rows.table, &all);
	EXPECT_LINES(test, fake,
		     "memory 4 MiB, 512 KiB available, on 1 node\n");
	all = memories(fake, 2);
	hwi_summary_memory(&fake->rows.table, &all);
	EXPECT_LINES(test, fake,
		     "memory 4 MiB, 512 KiB available, on 2 nodes\n"
		     "memory.node0 2 MiB, 1 KiB free\n"
		     "memory.node1 2 MiB, 3 KiB free\n");
	/* More nodes than fit: none is shown rather than a selection. */
	all = memories(fake, 4);
	hwi_summary_memory(&fake->rows.table, &all);
	EXPECT_LINES(test, fake,
		     "memory 4 MiB, 512 KiB available, on 4 nodes\n");
}

/* Those with the most bound drivers; equals in the order they come. */
static void the_busiest_buses(struct kunit *test)
{
	static const char *const buses[] = { "pnp", "usb",    "scsi",
					     "pci", "virtio", "acpi" };
	struct fake *fake = begin(test);
	unsigned int i;

	hwi_summary_devices(&fake->rows.table, &fake->sys.devices);
	EXPECT_LINES(test, fake, "devices 0, 0 with a driver\n");
	for (i = 0; i < ARRAY_SIZE(buses); i++)
		add_on_bus(test, fake, buses[i], i < 5 ? "drv" : NULL, "p");
	add_on_bus(test, fake, "pci", "drv", "p");
	add_on_bus(test, fake, "pci", NULL, "p");
	/* A driver on no bus, and one on a bus that is no hardware. */
	add_on_bus(test, fake, NULL, "drv", "p");
	add_on_bus(test, fake, "platform", "drv", NULL);
	hwi_summary_devices(&fake->rows.table, &fake->sys.devices);
	EXPECT_LINES(test, fake,
		     "devices 10, 7 with a driver\n"
		     "devices.pci 2 with a driver, 1 without\n"
		     "devices.pnp 1 with a driver, 0 without\n"
		     "devices.usb 1 with a driver, 0 without\n");
}

/* More kinds of buses than are told apart. */
static void more_buses_than_machines_have(struct kunit *test)
{
	struct fake *fake = begin(test);
	char name[MAX_KINDS + 1][4];
	unsigned int i;

	for (i = 0; i <= MAX_KINDS; i++) {
		snprintf(name[i], sizeof(name[i]), "b%u", i);
		add_on_bus(test, fake, name[i], "drv", "p");
	}
	/* The last bus has the most, but no counter is left for it. */
	add_on_bus(test, fake, name[MAX_KINDS], "drv", "p");
	hwi_summary_devices(&fake->rows.table, &fake->sys.devices);
	EXPECT_LINES(test, fake,
		     "devices 34, 34 with a driver\n"
		     "devices.b0 1 with a driver, 0 without\n"
		     "devices.b1 1 with a driver, 0 without\n"
		     "devices.b2 1 with a driver, 0 without\n");
}

/* Devices that only hold others are not counted. */
static void devices_that_no_table_shows(struct kunit *test)
{
	struct fake *fake = begin(test);

	devices_add(test, &fake->sys, NULL, NULL, NULL, "pci0000:00", NULL);
	devices_add(test, &fake->sys, NULL, NULL, "net", "lo", NULL);
	hwi_summary_devices(&fake->rows.table, &fake->sys.devices);
	EXPECT_LINES(test, fake, "devices 1, 0 with a driver\n");
}

static void the_busiest_interrupts(struct kunit *test)
{
	static const u64 totals[] = { 5, 9, 0, 5, 5, 1ULL << 33, 5, 1, 0 };
	struct fake *fake = begin(test);
	struct hwi_irqs all = irqs(fake, totals, 0);
	struct hwi_device *a, *msi;

	hwi_summary_irqs(&fake->rows.table, &all, &fake->sys.owners);
	EXPECT_LINES(test, fake,
		     "interrupts 0 by 0 of 0 lines; the busiest:\n");
	a = devices_add(test, &fake->sys, NULL, "pci", NULL, "a", NULL);
	msi = devices_add(test, &fake->sys, NULL, "pci", NULL, "msi", NULL);
	all = irqs(fake, totals, 9);
	/* 1 has a device; 5 is shared; 3 is an MSI; 8 is unused. */
	devices_claim_irq(test, &fake->sys, a, 1);
	devices_claim_irq(test, &fake->sys, a, 5);
	devices_claim_irq(test, &fake->sys, msi, 5);
	devices_claimed(test, &fake->sys);
	fake->irq[3].msi = true;
	fake->irq[3].device = msi;
	fake->irq[8].used = false;
	hwi_summary_irqs(&fake->rows.table, &all, &fake->sys.owners);
	EXPECT_LINES(test, fake,
		     "interrupts 8589934622 by 7 of 8 lines; the busiest:\n"
		     "interrupts.5 8589934592, act\n"
		     "interrupts.1 9, act of pci:a\n"
		     "interrupts.0 5, -\n"
		     "interrupts.3 5, act of pci:msi\n");
}

static void as_many_disks_as_fit(struct kunit *test)
{
#define DISK "pci:0 (nvme), 2 KiB read, 1 KiB written\n"
	struct fake *fake = begin(test);
	struct hwi_disks all = disks(test, fake, 0);

	hwi_summary_disks(&fake->rows.table, &all);
	EXPECT_LINES(test, fake, "");
	all = disks(test, fake, 3);
	hwi_summary_disks(&fake->rows.table, &all);
	EXPECT_LINES(test, fake,
		     "disks.d3 1 MiB, " DISK "disks.d4 1 MiB read-only, " DISK
		     "disks.d5 1 MiB, " DISK);
	all = disks(test, fake, 4);
	hwi_summary_disks(&fake->rows.table, &all);
	EXPECT_LINES(test, fake,
		     "disks.d3 1 MiB, " DISK "disks.d4 1 MiB read-only, " DISK
		     "disks and 2 more\n");
}

static void a_drive_without_a_medium_is_no_disk(struct kunit *test)
{
	struct fake *fake = begin(test);
	struct hwi_disks all = disks(test, fake, 1);

	all.first[3].device =
		devices_add(test, &fake->sys, NULL, NULL, "block", "sr0", NULL);
	all.first[3].size = 0x1fffffULL * 512;
	hwi_summary_disks(&fake->rows.table, &all);
	EXPECT_LINES(test, fake, "");
	/* With a medium, or another driver, it is. */
	all.first[3].size -= 512;
	hwi_summary_disks(&fake->rows.table, &all);
	EXPECT_LINES(test, fake, "disks.sr0 1 GiB, " DISK);
	all.first[3].size += 512;
	all.first[3].device =
		devices_add(test, &fake->sys, NULL, NULL, "block", "sda", NULL);
	hwi_summary_disks(&fake->rows.table, &all);
	EXPECT_LINES(test, fake, "disks.sda 1 GiB, " DISK);
}

static void as_many_interfaces_as_fit(struct kunit *test)
{
#define ON ", pci:1 (-), 1 KiB received, 0 KiB sent\n"
	struct fake *fake = begin(test);
	struct hwi_netdevs all = netdevs(test, fake, 0);

	hwi_summary_netdevs(&fake->rows.table, &all);
	EXPECT_LINES(test, fake, "");
	all = netdevs(test, fake, 3);
	hwi_summary_netdevs(&fake->rows.table, &all);
	EXPECT_LINES(test, fake,
		     "netdevs.e1 -" ON "netdevs.e2 up" ON "netdevs.e3 up" ON);
	all = netdevs(test, fake, 7);
	hwi_summary_netdevs(&fake->rows.table, &all);
	EXPECT_LINES(test, fake,
		     "netdevs.e1 -" ON "netdevs.e2 up" ON
		     "netdevs and 5 more\n");
}

static void findings_are_counted(struct kunit *test)
{
	struct hwi_findings findings = {};
	struct fake *fake = begin(test);

	hwi_summary_findings(&fake->rows.table, &findings);
	findings.nr[HWI_INFO] = 1;
	hwi_summary_findings(&fake->rows.table, &findings);
	findings.nr[HWI_WARN] = 1;
	hwi_summary_findings(&fake->rows.table, &findings);
	findings.nr[HWI_WARN] = 0;
	findings.nr[HWI_ERROR] = 2;
	hwi_summary_findings(&fake->rows.table, &findings);
	EXPECT_LINES(
		test, fake,
		"findings 0 errors, 0 warnings, 0 notes\n"
		"findings 0 errors, 0 warnings, 1 note\n"
		"findings 0 errors, 1 warning, 1 note: see the view findings\n"
		"findings 2 errors, 0 warnings, 1 note: see the view findings\n");
}

/* Overlong keys and values are cut, and stay on one line. */
static void lines_that_are_too_long(struct kunit *test)
{
	struct fake *fake = begin(test);
	char *text = kunit_kzalloc(test, 1001, GFP_KERNEL);
	struct hwi_device *on;
	const char *got;

	KUNIT_ASSERT_TRUE(test, text);
	memset(text, 'x', 1000);
	hwi_summary_add(&fake->rows.table, "key", "%s", text);
	got = rows_cell(test, &fake->rows, "VALUE");
	KUNIT_EXPECT_EQ(test, strlen(got), (size_t)VALUE_MAX - 1);
	on = devices_add(test, &fake->sys, NULL, "pci", NULL, "0", NULL);
	fake->netdev[0].name = text;
	fake->netdev[0].below = on;
	netdev_line(&fake->rows.table, &fake->netdev[0]);
	got = rows_cell(test, &fake->rows, "KEY");
	KUNIT_EXPECT_EQ(test, strlen(got), (size_t)KEY_MAX - 1);
}

static void names_are_escaped(struct kunit *test)
{
	struct fake *fake = begin(test);

	hwi_summary_add(&fake->rows.table, "netdevs.a b", "c\\\n %s", "d ");
	EXPECT_LINES(test, fake, "netdevs.a\\040b c\\134\\012 d\\040\n");
}

static struct kunit_case summary_text_cases[] = {
	KUNIT_CASE(sizes_as_one_reads_them),
	KUNIT_CASE(one_or_several_cpus),
	KUNIT_CASE(slots_without_cpus),
	KUNIT_CASE(memory_by_node),
	KUNIT_CASE(the_busiest_buses),
	KUNIT_CASE(more_buses_than_machines_have),
	KUNIT_CASE(devices_that_no_table_shows),
	KUNIT_CASE(the_busiest_interrupts),
	KUNIT_CASE(as_many_disks_as_fit),
	KUNIT_CASE(a_drive_without_a_medium_is_no_disk),
	KUNIT_CASE(as_many_interfaces_as_fit),
	KUNIT_CASE(findings_are_counted),
	KUNIT_CASE(lines_that_are_too_long),
	KUNIT_CASE(names_are_escaped),
	{}
};

static struct kunit_suite summary_text_suite = {
	.name = "hwinsight_summary_text",
	.test_cases = summary_text_cases,
};

kunit_test_suite(summary_text_suite);

MODULE_DESCRIPTION("KUnit: the lines of the summary");
MODULE_LICENSE("GPL");
