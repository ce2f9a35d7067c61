/* SPDX-License-Identifier: GPL-2.0 */
/* As much of KUnit as the suites use: a suite becomes a program's main(). */
#ifndef HWI_HOST_KUNIT_H
#define HWI_HOST_KUNIT_H

#include <setjmp.h>

#include "kernel.h"

/* Precedes each block that a test allocates. */
struct kunit_block {
	struct kunit_block *next;
	struct kunit_block **link;
	char data[] __aligned(16);
};

struct kunit {
	void *priv;
	bool failed;
	jmp_buf end;
	struct kunit_block *blocks;
};

struct kunit_case {
	void (*run)(struct kunit *test);
	const char *name;
};

struct kunit_suite {
	const char *name;
	int (*init)(struct kunit *test);
	void (*exit)(struct kunit *test);
	struct kunit_case *test_cases;
};

#define KUNIT_CASE(fn)                 \
	{                              \
		.run = fn, .name = #fn \
	}

/* Of exactly that size, so that ASan reports the first byte too many. */
static inline void *kunit_kmalloc(struct kunit *test, size_t size, gfp_t gfp)
{
	struct kunit_block *block = malloc(sizeof(*block) + size);

	(void)gfp;
	if (!block)
		return NULL;
	block->next = test->blocks;
	block->link = &test->blocks;
	if (block->next)
		block->next->link = &block->next;
	test->blocks = block;
	return block->data;
}

static inline void *kunit_kzalloc(struct kunit *test, size_t size, gfp_t gfp)
{
	void *at = kunit_kmalloc(test, size, gfp);

	return at ? memset(at, 0, size) : NULL;
}

static inline void *kunit_kcalloc(struct kunit *test, size_t nr, size_t size,
				  gfp_t gfp)
{
	return kunit_kzalloc(test, nr * size, gfp);
}

static inline void kunit_kfree(struct kunit *test, const void *at)
{
	struct kunit_block *block =
		container_of((char *)at, struct kunit_block, data);

	(void)test;
	*block->link = block->next;
	if (block->next)
		block->next->link = block->link;
	free(block);
}

static inline bool host_expect(struct kunit *test, bool good, const char *file,
			       int line, const char *what)
{
	if (good)
		return true;
	printf("# %s:%d: expected %s\n", file, line, what);
	test->failed = true;
	return false;
}

#define HOST_EXPECT(test, good, what) \
	host_expect(test, good, __FILE__, __LINE__, what)
#define HOST_ASSERT(test, good, what)               \
	do {                                        \
		if (!HOST_EXPECT(test, good, what)) \
			longjmp((test)->end, 1);    \
	} while (0)

#define HOST_COMPARE(a, op, b)                                       \
	({                                                           \
		__typeof__(a) a__ = (a);                             \
		__typeof__(b) b__ = (b);                             \
		bool good__ = a__ op b__;                            \
		if (!good__)                                         \
			printf("# %lld, and %lld\n", (long long)a__, \
			       (long long)b__);                      \
		good__;                                              \
	})
#define HOST_STREQ(a, b)                                                    \
	({                                                                  \
		const char *a__ = (a), *b__ = (b);                          \
		bool good__ = a__ && b__ ? !strcmp(a__, b__) : a__ == b__;  \
		if (!good__)                                                \
			printf("# \"%.2000s\", and \"%.2000s\"\n",          \
			       a__ ? a__ : "(null)", b__ ? b__ : "(null)"); \
		good__;                                                     \
	})

#define KUNIT_FAIL(test, ...) HOST_EXPECT(test, false, "not to come here")
#define KUNIT_EXPECT_TRUE(test, x) HOST_EXPECT(test, !!(x), #x)
#define KUNIT_EXPECT_FALSE(test, x) HOST_EXPECT(test, !(x), "not: " #x)
#define KUNIT_EXPECT_EQ(test, a, b) \
	HOST_EXPECT(test, HOST_COMPARE(a, ==, b), #a " == " #b)
#define KUNIT_EXPECT_NE(test, a, b) \
	HOST_EXPECT(test, HOST_COMPARE(a, !=, b), #a " != " #b)
#define KUNIT_EXPECT_LE(test, a, b) \
	HOST_EXPECT(test, HOST_COMPARE(a, <=, b), #a " <= " #b)
#define KUNIT_EXPECT_PTR_EQ(test, a, b) \
	HOST_EXPECT(test, (const void *)(a) == (const void *)(b), #a " == " #b)
#define KUNIT_EXPECT_STREQ(test, a, b) \
	HOST_EXPECT(test, HOST_STREQ(a, b), #a " is " #b)

#define KUNIT_ASSERT_TRUE(test, x) HOST_ASSERT(test, !!(x), #x)
#define KUNIT_ASSERT_FALSE(test, x) HOST_ASSERT(test, !(x), "not: " #x)
#define KUNIT_ASSERT_EQ(test, a, b) \
	HOST_ASSERT(test, HOST_COMPARE(a, ==, b), #a " == " #b)
#define KUNIT_ASSERT_PTR_EQ(test, a, b) \
	HOST_ASSERT(test, (const void *)(a) == (const void *)(b), #a " == " #b)
#define KUNIT_ASSERT_NOT_NULL(test, a) HOST_ASSERT(test, !!(a), #a)

static inline bool host_run_case(const struct kunit_suite *suite,
				 const struct kunit_case *one)
{
	struct kunit test = {};

	if (!setjmp(test.end)) {
		if (!suite->init || !suite->init(&test))
			one->run(&test);
		else
			test.failed = true;
	}
	if (suite->exit)
		suite->exit(&test);
	while (test.blocks)
		kunit_kfree(&test, test.blocks->data);
	if (host_locks) {
		printf("# a lock is still held\n");
		test.failed = true;
	}
	printf("%sok - host: %s: %s\n", test.failed ? "not " : "", suite->name,
	       one->name);
	fflush(stdout);
	return !test.failed;
}

static inline int host_run(const struct kunit_suite *suite)
{
	const struct kunit_case *one;
	bool good = true;

	for (one = suite->test_cases; one->run; one++)
		good &= host_run_case(suite, one);
	return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

#define kunit_test_suite(suite)            \
	int main(void)                     \
	{                                  \
		return host_run(&(suite)); \
	}
#define MODULE_DESCRIPTION(text) _Static_assert(sizeof(text), "")
#define MODULE_LICENSE(text) _Static_assert(sizeof(text), "")

#endif
