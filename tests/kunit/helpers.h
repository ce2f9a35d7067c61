/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the suites share: the whole pure part of the core, and memory whose
 * every byte is watched. To add a suite, write <name>_test.c: it includes this
 * file or rows.h, then the pure .c that it tests and those that one needs; its
 * suite is hwinsight_<name>. Kbuild, run and tests/host/run find it. It must
 * work with 5.10's KUnit: no parameters, no KUNIT_EXPECT_MEMEQ(), and both
 * sides of an expectation of the same type.
 */
#ifndef HWI_KUNIT_HELPERS_H
#define HWI_KUNIT_HELPERS_H

#include <kunit/test.h>
#include <linux/kernel.h>
#include <linux/slab.h>

#include "../../module/core/budget.c"
#include "../../module/core/arena.c"
#include "../../module/core/index.c"
#include "../../module/core/pages.c"
#include "../../module/core/text.c"
#include "../../module/core/text_list.c"
#include "../../module/core/table.c"
#include "../../module/core/row.c"

/* These replace tunables.c. */
static size_t test_user_max = SIZE_MAX;

size_t hwi_tunable_user_max(void)
{
	return test_user_max;
}

/* A byte that no text contains: not written yet. */
#define POISON ((char)0xa5)

/* Of exactly that size, so that KASAN reports the first byte too many. */
static inline char *new_block(struct kunit *test, size_t size)
{
	char *block = kunit_kmalloc(test, size, GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, block);
	memset(block, POISON, size);
	return block;
}

/*
 * An arena on a block of exactly that size. Where hwi_arena_more() may be
 * called, hwi_arena_free() frees what that added, but not this block.
 */
static inline struct hwi_arena new_arena(struct kunit *test, size_t size)
{
	struct hwi_arena arena;

	hwi_arena_init(&arena, NULL);
	arena.at = new_block(test, size);
	arena.left = size;
	return arena;
}

static inline struct hwi_text new_text(struct kunit *test, size_t size)
{
	struct hwi_text text;

	hwi_text_init(&text, new_block(test, size), size);
	return text;
}

/* The first @len bytes as a C string. */
static inline const char *c_string(struct kunit *test, const char *begin,
				   size_t len)
{
	char *copy = kunit_kzalloc(test, len + 1, GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, copy);
	memcpy(copy, begin, len);
	return copy;
}

/* The text so far as a C string, or NULL if it did not fit. */
static inline const char *text_string(struct kunit *test,
				      const struct hwi_text *text)
{
	return hwi_text_full(text) ? NULL :
				     c_string(test, text->begin, text->len);
}

/* 5.10 also compares the types. */
#define EXPECT_STRING(test, got, want) \
	KUNIT_EXPECT_STREQ(test, (const char *)(got), (const char *)(want))

/* The text fitted, and is this. */
#define EXPECT_TEXT(test, text, want)                               \
	do {                                                        \
		KUNIT_ASSERT_FALSE(test, hwi_text_full(text));      \
		EXPECT_STRING(test, text_string(test, text), want); \
	} while (0)

#endif
