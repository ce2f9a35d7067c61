// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/cpu_caches.c"

/* Not on the stack: with 8192 CPUs it is large. */
static struct cacheinfo *new_cache(struct kunit *test, unsigned int level,
				   enum cache_type type, unsigned int size)
{
	struct cacheinfo *cache =
		kunit_kzalloc(test, sizeof(*cache), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, cache);
	cache->level = level;
	cache->type = type;
	cache->size = size;
	cpumask_set_cpu(0, &cache->shared_cpu_map);
	return cache;
}

static const struct hwi_str no_caches;

static void types_have_a_letter(struct kunit *test)
{
	static const struct {
		enum cache_type type;
		const char *want;
	} types[] = {
		{ CACHE_TYPE_DATA, "L1d=48K@0" },
		{ CACHE_TYPE_INST, "L1i=48K@0" },
		{ CACHE_TYPE_UNIFIED, "L1=48K@0" },
		{ CACHE_TYPE_NOCACHE, "L1=48K@0" },
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(types); i++) {
		struct cacheinfo *cache =
			new_cache(test, 1, types[i].type, 48 << 10);
		struct hwi_arena arena = new_arena(test, 256);

		EXPECT_TEXT(test, hwi_cache_text(&arena, no_caches, cache),
			    types[i].want);
	}
}

static void caches_add_up_to_a_list(struct kunit *test)
{
	struct cacheinfo *l1 = new_cache(test, 1, CACHE_TYPE_DATA, 32 << 10),
			 *l2 = new_cache(test, 2, CACHE_TYPE_UNIFIED, 2 << 20),
			 *l3 = new_cache(test, 3, CACHE_TYPE_UNIFIED, 0);
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_str list;

	list = hwi_cache_text(&arena, no_caches, l1);
	list = hwi_cache_text(&arena, list, l2);
	list = hwi_cache_text(&arena, list, l3);
	EXPECT_TEXT(test, list, "L1d=32K@0,L2=2M@0,L3=-@0");
}

/* Ranges of CPUs join with +: the comma is between caches. */
static void sharing_is_a_list_without_commas(struct kunit *test)
{
	struct cacheinfo *cache = new_cache(test, 12, CACHE_TYPE_UNIFIED, 1000);
	struct hwi_arena arena = new_arena(test, 256);

	KUNIT_ASSERT_TRUE(test, nr_cpu_ids >= 4);
	cpumask_set_cpu(2, &cache->shared_cpu_map);
	cpumask_set_cpu(3, &cache->shared_cpu_map);
	EXPECT_TEXT(test, hwi_cache_text(&arena, no_caches, cache),
		    "L12=1000@0+2-3");
	cpumask_clear(&cache->shared_cpu_map);
	EXPECT_TEXT(test, hwi_cache_text(&arena, no_caches, cache),
		    "L12=1000@none");
}

static void a_list_at_every_size(struct kunit *test)
{
	struct cacheinfo *l1 = new_cache(test, 1, CACHE_TYPE_DATA, 32 << 10),
			 *l2 = new_cache(test, 2, CACHE_TYPE_UNIFIED, UINT_MAX);
	bool fitted = false;
	size_t size;

	for (size = 0; size < 256; size++) {
		struct hwi_arena arena = new_arena(test, size);
		struct hwi_str list;

		list = hwi_cache_text(&arena, no_caches, l1);
		list = hwi_cache_text(&arena, list, l2);
		KUNIT_EXPECT_TRUE(test, arena.used <= size);
		KUNIT_EXPECT_FALSE(test, fitted && arena.overflow);
		fitted = !arena.overflow;
		if (fitted)
			EXPECT_TEXT(test, list, "L1d=32K@0,L2=4294967295@0");
		kunit_kfree(test, arena.base);
	}
	KUNIT_EXPECT_TRUE(test, fitted);
}

static struct kunit_case cpu_caches_cases[] = {
	KUNIT_CASE(types_have_a_letter),
	KUNIT_CASE(caches_add_up_to_a_list),
	KUNIT_CASE(sharing_is_a_list_without_commas),
	KUNIT_CASE(a_list_at_every_size),
	{}
};

static struct kunit_suite cpu_caches_suite = {
	.name = "hwinsight_cpu_caches",
	.test_cases = cpu_caches_cases,
};

kunit_test_suite(cpu_caches_suite);

MODULE_DESCRIPTION("KUnit: caches as text");
MODULE_LICENSE("GPL");
