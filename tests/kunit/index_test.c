// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

static void an_empty_index_finds_nothing(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_index index = {};

	/* Nor does an index that was never set up. */
	KUNIT_EXPECT_TRUE(test, !hwi_index_find(&index, 0));
	KUNIT_EXPECT_TRUE(test, !hwi_index_first(&index, 0));
	KUNIT_ASSERT_TRUE(test, hwi_index_init(&index, &arena, 0));
	KUNIT_EXPECT_TRUE(test, !hwi_index_find(&index, 0));
	KUNIT_EXPECT_TRUE(test, !hwi_index_find(&index, ~0UL));
	KUNIT_EXPECT_TRUE(test, !hwi_index_first(&index, ~0UL));
}

/* Fewer buckets than records, as many, and more. */
static void every_record_is_found_by_its_key(struct kunit *test)
{
	static const unsigned int expected[] = { 0, 1, 300, 5000 };
	static char records[300];
	unsigned int i, key;

	for (i = 0; i < ARRAY_SIZE(expected); i++) {
		struct hwi_arena arena = new_arena(test, 131072);
		struct hwi_index index;

		KUNIT_ASSERT_TRUE(test,
				  hwi_index_init(&index, &arena, expected[i]));
		for (key = 0; key < ARRAY_SIZE(records); key++)
			KUNIT_EXPECT_TRUE(test, hwi_index_add(&index, &arena,
							      64UL * key,
							      &records[key]));
		for (key = 0; key < ARRAY_SIZE(records); key++)
			KUNIT_EXPECT_PTR_EQ(test,
					    hwi_index_find(&index, 64UL * key),
					    (void *)&records[key]);
		KUNIT_EXPECT_TRUE(test, !hwi_index_find(&index, 1));
		KUNIT_EXPECT_TRUE(test, !hwi_index_find(&index, 64UL * 300));
		KUNIT_EXPECT_FALSE(test, arena.overflow);
	}
}

/* Many more records than buckets; each key comes up four times. */
static void records_of_one_key_in_turn(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 65536);
	struct hwi_index_entry *at;
	static char records[1200];
	struct hwi_index index;
	unsigned int i, key;

	KUNIT_ASSERT_TRUE(test, hwi_index_init(&index, &arena, 8));
	for (i = 0; i < ARRAY_SIZE(records); i++)
		hwi_index_add(&index, &arena, i % 300, &records[i]);
	for (key = 0; key < 300; key++) {
		/* The one added last comes first. */
		at = hwi_index_first(&index, key);
		for (i = 0; i < 4; i++) {
			KUNIT_ASSERT_TRUE(test, at);
			KUNIT_EXPECT_EQ(test, at->key, (unsigned long)key);
			KUNIT_EXPECT_PTR_EQ(
				test, at->record,
				(void *)&records[key + 300 * (3 - i)]);
			at = hwi_index_next(at);
		}
		KUNIT_EXPECT_TRUE(test, !at);
		KUNIT_EXPECT_PTR_EQ(test, hwi_index_find(&index, key),
				    (void *)&records[key + 900]);
	}
	KUNIT_EXPECT_TRUE(test, !hwi_index_first(&index, 300));
}

static void an_entry_of_the_callers_own(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_index_entry entries[2];
	struct hwi_index index;
	size_t left;
	char a, b;

	KUNIT_ASSERT_TRUE(test, hwi_index_init(&index, &arena, 2));
	left = arena.left;
	hwi_index_link(&index, &entries[0], 7, &a);
	hwi_index_link(&index, &entries[1], 7, &b);
	KUNIT_EXPECT_EQ(test, arena.left, left);
	KUNIT_EXPECT_PTR_EQ(test, hwi_index_find(&index, 7), (void *)&b);
	KUNIT_EXPECT_PTR_EQ(test, hwi_index_first(&index, 7), &entries[1]);
	KUNIT_EXPECT_PTR_EQ(test, hwi_index_next(&entries[1]), &entries[0]);
	KUNIT_EXPECT_TRUE(test, !hwi_index_next(&entries[0]));
}

static void so_many_records_get_no_more_buckets(struct kunit *test)
{
	struct hwi_arena arena;
	struct hwi_index index;
	size_t left;

	hwi_arena_init(&arena, NULL);
	KUNIT_ASSERT_EQ(test, hwi_arena_more(&arena, 2 * BLOCK_MAX), 0);
	left = arena.left;
	KUNIT_EXPECT_TRUE(test, hwi_index_init(&index, &arena, UINT_MAX));
	KUNIT_EXPECT_EQ(test, left - arena.left, sizeof(void *) << MAX_BITS);
	hwi_arena_free(&arena);
}

static void an_index_at_every_size(struct kunit *test)
{
	size_t size;
	char a, b;

	for (size = 0; size < 128; size++) {
		struct hwi_arena arena = new_arena(test, size);
		void *block = arena.at;
		struct hwi_index index;
		bool one, two;

		if (hwi_index_init(&index, &arena, 2)) {
			one = hwi_index_add(&index, &arena, 1, &a);
			two = hwi_index_add(&index, &arena, 2, &b);
			KUNIT_EXPECT_TRUE(test, one || !two);
			KUNIT_EXPECT_EQ(test, arena.overflow, !two);
			KUNIT_EXPECT_PTR_EQ(test, hwi_index_find(&index, 1),
					    (void *)(one ? &a : NULL));
			KUNIT_EXPECT_PTR_EQ(test, hwi_index_find(&index, 2),
					    (void *)(two ? &b : NULL));
		} else {
			KUNIT_EXPECT_TRUE(test, arena.overflow);
			/* An index that could not be set up finds nothing. */
			KUNIT_EXPECT_TRUE(test, !hwi_index_find(&index, 1));
		}
		KUNIT_EXPECT_TRUE(test, arena.left <= size);
		kunit_kfree(test, block);
	}
}

static struct kunit_case index_cases[] = {
	KUNIT_CASE(an_empty_index_finds_nothing),
	KUNIT_CASE(every_record_is_found_by_its_key),
	KUNIT_CASE(records_of_one_key_in_turn),
	KUNIT_CASE(an_entry_of_the_callers_own),
	KUNIT_CASE(so_many_records_get_no_more_buckets),
	KUNIT_CASE(an_index_at_every_size),
	{}
};

static struct kunit_suite index_suite = {
	.name = "hwinsight_index",
	.test_cases = index_cases,
};

kunit_test_suite(index_suite);

MODULE_DESCRIPTION("KUnit: records found by a number");
MODULE_LICENSE("GPL");
