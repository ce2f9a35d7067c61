// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/fact_rows.c"

#define EXPECT_FACT(test, fact, admin, want)                                  \
	EXPECT_STRING(test,                                                   \
		      ROW(test, hwi_fact_columns, hwi_fact_row, fact, admin), \
		      want)

static void facts_as_rows(struct kunit *test)
{
	struct hwi_fact fact = {
		.group = "vulnerability",
		.name = "meltdown",
		.value = "Mitigation: PTI",
	};

	EXPECT_FACT(test, &fact, false,
		    "vulnerability/meltdown Mitigation: PTI");
	fact.value = "";
	EXPECT_FACT(test, &fact, false, "vulnerability/meltdown -");
	fact.value = NULL;
	EXPECT_FACT(test, &fact, true, "vulnerability/meltdown -");
}

static void secrets_for_cap_sys_admin(struct kunit *test)
{
	struct hwi_fact fact = {
		.group = "dmi",
		.name = "board_serial",
		.value = "0815",
		.secret = true,
	};

	EXPECT_FACT(test, &fact, true, "dmi/board_serial 0815");
	EXPECT_FACT(test, &fact, false, "dmi/board_serial *");
}

/* Firmware may name a slot anything. */
static void names_that_need_escapes(struct kunit *test)
{
	struct hwi_fact fact = {
		.group = "slot",
		.name = "J1 \\ x16\n",
		.value = " a\tb ",
	};

	EXPECT_FACT(test, &fact, true,
		    "slot/J1\\040\\134\\040x16\\012 \\040a\\011b\\040");
}

struct collected {
	struct hwi_arena arena;
	struct hwi_facts facts;
};

static struct collected *new_facts(struct kunit *test, size_t room)
{
	struct collected *to = kunit_kzalloc(test, sizeof(*to), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, to);
	to->arena = new_arena(test, room);
	to->facts.link = &to->facts.first;
	return to;
}

static void facts_in_their_order(struct kunit *test)
{
	struct collected *to = new_facts(test, 1024);
	char name[] = "a";

	hwi_fact_add(&to->facts, &to->arena, "dmi", name, false, "%u", 1);
	name[0] = 'b';
	hwi_fact_add(&to->facts, &to->arena, "dmi", name, true, "%s", "two");
	EXPECT_FACT(test, to->facts.first, false, "dmi/a 1");
	EXPECT_FACT(test, to->facts.first->next, true, "dmi/b two");
	KUNIT_EXPECT_TRUE(test, to->facts.first->next->secret);
	KUNIT_EXPECT_TRUE(test, !to->facts.first->next->next);
	KUNIT_EXPECT_FALSE(test, to->arena.overflow);
}

static void a_fact_that_does_not_fit(struct kunit *test)
{
	struct collected *to = new_facts(test, 64);

	hwi_fact_add(&to->facts, &to->arena, "dmi", "a", false, "%100d", 1);
	KUNIT_EXPECT_TRUE(test, to->arena.overflow);
}

/* A type 9 entry: 17 bytes, then its string. */
struct slot {
	u8 bytes[17];
	char strings[16];
};

static const char *slot_line(struct kunit *test, const struct slot *slot)
{
	struct collected *to = new_facts(test, 1024);

	hwi_fact_add_slot(&to->facts, &to->arena,
			  (const struct dmi_header *)slot);
	return ROW(test, hwi_fact_columns, hwi_fact_row, to->facts.first, true);
}

static void slots_of_the_board(struct kunit *test)
{
	struct slot slot = {
		{ 9, 17, 0, 0, 1, 0xb6, 0x0d, 4, 3, 0, 0, 0, 0, 0, 0, 0x3b,
		  0x09 },
		"PCIE1\0",
	};

	EXPECT_STRING(test, slot_line(test, &slot),
		      "slot/PCIE1 PCI Express 3 x16, in use, pci:0000:3b:01.1");
	/* The slot is empty. */
	slot.bytes[7] = 3;
	slot.bytes[13] = 0xff;
	slot.bytes[14] = 0xff;
	slot.bytes[15] = 0xff;
	slot.bytes[16] = 0xff;
	EXPECT_STRING(test, slot_line(test, &slot),
		      "slot/PCIE1 PCI Express 3 x16, available");
	slot.bytes[5] = 0x06;
	slot.bytes[6] = 0x05;
	EXPECT_STRING(test, slot_line(test, &slot),
		      "slot/PCIE1 PCI, available");
}

static void slots_of_poor_firmware(struct kunit *test)
{
	struct slot slot = {
		{ 9, 13, 0, 0, 1, 0xff, 0xff, 0xff, 3, 0, 0, 0, 0 },
		"",
	};

	/*
	 * With a length of 13, the rest are its strings, and the first is
	 * empty.
	 */
	EXPECT_STRING(test, slot_line(test, &slot),
		      "slot/unnamed other, unknown use");
	slot.bytes[1] = 4;
	EXPECT_STRING(test, slot_line(test, &slot),
		      "slot/unnamed other, unknown use");
}

static void strings_by_number(struct kunit *test)
{
	struct slot slot = { { 9, 17, 0, 0, 1, 2, 3, 0 }, "one\0two\0" };
	const struct dmi_header *entry = (const struct dmi_header *)&slot;

	EXPECT_STRING(test, hwi_dmi_string(entry, 4), "one");
	EXPECT_STRING(test, hwi_dmi_string(entry, 5), "two");
	KUNIT_EXPECT_TRUE(test, !hwi_dmi_string(entry, 6));
	KUNIT_EXPECT_TRUE(test, !hwi_dmi_string(entry, 7));
	KUNIT_EXPECT_TRUE(test, !hwi_dmi_string(entry, 17));
	KUNIT_EXPECT_EQ(test, hwi_dmi_u16(entry, 4), 0x201);
	KUNIT_EXPECT_EQ(test, hwi_dmi_u32(entry, 4), 0x30201U);
	KUNIT_EXPECT_EQ(test, hwi_dmi_u16(entry, 16), 0);
	KUNIT_EXPECT_EQ(test, hwi_dmi_u32(entry, 14), 0U);
}

static struct kunit_case fact_rows_cases[] = {
	KUNIT_CASE(facts_as_rows),
	KUNIT_CASE(secrets_for_cap_sys_admin),
	KUNIT_CASE(names_that_need_escapes),
	KUNIT_CASE(facts_in_their_order),
	KUNIT_CASE(a_fact_that_does_not_fit),
	KUNIT_CASE(slots_of_the_board),
	KUNIT_CASE(slots_of_poor_firmware),
	KUNIT_CASE(strings_by_number),
	{}
};

static struct kunit_suite fact_rows_suite = {
	.name = "hwinsight_fact_rows",
	.test_cases = fact_rows_cases,
};

kunit_test_suite(fact_rows_suite);

MODULE_DESCRIPTION("KUnit: what firmware tells, as rows");
MODULE_LICENSE("GPL");
