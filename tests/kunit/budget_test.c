// SPDX-License-Identifier: GPL-2.0
#include "faults.h"
#include "helpers.h"

#define ALICE KUIDT_INIT(1000)
#define BOB KUIDT_INIT(1001)

/* An open file without a limit of its own. */
static void open_file(struct kunit *test, struct hwi_budget *budget, kuid_t uid)
{
	KUNIT_ASSERT_EQ(test, hwi_budget_init(budget, uid, true), 0);
	KUNIT_EXPECT_EQ(test, budget->used, (size_t)0);
	budget->max = SIZE_MAX;
}

static unsigned int nr_users(void)
{
	struct hwi_user *user;
	unsigned int nr = 0;

	list_for_each_entry(user, &users, list)
		nr++;
	return nr;
}

static void without_a_budget_nothing_is_counted(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, hwi_budget_take(NULL, SIZE_MAX), 0);
	hwi_budget_give(NULL, SIZE_MAX);
}

static void a_file_has_its_limit(struct kunit *test)
{
	struct hwi_budget budget;

	KUNIT_ASSERT_EQ(test, hwi_budget_init(&budget, ALICE, false), 0);
	KUNIT_EXPECT_EQ(test, nr_users(), 0U);
	/* It may hold nothing until its limit is set. */
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, 1), -EFBIG);
	budget.max = 100;
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, 101), -EFBIG);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, 60), 0);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, 41), -EFBIG);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, SIZE_MAX), -EFBIG);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, SIZE_MAX - 59), -EFBIG);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, 40), 0);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, 0), 0);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, 1), -EFBIG);
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)100);
	/* The limit drops below what the file already holds. */
	budget.max = 50;
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, 0), -EFBIG);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, 1), -EFBIG);
	hwi_budget_give(&budget, 60);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, 10), 0);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, 1), -EFBIG);
	hwi_budget_give(&budget, 50);
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
	hwi_budget_exit(&budget);
}

static void the_files_of_a_user_share_a_limit(struct kunit *test)
{
	struct hwi_budget one, two, bobs;

	test_user_max = 100;
	open_file(test, &one, ALICE);
	open_file(test, &two, ALICE);
	open_file(test, &bobs, BOB);
	KUNIT_EXPECT_EQ(test, nr_users(), 2U);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&one, 60), 0);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&two, 41), -ENOMEM);
	/* A refused request is not counted. */
	KUNIT_EXPECT_EQ(test, two.used, (size_t)0);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&two, 40), 0);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&one, 1), -ENOMEM);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&one, SIZE_MAX - 60), -ENOMEM);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&one, 0), 0);
	/* Other users are not limited by theirs. */
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&bobs, 100), 0);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&bobs, 1), -ENOMEM);
	/* What one file gives back, the user's other file may take. */
	hwi_budget_give(&one, 60);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&two, 60), 0);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&one, 1), -ENOMEM);
	hwi_budget_give(&two, 100);
	hwi_budget_give(&bobs, 100);
	hwi_budget_exit(&one);
	hwi_budget_exit(&two);
	hwi_budget_exit(&bobs);
	KUNIT_EXPECT_EQ(test, nr_users(), 0U);
	test_user_max = SIZE_MAX;
}

static void the_file_has_its_limit_before_the_user(struct kunit *test)
{
	struct hwi_budget one, two;

	test_user_max = 100;
	open_file(test, &one, ALICE);
	open_file(test, &two, ALICE);
	one.max = 50;
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&one, 51), -EFBIG);
	/* Nor does it count against the user. */
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&two, 100), 0);
	hwi_budget_give(&two, 100);
	hwi_budget_exit(&one);
	hwi_budget_exit(&two);
	test_user_max = SIZE_MAX;
}

static void the_unlimited_do_not_count(struct kunit *test)
{
	struct hwi_budget limited, root;

	test_user_max = 100;
	open_file(test, &limited, ALICE);
	KUNIT_ASSERT_EQ(test, hwi_budget_init(&root, ALICE, false), 0);
	root.max = SIZE_MAX;
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&root, 1000), 0);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&limited, 100), 0);
	hwi_budget_give(&root, 1000);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&limited, 1), -ENOMEM);
	hwi_budget_give(&limited, 100);
	hwi_budget_exit(&root);
	KUNIT_EXPECT_EQ(test, nr_users(), 1U);
	hwi_budget_exit(&limited);
	KUNIT_EXPECT_EQ(test, nr_users(), 0U);
	test_user_max = SIZE_MAX;
}

/* The limit drops below what the user already holds. */
static void a_limit_that_is_lowered(struct kunit *test)
{
	struct hwi_budget budget;

	open_file(test, &budget, ALICE);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, 100), 0);
	test_user_max = 50;
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, 1), -ENOMEM);
	hwi_budget_give(&budget, 51);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, 2), -ENOMEM);
	KUNIT_EXPECT_EQ(test, hwi_budget_take(&budget, 1), 0);
	hwi_budget_give(&budget, 50);
	hwi_budget_exit(&budget);
	test_user_max = SIZE_MAX;
}

/* A user is known for as long as one of their files is open. */
static void users_come_and_go(struct kunit *test)
{
	struct hwi_budget files[8];
	unsigned int i;

	for (i = 0; i < 8; i++)
		open_file(test, &files[i], KUIDT_INIT(i / 2));
	KUNIT_EXPECT_EQ(test, nr_users(), 4U);
	for (i = 0; i < 8; i += 2)
		hwi_budget_exit(&files[i]);
	KUNIT_EXPECT_EQ(test, nr_users(), 4U);
	for (i = 1; i < 8; i += 2) {
		KUNIT_EXPECT_EQ(test, hwi_budget_take(&files[i], 1), 0);
		hwi_budget_give(&files[i], 1);
		hwi_budget_exit(&files[i]);
		KUNIT_EXPECT_EQ(test, nr_users(), 3 - i / 2);
	}
}

static void no_memory_for_a_user(struct kunit *test)
{
	struct hwi_budget budget;

	fail_after = 0;
	KUNIT_EXPECT_EQ(test, hwi_budget_init(&budget, ALICE, true), -ENOMEM);
	KUNIT_EXPECT_EQ(test, nr_users(), 0U);
	/* Without a limit there is nothing to allocate. */
	KUNIT_EXPECT_EQ(test, hwi_budget_init(&budget, ALICE, false), 0);
	fail_after = NEVER;
	hwi_budget_exit(&budget);
}

/* Two arenas and a text of one user, until the limit is reached. */
static void arenas_and_texts_share_it(struct kunit *test)
{
	struct hwi_budget one, two;
	struct hwi_arena arena;
	struct hwi_pages pages;

	/* 128 bytes are for the list of pages. */
	test_user_max = BLOCK_MIN + 2 * PAGE_SIZE + 128;
	open_file(test, &one, ALICE);
	open_file(test, &two, ALICE);
	hwi_arena_init(&arena, &one);
	hwi_pages_init(&pages, &two);
	KUNIT_EXPECT_EQ(test, hwi_arena_more(&arena, 0), 0);
	KUNIT_EXPECT_EQ(test, hwi_arena_more(&arena, 3 * BLOCK_MIN), -ENOMEM);
	hwi_pages_pad(&pages, 3 * PAGE_SIZE);
	KUNIT_EXPECT_EQ(test, pages.error, -ENOMEM);
	KUNIT_EXPECT_EQ(test, two.used, (size_t)(2 * PAGE_SIZE + 128));
	hwi_arena_free(&arena);
	hwi_pages_free(&pages);
	hwi_pages_pad(&pages, BLOCK_MIN);
	KUNIT_EXPECT_EQ(test, pages.error, 0);
	hwi_pages_free(&pages);
	KUNIT_EXPECT_EQ(test, one.user->used, (size_t)0);
	hwi_budget_exit(&one);
	hwi_budget_exit(&two);
	test_user_max = SIZE_MAX;
}

/* A freed block is reused: the largest one, if it is large enough. */
static void a_block_is_used_again(struct kunit *test)
{
	struct hwi_budget budget = { .max = SIZE_MAX };
	struct hwi_arena arena;
	struct hwi_mark mark;
	size_t used;

	hwi_arena_init(&arena, &budget);
	KUNIT_ASSERT_EQ(test, hwi_arena_more(&arena, 0), 0);
	KUNIT_ASSERT_TRUE(test, hwi_arena_alloc(&arena, 8));
	mark = hwi_arena_mark(&arena);
	KUNIT_ASSERT_EQ(test, hwi_arena_more(&arena, 5 * BLOCK_MIN), 0);
	KUNIT_ASSERT_EQ(test, hwi_arena_more(&arena, 0), 0);
	hwi_arena_free_to(&arena, mark);
	used = budget.used;
	KUNIT_EXPECT_EQ(test, used, (size_t)(17 * BLOCK_MIN));
	fail_after = 0;
	KUNIT_EXPECT_EQ(test, hwi_arena_more(&arena, 15 * BLOCK_MIN), 0);
	KUNIT_EXPECT_TRUE(test, hwi_arena_alloc(&arena, 15 * BLOCK_MIN));
	KUNIT_EXPECT_EQ(test, budget.used, used);
	/* Only one block was kept. */
	KUNIT_EXPECT_EQ(test, hwi_arena_more(&arena, 0), -ENOMEM);
	fail_after = NEVER;
	/* A kept block that is too small goes before another is made. */
	hwi_arena_free_to(&arena, mark);
	budget.max = 33 * BLOCK_MIN;
	KUNIT_EXPECT_EQ(test, hwi_arena_more(&arena, 17 * BLOCK_MIN), 0);
	KUNIT_EXPECT_EQ(test, budget.used, budget.max);
	hwi_arena_free_to(&arena, mark);
	hwi_arena_free(&arena);
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
}

static struct kunit_case budget_cases[] = {
	KUNIT_CASE(without_a_budget_nothing_is_counted),
	KUNIT_CASE(a_file_has_its_limit),
	KUNIT_CASE(the_files_of_a_user_share_a_limit),
	KUNIT_CASE(the_file_has_its_limit_before_the_user),
	KUNIT_CASE(the_unlimited_do_not_count),
	KUNIT_CASE(a_limit_that_is_lowered),
	KUNIT_CASE(users_come_and_go),
	KUNIT_CASE(no_memory_for_a_user),
	KUNIT_CASE(arenas_and_texts_share_it),
	KUNIT_CASE(a_block_is_used_again),
	{}
};

static struct kunit_suite budget_suite = {
	.name = "hwinsight_budget",
	.test_cases = budget_cases,
};

kunit_test_suite(budget_suite);

MODULE_DESCRIPTION("KUnit: what open files may hold");
MODULE_LICENSE("GPL");
