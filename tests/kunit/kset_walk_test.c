// SPDX-License-Identifier: GPL-2.0
#include "fake_kset.h"

static void nothing_to_walk_over(struct kunit *test)
{
	begin(test);
	INIT_LIST_HEAD(&fake.kset.list);
	KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
	KUNIT_EXPECT_EQ(test, fake.calls, 0U);
	end(test);
}

static void each_member_once(struct kunit *test)
{
	begin(test);
	watch_pauses(NULL, 0);
	KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
	expect_seen(test, 0, MEMBERS, 1);
	/* In batches, and in list order. */
	KUNIT_EXPECT_TRUE(test, pauses >= MEMBERS / HWI_BATCH);
	KUNIT_EXPECT_EQ(test, fake.last->number, MEMBERS - 1U);
	end(test);
}

/* Lists of one batch exactly, and of one more or less. */
static void lists_that_end_with_a_batch(struct kunit *test)
{
	unsigned int nr, i;

	for (nr = HWI_BATCH - 1; nr <= HWI_BATCH + 1; nr++) {
		begin(test);
		for (i = nr; i < MEMBERS; i++)
			leave(&fake.members[i]);
		KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
		expect_seen(test, 0, nr, 1);
		expect_seen(test, nr, MEMBERS, 0);
		end(test);
	}
}

static struct kobj_type other_ktype = { .release = never_released };

static void others_are_passed(struct kunit *test)
{
	unsigned int i;

	begin(test);
	for (i = 0; i < MEMBERS; i += 3)
		fake.members[i].kobj.ktype = &other_ktype;
	KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
	for (i = 0; i < MEMBERS; i++)
		KUNIT_EXPECT_EQ(test, fake.members[i].seen, i % 3 ? 1U : 0U);
	end(test);
}

static void some_cannot_be_held(struct kunit *test)
{
	begin(test);
	KUNIT_EXPECT_EQ(test, walk_as(every_seventh_can_park), 0);
	expect_seen(test, 0, MEMBERS, 1);
	end(test);
	/* If none can be held, each batch skips all earlier ones, once. */
	begin(test);
	KUNIT_EXPECT_EQ(test, walk_as(cannot_park), 0);
	expect_seen(test, 0, MEMBERS, 1);
	KUNIT_EXPECT_TRUE(test, fake.steps < 4 * 3 * MEMBERS);
	end(test);
}

static unsigned int most_steps;

static void count_steps(void)
{
	most_steps = max(most_steps, fake.steps);
	fake.steps = 0;
}

/* The last walk skips, from the head, what it has seen: in batches, too. */
static void no_lock_is_held_for_more_than_a_batch(struct kunit *test)
{
	begin(test);
	most_steps = 0;
	watch_pauses(count_steps, 0);
	KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
	count_steps();
	KUNIT_EXPECT_EQ(test, most_steps, (unsigned int)HWI_BATCH);
	expect_seen(test, 0, MEMBERS, 1);
	end(test);
}

/* The walk holds the member that it resumes after, and no other. */
static void held_is_the_parked_one(void)
{
	unsigned int i, held = 0;

	for (i = 0; i < MEMBERS; i++)
		held += kref_read(&fake.members[i].kobj.kref) - 1;
	KUNIT_EXPECT_TRUE(fake.test, held <= 1);
	if (held)
		KUNIT_EXPECT_EQ(fake.test, kref_read(&fake.parked->kobj.kref),
				2U);
}

static void one_reference_at_a_time(struct kunit *test)
{
	begin(test);
	watch_pauses(held_is_the_parked_one, 0);
	KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
	expect_seen(test, 0, MEMBERS, 1);
	end(test);
}

/* Blocks that end in the middle of a batch, and in the middle of a member. */
static void an_arena_that_overflows(struct kunit *test)
{
	size_t left;

	for (left = 0; left < 40 * sizeof(struct copy); left += 8) {
		begin(test);
		fake.arena.at = new_block(test, left);
		fake.arena.left = left;
		KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
		expect_seen(test, 0, MEMBERS, 1);
		KUNIT_EXPECT_TRUE(test, fake.calls > MEMBERS);
		end(test);
		kunit_kfree(test, fake.members);
	}
}

/* An aborted walk leaves no reference behind. */
static void a_walk_that_is_given_up(struct kunit *test)
{
	unsigned int step;
	int err;

	for (step = 1; step < 50; step++) {
		begin(test);
		watch_pauses(NULL, step);
		err = walk_as(can_park);
		KUNIT_EXPECT_EQ(test, err, pauses == step ? -EINTR : 0);
		expect_seen(test, 0, fake.copies, 1);
		expect_seen(test, fake.copies, MEMBERS, 0);
		end(test);
		kunit_kfree(test, fake.members);
		if (!err)
			break;
	}
	KUNIT_EXPECT_TRUE(test, step > 4 && step < 50);
}

static void no_memory_for_a_walk(struct kunit *test)
{
	unsigned int step;
	int err;

	for (step = 0; step < 50; step++) {
		begin(test);
		fail_after = step;
		err = walk_as(can_park);
		fail_after = NEVER;
		expect_seen(test, 0, fake.copies, 1);
		expect_seen(test, fake.copies, MEMBERS, 0);
		end(test);
		kunit_kfree(test, fake.members);
		if (!err)
			break;
		KUNIT_EXPECT_EQ(test, err, -ENOMEM);
	}
	KUNIT_EXPECT_TRUE(test, step > 1 && step < 50);
}

static void a_budget_for_a_walk(struct kunit *test)
{
	static const size_t most[] = { 0, BLOCK_MIN, 3 * BLOCK_MIN,
				       7 * BLOCK_MIN };
	unsigned int i, before = 0;

	for (i = 0; i < ARRAY_SIZE(most); i++) {
		begin(test);
		fake.budget.max = most[i];
		if (walk_as(can_park))
			KUNIT_EXPECT_TRUE(test, fake.copies < MEMBERS);
		else
			KUNIT_EXPECT_EQ(test, fake.copies,
					(unsigned int)MEMBERS);
		KUNIT_EXPECT_TRUE(test, fake.copies >= before);
		before = fake.copies;
		expect_seen(test, 0, fake.copies, 1);
		expect_seen(test, fake.copies, MEMBERS, 0);
		end(test);
	}
	begin(test);
	fake.budget.max = BLOCK_MIN;
	KUNIT_EXPECT_EQ(test, walk_as(can_park), -EFBIG);
	end(test);
}

static bool a_few(struct kobject *kobj)
{
	fake.asked++;
	return member_of(kobj)->number % 50 == 7;
}

static bool none(struct kobject *kobj)
{
	fake.asked++;
	return false;
}

static void walk_for_a_few(struct kunit *test, bool wanted,
			   bool (*park)(struct kobject *kobj))
{
	unsigned int i;

	begin(test);
	if (wanted)
		fake.wanted = a_few;
	else
		fake.copied = a_few;
	KUNIT_EXPECT_EQ(test, walk_as(park), 0);
	for (i = 0; i < MEMBERS; i++)
		KUNIT_EXPECT_EQ(test, fake.members[i].seen,
				i % 50 == 7 ? 1U : 0U);
	end(test);
	kunit_kfree(test, fake.members);
}

/* Unwanted members are not noted, and no wanted one is missed. */
static void a_few_are_wanted(struct kunit *test)
{
	walk_for_a_few(test, true, can_park);
	walk_for_a_few(test, true, every_seventh_can_park);
	walk_for_a_few(test, true, cannot_park);
}

/* Members of which nothing is copied are not noted either. */
static void a_few_are_copied(struct kunit *test)
{
	walk_for_a_few(test, false, can_park);
	walk_for_a_few(test, false, every_seventh_can_park);
	walk_for_a_few(test, false, cannot_park);
}

static unsigned int most_asked;

static void count_asked(void)
{
	most_asked = max(most_asked, fake.asked);
	fake.asked = 0;
}

/* It needs no memory, and two passes: the second finds nothing either. */
static void none_is_wanted(struct kunit *test)
{
	begin(test);
	fake.wanted = none;
	most_asked = 0;
	watch_pauses(count_asked, 0);
	KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
	count_asked();
	KUNIT_EXPECT_EQ(test, most_asked, (unsigned int)HWI_BATCH);
	KUNIT_EXPECT_EQ(test, fake.calls, 0U);
	KUNIT_EXPECT_EQ(test, fake.budget.used, (size_t)0);
	KUNIT_EXPECT_TRUE(test, pauses <= 2 * DIV_ROUND_UP(MEMBERS, HWI_BATCH));
	end(test);
}

static struct kunit_case kset_walk_cases[] = {
	KUNIT_CASE(nothing_to_walk_over),
	KUNIT_CASE(each_member_once),
	KUNIT_CASE(lists_that_end_with_a_batch),
	KUNIT_CASE(others_are_passed),
	KUNIT_CASE(some_cannot_be_held),
	KUNIT_CASE(no_lock_is_held_for_more_than_a_batch),
	KUNIT_CASE(one_reference_at_a_time),
	KUNIT_CASE(an_arena_that_overflows),
	KUNIT_CASE(a_walk_that_is_given_up),
	KUNIT_CASE(no_memory_for_a_walk),
	KUNIT_CASE(a_budget_for_a_walk),
	KUNIT_CASE(a_few_are_wanted),
	KUNIT_CASE(a_few_are_copied),
	KUNIT_CASE(none_is_wanted),
	{}
};

static struct kunit_suite kset_walk_suite = {
	.name = "hwinsight_kset_walk",
	.test_cases = kset_walk_cases,
};

kunit_test_suite(kset_walk_suite);

MODULE_DESCRIPTION("KUnit: walks over the members of a kset");
MODULE_LICENSE("GPL");
