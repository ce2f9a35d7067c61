// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/table.c"
#include "../../module/owners.c"
#include "../../module/irq_record.c"

/* As the interrupts view has them. */
static const struct hwi_column columns[] = {
	{ "IRQ", 's' },	   { "HWIRQ", 'u' },	 { "CHIP", 's' },
	{ "DOMAIN", 's' }, { "TRIGGER", 's' },	 { "STATE", 'w' },
	{ "NODE", 'u' },   { "AFFINITY", 'c' },	 { "EFFECTIVE", 'c' },
	{ "TOTAL", 'u' },  { "UNHANDLED", 'u' }, { "PERCPU", 'p' },
	{ "DEVICE", 'w' }, { "DRIVER", 'w' },	 { "ACTIONS", 's' },
};

/* A snapshot that is being filled, with the devices and the memo it takes. */
struct fake {
	struct hwi_access access;
	struct hwi_snapshot snap;
	struct hwi_owners owners;
	struct hwi_irq_memo memo;
};

static void begin(struct kunit *test, struct fake *fake, size_t size,
		  unsigned int rows)
{
	struct hwi_snapshot *snap = &fake->snap;

	memset(fake, 0, sizeof(*fake));
	snap->arena = new_arena(test, size);
	fake->access.pids = true;
	snap->access = &fake->access;
	hwi_owners_init(&fake->owners, &snap->arena);
	hwi_table_init(&snap->table, &snap->arena, columns,
		       ARRAY_SIZE(columns));
	hwi_table_reserve(&snap->table, rows);
}

static struct hwi_str text(struct fake *fake, const char *string)
{
	return hwi_arena_copy(&fake->snap.arena, string);
}

/* What nothing is known of, but that it is enabled. */
static struct hwi_irq new_irq(unsigned int number)
{
	return (struct hwi_irq){ .irq = number, .node = NUMA_NO_NODE };
}

static void add_row(struct fake *fake, const struct hwi_irq *irq)
{
	hwi_irq_row(&fake->snap, irq, &fake->owners, &fake->memo);
}

/* A row with one space between its cells. */
static const char *line(struct kunit *test, struct fake *fake, unsigned int row)
{
	char *from, *to, *begin;
	size_t len;

	KUNIT_ASSERT_FALSE(test, fake->snap.arena.overflow);
	KUNIT_ASSERT_TRUE(test, row < fake->snap.table.rows);
	begin = kunit_kzalloc(test, 4096, GFP_KERNEL);
	KUNIT_ASSERT_TRUE(test, begin);
	len = hwi_table_row(&fake->snap.table, row, begin, 4096);
	KUNIT_ASSERT_TRUE(test, len);
	begin[len - 1] = '\0';
	for (from = begin, to = begin; *from; from++)
		if (*from != ' ' || to == begin || to[-1] != ' ')
			*to++ = *from;
	*to = '\0';
	return begin;
}

static const char *one_line(struct kunit *test, struct fake *fake,
			    const struct hwi_irq *irq)
{
	add_row(fake, irq);
	hwi_table_layout(&fake->snap.table);
	return line(test, fake, fake->snap.table.rows - 1);
}

/* Of the row of that interrupt, the cell of one column. */
static const char *cell(struct kunit *test, struct fake *fake,
			const struct hwi_irq *irq, const char *column)
{
	const char *at = one_line(test, fake, irq), *end;
	unsigned int i;

	for (i = 0; at && strcmp(columns[i].name, column); i++) {
		KUNIT_ASSERT_TRUE(test, i + 1 < ARRAY_SIZE(columns));
		at = strchr(at, ' ');
		at += !!at;
	}
	KUNIT_ASSERT_TRUE(test, at);
	end = i + 1 < ARRAY_SIZE(columns) ? strchr(at, ' ') : NULL;
	return span(test, at, end ? end : at + strlen(at));
}

static void nothing_is_known(struct kunit *test)
{
	struct hwi_irq irq = new_irq(7);
	struct fake fake;

	begin(test, &fake, 8192, 10);
	EXPECT_STRING(test, one_line(test, &fake, &irq),
		      "7 - - - - enabled - - - 0 0 none - - -");
}

static void everything_is_known(struct kunit *test)
{
	static const char want[] =
		"24 524289 PCI-MSIX-0000:01:00.0 PCI-MSI-1 edge enabled,threaded,managed 1 0-3 3 42 5 0:12,3:30 pci:0000:01:00.0 nvme nvme0q1[77]";
	static const struct hwi_count counts[] = { { 0, 12 }, { 3, 30 } };
	static DECLARE_BITMAP(requested, CONFIG_NR_CPUS) = { 0xf };
	static DECLARE_BITMAP(effective, CONFIG_NR_CPUS) = { 0x8 };
	struct hwi_irq irq = new_irq(24);
	struct hwi_irq_action action = {};
	struct fake fake;

	KUNIT_ASSERT_EQ(test, (unsigned int)nr_cpu_ids, 4U);
	begin(test, &fake, 8192, 10);
	action.name = text(&fake, "nvme0q1");
	action.pid = 77;
	irq.hwirq = 524289;
	irq.chip = text(&fake, "PCI-MSIX-0000:01:00.0");
	irq.domain = text(&fake, "PCI-MSI-1");
	irq.flow = text(&fake, "edge");
	irq.state = HWI_IRQ_THREADED | HWI_IRQ_MANAGED;
	irq.node = 1;
	irq.affinity = requested;
	irq.effective = effective;
	irq.counts = (struct hwi_count *)counts;
	irq.nr_counts = 2;
	irq.unhandled = 5;
	irq.owner.device = text(&fake, "pci:0000:01:00.0");
	irq.owner.driver = text(&fake, "nvme");
	irq.msi = true;
	irq.actions = &action;
	EXPECT_STRING(test, one_line(test, &fake, &irq), want);
}

static void a_total_beyond_32_bits(struct kunit *test)
{
	static const struct hwi_count counts[] = {
		{ 0, U32_MAX },
		{ 1, U32_MAX },
	};
	struct hwi_irq irq = new_irq(7);
	struct fake fake;

	begin(test, &fake, 8192, 10);
	irq.counts = (struct hwi_count *)counts;
	irq.nr_counts = 2;
	EXPECT_STRING(test, cell(test, &fake, &irq, "TOTAL"), "8589934590");
	EXPECT_STRING(test, cell(test, &fake, &irq, "PERCPU"),
		      "0:4294967295,1:4294967295");
}

static void triggers(struct kunit *test)
{
	static const struct {
		unsigned int trigger;
		bool level;
		const char *flow, *want;
	} cases[] = {
		{ IRQ_TYPE_NONE, false, NULL, "-" },
		{ IRQ_TYPE_NONE, false, "edge", "edge" },
		{ IRQ_TYPE_NONE, false, "edgy", "-" },
		{ IRQ_TYPE_NONE, false, "edges", "-" },
		{ IRQ_TYPE_NONE, true, "fasteoi", "level" },
		{ IRQ_TYPE_EDGE_RISING, false, "edge", "edge-rising" },
		{ IRQ_TYPE_EDGE_FALLING, false, NULL, "edge-falling" },
		{ IRQ_TYPE_EDGE_BOTH, false, NULL, "edge-both" },
		{ IRQ_TYPE_LEVEL_HIGH, true, "fasteoi", "level-high" },
		{ IRQ_TYPE_LEVEL_LOW, true, NULL, "level-low" },
		/* What no hardware has says nothing. */
		{ IRQ_TYPE_EDGE_RISING | IRQ_TYPE_LEVEL_LOW, false, NULL, "-" },
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		struct hwi_irq irq = new_irq(7);
		struct fake fake;

		begin(test, &fake, 8192, 1);
		irq.trigger = cases[i].trigger;
		irq.level = cases[i].level;
		irq.flow = text(&fake, cases[i].flow);
		EXPECT_STRING(test, cell(test, &fake, &irq, "TRIGGER"),
			      cases[i].want);
	}
}

static void state_words(struct kunit *test)
{
	static const char want[] =
		"enabled,masked,inprogress,pending,threaded,shared,wakeup,percpu,managed,nobalance,hidden";
	struct hwi_irq irq = new_irq(7);
	struct fake fake;

	begin(test, &fake, 8192, 10);
	irq.state = HWI_IRQ_DISABLED;
	EXPECT_STRING(test, cell(test, &fake, &irq, "STATE"), "disabled");
	irq.state = HWI_IRQ_MASKED | HWI_IRQ_INPROGRESS | HWI_IRQ_PENDING |
		    HWI_IRQ_THREADED | HWI_IRQ_SHARED | HWI_IRQ_WAKEUP |
		    HWI_IRQ_PERCPU | HWI_IRQ_MANAGED | HWI_IRQ_NOBALANCE |
		    HWI_IRQ_HIDDEN;
	EXPECT_STRING(test, cell(test, &fake, &irq, "STATE"), want);
	/* Back to what was before: the memo is for one row only. */
	irq.state = HWI_IRQ_DISABLED;
	EXPECT_STRING(test, cell(test, &fake, &irq, "STATE"), "disabled");
	irq.state = 0;
	EXPECT_STRING(test, one_line(test, &fake, &irq),
		      "7 - - - - enabled - - - 0 0 none - - -");
}

/* The memo gives a row's masks to the next only where they are the same. */
static void masks_of_neighbours(struct kunit *test)
{
	static DECLARE_BITMAP(all, CONFIG_NR_CPUS) = { 0xf };
	static DECLARE_BITMAP(same, CONFIG_NR_CPUS) = { 0xf };
	static DECLARE_BITMAP(other, CONFIG_NR_CPUS) = { 0x5 };
	static DECLARE_BITMAP(none, CONFIG_NR_CPUS);
	struct hwi_irq irq = new_irq(7);
	struct fake fake;

	begin(test, &fake, 8192, 10);
	irq.affinity = all;
	irq.effective = other;
	EXPECT_STRING(test, cell(test, &fake, &irq, "AFFINITY"), "0-3");
	EXPECT_STRING(test, cell(test, &fake, &irq, "EFFECTIVE"), "0,2");
	irq.affinity = other;
	irq.effective = NULL;
	EXPECT_STRING(test, cell(test, &fake, &irq, "AFFINITY"), "0,2");
	irq.affinity = same;
	irq.effective = all;
	EXPECT_STRING(test, cell(test, &fake, &irq, "AFFINITY"), "0-3");
	EXPECT_STRING(test, cell(test, &fake, &irq, "EFFECTIVE"), "0-3");
	irq.affinity = NULL;
	irq.effective = none;
	EXPECT_STRING(test, cell(test, &fake, &irq, "AFFINITY"), "-");
	EXPECT_STRING(test, cell(test, &fake, &irq, "EFFECTIVE"), "none");
}

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
		fitted = !fake.snap.arena.overflow;
		if (fitted) {
			hwi_table_layout(&fake.snap.table);
			EXPECT_STRING(test, line(test, &fake, 0), want);
		}
		kunit_kfree(test, fake.snap.arena.base);
	}
	KUNIT_EXPECT_TRUE(test, fitted);
}

static struct kunit_case irq_record_cases[] = {
	KUNIT_CASE(nothing_is_known),
	KUNIT_CASE(everything_is_known),
	KUNIT_CASE(a_total_beyond_32_bits),
	KUNIT_CASE(triggers),
	KUNIT_CASE(state_words),
	KUNIT_CASE(masks_of_neighbours),
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

static struct kunit_suite irq_record_suite = {
	.name = "hwinsight_irq_record",
	.test_cases = irq_record_cases,
};

kunit_test_suite(irq_record_suite);

MODULE_DESCRIPTION("KUnit: an interrupt as a row");
MODULE_LICENSE("GPL");
