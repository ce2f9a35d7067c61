// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/arena.c"
#include "../../module/index.c"

static void an_empty_index_finds_nothing(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_index index;

	KUNIT_ASSERT_TRUE(test, hwi_index_init(&index, &arena, 0));
	KUNIT_EXPECT_TRUE(test, !hwi_index_find(&index, 0));
	KUNIT_EXPECT_TRUE(test, !hwi_index_find(&index, ~0UL));
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
			hwi_index_add(&index, 64UL * key, &records[key]);
		for (key = 0; key < ARRAY_SIZE(records); key++)
			KUNIT_EXPECT_PTR_EQ(test,
					    hwi_index_find(&index, 64UL * key),
					    (void *)&records[key]);
		KUNIT_EXPECT_TRUE(test, !hwi_index_find(&index, 1));
		KUNIT_EXPECT_TRUE(test, !hwi_index_find(&index, 64UL * 300));
		KUNIT_EXPECT_FALSE(test, arena.overflow);
	}
}

static void the_last_record_of_a_key_hides_others(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_index index;
	char a, b;

	KUNIT_ASSERT_TRUE(test, hwi_index_init(&index, &arena, 2));
	hwi_index_add(&index, 7, &a);
	hwi_index_add(&index, 7, &b);
	KUNIT_EXPECT_PTR_EQ(test, hwi_index_find(&index, 7), (void *)&b);
}

static void so_many_records_get_no_more_buckets(struct kunit *test)
{
	struct hwi_arena arena = { .size = SIZE_MAX / 2 };
	struct hwi_index index;
	char *block;

	block = kvmalloc(sizeof(void *) << MAX_BITS, GFP_KERNEL);
	KUNIT_ASSERT_TRUE(test, block);
	arena.base = block;
	KUNIT_EXPECT_TRUE(test, hwi_index_init(&index, &arena, UINT_MAX));
	KUNIT_EXPECT_EQ(test, arena.used, sizeof(void *) << MAX_BITS);
	kvfree(block);
}

static void an_index_at_every_size(struct kunit *test)
{
	size_t size;
	char a, b;

	for (size = 0; size < 128; size++) {
		struct hwi_arena arena = new_arena(test, size);
		struct hwi_index index;

		if (hwi_index_init(&index, &arena, 2)) {
			hwi_index_add(&index, 1, &a);
			hwi_index_add(&index, 2, &b);
			KUNIT_EXPECT_TRUE(test,
					  arena.overflow ==
						  !hwi_index_find(&index, 2));
		} else {
			KUNIT_EXPECT_TRUE(test, arena.overflow);
		}
		KUNIT_EXPECT_TRUE(test, arena.used <= size);
		kunit_kfree(test, arena.base);
	}
}

static struct kunit_case index_cases[] = {
	KUNIT_CASE(an_empty_index_finds_nothing),
	KUNIT_CASE(every_record_is_found_by_its_key),
	KUNIT_CASE(the_last_record_of_a_key_hides_others),
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
