// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/dimm_rows.c"

#define EXPECT_DIMM(test, dimm, want)                                        \
	EXPECT_STRING(test, ROW(test, hwi_dimm_columns, hwi_dimm_row, dimm), \
		      want)

/* A type 17 entry, as long as in SMBIOS 3.3, and its strings. */
struct slot {
	u8 bytes[0x5c];
	char strings[64];
};

static const struct slot full = {
	{ [0] = 17,
	  [1] = 0x5c,
	  [0x0c] = 0x00,
	  [0x0d] = 0x40,
	  [0x10] = 1,
	  [0x11] = 2,
	  [0x12] = 0x1a,
	  [0x15] = 0x80,
	  [0x16] = 0x0c,
	  [0x17] = 3,
	  [0x1a] = 4,
	  [0x20] = 0x75,
	  [0x21] = 0x0b },
	"DIMM_A1\0BANK 0\0Maker  \0 M393A2K43BB1-CTD    \0",
};

struct dimms {
	struct hwi_arena arena;
	struct hwi_dimms slots;
	struct hwi_dimms counted;
};

static struct dimms *new_dimms(struct kunit *test)
{
	struct dimms *to = kunit_kzalloc(test, sizeof(*to), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, to);
	to->arena = new_arena(test, 4096);
	to->slots.link = &to->slots.first;
	to->counted.link = &to->counted.first;
	return to;
}

static const struct hwi_dimm *slot_of_entry(struct kunit *test,
					    const struct slot *slot)
{
	struct dimms *to = new_dimms(test);

	hwi_dimm_add_slot(&to->slots, &to->arena,
			  (const struct dmi_header *)slot);
	return to->slots.first;
}

static void nothing_is_known(struct kunit *test)
{
	struct hwi_dimm dimm = {};

	EXPECT_DIMM(test, &dimm, "- - - - - - - - - -");
}

static void a_slot_with_a_dimm(struct kunit *test)
{
	EXPECT_DIMM(
		test, slot_of_entry(test, &full),
		"DIMM_A1 16G DDR4 2933 - - M393A2K43BB1-CTD Maker BANK\\0400 -");
}

static void a_slot_without(struct kunit *test)
{
	struct slot slot = full;

	slot.bytes[0x0d] = 0;
	EXPECT_DIMM(test, slot_of_entry(test, &slot),
		    "DIMM_A1 0 - - - - - - BANK\\0400 -");
}

static void expect_size(struct kunit *test, const struct slot *slot,
			const char *want)
{
	EXPECT_STRING(test,
		      CELL(test, "SIZE", hwi_dimm_columns, hwi_dimm_row,
			   slot_of_entry(test, slot)),
		      want);
}

static void sizes_in_several_units(struct kunit *test)
{
	struct slot slot = full;

	/* In KiB. */
	slot.bytes[0x0c] = 0x00;
	slot.bytes[0x0d] = 0x82;
	expect_size(test, &slot, "512K");
	/* Too large for the field: the extended size counts. */
	slot.bytes[0x0c] = 0xff;
	slot.bytes[0x0d] = 0x7f;
	slot.bytes[0x1e] = 0x02;
	expect_size(test, &slot, "128G");
	slot.bytes[0x0d] = 0xff;
	expect_size(test, &slot, "-");
}

static void expect_rate(struct kunit *test, const struct slot *slot,
			const char *want)
{
	EXPECT_STRING(test,
		      CELL(test, "MT_S", hwi_dimm_columns, hwi_dimm_row,
			   slot_of_entry(test, slot)),
		      want);
}

static void rates_in_several_fields(struct kunit *test)
{
	struct slot slot = full;

	slot.bytes[0x20] = 0xff;
	slot.bytes[0x21] = 0xff;
	slot.bytes[0x5a] = 1;
	expect_rate(test, &slot, "65536");
	slot.bytes[0x20] = 0;
	slot.bytes[0x21] = 0;
	expect_rate(test, &slot, "3200");
	slot.bytes[0x15] = 0xff;
	slot.bytes[0x16] = 0xff;
	slot.bytes[0x55] = 0x10;
	expect_rate(test, &slot, "4096");
	/* SMBIOS before 2.3 has no such field. */
	slot.bytes[0x01] = 0x15;
	expect_rate(test, &slot, "-");
}

static struct hwi_dimm *count(struct kunit *test, struct dimms *to,
			      const char *label, unsigned int index)
{
	struct hwi_dimm *dimm = hwi_dimm_new(&to->counted, &to->arena);

	KUNIT_ASSERT_TRUE(test, dimm);
	dimm->locator = label;
	dimm->has_size = true;
	dimm->size = 8ULL << 30;
	dimm->type = "Registered-DDR4";
	dimm->controller = "mc0";
	dimm->index = index;
	dimm->ce = 7 + index;
	dimm->ue = 1;
	return dimm;
}

static void counts_without_a_slot(struct kunit *test)
{
	struct dimms *to = new_dimms(test);

	count(test, to, "CPU_SrcID#0_MC#0_Chan#1_DIMM#0", 3);
	hwi_dimms_join(&to->slots, &to->counted);
	EXPECT_DIMM(
		test, to->slots.first,
		"CPU_SrcID#0_MC#0_Chan#1_DIMM#0 8G Registered-DDR4 - 10 1 - - - mc0/dimm3");
	KUNIT_EXPECT_TRUE(test, !to->counted.first);
}

/* What the firmware says about size and type stays. */
static void expect_joined(struct kunit *test, const char *label, bool joined)
{
	struct dimms *to = new_dimms(test);

	hwi_dimm_add_slot(&to->slots, &to->arena,
			  (const struct dmi_header *)&full);
	count(test, to, label, 0);
	hwi_dimms_join(&to->slots, &to->counted);
	EXPECT_DIMM(
		test, to->slots.first,
		joined ?
			"DIMM_A1 16G DDR4 2933 7 1 M393A2K43BB1-CTD Maker BANK\\0400 mc0/dimm0" :
			"DIMM_A1 16G DDR4 2933 - - M393A2K43BB1-CTD Maker BANK\\0400 -");
	KUNIT_EXPECT_TRUE(test, !to->slots.first->next == joined);
}

static void counts_join_their_slot(struct kunit *test)
{
	expect_joined(test, "DIMM_A1", true);
	expect_joined(test, "BANK 0DIMM_A1", true);
	expect_joined(test, "BANK 0 DIMM_A1", true);
	expect_joined(test, "DIMM_A10", false);
	expect_joined(test, "DIMM_A", false);
	expect_joined(test, "BANK 0", false);
	expect_joined(test, "BANK 1 DIMM_A1", false);
	expect_joined(test, "", false);
	expect_joined(test, NULL, false);
}

/* Two slots with the same name are still two slots. */
static void each_slot_is_joined_once(struct kunit *test)
{
	struct dimms *to = new_dimms(test);
	const struct dmi_header *entry = (const struct dmi_header *)&full;
	const struct hwi_dimm *dimm;

	hwi_dimm_add_slot(&to->slots, &to->arena, entry);
	hwi_dimm_add_slot(&to->slots, &to->arena, entry);
	count(test, to, "DIMM_A1", 0);
	count(test, to, "other", 1);
	count(test, to, "DIMM_A1", 2);
	hwi_dimms_join(&to->slots, &to->counted);
	dimm = to->slots.first;
	KUNIT_EXPECT_EQ(test, dimm->index, 0U);
	dimm = dimm->next;
	KUNIT_EXPECT_EQ(test, dimm->index, 2U);
	dimm = dimm->next;
	EXPECT_STRING(test, dimm->locator, "other");
	KUNIT_EXPECT_TRUE(test, !dimm->next);
}

static struct kunit_case dimm_rows_cases[] = {
	KUNIT_CASE(nothing_is_known),
	KUNIT_CASE(a_slot_with_a_dimm),
	KUNIT_CASE(a_slot_without),
	KUNIT_CASE(sizes_in_several_units),
	KUNIT_CASE(rates_in_several_fields),
	KUNIT_CASE(counts_without_a_slot),
	KUNIT_CASE(counts_join_their_slot),
	KUNIT_CASE(each_slot_is_joined_once),
	{}
};

static struct kunit_suite dimm_rows_suite = {
	.name = "hwinsight_dimm_rows",
	.test_cases = dimm_rows_cases,
};

kunit_test_suite(dimm_rows_suite);

MODULE_DESCRIPTION("KUnit: DIMMs and their slots as rows");
MODULE_LICENSE("GPL");
