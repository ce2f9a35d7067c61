// SPDX-License-Identifier: GPL-2.0
#include "faults.h"
#include "helpers.h"

#define UNIT sizeof(u64)

static void alloc_keeps_to_its_alignment(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 16 * UNIT);
	struct hwi_mark begin = hwi_arena_mark(&arena);
	size_t size;
	char *at;

	for (size = 1; size <= 3 * UNIT; size++) {
		hwi_arena_rewind(&arena, begin);
		at = hwi_arena_alloc(&arena, size);
		KUNIT_ASSERT_PTR_EQ(test, at, begin.at);
		KUNIT_EXPECT_EQ(test, begin.left - arena.left,
				(size_t)round_up(size, UNIT));
		/* All of it may be written. */
		memset(at, 0, size);
		at = hwi_arena_alloc(&arena, 1);
		KUNIT_EXPECT_PTR_EQ(test, at, begin.at + round_up(size, UNIT));
	}
	KUNIT_EXPECT_FALSE(test, arena.overflow);
}

static void alloc_fits_or_overflows(struct kunit *test)
{
	size_t size, want;

	for (size = 0; size <= 5 * UNIT; size++) {
		for (want = 0; want <= 6 * UNIT; want++) {
			struct hwi_arena arena = new_arena(test, size);
			bool fits = round_up(want, UNIT) <= size;
			void *block = arena.at, *at;

			at = hwi_arena_alloc(&arena, want);
			KUNIT_EXPECT_TRUE(test, !!at == fits);
			KUNIT_EXPECT_TRUE(test, arena.overflow == !fits);
			KUNIT_EXPECT_EQ(test, size - arena.left,
					fits ? (size_t)round_up(want, UNIT) :
					       (size_t)0);
			if (at)
				memset(at, 0, want);
			kunit_kfree(test, block);
		}
	}
}

static void absurd_sizes_overflow(struct kunit *test)
{
	static const size_t absurd[] = {
		SIZE_MAX,	 SIZE_MAX - 1,	      SIZE_MAX - UNIT + 1,
		SIZE_MAX - UNIT, SIZE_MAX - 2 * UNIT, SIZE_MAX / 2,
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(absurd); i++) {
		struct hwi_arena arena = new_arena(test, 64);

		KUNIT_EXPECT_TRUE(test, !hwi_arena_alloc(&arena, absurd[i]));
		KUNIT_EXPECT_TRUE(test, arena.overflow);
		KUNIT_EXPECT_EQ(test, arena.left, (size_t)64);
	}
}

static void an_arena_begins_empty(struct kunit *test)
{
	struct hwi_arena arena;

	memset(&arena, POISON, sizeof(arena));
	hwi_arena_init(&arena, NULL);
	KUNIT_EXPECT_TRUE(test, !hwi_arena_alloc(&arena, 1));
	KUNIT_EXPECT_TRUE(test, arena.overflow);
	arena.overflow = false;
	KUNIT_EXPECT_TRUE(test, !hwi_arena_copy(&arena, ""));
	KUNIT_EXPECT_TRUE(test, arena.overflow);
	hwi_arena_free(&arena);
	KUNIT_EXPECT_FALSE(test, arena.overflow);
}

static void overflow_stays_until_there_is_more(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 64);

	KUNIT_EXPECT_TRUE(test, !hwi_arena_alloc(&arena, 65));
	/* Small items still fit, but the overflow is remembered. */
	KUNIT_EXPECT_TRUE(test, hwi_arena_alloc(&arena, 8));
	EXPECT_STRING(test, hwi_arena_copy(&arena, "x"), "x");
	KUNIT_EXPECT_TRUE(test, arena.overflow);
	KUNIT_EXPECT_EQ(test, hwi_arena_more(&arena, 0), 0);
	KUNIT_EXPECT_FALSE(test, arena.overflow);
	KUNIT_EXPECT_TRUE(test, hwi_arena_alloc(&arena, 65));
	hwi_arena_free(&arena);
}

static void rewind_gives_back(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 64);
	struct hwi_mark mark;
	char *first, *at;

	first = hwi_arena_copy(&arena, "first");
	mark = hwi_arena_mark(&arena);
	at = hwi_arena_alloc(&arena, 40);
	KUNIT_EXPECT_TRUE(test, !hwi_arena_alloc(&arena, 40));
	hwi_arena_rewind(&arena, mark);
	/* The caller still learns that something did not fit. */
	KUNIT_EXPECT_TRUE(test, arena.overflow);
	KUNIT_EXPECT_PTR_EQ(test, hwi_arena_alloc(&arena, 40), at);
	EXPECT_STRING(test, first, "first");
}

/* The bytes of the arena's blocks, as their sizes say. */
static size_t blocks_size(const struct hwi_arena *arena, unsigned int *nr)
{
	const struct hwi_block *block;
	size_t size = 0;

	*nr = 0;
	for (block = arena->block; block; block = block->older) {
		size += block->size;
		++*nr;
	}
	return size;
}

static void blocks_are_half_of_what_is_there(struct kunit *test)
{
	struct hwi_budget budget = { .max = SIZE_MAX };
	struct hwi_arena arena;
	size_t before, size;
	unsigned int i, nr;

	hwi_arena_init(&arena, &budget);
	for (i = 1; i <= 25; i++) {
		before = blocks_size(&arena, &nr);
		KUNIT_EXPECT_EQ(test, hwi_arena_more(&arena, 0), 0);
		size = arena.block->size;
		KUNIT_EXPECT_EQ(test, size & (size - 1), (size_t)0);
		KUNIT_EXPECT_TRUE(test, size >= BLOCK_MIN && size <= BLOCK_MAX);
		KUNIT_EXPECT_TRUE(test,
				  size == BLOCK_MIN || size <= before / 2);
		KUNIT_EXPECT_TRUE(test, size == BLOCK_MAX || size > before / 4);
		KUNIT_EXPECT_EQ(test, arena.left,
				size - sizeof(struct hwi_block));
		KUNIT_EXPECT_EQ(test, blocks_size(&arena, &nr), budget.used);
		KUNIT_EXPECT_EQ(test, nr, i);
		/* Use the block to its very end. */
		memset(hwi_arena_alloc(&arena, arena.left), 0,
		       size - sizeof(struct hwi_block));
	}
	KUNIT_EXPECT_EQ(test, arena.block->size, BLOCK_MAX);
	hwi_arena_free(&arena);
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
}

/* Otherwise an item larger than the largest block would never fit. */
static void empty_blocks_double_without_end(struct kunit *test)
{
	struct hwi_arena arena;
	unsigned int rounds = 0;

	hwi_arena_init(&arena, NULL);
	while (!hwi_arena_alloc(&arena, 5 * BLOCK_MAX) && ++rounds < 20)
		KUNIT_EXPECT_EQ(test, hwi_arena_more(&arena, 0), 0);
	KUNIT_EXPECT_EQ(test, rounds, 12U);
	KUNIT_EXPECT_EQ(test, arena.block->size, 8 * BLOCK_MAX);
	hwi_arena_free(&arena);
}

static void more_has_room_for_one_piece(struct kunit *test)
{
	static const size_t pieces[] = {
		1,
		BLOCK_MIN - sizeof(struct hwi_block),
		BLOCK_MIN - sizeof(struct hwi_block) + 1,
		BLOCK_MIN,
		100000,
		BLOCK_MAX,
		3 * BLOCK_MAX,
	};
	struct hwi_arena arena;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(pieces); i++) {
		hwi_arena_init(&arena, NULL);
		KUNIT_EXPECT_EQ(test, hwi_arena_more(&arena, pieces[i]), 0);
		KUNIT_EXPECT_TRUE(test, hwi_arena_alloc(&arena, pieces[i]));
		hwi_arena_free(&arena);
	}
}

static void what_is_there_does_not_move(struct kunit *test)
{
	struct hwi_arena arena;
	struct hwi_mark mark;
	const char *a, *b;

	hwi_arena_init(&arena, NULL);
	KUNIT_ASSERT_EQ(test, hwi_arena_more(&arena, 0), 0);
	a = hwi_arena_copy(&arena, "a");
	mark = hwi_arena_mark(&arena);
	KUNIT_ASSERT_EQ(test, hwi_arena_more(&arena, 0), 0);
	KUNIT_ASSERT_EQ(test, hwi_arena_more(&arena, 0), 0);
	b = hwi_arena_copy(&arena, "b");
	EXPECT_STRING(test, a, "a");
	EXPECT_STRING(test, b, "b");
	/*
	 * Blocks added since the mark are gone, and the older one is used
	 * again.
	 */
	arena.overflow = true;
	hwi_arena_free_to(&arena, mark);
	KUNIT_EXPECT_FALSE(test, arena.overflow);
	KUNIT_EXPECT_PTR_EQ(test, arena.block, mark.block);
	b = hwi_arena_copy(&arena, "c");
	KUNIT_EXPECT_PTR_EQ(test, b, mark.at);
	EXPECT_STRING(test, a, "a");
	hwi_arena_free(&arena);
}

static void a_budget_bounds_it(struct kunit *test)
{
	struct hwi_budget budget = { .max = 2 * BLOCK_MIN };
	struct hwi_arena arena;
	struct hwi_mark mark;

	hwi_arena_init(&arena, &budget);
	KUNIT_EXPECT_EQ(test, hwi_arena_more(&arena, 3 * BLOCK_MIN), -EFBIG);
	KUNIT_EXPECT_TRUE(test, !arena.block && !budget.used);
	KUNIT_EXPECT_EQ(test, hwi_arena_more(&arena, 0), 0);
	KUNIT_EXPECT_TRUE(test, hwi_arena_alloc(&arena, 1));
	KUNIT_EXPECT_EQ(test, hwi_arena_more(&arena, 0), 0);
	KUNIT_EXPECT_EQ(test, budget.used, budget.max);
	mark = hwi_arena_mark(&arena);
	KUNIT_EXPECT_TRUE(test, !hwi_arena_alloc(&arena, SIZE_MAX));
	KUNIT_EXPECT_EQ(test, hwi_arena_pause(&arena), -EFBIG);
	KUNIT_EXPECT_TRUE(test, arena.overflow);
	KUNIT_EXPECT_PTR_EQ(test, arena.block, mark.block);
	KUNIT_EXPECT_PTR_EQ(test, arena.at, mark.at);
	hwi_arena_free(&arena);
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
}

static void no_memory_is_told(struct kunit *test)
{
	struct hwi_budget budget = { .max = SIZE_MAX };
	struct hwi_arena arena;

	hwi_arena_init(&arena, &budget);
	fail_after = 1;
	KUNIT_EXPECT_EQ(test, hwi_arena_more(&arena, 0), 0);
	KUNIT_EXPECT_TRUE(test, !hwi_arena_alloc(&arena, BLOCK_MIN));
	KUNIT_EXPECT_EQ(test, hwi_arena_pause(&arena), -ENOMEM);
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)BLOCK_MIN);
	KUNIT_EXPECT_TRUE(test, arena.overflow);
	fail_after = NEVER;
	KUNIT_EXPECT_EQ(test, hwi_arena_pause(&arena), 0);
	KUNIT_EXPECT_TRUE(test, hwi_arena_alloc(&arena, BLOCK_MIN));
	hwi_arena_free(&arena);
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
}

static void a_pause_adds_only_what_was_missed(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 64);

	KUNIT_EXPECT_EQ(test, hwi_arena_pause(&arena), 0);
	KUNIT_EXPECT_TRUE(test, !arena.block && arena.left == 64);
}

/**
 * struct whole - an item that is copied whole or not at all
 * @nr: how many numbers it has
 * @calls: how often it was tried
 * @numbers: the copies
 */
struct whole {
	unsigned int nr;
	unsigned int calls;
	unsigned int **numbers;
};

static void copy_whole(struct hwi_arena *arena, void *data)
{
	struct whole *whole = data;
	unsigned int i, *number;

	whole->calls++;
	for (i = 0; i < whole->nr; i++) {
		number = hwi_arena_alloc(arena, sizeof(*number));
		if (!number)
			return;
		*number = i;
		whole->numbers[i] = number;
	}
}

static void a_whole_fits_somehow(struct kunit *test)
{
	static const unsigned int nrs[] = {
		0, 1, 8, 9, 1000, 5000, 10000, 20000
	};
	struct hwi_budget budget = { .max = SIZE_MAX };
	unsigned int i, n, nr, wrong;
	struct whole whole = {};

	whole.numbers = kunit_kzalloc(test, 20000 * sizeof(void *), GFP_KERNEL);
	KUNIT_ASSERT_TRUE(test, whole.numbers);
	for (i = 0; i < ARRAY_SIZE(nrs); i++) {
		struct hwi_arena arena = new_arena(test, 64 + UNIT);
		const char *before = hwi_arena_copy(&arena, "before");

		arena.budget = &budget;
		whole.nr = nrs[i];
		whole.calls = 0;
		KUNIT_EXPECT_EQ(test, hwi_arena_fit(&arena, copy_whole, &whole),
				0);
		KUNIT_EXPECT_EQ(test, whole.calls == 1, nrs[i] <= 8);
		KUNIT_EXPECT_TRUE(test, whole.calls < 10);
		for (n = 0, wrong = 0; n < nrs[i]; n++)
			wrong += *whole.numbers[n] != n;
		KUNIT_EXPECT_EQ(test, wrong, 0U);
		EXPECT_STRING(test, before, "before");
		/* What did not fit is gone. */
		KUNIT_EXPECT_EQ(test, blocks_size(&arena, &nr), budget.used);
		KUNIT_EXPECT_TRUE(test, nr <= 1);
		hwi_arena_free(&arena);
		KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
	}
}

static void a_whole_that_may_not_fit(struct kunit *test)
{
	struct hwi_budget budget = { .max = 8 * BLOCK_MIN };
	struct hwi_arena arena = new_arena(test, 64);
	struct hwi_mark mark = hwi_arena_mark(&arena);
	struct whole whole = { .nr = 20000 };

	arena.budget = &budget;
	whole.numbers = kunit_kzalloc(test, 20000 * sizeof(void *), GFP_KERNEL);
	KUNIT_ASSERT_TRUE(test, whole.numbers);
	KUNIT_EXPECT_EQ(test, hwi_arena_fit(&arena, copy_whole, &whole),
			-EFBIG);
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
	KUNIT_EXPECT_PTR_EQ(test, arena.at, mark.at);
	budget.max = SIZE_MAX;
	fail_after = 2;
	KUNIT_EXPECT_EQ(test, hwi_arena_fit(&arena, copy_whole, &whole),
			-ENOMEM);
	fail_after = NEVER;
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
	KUNIT_EXPECT_PTR_EQ(test, arena.at, mark.at);
	KUNIT_EXPECT_EQ(test, hwi_arena_fit(&arena, copy_whole, &whole), 0);
	hwi_arena_free(&arena);
}

static struct kunit_case arena_cases[] = {
	KUNIT_CASE(alloc_keeps_to_its_alignment),
	KUNIT_CASE(alloc_fits_or_overflows),
	KUNIT_CASE(absurd_sizes_overflow),
	KUNIT_CASE(an_arena_begins_empty),
	KUNIT_CASE(overflow_stays_until_there_is_more),
	KUNIT_CASE(rewind_gives_back),
	KUNIT_CASE(blocks_are_half_of_what_is_there),
	KUNIT_CASE(empty_blocks_double_without_end),
	KUNIT_CASE(more_has_room_for_one_piece),
	KUNIT_CASE(what_is_there_does_not_move),
	KUNIT_CASE(a_budget_bounds_it),
	KUNIT_CASE(no_memory_is_told),
	KUNIT_CASE(a_pause_adds_only_what_was_missed),
	KUNIT_CASE(a_whole_fits_somehow),
	KUNIT_CASE(a_whole_that_may_not_fit),
	{}
};

static struct kunit_suite arena_suite = {
	.name = "hwinsight_arena",
	.test_cases = arena_cases,
};

kunit_test_suite(arena_suite);

MODULE_DESCRIPTION("KUnit: the scratch memory of a read");
MODULE_LICENSE("GPL");
