// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/arena.c"
#include "../../module/owners.c"

static const struct hwi_owner alice, bob, carol;

static void nothing_is_owned_at_first(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_owners owners;

	hwi_owners_init(&owners, &arena);
	KUNIT_EXPECT_TRUE(test, !hwi_owners_first(&owners, 0));
	KUNIT_EXPECT_TRUE(test, !hwi_owners_by_key(&owners, 0, 0, 0));
	KUNIT_EXPECT_TRUE(test, !hwi_owners_by_range(&owners, 0, 0));
	KUNIT_EXPECT_TRUE(test, !hwi_owners_by_range(&owners, 0, U64_MAX));
	KUNIT_EXPECT_EQ(test, arena.used, (size_t)0);
}

static void a_key_finds_its_owner(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_owners owners;

	hwi_owners_init(&owners, &arena);
	hwi_owners_add_key(&owners, 1, 0x100, 0x1ff, &alice);
	hwi_owners_add_key(&owners, 2, 0x200, 0x2ff, &bob);
	KUNIT_EXPECT_PTR_EQ(test, hwi_owners_by_key(&owners, 1, 0x100, 0x1ff),
			    &alice);
	KUNIT_EXPECT_PTR_EQ(test, hwi_owners_by_key(&owners, 2, 0x200, 0x2ff),
			    &bob);
	KUNIT_EXPECT_TRUE(test, !hwi_owners_by_key(&owners, 3, 0x100, 0x1ff));
	/* A key says nothing of ranges, */
	KUNIT_EXPECT_TRUE(test, !hwi_owners_by_range(&owners, 0x100, 0x1ff));
}

/*
 * The device at key 1 went, and its memory became another device's, with
 * another range, before the devices were copied.
 */
static void a_key_reused_with_another_range(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_owners owners;

	hwi_owners_init(&owners, &arena);
	hwi_owners_add_key(&owners, 1, 0x100, 0x1ff, &alice);
	KUNIT_EXPECT_TRUE(test, !hwi_owners_by_key(&owners, 1, 0x100, 0x1fe));
	KUNIT_EXPECT_TRUE(test, !hwi_owners_by_key(&owners, 1, 0x101, 0x1ff));
	KUNIT_EXPECT_TRUE(test, !hwi_owners_by_key(&owners, 1, 0x300, 0x3ff));
	hwi_owners_add_key(&owners, 1, 0x300, 0x3ff, &bob);
	KUNIT_EXPECT_PTR_EQ(test, hwi_owners_by_key(&owners, 1, 0x100, 0x1ff),
			    &alice);
	KUNIT_EXPECT_PTR_EQ(test, hwi_owners_by_key(&owners, 1, 0x300, 0x3ff),
			    &bob);
}

/* Many more keys than buckets, some in the same ones, each three times. */
static void keys_that_share_a_bucket(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 65536);
	const struct hwi_claim *claim;
	struct hwi_owners owners;
	unsigned long key;
	unsigned int nr;

	hwi_owners_init(&owners, &arena);
	for (key = 0; key < 1000; key++)
		hwi_owners_add_key(&owners, key % 333, key, key, &alice);
	for (key = 0; key < 333; key++) {
		nr = 0;
		for (claim = hwi_owners_first(&owners, key); claim;
		     claim = hwi_owners_next(claim)) {
			KUNIT_EXPECT_EQ(test, claim->key, key);
			KUNIT_EXPECT_EQ(test, (unsigned long)claim->start % 333,
					key);
			nr++;
		}
		KUNIT_EXPECT_EQ(test, nr, key ? 3U : 4U);
	}
	KUNIT_EXPECT_TRUE(test, !hwi_owners_first(&owners, 333));
	KUNIT_EXPECT_FALSE(test, arena.overflow);
}

/*
 *     0       1       2       3       4       5       6       7
 *     |-- alice ----------------------|
 *                     |-- bob -|              |- carol -----|
 */
static void the_smallest_range_owns(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_owners owners;

	hwi_owners_init(&owners, &arena);
	hwi_owners_add_range(&owners, 0x200, 0x2ff, &bob);
	hwi_owners_add_range(&owners, 0x000, 0x3ff, &alice);
	hwi_owners_add_range(&owners, 0x500, 0x6ff, &carol);
	KUNIT_EXPECT_PTR_EQ(test, hwi_owners_by_range(&owners, 0x000, 0x3ff),
			    &alice);
	KUNIT_EXPECT_PTR_EQ(test, hwi_owners_by_range(&owners, 0x200, 0x2ff),
			    &bob);
	KUNIT_EXPECT_PTR_EQ(test, hwi_owners_by_range(&owners, 0x280, 0x280),
			    &bob);
	/* Half in bob's */
	KUNIT_EXPECT_PTR_EQ(test, hwi_owners_by_range(&owners, 0x280, 0x300),
			    &alice);
	KUNIT_EXPECT_PTR_EQ(test, hwi_owners_by_range(&owners, 0x6ff, 0x6ff),
			    &carol);
	/* In nobody's, though between the lowest and the highest */
	KUNIT_EXPECT_TRUE(test, !hwi_owners_by_range(&owners, 0x400, 0x4ff));
	KUNIT_EXPECT_TRUE(test, !hwi_owners_by_range(&owners, 0x3ff, 0x500));
	KUNIT_EXPECT_TRUE(test, !hwi_owners_by_range(&owners, 0x6ff, 0x700));
	KUNIT_EXPECT_TRUE(test, !hwi_owners_by_range(&owners, 0, U64_MAX));
	KUNIT_EXPECT_TRUE(test, !hwi_owners_first(&owners, 0));
}

static void ranges_at_the_ends_of_the_world(struct kunit *test)
{
	const u64 top = U64_MAX;
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_owners owners;

	hwi_owners_init(&owners, &arena);
	hwi_owners_add_range(&owners, 0, U64_MAX, &alice);
	hwi_owners_add_range(&owners, 0, 0, &bob);
	hwi_owners_add_range(&owners, top, top, &carol);
	KUNIT_EXPECT_PTR_EQ(test, hwi_owners_by_range(&owners, 0, 0), &bob);
	KUNIT_EXPECT_PTR_EQ(test, hwi_owners_by_range(&owners, 1, 1), &alice);
	KUNIT_EXPECT_PTR_EQ(test, hwi_owners_by_range(&owners, top, top),
			    &carol);
	KUNIT_EXPECT_PTR_EQ(test, hwi_owners_by_range(&owners, 0, U64_MAX),
			    &alice);
}

static void claims_at_every_size(struct kunit *test)
{
	size_t size, most = 4 * sizeof(struct hwi_claim);
	struct hwi_owners owners;

	for (size = 0; size <= most; size++) {
		struct hwi_arena arena = new_arena(test, size);
		unsigned int fit = size / sizeof(struct hwi_claim);
		const struct hwi_owner *owner;

		hwi_owners_init(&owners, &arena);
		hwi_owners_add_range(&owners, 0x100, 0x1ff, &alice);
		hwi_owners_add_key(&owners, 1, 0x200, 0x2ff, &bob);
		hwi_owners_add_key(&owners, 1, 0x300, 0x3ff, &carol);
		KUNIT_EXPECT_TRUE(test, arena.overflow == (fit < 3));
		owner = hwi_owners_by_range(&owners, 0x100, 0x1ff);
		KUNIT_EXPECT_TRUE(test, !owner == (fit < 1));
		owner = hwi_owners_by_key(&owners, 1, 0x200, 0x2ff);
		KUNIT_EXPECT_TRUE(test, !owner == (fit < 2));
		owner = hwi_owners_by_key(&owners, 1, 0x300, 0x3ff);
		KUNIT_EXPECT_TRUE(test, !owner == (fit < 3));
		kunit_kfree(test, arena.base);
	}
}

static struct kunit_case owners_cases[] = {
	KUNIT_CASE(nothing_is_owned_at_first),
	KUNIT_CASE(a_key_finds_its_owner),
	KUNIT_CASE(a_key_reused_with_another_range),
	KUNIT_CASE(keys_that_share_a_bucket),
	KUNIT_CASE(the_smallest_range_owns),
	KUNIT_CASE(ranges_at_the_ends_of_the_world),
	KUNIT_CASE(claims_at_every_size),
	{}
};

static struct kunit_suite owners_suite = {
	.name = "hwinsight_owners",
	.test_cases = owners_cases,
};

kunit_test_suite(owners_suite);

MODULE_DESCRIPTION("KUnit: which device a range or an interrupt belongs to");
MODULE_LICENSE("GPL");
