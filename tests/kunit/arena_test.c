// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/arena.c"

#define LONGEST (3 * HWI_WORD)

static void alloc_hands_out_whole_words(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 16 * HWI_WORD);
	char *before = arena.base, *at;
	size_t size;

	for (size = 1; size <= LONGEST; size++) {
		arena.used = 0;
		at = hwi_arena_alloc(&arena, size);
		KUNIT_ASSERT_PTR_EQ(test, at, before);
		KUNIT_EXPECT_EQ(test, arena.used,
				(size_t)round_up(size, HWI_WORD));
		/* All of it may be written. */
		memset(at, 0, size);
		at = hwi_arena_alloc(&arena, 1);
		KUNIT_EXPECT_PTR_EQ(test, at,
				    before + round_up(size, HWI_WORD));
	}
	KUNIT_EXPECT_FALSE(test, arena.overflow);
}

static void alloc_fits_or_overflows(struct kunit *test)
{
	size_t size, want;

	for (size = 0; size <= 5 * HWI_WORD; size++) {
		for (want = 0; want <= 6 * HWI_WORD; want++) {
			struct hwi_arena arena = { .size = size };
			bool fits = round_up(want, HWI_WORD) <= size;
			void *at;

			arena.base = new_block(test, size);
			at = hwi_arena_alloc(&arena, want);
			KUNIT_EXPECT_TRUE(test, !!at == fits);
			KUNIT_EXPECT_TRUE(test, arena.overflow == !fits);
			if (at)
				memset(at, 0, want);
			kunit_kfree(test, arena.base);
		}
	}
}

static void absurd_sizes_overflow(struct kunit *test)
{
	static const size_t absurd[] = {
		SIZE_MAX,
		SIZE_MAX - 1,
		SIZE_MAX - HWI_WORD + 1,
		SIZE_MAX - HWI_WORD,
		SIZE_MAX - 2 * HWI_WORD,
		SIZE_MAX / 2,
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(absurd); i++) {
		struct hwi_arena arena = new_arena(test, 64);

		arena.used = 16;
		KUNIT_EXPECT_TRUE(test, !hwi_arena_alloc(&arena, absurd[i]));
		KUNIT_EXPECT_TRUE(test, arena.overflow);
		arena.overflow = false;
		KUNIT_EXPECT_TRUE(test,
				  !hwi_arena_text_begin(&arena, absurd[i]));
		KUNIT_EXPECT_TRUE(test, arena.overflow);
		KUNIT_EXPECT_EQ(test, arena.used, (size_t)16);
	}
}

static void overflow_stays(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 64);

	KUNIT_EXPECT_TRUE(test, !hwi_arena_alloc(&arena, 65));
	/* What is small still fits, but the whole is no longer to be used. */
	KUNIT_EXPECT_TRUE(test, hwi_arena_alloc(&arena, 8));
	EXPECT_TEXT(test, hwi_arena_copy(&arena, "x"), "x");
	KUNIT_EXPECT_TRUE(test, arena.overflow);
}

static void copy_of_every_length(struct kunit *test)
{
	static const char source[] = "abcdefghijklmnopqrstuvwxyz";
	size_t len;

	for (len = 0; len <= LONGEST; len++) {
		struct hwi_arena arena = new_arena(test, 64);
		const char *want = source + sizeof(source) - 1 - len;

		EXPECT_TEXT(test, hwi_arena_copy(&arena, want), want);
		KUNIT_EXPECT_EQ(test, arena.used,
				(size_t)round_up(len, HWI_WORD));
		KUNIT_EXPECT_FALSE(test, arena.overflow);
	}
}

static void copy_of_nothing(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 64);

	EXPECT_NO_TEXT(test, hwi_arena_copy(&arena, NULL));
	KUNIT_EXPECT_EQ(test, arena.used, (size_t)0);
	KUNIT_EXPECT_FALSE(test, arena.overflow);
}

static void copy_cuts_endless_strings(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 2 * HWI_STRING_MAX);
	char *source = new_block(test, HWI_STRING_MAX);
	struct hwi_str str;

	/* No NUL in it: KASAN sees a read beyond the limit. */
	memset(source, 'x', HWI_STRING_MAX);
	str = hwi_arena_copy(&arena, source);
	KUNIT_EXPECT_EQ(test, str.len, (size_t)HWI_STRING_MAX);
	KUNIT_EXPECT_FALSE(test, arena.overflow);
	str = hwi_arena_join(&arena, NULL, ':', source);
	KUNIT_EXPECT_TRUE(test, !str.text && arena.overflow);
}

/* Runs at every arena size: the text is whole, or there is overflow. */
static void at_every_size(struct kunit *test, const char *want,
			  struct hwi_str (*make)(struct hwi_arena *arena))
{
	size_t size, most = strlen(want) + 4 * HWI_WORD;
	bool fitted = false;

	for (size = 0; size <= most; size++) {
		struct hwi_arena arena = new_arena(test, size);
		struct hwi_str str = make(&arena);

		KUNIT_EXPECT_TRUE(test, !str.text == arena.overflow);
		KUNIT_EXPECT_TRUE(test, arena.used <= arena.size);
		KUNIT_EXPECT_TRUE(test, arena.used % HWI_WORD == 0);
		/* What fits a block fits a larger one. */
		KUNIT_EXPECT_FALSE(test, fitted && arena.overflow);
		fitted = !arena.overflow;
		if (fitted)
			EXPECT_TEXT(test, str, want);
		kunit_kfree(test, arena.base);
	}
	KUNIT_EXPECT_TRUE(test, fitted);
}

static struct hwi_str make_copy(struct hwi_arena *arena)
{
	return hwi_arena_copy(arena, "PCI Bus 0000:00");
}

static struct hwi_str make_short_copy(struct hwi_arena *arena)
{
	return hwi_arena_copy(arena, "123456789");
}

static struct hwi_str make_join(struct hwi_arena *arena)
{
	return hwi_arena_join(arena, "platform", ':', "Fixed MDIO bus.0");
}

static struct hwi_str make_text(struct hwi_arena *arena)
{
	char *begin = hwi_arena_text_begin(arena, 11);

	if (!begin)
		return (struct hwi_str){ NULL, 0 };
	memcpy(begin, "hello world", 11);
	return hwi_arena_text_end(arena, begin, begin + 11);
}

static void copy_at_every_size(struct kunit *test)
{
	at_every_size(test, "PCI Bus 0000:00", make_copy);
	at_every_size(test, "123456789", make_short_copy);
}

static void join_at_every_size(struct kunit *test)
{
	at_every_size(test, "platform:Fixed MDIO bus.0", make_join);
}

static void text_at_every_size(struct kunit *test)
{
	at_every_size(test, "hello world", make_text);
}

static void join_of_what_there_is(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 256);

	EXPECT_TEXT(test, hwi_arena_join(&arena, "pci", ':', "0000:00:01.0"),
		    "pci:0000:00:01.0");
	EXPECT_TEXT(test, hwi_arena_join(&arena, NULL, ':', "eth0"), "eth0");
	EXPECT_TEXT(test, hwi_arena_join(&arena, "pci", ':', NULL), "pci:");
	EXPECT_TEXT(test, hwi_arena_join(&arena, "pci", ':', ""), "pci:");
	EXPECT_TEXT(test, hwi_arena_join(&arena, "", ':', "x"), ":x");
	EXPECT_TEXT(test, hwi_arena_join(&arena, "", ':', NULL), ":");
	EXPECT_TEXT(test, hwi_arena_join(&arena, "a", ',', "b"), "a,b");
	EXPECT_NO_TEXT(test, hwi_arena_join(&arena, NULL, ':', NULL));
	KUNIT_EXPECT_FALSE(test, arena.overflow);
}

static void text_keeps_what_was_written(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 64);
	char *begin = hwi_arena_text_begin(&arena, 40);

	KUNIT_ASSERT_TRUE(test, begin);
	memcpy(begin, "abc", 3);
	EXPECT_TEXT(test, hwi_arena_text_end(&arena, begin, begin + 3), "abc");
	/* Not the 40 bytes that were asked for. */
	KUNIT_EXPECT_EQ(test, arena.used, (size_t)HWI_WORD);
}

static struct kunit_case arena_cases[] = {
	KUNIT_CASE(alloc_hands_out_whole_words),
	KUNIT_CASE(alloc_fits_or_overflows),
	KUNIT_CASE(absurd_sizes_overflow),
	KUNIT_CASE(overflow_stays),
	KUNIT_CASE(copy_of_every_length),
	KUNIT_CASE(copy_of_nothing),
	KUNIT_CASE(copy_cuts_endless_strings),
	KUNIT_CASE(copy_at_every_size),
	KUNIT_CASE(join_at_every_size),
	KUNIT_CASE(join_of_what_there_is),
	KUNIT_CASE(text_at_every_size),
	KUNIT_CASE(text_keeps_what_was_written),
	{}
};

static struct kunit_suite arena_suite = {
	.name = "hwinsight_arena",
	.test_cases = arena_cases,
};

kunit_test_suite(arena_suite);

MODULE_DESCRIPTION("KUnit: memory of a snapshot");
MODULE_LICENSE("GPL");
