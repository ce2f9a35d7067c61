// SPDX-License-Identifier: GPL-2.0
#include <linux/if.h>

#include "rows.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/text_format.c"
#include "../../module/table.c"
#include "../../module/row.c"
#include "../../module/index.c"
#include "../../module/owners.c"
#include "../../module/device_record.c"
#include "../../module/netdev_record.c"
#include "../../module/summary_text.c"

#include "devices.h"

/* As the summary has them. */
static const struct hwi_column columns[] = { HWI_COLUMN("KEY", 's'),
					     HWI_COLUMN("VALUE", 's') };

/**
 * struct fake - a summary, and a machine with more of everything than fits
 * @rows: the lines
 * @summary: what writes them
 * @sys: devices: one for each record below
 * @memory: the system, then a zone and a node in turns
 * @irq: ten of them, with a count each
 * @count: those counts
 * @action: the handler of all
 * @disk: the first is a partition, the second on nothing
 * @netdev: the first is on nothing
 */
struct fake {
	struct rows rows;
	struct hwi_summary summary;
	struct fake_devices sys;
	struct hwi_memory memory[21];
	struct hwi_irq irq[10];
	struct hwi_count count[10];
	struct hwi_irq_action action;
	struct hwi_disk disk[8];
	struct hwi_netdev netdev[8];
};

static void restart(struct kunit *test, struct fake *fake, size_t size)
{
	rows_begin(test, &fake->rows, size, columns, ARRAY_SIZE(columns),
		   HWI_SUMMARY_MAX);
	fake->summary.table = &fake->rows.table;
}

static struct fake *begin(struct kunit *test)
{
	struct fake *fake = kunit_kzalloc(test, sizeof(*fake), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, fake);
	devices_begin(test, &fake->sys);
	restart(test, fake, 16384);
	return fake;
}

/* All lines so far, with one space between key and value; then afresh. */
static const char *lines(struct kunit *test, struct fake *fake)
{
	struct hwi_table *table = &fake->rows.table;
	char *text = kunit_kzalloc(test, 8192, GFP_KERNEL);
	char *line = kunit_kzalloc(test, 2048, GFP_KERNEL);
	unsigned int row;
	size_t len, i;
	char *to;

	KUNIT_ASSERT_TRUE(test, text && line);
	KUNIT_ASSERT_FALSE(test, fake->rows.arena.overflow);
	hwi_table_layout(table);
	to = text;
	for (row = 0; row < table->rows; row++) {
		len = hwi_table_row(table, row, line, 2048);
		KUNIT_ASSERT_TRUE(test, len);
		for (i = 0; i < len && to < text + 8191; i++)
			if (line[i] != ' ' || to[-1] != ' ')
				*to++ = line[i];
	}
	restart(test, fake, 16384);
	return text;
}

#define EXPECT_LINES(test, fake, want) \
	EXPECT_STRING(test, lines(test, fake), want)

static struct hwi_str text(struct fake *fake, const char *string)
{
	return hwi_arena_copy(&fake->sys.arena, string);
}

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
		/* Just what is less than the next unit, rounded up to it. */
		{ 1048524, "1023.9 MiB" },
		{ 1048535, "1 GiB" },
		{ 1048576, "1 GiB" },
		{ 65746534, "62.7 GiB" },
		{ 1ULL << 30, "1 TiB" },
		{ 1ULL << 40, "1 PiB" },
		{ 5ULL << 50, "5120 PiB" },
		{ 1ULL << 54, "16384 PiB" },
	};
	struct hwi_arena arena = new_arena(test, 2048);
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(cases); i++)
		EXPECT_TEXT(test, kb_text(&arena, cases[i].kb), cases[i].want);
}

static void one_or_several_cpus(struct kunit *test)
{
	struct hwi_cpu_facts facts = { 1, 1, 1, 1, NULL };
	struct fake *fake = begin(test);

	hwi_summary_cpus(&fake->summary, &facts);
	EXPECT_LINES(test, fake, "cpus 1 of 1 online, 1 package, 1 core\n");
	facts = (struct hwi_cpu_facts){ 8, 6, 2, 4, "A model" };
	hwi_summary_cpus(&fake->summary, &facts);
	EXPECT_LINES(test, fake,
		     "cpus 6 of 8 online, 2 packages, 4 cores, A model\n");
}

/* The system and that many nodes, a zone before each. */
static struct hwi_memories memories(struct fake *fake, unsigned int nodes)
{
	struct hwi_memories memories = { .first = fake->memory };
	struct hwi_memory *at = fake->memory;
	unsigned int i;

	memset(fake->memory, 0, sizeof(fake->memory));
	at->node = NUMA_NO_NODE;
	at->kb[HWI_MEMORY_MANAGED] = 4096;
	at->kb[HWI_MEMORY_AVAILABLE] = 512;
	for (i = 0; i < 2 * nodes; i++, at = at->next) {
		at->next = at + 1;
		at[1].node = i / 2;
		at[1].kb[HWI_MEMORY_MANAGED] = 2048;
		at[1].kb[HWI_MEMORY_FREE] = i;
		if (!(i % 2))
			at[1].zone = text(fake, "DMA");
	}
	return memories;
}

static void memory_by_node(struct kunit *test)
{
	struct fake *fake = begin(test);
	struct hwi_memories all = memories(fake, 1);

	hwi_summary_memory(&fake->summary, &all);
	EXPECT_LINES(test, fake,
		     "memory 4 MiB, of which 512 KiB available, on 1 node\n");
	all = memories(fake, 2);
	hwi_summary_memory(&fake->summary, &all);
	EXPECT_LINES(test, fake,
		     "memory 4 MiB, of which 512 KiB available, on 2 nodes\n"
		     "memory.node0 2 MiB, of which 1 KiB free\n"
		     "memory.node1 2 MiB, of which 3 KiB free\n");
	/* More than fit: it would be a choice to show some. */
	all = memories(fake, 4);
	hwi_summary_memory(&fake->summary, &all);
	EXPECT_LINES(test, fake,
		     "memory 4 MiB, of which 512 KiB available, on 4 nodes\n");
}

static void add_on_bus(struct kunit *test, struct fake *fake, const char *bus,
		       const char *driver, const char *prefix)
{
	devices_add(test, &fake->sys, NULL, bus, bus ? NULL : "x", "d", driver)
		->id.prefix = prefix;
}

/* Those with most drivers at work; equals as they come. */
static void the_busiest_buses(struct kunit *test)
{
	static const char *const buses[] = { "pnp", "usb",    "scsi",
					     "pci", "virtio", "acpi" };
	struct fake *fake = begin(test);
	unsigned int i;

	hwi_summary_devices(&fake->summary, &fake->sys.devices);
	EXPECT_LINES(test, fake, "devices 0, of which 0 have a driver\n");
	for (i = 0; i < ARRAY_SIZE(buses); i++)
		add_on_bus(test, fake, buses[i], i < 5 ? "drv" : NULL, "p");
	add_on_bus(test, fake, "pci", "drv", "p");
	add_on_bus(test, fake, "pci", NULL, "p");
	/* On no bus, and on one that is no hardware. */
	add_on_bus(test, fake, NULL, "drv", "p");
	add_on_bus(test, fake, "platform", "drv", NULL);
	hwi_summary_devices(&fake->summary, &fake->sys.devices);
	EXPECT_LINES(test, fake,
		     "devices 10, of which 7 have a driver\n"
		     "devices.pci 2 with a driver, 1 without\n"
		     "devices.pnp 1 with a driver, 0 without\n"
		     "devices.usb 1 with a driver, 0 without\n"
		     "devices.scsi 1 with a driver, 0 without\n");
}

static struct hwi_irqs irqs(struct fake *fake, const unsigned int *counts,
			    unsigned int nr)
{
	struct hwi_irqs irqs = { .first = nr ? fake->irq : NULL, .nr = nr };
	unsigned int i;

	memset(fake->irq, 0, sizeof(fake->irq));
	fake->action.name = text(fake, "act");
	for (i = 0; i < nr; i++) {
		fake->irq[i].irq = i;
		fake->irq[i].next = i + 1 < nr ? &fake->irq[i + 1] : NULL;
		fake->irq[i].actions = i ? &fake->action : NULL;
		fake->irq[i].counts = &fake->count[i];
		fake->irq[i].nr_counts = !!counts[i];
		fake->count[i].count = counts[i];
	}
	return irqs;
}

static void the_busiest_interrupts(struct kunit *test)
{
	static const unsigned int counts[] = { 5, 9, 0, 5, 5, 7, 5, 1 };
	struct fake *fake = begin(test);
	struct hwi_owner owner = { .device = text(fake, "pci:a") };
	struct hwi_irqs all = irqs(fake, counts, 0);
	struct hwi_owners owners;

	hwi_owners_init(&owners, &fake->sys.arena);
	hwi_summary_irqs(&fake->summary, &all, &owners);
	EXPECT_LINES(test, fake,
		     "interrupts 0 by 0 of 0 lines; the busiest:\n");
	all = irqs(fake, counts, 8);
	/* 1 has a device; 5 is shared; 3 is an MSI. */
	hwi_owners_add_key(&owners, 1, 0, 0, &owner);
	hwi_owners_add_key(&owners, 5, 0, 0, &owner);
	hwi_owners_add_key(&owners, 5, 0, 0, &owner);
	fake->irq[3].msi = true;
	fake->irq[3].owner.device = text(fake, "pci:msi");
	hwi_summary_irqs(&fake->summary, &all, &owners);
	EXPECT_LINES(test, fake,
		     "interrupts 37 by 7 of 8 lines; the busiest:\n"
		     "interrupts.1 9, act of pci:a\n"
		     "interrupts.5 7, act\n"
		     "interrupts.0 5, -\n"
		     "interrupts.3 5, act of pci:msi\n");
}

/* That many on hardware, after two that are not. */
static struct hwi_disks disks(struct kunit *test, struct fake *fake,
			      unsigned int nr)
{
	struct hwi_disks disks = { .first = fake->disk, .nr = nr + 2 };
	struct hwi_device *on =
		devices_add(test, &fake->sys, NULL, "pci", NULL, "0", "nvme");
	unsigned int i;

	for (i = 0; i < nr + 2; i++) {
		char name[] = { 'd', '0' + i, '\0' };

		fake->disk[i] = (struct hwi_disk){
			.next = i < nr + 1 ? &fake->disk[i + 1] : NULL,
			.device = devices_add(test, &fake->sys, on, NULL,
					      "block", name, NULL),
			.hardware = i == 1 ? NULL : on,
			.partition = !i,
			.size = 1 << 20,
			.read_only = i == 3,
			.read_sectors = 4,
			.write_sectors = 3,
		};
	}
	return disks;
}

static void as_many_disks_as_fit(struct kunit *test)
{
#define DISK "pci:0 (nvme), 2 KiB read, 1 KiB written\n"
	struct fake *fake = begin(test);
	struct hwi_disks all = disks(test, fake, 0);

	hwi_summary_disks(&fake->summary, &all);
	EXPECT_LINES(test, fake, "");
	all = disks(test, fake, 3);
	hwi_summary_disks(&fake->summary, &all);
	EXPECT_LINES(test, fake,
		     "disks.d2 1 MiB, " DISK "disks.d3 1 MiB read-only, " DISK
		     "disks.d4 1 MiB, " DISK);
	all = disks(test, fake, 4);
	hwi_summary_disks(&fake->summary, &all);
	EXPECT_LINES(test, fake,
		     "disks.d2 1 MiB, " DISK "disks.d3 1 MiB read-only, " DISK
		     "disks and 2 more\n");
}

/* That many on hardware, after one that is not. */
static struct hwi_netdevs netdevs(struct kunit *test, struct fake *fake,
				  unsigned int nr)
{
	struct hwi_netdevs netdevs = { .first = fake->netdev, .nr = nr + 1 };
	struct hwi_device *on =
		devices_add(test, &fake->sys, NULL, "pci", NULL, "1", NULL);
	unsigned int i;

	for (i = 0; i < nr + 1; i++) {
		char name[] = { 'e', '0' + i, '\0' };

		fake->netdev[i] = (struct hwi_netdev){
			.next = i < nr ? &fake->netdev[i + 1] : NULL,
			.name = text(fake, name),
			.hardware = i ? on : NULL,
			.state = IF_OPER_UP,
			.speed = i == 1 ? HWI_SPEED_UNKNOWN : 1000,
			.rx_bytes = 2047,
			.tx_bytes = 1023,
		};
	}
	return netdevs;
}

static void as_many_interfaces_as_fit(struct kunit *test)
{
#define ON ", pci:1 (-), 1 KiB received, 0 KiB sent\n"
	struct fake *fake = begin(test);
	struct hwi_netdevs all = netdevs(test, fake, 0);

	hwi_summary_netdevs(&fake->summary, &all);
	EXPECT_LINES(test, fake, "");
	all = netdevs(test, fake, 3);
	hwi_summary_netdevs(&fake->summary, &all);
	EXPECT_LINES(test, fake,
		     "netdevs.e1 up" ON "netdevs.e2 up, 1000 Mbit/s" ON
		     "netdevs.e3 up, 1000 Mbit/s" ON);
	all = netdevs(test, fake, 7);
	hwi_summary_netdevs(&fake->summary, &all);
	EXPECT_LINES(test, fake,
		     "netdevs.e1 up" ON "netdevs.e2 up, 1000 Mbit/s" ON
		     "netdevs and 5 more\n");
}

static void findings_are_counted(struct kunit *test)
{
	struct hwi_findings findings = {};
	struct fake *fake = begin(test);

	hwi_summary_findings(&fake->summary, &findings);
	findings.nr[HWI_INFO] = 1;
	hwi_summary_findings(&fake->summary, &findings);
	findings.nr[HWI_WARN] = 1;
	hwi_summary_findings(&fake->summary, &findings);
	findings.nr[HWI_WARN] = 0;
	findings.nr[HWI_ERROR] = 2;
	hwi_summary_findings(&fake->summary, &findings);
	EXPECT_LINES(
		test, fake,
		"findings 0 errors, 0 warnings, 0 notes\n"
		"findings 0 errors, 0 warnings, 1 note\n"
		"findings 0 errors, 1 warning, 1 note: see the view findings\n"
		"findings 2 errors, 0 warnings, 1 note: see the view findings\n");
}

/*
 * The most lines there can be, with those of summary.c (machine, firmware,
 * kernel): one screen. And in a block of any size: all of it, or an overflow.
 */
static void no_more_than_a_screen(struct kunit *test)
{
	static const char *const buses[] = { "a", "b", "c", "d", "e" };
	static const unsigned int counts[] = { 1, 2, 3, 4, 5, 6 };
	struct hwi_cpu_facts facts = { 1, 1, 1, 1, NULL };
	struct fake *fake = begin(test);
	struct hwi_memories memory = memories(fake, MAX_NODES);
	struct hwi_irqs irq = irqs(fake, counts, ARRAY_SIZE(counts));
	struct hwi_disks disk = disks(test, fake, 5);
	struct hwi_netdevs netdev = netdevs(test, fake, 5);
	struct hwi_findings findings = {};
	struct hwi_owners owners;
	bool fitted = false;
	unsigned int i;
	size_t size;

	hwi_owners_init(&owners, &fake->sys.arena);
	for (i = 0; i < ARRAY_SIZE(buses); i++)
		add_on_bus(test, fake, buses[i], "drv", "p");
	for (size = 0; size < 8192; size += 8) {
		kunit_kfree(test, fake->rows.arena.base);
		restart(test, fake, size);
		for (i = 0; i < 3; i++)
			hwi_summary_add(&fake->summary,
					key(&fake->summary, "k"), "%u", i);
		hwi_summary_cpus(&fake->summary, &facts);
		hwi_summary_memory(&fake->summary, &memory);
		hwi_summary_devices(&fake->summary, &fake->sys.devices);
		hwi_summary_irqs(&fake->summary, &irq, &owners);
		hwi_summary_disks(&fake->summary, &disk);
		hwi_summary_netdevs(&fake->summary, &netdev);
		hwi_summary_findings(&fake->summary, &findings);
		KUNIT_EXPECT_FALSE(test, fitted && fake->rows.arena.overflow);
		fitted = !fake->rows.arena.overflow;
	}
	KUNIT_EXPECT_TRUE(test, fitted);
	hwi_table_layout(&fake->rows.table);
	KUNIT_EXPECT_EQ(test, fake->rows.table.rows, 25U);
}

static struct kunit_case summary_text_cases[] = {
	KUNIT_CASE(sizes_as_one_reads_them),
	KUNIT_CASE(one_or_several_cpus),
	KUNIT_CASE(memory_by_node),
	KUNIT_CASE(the_busiest_buses),
	KUNIT_CASE(the_busiest_interrupts),
	KUNIT_CASE(as_many_disks_as_fit),
	KUNIT_CASE(as_many_interfaces_as_fit),
	KUNIT_CASE(findings_are_counted),
	KUNIT_CASE(no_more_than_a_screen),
	{}
};

static struct kunit_suite summary_text_suite = {
	.name = "hwinsight_summary_text",
	.test_cases = summary_text_cases,
};

kunit_test_suite(summary_text_suite);

MODULE_DESCRIPTION("KUnit: the lines of the summary");
MODULE_LICENSE("GPL");
