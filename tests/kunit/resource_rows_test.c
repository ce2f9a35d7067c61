// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/resource_rows.c"

#include "devices.h"
#include "resources.h"

/* The owner of the named resource: "bus:name", or "-". */
static const char *owner_of(struct kunit *test, const struct fake *fake,
			    const char *name)
{
	const struct hwi_resource *r;

	for (r = fake->copied.first; r; r = r->next)
		if (r->name && !strcmp(r->name, name))
			return r->owner ? r->owner->device : "-";
	return "no such resource";
}

static void claim(struct kunit *test, struct fake_devices *sys,
		  struct hwi_device *device, const struct resource *res,
		  u64 start, u64 end)
{
	devices_claim(test, sys,
		      (struct hwi_claim){
			      .type = HWI_CLAIM_MEM,
			      .ranged = !res,
			      .key = (unsigned long)res,
			      .start = start,
			      .end = end,
			      .device = device,
		      });
}

/*
 *  root
 *   |- bridge  0x000-0x3ff       PCI, by its resource
 *   |   |- bar 0x000-0x0ff       PCI, by its resource
 *   |   |   `- driver 0x00-0x7f  inherits from bar
 *   |   `- hole 0x200-0x2ff      inherits from bridge
 *   |- acpi    0x400-0x4ff       in a PNP device's range
 *   |- reused  0x600-0x6ff       its key has another range: nobody's
 *   `- ram     0x800-0x8ff       nobody's
 */
static void owners_by_key_then_parent_then_range(struct kunit *test)
{
	struct resource bridge = RES(0x000, 0x3ff, "bridge"),
			bar = RES(0x000, 0x0ff, "bar"),
			driver = RES(0x000, 0x07f, "driver"),
			hole = RES(0x200, 0x2ff, "hole"),
			acpi = RES(0x400, 0x4ff, "acpi"),
			reused = RES(0x600, 0x6ff, "reused"),
			ram = RES(0x800, 0x8ff, "ram");
	struct hwi_device *port, *card, *board, *stale;
	struct fake_devices sys;
	struct fake fake = {};

	hang(&fake.root, &bridge);
	hang(&bridge, &bar);
	hang(&bar, &driver);
	hang(&bridge, &hole);
	hang(&fake.root, &acpi);
	hang(&fake.root, &reused);
	hang(&fake.root, &ram);
	copy_tree(test, &fake, 8192);
	devices_begin(test, &sys);
	port = devices_add(test, &sys, NULL, "pci", NULL, "port", NULL);
	card = devices_add(test, &sys, NULL, "pci", NULL, "card", NULL);
	board = devices_add(test, &sys, NULL, "pnp", NULL, "board", NULL);
	stale = devices_add(test, &sys, NULL, "pci", NULL, "stale", NULL);
	claim(test, &sys, port, &bridge, 0, 0x3ff);
	claim(test, &sys, card, &bar, 0, 0x0ff);
	claim(test, &sys, stale, &reused, 0x700, 0x7ff);
	/* It covers the bridge, too, but identity comes first. */
	claim(test, &sys, board, NULL, 0x000, 0x4ff);
	devices_claimed(test, &sys);
	hwi_resources_own(&fake.copied, &sys.owners, HWI_CLAIM_MEM);
	EXPECT_STRING(test, owner_of(test, &fake, "bridge"), "pci:port");
	EXPECT_STRING(test, owner_of(test, &fake, "bar"), "pci:card");
	EXPECT_STRING(test, owner_of(test, &fake, "driver"), "pci:card");
	EXPECT_STRING(test, owner_of(test, &fake, "hole"), "pci:port");
	EXPECT_STRING(test, owner_of(test, &fake, "acpi"), "pnp:board");
	EXPECT_STRING(test, owner_of(test, &fake, "reused"), "-");
	EXPECT_STRING(test, owner_of(test, &fake, "ram"), "-");
}

/* A range of I/O ports says nothing about memory. */
static void claims_of_another_type(struct kunit *test)
{
	struct resource a = RES(0x100, 0x1ff, "a");
	struct fake_devices sys;
	struct hwi_device *device;
	struct fake fake = {};

	hang(&fake.root, &a);
	copy_tree(test, &fake, 1024);
	devices_begin(test, &sys);
	device = devices_add(test, &sys, NULL, "pnp", NULL, "a", NULL);
	claim(test, &sys, device, &a, 0x100, 0x1ff);
	claim(test, &sys, device, NULL, 0x100, 0x1ff);
	devices_claimed(test, &sys);
	hwi_resources_own(&fake.copied, &sys.owners, HWI_CLAIM_IO);
	EXPECT_STRING(test, owner_of(test, &fake, "a"), "-");
	hwi_resources_own(&fake.copied, &sys.owners, HWI_CLAIM_MEM);
	EXPECT_STRING(test, owner_of(test, &fake, "a"), "pnp:a");
}

static void nobody_owns_an_empty_tree(struct kunit *test)
{
	struct hwi_owners owners;
	struct fake fake = {};

	copy_tree(test, &fake, 64);
	hwi_owners_init(&owners);
	hwi_resources_own(&fake.copied, &owners, HWI_CLAIM_MEM);
	KUNIT_EXPECT_TRUE(test, !fake.copied.first);
}

static const struct hwi_resource_style shown = { .addresses = true,
						 .digits = 8 };
static const struct hwi_resource_style hidden = { .digits = 8 };

static void expect_flags(struct kunit *test, unsigned long flags,
			 const char *want)
{
	struct hwi_resource r = { .flags = flags };

	EXPECT_STRING(test,
		      CELL(test, "FLAGS", hwi_resource_columns,
			   hwi_resource_row, &r, &shown),
		      want);
}

static void flags_name_the_type(struct kunit *test)
{
	expect_flags(test, 0, "none");
	expect_flags(test, IORESOURCE_IO, "io");
	expect_flags(test, IORESOURCE_MEM, "mem");
	/* Its value has the bits of both io and mem. */
	expect_flags(test, IORESOURCE_REG, "reg");
	expect_flags(test, IORESOURCE_IRQ, "irq");
	expect_flags(test, IORESOURCE_DMA, "dma");
	expect_flags(test, IORESOURCE_BUS, "bus");
	/* A type that the kernel does not have has no word. */
	expect_flags(test, IORESOURCE_IRQ | IORESOURCE_DMA, "none");
}

static void flags_name_each_bit(struct kunit *test)
{
	expect_flags(test, IORESOURCE_SYSTEM_RAM, "mem,sysram");
	/* The sysram bit counts for memory only. */
	expect_flags(test, IORESOURCE_SYSRAM, "none");
	expect_flags(test, IORESOURCE_WINDOW, "window");
	expect_flags(test, IORESOURCE_MEM_64, "64bit");
	expect_flags(test, IORESOURCE_PREFETCH, "prefetch");
	expect_flags(test, IORESOURCE_READONLY, "readonly");
	expect_flags(test, IORESOURCE_CACHEABLE, "cacheable");
	expect_flags(test, IORESOURCE_MUXED, "muxed");
	expect_flags(test, IORESOURCE_EXCLUSIVE, "exclusive");
	expect_flags(test, IORESOURCE_DISABLED, "disabled");
	expect_flags(test, IORESOURCE_UNSET, "unset");
	expect_flags(test, IORESOURCE_AUTO, "auto");
	expect_flags(test, IORESOURCE_BUSY, "busy");
}

static void flags_together(struct kunit *test)
{
	expect_flags(test, IORESOURCE_MEM | IORESOURCE_BUSY, "mem,busy");
	expect_flags(test,
		     IORESOURCE_SYSTEM_RAM | IORESOURCE_BUSY |
			     IORESOURCE_EXCLUSIVE,
		     "mem,sysram,exclusive,busy");
	expect_flags(test,
		     IORESOURCE_MEM | IORESOURCE_MEM_64 | IORESOURCE_PREFETCH |
			     IORESOURCE_WINDOW,
		     "mem,window,64bit,prefetch");
	/* Bus-specific bits are left out. */
	expect_flags(test, IORESOURCE_IO | IORESOURCE_BITS, "io");
}

#define EXPECT_RESOURCE(test, r, style, want)                              \
	EXPECT_STRING(test,                                                \
		      ROW(test, hwi_resource_columns, hwi_resource_row, r, \
			  style),                                          \
		      want)

static void a_resource_as_a_row(struct kunit *test)
{
	const struct hwi_resource_style ports = { .addresses = true,
						  .digits = 4 };
	struct hwi_device device = { .device = "pci:0000:00:03.0" };
	struct hwi_resource r = {
		.start = 0x1000,
		.end = 0x1fff,
		.flags = IORESOURCE_MEM | IORESOURCE_BUSY,
	};

	EXPECT_RESOURCE(test, &r, &shown,
			"0x00001000 0x00001fff 0 - - 4K mem,busy -");
	r.owner = &device;
	r.name = "PCI Bus 0000:00";
	r.level = 12;
	EXPECT_RESOURCE(
		test, &r, &ports,
		"0x1000 0x1fff 12 - pci:0000:00:03.0 4K mem,busy PCI Bus 0000:00");
	device.driver = "my driver";
	r.flags = 0;
	EXPECT_RESOURCE(
		test, &r, &hidden,
		"* * 12 my\\040driver pci:0000:00:03.0 * none PCI Bus 0000:00");
}

static void ranges_and_their_sizes(struct kunit *test)
{
	struct hwi_resource r = { .start = 0x123456789a, .end = 0x123456789a };

	EXPECT_RESOURCE(test, &r, &shown,
			"0x123456789a 0x123456789a 0 - - 1 none -");
	r.start = 0;
	r.end = U64_MAX;
	/* 2^64 is no number here. */
	EXPECT_RESOURCE(test, &r, &shown,
			"0x00000000 0xffffffffffffffff 0 - - - none -");
	r.start = 1;
	EXPECT_RESOURCE(
		test, &r, &shown,
		"0x00000001 0xffffffffffffffff 0 - - 18446744073709551615 none -");
	/* An empty resource ends before it begins. */
	r.start = 8;
	r.end = 7;
	EXPECT_RESOURCE(test, &r, &shown,
			"0x00000008 0x00000007 0 - - 0 none -");
}

static void a_tree_as_a_table(struct kunit *test)
{
	struct resource a = RES(0x00, 0x7f, "a"), b = RES(0x00, 0x1f, "b"),
			c = RES(0x80, 0xff, "c");
	struct fake fake = {};
	struct rows rows;

	hang(&fake.root, &a);
	hang(&a, &b);
	hang(&fake.root, &c);
	copy_tree(test, &fake, 1024);
	rows_begin(test, &rows, hwi_resource_columns, HWI_RESOURCE_COLUMNS);
	hwi_resources_show(&rows.table, &fake.copied, &shown);
	KUNIT_EXPECT_EQ(test, rows.table.rows, 3U);
	EXPECT_TABLE(test, &rows,
		     "# START    END        LVL DRIVER DEVICE SIZE FLAGS NAME\n"
		     "0x00000000 0x0000007f   0 -      -       128 none  a\n"
		     "0x00000000 0x0000001f   1 -      -        32 none  b\n"
		     "0x00000080 0x000000ff   0 -      -       128 none  c\n");
}

static struct kunit_case resource_rows_cases[] = {
	KUNIT_CASE(owners_by_key_then_parent_then_range),
	KUNIT_CASE(claims_of_another_type),
	KUNIT_CASE(nobody_owns_an_empty_tree),
	KUNIT_CASE(flags_name_the_type),
	KUNIT_CASE(flags_name_each_bit),
	KUNIT_CASE(flags_together),
	KUNIT_CASE(a_resource_as_a_row),
	KUNIT_CASE(ranges_and_their_sizes),
	KUNIT_CASE(a_tree_as_a_table),
	{}
};

static struct kunit_suite resource_rows_suite = {
	.name = "hwinsight_resource_rows",
	.test_cases = resource_rows_cases,
};

kunit_test_suite(resource_rows_suite);

MODULE_DESCRIPTION("KUnit: resources, their owners, their rows");
MODULE_LICENSE("GPL");
