// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#define UNIT sizeof(u64)
#define LONGEST (3 * UNIT)

static void copy_of_every_length(struct kunit *test)
{
	static const char source[] = "abcdefghijklmnopqrstuvwxyz";
	size_t len;

	for (len = 0; len <= LONGEST; len++) {
		struct hwi_arena arena = new_arena(test, 64);
		const char *want = source + sizeof(source) - 1 - len;

		EXPECT_STRING(test, hwi_arena_copy(&arena, want), want);
		KUNIT_EXPECT_EQ(test, 64 - arena.left,
				(size_t)round_up(len + 1, UNIT));
		KUNIT_EXPECT_FALSE(test, arena.overflow);
	}
}

static void copy_of_nothing(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 64);

	KUNIT_EXPECT_TRUE(test, !hwi_arena_copy(&arena, NULL));
	KUNIT_EXPECT_TRUE(test, !hwi_arena_join(&arena, NULL, ':', NULL));
	KUNIT_EXPECT_EQ(test, arena.left, (size_t)64);
	KUNIT_EXPECT_FALSE(test, arena.overflow);
}

static void endless_strings_are_cut(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 5 * HWI_STRING_MAX);
	struct hwi_arena small = new_arena(test, HWI_STRING_MAX - 1);
	char *source = new_block(test, HWI_STRING_MAX);
	char *copy;

	/* No NUL in it, so that KASAN sees a read beyond the limit. */
	memset(source, 'x', HWI_STRING_MAX);
	copy = hwi_arena_copy(&arena, source);
	KUNIT_ASSERT_TRUE(test, copy);
	KUNIT_EXPECT_EQ(test, strlen(copy), (size_t)HWI_STRING_MAX - 1);
	copy = hwi_arena_join(&arena, NULL, ':', source);
	KUNIT_ASSERT_TRUE(test, copy);
	KUNIT_EXPECT_EQ(test, strlen(copy), (size_t)HWI_STRING_MAX - 1);
	copy = hwi_arena_join(&arena, "a", ':', source);
	KUNIT_ASSERT_TRUE(test, copy);
	KUNIT_EXPECT_EQ(test, strlen(copy), (size_t)HWI_STRING_MAX + 2);
	KUNIT_EXPECT_FALSE(test, arena.overflow);
	KUNIT_EXPECT_TRUE(test, !hwi_arena_copy(&small, source));
	KUNIT_EXPECT_TRUE(test, small.overflow);
	/* The longest string that is not cut. */
	source[HWI_STRING_MAX - 1] = '\0';
	EXPECT_STRING(test, hwi_arena_copy(&arena, source), source);
}

/* Run at every arena size: the string is whole, or the arena overflows. */
static void at_every_size(struct kunit *test, const char *want,
			  char *(*make)(struct hwi_arena *arena))
{
	size_t size, most = strlen(want) + 4 * UNIT;
	bool fitted = false;

	for (size = 0; size <= most; size++) {
		struct hwi_arena arena = new_arena(test, size);
		void *block = arena.at;
		const char *str = make(&arena);

		KUNIT_EXPECT_TRUE(test, !str == arena.overflow);
		KUNIT_EXPECT_TRUE(test, arena.left <= size);
		KUNIT_EXPECT_TRUE(test, (size - arena.left) % UNIT == 0);
		/* What fits a block fits a larger one. */
		KUNIT_EXPECT_FALSE(test, fitted && arena.overflow);
		fitted = !arena.overflow;
		if (fitted)
			EXPECT_STRING(test, str, want);
		kunit_kfree(test, block);
	}
	KUNIT_EXPECT_TRUE(test, fitted);
}

static char *make_copy(struct hwi_arena *arena)
{
	return hwi_arena_copy(arena, "PCI Bus 0000:00");
}

static char *make_short_copy(struct hwi_arena *arena)
{
	return hwi_arena_copy(arena, "123456789");
}

static char *make_join(struct hwi_arena *arena)
{
	return hwi_arena_join(arena, "platform", ':', "Fixed MDIO bus.0");
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

static void join_of_what_there_is(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 256);

	EXPECT_STRING(test, hwi_arena_join(&arena, "pci", ':', "0000:00:01.0"),
		      "pci:0000:00:01.0");
	EXPECT_STRING(test, hwi_arena_join(&arena, NULL, ':', "eth0"), "eth0");
	EXPECT_STRING(test, hwi_arena_join(&arena, "pci", ':', NULL), "pci:");
	EXPECT_STRING(test, hwi_arena_join(&arena, "pci", ':', ""), "pci:");
	EXPECT_STRING(test, hwi_arena_join(&arena, "", ':', "x"), ":x");
	EXPECT_STRING(test, hwi_arena_join(&arena, "", ':', NULL), ":");
	EXPECT_STRING(test, hwi_arena_join(&arena, "a", ',', "b"), "a,b");
	KUNIT_EXPECT_FALSE(test, arena.overflow);
}

static struct kunit_case arena_string_cases[] = {
	KUNIT_CASE(copy_of_every_length),
	KUNIT_CASE(copy_of_nothing),
	KUNIT_CASE(endless_strings_are_cut),
	KUNIT_CASE(copy_at_every_size),
	KUNIT_CASE(join_at_every_size),
	KUNIT_CASE(join_of_what_there_is),
	{}
};

static struct kunit_suite arena_string_suite = {
	.name = "hwinsight_arena_string",
	.test_cases = arena_string_cases,
};

kunit_test_suite(arena_string_suite);

MODULE_DESCRIPTION("KUnit: strings in the scratch memory of a read");
MODULE_LICENSE("GPL");
