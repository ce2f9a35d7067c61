// SPDX-License-Identifier: GPL-2.0
#include "faults.h"
#include "pause.h"
#include "helpers.h"

#include "../../module/device_rows.h"
#include "../../module/owner.c"

#define MEM HWI_CLAIM_MEM
#define IO HWI_CLAIM_IO
#define IRQ HWI_CLAIM_IRQ

static struct hwi_device alice, bob, carol;

/* Owners, and the arena of their claims. */
struct fake {
	struct hwi_arena arena;
	struct hwi_owners owners;
};

static void begin(struct kunit *test, struct fake *fake)
{
	fake->arena = new_arena(test, 262144);
	memset(&fake->owners, POISON, sizeof(fake->owners));
	hwi_owners_init(&fake->owners);
}

static void add(struct fake *fake, const struct hwi_claim *claim)
{
	struct hwi_claim *copy = hwi_arena_alloc(&fake->arena, sizeof(*copy));

	*copy = *claim;
	/* Collectors leave these uninitialised. */
	copy->next = (void *)-1L;
	copy->same = (void *)-1L;
	hwi_owners_add(&fake->owners, copy);
}

static void claim_key(struct fake *fake, enum hwi_claim_type type,
		      unsigned long key, u64 start, u64 end,
		      struct hwi_device *device)
{
	struct hwi_claim claim = {
		.type = type,
		.key = key,
		.start = start,
		.end = end,
		.device = device,
	};

	add(fake, &claim);
}

static void claim_range(struct fake *fake, u64 start, u64 end,
			struct hwi_device *device)
{
	struct hwi_claim claim = {
		.type = MEM,
		.ranged = true,
		.start = start,
		.end = end,
		.device = device,
	};

	add(fake, &claim);
}

static void index_claims(struct kunit *test, struct fake *fake)
{
	KUNIT_ASSERT_EQ(test, hwi_owners_index(&fake->owners, &fake->arena), 0);
}

#define EXPECT_BY_KEY(test, fake, type, key, start, end, want)            \
	KUNIT_EXPECT_PTR_EQ(test,                                         \
			    hwi_owners_by_key(&(fake)->owners, type, key, \
					      start, end),                \
			    (const struct hwi_device *)(want))

#define EXPECT_BY_RANGE(test, fake, start, end, want)                        \
	KUNIT_EXPECT_PTR_EQ(                                                 \
		test, hwi_owners_by_range(&(fake)->owners, MEM, start, end), \
		(const struct hwi_device *)(want))

static void nothing_is_owned_at_first(struct kunit *test)
{
	enum hwi_claim_type type;
	struct fake fake;

	begin(test, &fake);
	index_claims(test, &fake);
	for (type = 0; type < HWI_CLAIM_TYPES; type++) {
		KUNIT_EXPECT_TRUE(test,
				  !hwi_owners_first(&fake.owners, type, 0));
		EXPECT_BY_KEY(test, &fake, type, 0, 0, 0, NULL);
	}
	EXPECT_BY_RANGE(test, &fake, 0, 0, NULL);
	EXPECT_BY_RANGE(test, &fake, 0, U64_MAX, NULL);
	EXPECT_BY_RANGE(test, &fake, U64_MAX, U64_MAX, NULL);
	KUNIT_EXPECT_EQ(test, fake.owners.nr, 0U);
}

static void a_key_finds_its_owner(struct kunit *test)
{
	struct fake fake;

	begin(test, &fake);
	claim_key(&fake, MEM, 1, 0x100, 0x1ff, &alice);
	claim_key(&fake, MEM, 2, 0x200, 0x2ff, &bob);
	claim_key(&fake, IRQ, 1, 0, 0, &carol);
	index_claims(test, &fake);
	EXPECT_BY_KEY(test, &fake, MEM, 1, 0x100, 0x1ff, &alice);
	EXPECT_BY_KEY(test, &fake, MEM, 2, 0x200, 0x2ff, &bob);
	EXPECT_BY_KEY(test, &fake, MEM, 3, 0x100, 0x1ff, NULL);
	/* A key counts for its type only. */
	EXPECT_BY_KEY(test, &fake, IRQ, 1, 0, 0, &carol);
	EXPECT_BY_KEY(test, &fake, MEM, 1, 0, 0, NULL);
	EXPECT_BY_KEY(test, &fake, IO, 1, 0x100, 0x1ff, NULL);
	/* A claim by key says nothing about ranges. */
	EXPECT_BY_RANGE(test, &fake, 0x100, 0x1ff, NULL);
	KUNIT_EXPECT_EQ(test, fake.owners.nr, 3U);
}

/*
 * Before the devices were copied, the device at key 1 went, and its memory was
 * reused for another device with another range.
 */
static void a_key_reused_with_another_range(struct kunit *test)
{
	struct fake fake;

	begin(test, &fake);
	claim_key(&fake, MEM, 1, 0x100, 0x1ff, &alice);
	index_claims(test, &fake);
	EXPECT_BY_KEY(test, &fake, MEM, 1, 0x100, 0x1fe, NULL);
	EXPECT_BY_KEY(test, &fake, MEM, 1, 0x101, 0x1ff, NULL);
	EXPECT_BY_KEY(test, &fake, MEM, 1, 0x300, 0x3ff, NULL);
	begin(test, &fake);
	claim_key(&fake, MEM, 1, 0x100, 0x1ff, &alice);
	claim_key(&fake, MEM, 1, 0x300, 0x3ff, &bob);
	index_claims(test, &fake);
	EXPECT_BY_KEY(test, &fake, MEM, 1, 0x100, 0x1ff, &alice);
	EXPECT_BY_KEY(test, &fake, MEM, 1, 0x300, 0x3ff, &bob);
}

/* Many keys with three or four claims each; the last one found comes first. */
static void claims_of_one_key_in_turn(struct kunit *test)
{
	const struct hwi_claim *claim;
	unsigned long key;
	struct fake fake;
	u64 want;

	begin(test, &fake);
	for (key = 0; key < 1000; key++)
		claim_key(&fake, IRQ, key % 333, key, key, &alice);
	index_claims(test, &fake);
	for (key = 0; key < 333; key++) {
		want = key ? key + 666 : 999;
		for (claim = hwi_owners_first(&fake.owners, IRQ, key); claim;
		     claim = claim->same) {
			KUNIT_EXPECT_EQ(test, claim->key, key);
			KUNIT_EXPECT_EQ(test, claim->start, want);
			want -= 333;
		}
		KUNIT_EXPECT_EQ(test, want, (u64)key - 333);
	}
	KUNIT_EXPECT_TRUE(test, !hwi_owners_first(&fake.owners, IRQ, 333));
	KUNIT_EXPECT_TRUE(test, !hwi_owners_first(&fake.owners, MEM, 0));
	/* All of them, in the order in which they were found. */
	claim = fake.owners.first;
	for (want = 0; claim; claim = claim->next, want++)
		KUNIT_EXPECT_EQ(test, claim->start, want);
	KUNIT_EXPECT_EQ(test, want, (u64)1000);
}

/*
 *     0       1       2       3       4       5       6       7
 *     |-- alice ----------------------|
 *                     |-- bob -|              |- carol -----|
 */
static void the_smallest_range_owns(struct kunit *test)
{
	struct fake fake;

	begin(test, &fake);
	claim_range(&fake, 0x200, 0x2ff, &bob);
	claim_range(&fake, 0x000, 0x3ff, &alice);
	claim_range(&fake, 0x500, 0x6ff, &carol);
	index_claims(test, &fake);
	EXPECT_BY_RANGE(test, &fake, 0x000, 0x3ff, &alice);
	EXPECT_BY_RANGE(test, &fake, 0x200, 0x2ff, &bob);
	EXPECT_BY_RANGE(test, &fake, 0x280, 0x280, &bob);
	/* Only half in bob's */
	EXPECT_BY_RANGE(test, &fake, 0x280, 0x300, &alice);
	EXPECT_BY_RANGE(test, &fake, 0x6ff, 0x6ff, &carol);
	/* In nobody's, though between the lowest and the highest range */
	EXPECT_BY_RANGE(test, &fake, 0x400, 0x4ff, NULL);
	EXPECT_BY_RANGE(test, &fake, 0x3ff, 0x500, NULL);
	EXPECT_BY_RANGE(test, &fake, 0x6ff, 0x700, NULL);
	EXPECT_BY_RANGE(test, &fake, 0, U64_MAX, NULL);
	/* A claim by range has no key, and counts for its type only. */
	KUNIT_EXPECT_TRUE(test, !hwi_owners_first(&fake.owners, MEM, 0));
	KUNIT_EXPECT_TRUE(test,
			  !hwi_owners_by_range(&fake.owners, IO, 0x200, 0x2ff));
}

static void ranges_at_the_ends_of_the_world(struct kunit *test)
{
	const u64 top = U64_MAX;
	struct fake fake;

	begin(test, &fake);
	claim_range(&fake, 0, top, &alice);
	claim_range(&fake, 0, 0, &bob);
	claim_range(&fake, top, top, &carol);
	EXPECT_BY_RANGE(test, &fake, 0, 0, &bob);
	EXPECT_BY_RANGE(test, &fake, 1, 1, &alice);
	EXPECT_BY_RANGE(test, &fake, top, top, &carol);
	EXPECT_BY_RANGE(test, &fake, 0, top, &alice);
}

/* The index fits any arena: it grows as often as it needs to. */
static void an_index_at_every_size(struct kunit *test)
{
	struct hwi_budget budget = { .max = SIZE_MAX };
	struct fake fake;
	size_t size;
	u64 key;

	begin(test, &fake);
	for (key = 0; key < 8; key++)
		claim_key(&fake, key % 3, key / 3, key, key, &alice);
	claim_range(&fake, 0x100, 0x1ff, &bob);
	for (size = 0; size < 1024; size++) {
		struct hwi_arena arena = new_arena(test, size);
		void *block = arena.at;

		arena.budget = &budget;
		memset(fake.owners.by_key, 0, sizeof(fake.owners.by_key));
		KUNIT_EXPECT_EQ(test, hwi_owners_index(&fake.owners, &arena),
				0);
		for (key = 0; key < 8; key++)
			EXPECT_BY_KEY(test, &fake, key % 3, key / 3, key, key,
				      &alice);
		EXPECT_BY_RANGE(test, &fake, 0x100, 0x1ff, &bob);
		hwi_arena_free(&arena);
		kunit_kfree(test, block);
	}
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
}

static void an_index_that_cannot_be(struct kunit *test)
{
	struct hwi_budget budget = { .max = 1000 };
	struct hwi_arena arena;
	struct fake fake;
	unsigned int i;

	begin(test, &fake);
	claim_key(&fake, MEM, 1, 1, 1, &alice);
	hwi_arena_init(&arena, &budget);
	KUNIT_EXPECT_EQ(test, hwi_owners_index(&fake.owners, &arena), -EFBIG);
	budget.max = SIZE_MAX;
	fail_after = 0;
	KUNIT_EXPECT_EQ(test, hwi_owners_index(&fake.owners, &arena), -ENOMEM);
	fail_after = NEVER;
	/*
	 * There is room, and the reader is killed in the first pause: after a
	 * batch.
	 */
	KUNIT_EXPECT_EQ(test, hwi_arena_more(&arena, 64 * HWI_BATCH), 0);
	watch_pauses(NULL, 1);
	for (i = 2; i < HWI_BATCH; i++)
		claim_key(&fake, MEM, i, i, i, &alice);
	KUNIT_EXPECT_EQ(test, hwi_owners_index(&fake.owners, &arena), 0);
	memset(fake.owners.by_key, 0, sizeof(fake.owners.by_key));
	claim_key(&fake, MEM, i, i, i, &alice);
	KUNIT_EXPECT_EQ(test, hwi_owners_index(&fake.owners, &arena), -EINTR);
	watch_pauses(NULL, 0);
	hwi_arena_free(&arena);
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
}

static struct kunit_case owner_cases[] = {
	KUNIT_CASE(nothing_is_owned_at_first),
	KUNIT_CASE(a_key_finds_its_owner),
	KUNIT_CASE(a_key_reused_with_another_range),
	KUNIT_CASE(claims_of_one_key_in_turn),
	KUNIT_CASE(the_smallest_range_owns),
	KUNIT_CASE(ranges_at_the_ends_of_the_world),
	KUNIT_CASE(an_index_at_every_size),
	KUNIT_CASE(an_index_that_cannot_be),
	{}
};

static struct kunit_suite owner_suite = {
	.name = "hwinsight_owner",
	.test_cases = owner_cases,
};

kunit_test_suite(owner_suite);

MODULE_DESCRIPTION("KUnit: which device a range or an interrupt belongs to");
MODULE_LICENSE("GPL");
