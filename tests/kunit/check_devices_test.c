// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/finding.c"
#include "../../module/check_devices.c"

#include "devices.h"
#include "findings.h"

/**
 * struct fake - devices and resources, and what is wrong with them
 * @found: what was found
 * @sys: the devices
 */
struct fake {
	struct fake_findings found;
	struct fake_devices sys;
};

static struct fake *begin(struct kunit *test)
{
	struct fake *fake = kunit_kzalloc(test, sizeof(*fake), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, fake);
	devices_begin(test, &fake->sys);
	findings_begin(test, &fake->found, 8192, true);
	return fake;
}

/* What is found about a single device. */
static void expect_of(struct kunit *test, const char *bus, const char *driver,
		      struct hwi_device_id id, const char *want)
{
	struct fake *fake = begin(test);
	struct hwi_device *device = devices_add(test, &fake->sys, NULL, bus,
						bus ? NULL : "x", "d", driver);

	device->id = id;
	hwi_check_devices(&fake->found.findings, &fake->sys.devices);
	EXPECT_FINDINGS(test, &fake->found, want);
}

static struct hwi_device_id pci(unsigned int class)
{
	return (struct hwi_device_id){
		.prefix = "pci",
		.numbers = true,
		.vendor = 0x8086,
		.product = 0x10d3,
		.class = class,
		.class_digits = 6,
	};
}

static void a_device_does_nothing(struct kunit *test)
{
	static const char want[] =
		"info device-driver devices:pci:d: no driver is bound to it (pci:8086:10d3 class=0x020000)\n";

	expect_of(test, "pci", NULL, pci(0x020000), want);
	expect_of(test, "pci", "e1000e", pci(0x020000), "");
	/* On other buses a device without a driver is normal. */
	expect_of(test, "platform", NULL, pci(0x020000), "");
	expect_of(test, "pci_express", NULL, pci(0x020000), "");
	expect_of(test, "pc", NULL, pci(0x020000), "");
	expect_of(test, NULL, NULL, pci(0x020000), "");
}

static void parts_of_the_chipset_do_without(struct kunit *test)
{
	expect_of(test, "pci", NULL, pci(0x060400), "");
	expect_of(test, "pci", NULL, pci(0x05ffff), "");
	expect_of(test, "pci", NULL, pci(0x088000), "");
	expect_of(
		test, "pci", NULL, pci(0x070000),
		"info device-driver devices:pci:d: no driver is bound to it (pci:8086:10d3 class=0x070000)\n");
	expect_of(
		test, "pci", NULL, pci(0x000000),
		"info device-driver devices:pci:d: no driver is bound to it (pci:8086:10d3 class=0x000000)\n");
}

static void interfaces_of_usb_and_virtio(struct kunit *test)
{
	struct hwi_device_id usb = {
		.prefix = "usb",
		.numbers = true,
		.vendor = 0x627,
		.product = 1,
		.class = 3,
		.class_digits = 2,
	};
	struct hwi_device_id none = {};

	expect_of(
		test, "usb", NULL, usb,
		"info device-driver devices:usb:d: no driver is bound to it (usb:0627:0001 class=0x03)\n");
	expect_of(test, "usb", "usbhid", usb, "");
	expect_of(test, "usb", NULL, none, "");
	expect_of(
		test, "virtio", NULL, none,
		"info device-driver devices:virtio:d: no driver is bound to it ()\n");
	expect_of(test, "virtio", "virtio_net", none, "");
}

/* Whatever else is offline, such as CPUs. */
static void offline_memory(struct kunit *test)
{
	struct fake *fake = begin(test);
	struct hwi_findings *findings = &fake->found.findings;
	struct hwi_device *block[3];
	unsigned int i;

	devices_add(test, &fake->sys, NULL, "cpu", NULL, "cpu1", NULL)->offline =
		true;
	for (i = 0; i < 3; i++)
		block[i] = devices_add(test, &fake->sys, NULL, "memory", NULL,
				       "memory0", NULL);
	hwi_check_memory_blocks(findings, &fake->sys.devices, 128 << 20);
	EXPECT_FINDINGS(test, &fake->found, "");
	block[0]->offline = true;
	block[2]->offline = true;
	hwi_check_memory_blocks(findings, &fake->sys.devices, 128 << 20);
	EXPECT_FINDINGS(
		test, &fake->found,
		"warn memory-offline memory:system: 256 MiB are plugged in, but not online: 2 memory blocks\n");
}

static void expect_bar(struct kunit *test, struct hwi_bar bar, bool addresses,
		       const char *want)
{
	struct hwi_bars bars = { .first = &bar };
	struct fake *fake = begin(test);

	fake->found.findings.addresses = addresses;
	devices_add(test, &fake->sys, NULL, "pci", NULL, "d", "drv");
	devices_arrange(test, &fake->sys);
	hwi_check_bars(&fake->found.findings, &bars, &fake->sys.devices);
	EXPECT_FINDINGS(test, &fake->found, want);
}

static struct hwi_bar new_bar(unsigned long flags, u64 start, u64 end)
{
	return (struct hwi_bar){
		.key = 1,
		.number = 2,
		.flags = flags,
		.start = start,
		.end = end,
	};
}

static void bars_without_an_address(struct kunit *test)
{
	struct hwi_bar bar = new_bar(IORESOURCE_MEM, 0, 0xfff);

	expect_bar(
		test, bar, true,
		"warn bar-unassigned devices:pci:d: BAR 2 (mem, 4K) has no address\n");
	bar = new_bar(IORESOURCE_MEM | IORESOURCE_UNSET, 0x1000, 0x4fff);
	expect_bar(
		test, bar, true,
		"warn bar-unassigned devices:pci:d: BAR 2 (mem, 16K) has no address\n");
	bar = new_bar(IORESOURCE_IO, 0, 0x1f);
	expect_bar(
		test, bar, false,
		"info bar-unassigned devices:pci:d: BAR 2 (io, 32) has no address\n");
	/* A BAR of a device that is gone. */
	bar.key = 9;
	expect_bar(test, bar, true, "");
}

static void bars_that_were_given_up(struct kunit *test)
{
	struct hwi_bar bar = new_bar(IORESOURCE_MEM, 0, 0);

	bar.given_up = true;
	expect_bar(
		test, bar, true,
		"warn bar-unassigned devices:pci:d: BAR 2 (mem) has no address: the kernel found no room for it\n");
	bar.flags = IORESOURCE_IO;
	expect_bar(
		test, bar, true,
		"info bar-unassigned devices:pci:d: BAR 2 (io) has no address: the kernel found no room for it\n");
}

static void bars_in_conflict(struct kunit *test)
{
#define WHY \
	" could not be claimed: something else is there, or no bridge leads there\n"
	struct hwi_bar bar = new_bar(IORESOURCE_MEM, 0xfe000000, 0xfe0fffff);

	expect_bar(
		test, bar, true,
		"warn bar-conflict devices:pci:d: BAR 2 (mem, 1M at 0xfe000000)" WHY);
	expect_bar(test, bar, false,
		   "warn bar-conflict devices:pci:d: BAR 2 (mem, 1M)" WHY);
	bar = new_bar(IORESOURCE_IO, 0xc000, 0xc01f);
	expect_bar(
		test, bar, true,
		"info bar-conflict devices:pci:d: BAR 2 (io, 32 at 0xc000)" WHY);
	expect_bar(test, bar, false,
		   "info bar-conflict devices:pci:d: BAR 2 (io, 32)" WHY);
}

/**
 * struct tree - resources, each linked to the next
 * @resources: the tree
 * @r: a and its children b and c, c's child d, then e
 */
struct tree {
	struct hwi_resources resources;
	struct hwi_resource r[5];
};

static struct tree *new_tree(struct kunit *test)
{
	static const struct {
		const char *name;
		u64 start, end;
		int parent;
	} made[] = {
		{ "a", 0x1000, 0x1fff, -1 }, { "b", 0x1000, 0x17ff, 0 },
		{ "c", 0x1800, 0x1fff, 0 },  { "d", 0x1800, 0x1fff, 2 },
		{ "e", 0x2000, 0x2000, -1 },
	};
	struct tree *tree = kunit_kzalloc(test, sizeof(*tree), GFP_KERNEL);
	unsigned int i;

	KUNIT_ASSERT_TRUE(test, tree);
	for (i = 0; i < ARRAY_SIZE(made); i++) {
		struct hwi_resource *r = &tree->r[i];

		r->start = made[i].start;
		r->end = made[i].end;
		r->name = made[i].name;
		if (made[i].parent >= 0) {
			r->parent = &tree->r[made[i].parent];
			r->level = r->parent->level + 1;
		}
		if (i + 1 < ARRAY_SIZE(made))
			r->next = r + 1;
	}
	tree->resources.first = &tree->r[0];
	tree->resources.nr = ARRAY_SIZE(made);
	return tree;
}

static void expect_in_tree(struct kunit *test, struct fake *fake,
			   struct tree *tree, const char *want)
{
	hwi_check_resources(&fake->found.findings, "iomem", &tree->resources);
	EXPECT_FINDINGS(test, &fake->found, want);
}

static void a_tree_in_order(struct kunit *test)
{
	struct hwi_resources empty = {};
	struct fake *fake = begin(test);

	expect_in_tree(test, fake, new_tree(test), "");
	hwi_check_resources(&fake->found.findings, "ioports", &empty);
	EXPECT_FINDINGS(test, &fake->found, "");
}

static void siblings_overlap(struct kunit *test)
{
	struct fake *fake = begin(test);
	struct tree *tree = new_tree(test);

	/* a and e overlap, though a's children are listed between them. */
	tree->r[0].end = 0x2000;
	expect_in_tree(
		test, fake, tree,
		"error resource-overlap iomem:0x00001000: \"a\" overlaps \"e\"\n");
	tree = new_tree(test);
	tree->r[2].start = 0x17ff;
	expect_in_tree(
		test, fake, tree,
		"error resource-overlap iomem:0x00001000: \"b\" overlaps \"c\"\n");
	/* A name may be missing; the address may be beyond 32 bits. */
	tree = new_tree(test);
	tree->r[4].start = 0x123456789a;
	tree->r[4].end = 0x1234567899;
	tree->r[4].name = NULL;
	expect_in_tree(
		test, fake, tree,
		"error resource-range iomem:0x123456789a: \"-\" ends before it starts\n");
}

static void a_child_outside_its_parent(struct kunit *test)
{
	struct fake *fake = begin(test);
	struct tree *tree = new_tree(test);

	tree->r[1].start = 0xfff;
	expect_in_tree(
		test, fake, tree,
		"error resource-overlap iomem:0x00000fff: \"b\" is not inside its parent \"a\"\n");
	tree = new_tree(test);
	tree->r[3].end = 0x2000;
	expect_in_tree(
		test, fake, tree,
		"error resource-overlap iomem:0x00001800: \"d\" is not inside its parent \"c\"\n");
}

static void addresses_are_hidden(struct kunit *test)
{
	struct fake *fake = begin(test);
	struct tree *tree = new_tree(test);

	tree->r[0].end = 0x2000;
	tree->r[3].end = 0x2000;
	tree->r[4].end = 0x1fff;
	fake->found.findings.addresses = false;
	expect_in_tree(
		test, fake, tree,
		"error resource-overlap iomem:*: \"a\" overlaps \"e\"\n"
		"error resource-overlap iomem:*: \"d\" is not inside its parent \"c\"\n"
		"error resource-range iomem:*: \"e\" ends before it starts\n");
}

/* However small the arena is at first; an error if it cannot grow. */
static void found_in_any_room(struct kunit *test)
{
	static const char want[] =
		"info device-driver devices:virtio:d: no driver is bound to it (virtio:0000:0000)\n"
		"warn bar-conflict devices:virtio:d: BAR 2 (mem, 1M at 0xfe000000)" WHY
		"error resource-overlap iomem:0x00001000: \"a\" overlaps \"e\"\n";
	struct hwi_bar bar = new_bar(IORESOURCE_MEM, 0xfe000000, 0xfe0fffff);
	struct hwi_bars bars = { .first = &bar };
	struct fake *fake = begin(test);
	struct tree *tree = new_tree(test);
	struct hwi_findings *findings = &fake->found.findings;
	struct hwi_budget nothing = {};
	struct hwi_device_id *id;
	size_t size;

	tree->r[0].end = 0x2000;
	id = &devices_add(test, &fake->sys, NULL, "virtio", NULL, "d", NULL)->id;
	id->prefix = "virtio";
	id->numbers = true;
	devices_arrange(test, &fake->sys);
	for (size = 0; size < 768; size += 4) {
		findings_begin(test, &fake->found, size, true);
		hwi_check_devices(findings, &fake->sys.devices);
		hwi_check_bars(findings, &bars, &fake->sys.devices);
		hwi_check_resources(findings, "iomem", &tree->resources);
		EXPECT_FINDINGS(test, &fake->found, want);
		hwi_arena_free(&fake->found.arena);
	}
	findings_begin(test, &fake->found, 200, true);
	fake->found.arena.budget = &nothing;
	hwi_check_devices(findings, &fake->sys.devices);
	hwi_check_bars(findings, &bars, &fake->sys.devices);
	KUNIT_EXPECT_EQ(test, findings->error, -EFBIG);
	/* Whatever is linked is complete. */
	KUNIT_EXPECT_TRUE(test, !findings->first || findings->first->detail);
}

static struct kunit_case check_devices_cases[] = {
	KUNIT_CASE(a_device_does_nothing),
	KUNIT_CASE(parts_of_the_chipset_do_without),
	KUNIT_CASE(interfaces_of_usb_and_virtio),
	KUNIT_CASE(offline_memory),
	KUNIT_CASE(bars_without_an_address),
	KUNIT_CASE(bars_that_were_given_up),
	KUNIT_CASE(bars_in_conflict),
	KUNIT_CASE(a_tree_in_order),
	KUNIT_CASE(siblings_overlap),
	KUNIT_CASE(a_child_outside_its_parent),
	KUNIT_CASE(addresses_are_hidden),
	KUNIT_CASE(found_in_any_room),
	{}
};

static struct kunit_suite check_devices_suite = {
	.name = "hwinsight_check_devices",
	.test_cases = check_devices_cases,
};

kunit_test_suite(check_devices_suite);

MODULE_DESCRIPTION("KUnit: what looks wrong about devices and resources");
MODULE_LICENSE("GPL");
