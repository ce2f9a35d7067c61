/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the suites share. To add one, write <name>_test.c: it includes the pure
 * .c it tests, and those that needs, and its suite is hwinsight_<name>. Kbuild
 * and run find it. KUnit of 5.10 has to do: no parameters, no
 * KUNIT_EXPECT_MEMEQ(), both sides of an expectation of one type.
 */
#ifndef HWI_KUNIT_HELPERS_H
#define HWI_KUNIT_HELPERS_H

#include <kunit/test.h>
#include <linux/kernel.h>
#include <linux/slab.h>

#include "../../module/arena.h"

/* Never a space, a NUL or a byte of any text: what nobody has written yet. */
#define POISON ((char)0xa5)

/* Of that very size, so that KASAN reports the first byte too many. */
static inline char *new_block(struct kunit *test, size_t size)
{
	char *block = kunit_kmalloc(test, size, GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, block);
	memset(block, POISON, size);
	return block;
}

static inline struct hwi_arena new_arena(struct kunit *test, size_t size)
{
	struct hwi_arena arena = { .size = size };

	arena.base = new_block(test, size);
	return arena;
}

/* A text as a C string, after a look at its padding. NULL stays NULL. */
static inline const char *c_string(struct kunit *test, struct hwi_str str)
{
	size_t i;
	char *copy;

	if (!str.text)
		return NULL;
	for (i = str.len; i < ALIGN((size_t)str.len, HWI_WORD); i++)
		KUNIT_EXPECT_EQ(test, (int)str.text[i], (int)' ');
	copy = kunit_kzalloc(test, str.len + 1, GFP_KERNEL);
	KUNIT_ASSERT_TRUE(test, copy);
	memcpy(copy, str.text, str.len);
	return copy;
}

/* Bytes between two pointers as a C string. */
static inline const char *span(struct kunit *test, const char *begin,
			       const char *end)
{
	char *copy = kunit_kzalloc(test, end - begin + 1, GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, copy);
	memcpy(copy, begin, end - begin);
	return copy;
}

static inline bool no_text(struct hwi_str str)
{
	return !str.text && !str.len;
}

/* 5.10 compares the types, too. */
#define EXPECT_STRING(test, got, want) \
	KUNIT_EXPECT_STREQ(test, (const char *)(got), (const char *)(want))

#define EXPECT_TEXT(test, str, want) \
	EXPECT_STRING(test, c_string(test, str), want)

#define EXPECT_NO_TEXT(test, str) KUNIT_EXPECT_TRUE(test, no_text(str))

#endif
