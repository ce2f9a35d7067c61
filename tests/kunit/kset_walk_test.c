// SPDX-License-Identifier: GPL-2.0
#include <linux/kobject.h>

#include "faults.h"
#include "pause.h"
#include "helpers.h"

#include "../../module/core/kset_walk.c"

/* More than three batches, so that a walk stops in the middle of one. */
#define MEMBERS (3 * HWI_BATCH + 100)

/**
 * struct member - a kobject of the suite's own, which keeps a reference to it
 * @kobj: the kobject
 * @number: its place
 * @seen: how often it was copied
 */
struct member {
	struct kobject kobj;
	unsigned int number;
	unsigned int seen;
};

/* What a walk copies of a member. */
struct copy {
	struct copy *next;
	unsigned int number;
	char text[20];
};

/* What is walked over. A pause, which takes no argument, changes it. */
static struct {
	struct kunit *test;
	struct kset kset;
	struct member *members;
	struct hwi_arena arena;
	struct hwi_budget budget;
	struct member *parked;
	unsigned int steps;
	unsigned int calls;
	unsigned int copies;
	struct copy *last;
} fake;

static void never_released(struct kobject *kobj)
{
}

/* Not const before 6.2: kobject_init() took it so. */
static struct kobj_type ktype = { .release = never_released };
static struct kobj_type other_ktype = { .release = never_released };

static void join(struct member *member)
{
	spin_lock(&fake.kset.list_lock);
	list_add_tail(&member->kobj.entry, &fake.kset.list);
	spin_unlock(&fake.kset.list_lock);
}

/* As kobj_kset_leave() does. */
static void leave(struct member *member)
{
	spin_lock(&fake.kset.list_lock);
	list_del_init(&member->kobj.entry);
	spin_unlock(&fake.kset.list_lock);
}

static void begin(struct kunit *test)
{
	unsigned int i;

	memset(&fake, 0, sizeof(fake));
	fake.test = test;
	INIT_LIST_HEAD(&fake.kset.list);
	spin_lock_init(&fake.kset.list_lock);
	fake.budget.max = SIZE_MAX;
	hwi_arena_init(&fake.arena, &fake.budget);
	fake.members = kunit_kzalloc(test, MEMBERS * sizeof(*fake.members),
				     GFP_KERNEL);
	KUNIT_ASSERT_TRUE(test, fake.members);
	for (i = 0; i < MEMBERS; i++) {
		fake.members[i].number = i;
		kobject_init(&fake.members[i].kobj, &ktype);
		join(&fake.members[i]);
	}
}

static struct member *member_of(struct kobject *kobj)
{
	return container_of(kobj, struct member, kobj);
}

static bool can_park(struct kobject *kobj)
{
	fake.parked = member_of(kobj);
	fake.steps++;
	return true;
}

static bool cannot_park(struct kobject *kobj)
{
	fake.steps++;
	return false;
}

static bool every_seventh_can_park(struct kobject *kobj)
{
	return member_of(kobj)->number % 7 == 3 && can_park(kobj);
}

/* Two allocations: the first may fit where the second does not. */
static void copy_member(struct kobject *kobj, void *data)
{
	struct member *member = member_of(kobj);
	struct copy *copy = hwi_arena_alloc(&fake.arena, sizeof(*copy));

	fake.calls++;
	if (!copy || !hwi_arena_copy(&fake.arena, "and a string"))
		return;
	copy->number = member->number;
	copy->next = fake.last;
	fake.last = copy;
	fake.copies++;
	member->seen++;
}

static int walk_as(bool (*park)(struct kobject *kobj))
{
	const struct hwi_kset of = {
		.kset = &fake.kset,
		.ktype = &ktype,
		.can_park = park,
	};

	return hwi_kset_walk(&of, &fake.arena, copy_member, NULL);
}

/* Those whose number is in a range were seen as often; no reference is left. */
static void expect_seen(struct kunit *test, unsigned int from, unsigned int to,
			unsigned int times)
{
	unsigned int i, wrong = 0, held = 0;

	for (i = from; i < to; i++) {
		wrong += fake.members[i].seen != times;
		held += kref_read(&fake.members[i].kobj.kref) != 1;
	}
	KUNIT_EXPECT_EQ(test, wrong, 0U);
	KUNIT_EXPECT_EQ(test, held, 0U);
}

/* What was copied is whole, and none of it twice. */
static void end(struct kunit *test)
{
	const struct copy *copy;
	unsigned int nr = 0;

	for (copy = fake.last; copy; copy = copy->next) {
		KUNIT_ASSERT_TRUE(test, copy->number < MEMBERS);
		KUNIT_EXPECT_EQ(test, fake.members[copy->number].seen, 1U);
		nr++;
	}
	KUNIT_EXPECT_EQ(test, nr, fake.copies);
	KUNIT_EXPECT_TRUE(test, fake.kset.list.next);
	watch_pauses(NULL, 0);
	hwi_arena_free(&fake.arena);
	KUNIT_EXPECT_EQ(test, fake.budget.used, (size_t)0);
}

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
	/* In batches, in their order. */
	KUNIT_EXPECT_TRUE(test, pauses >= MEMBERS / HWI_BATCH);
	KUNIT_EXPECT_EQ(test, fake.last->number, MEMBERS - 1U);
	end(test);
}

/* Batches of exactly the list, and one more or less. */
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
	/* Where none can, each batch passes those of all before it, once. */
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

/* The last walk passes what it knows, from the head, and again in batches. */
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

/* Where it goes on from is held, and nothing else is. */
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

static void the_parked_one_leaves(void)
{
	if (fake.parked && !list_empty(&fake.parked->kobj.entry))
		leave(fake.parked);
}

/* The walk goes on from the head, and passes what it knows. */
static void the_place_it_stopped_at_is_gone(struct kunit *test)
{
	begin(test);
	watch_pauses(the_parked_one_leaves, 0);
	KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
	expect_seen(test, 0, MEMBERS, 1);
	end(test);
}

/* A whole neighbourhood goes with it: what is before and what is behind. */
static void its_neighbours_leave(void)
{
	unsigned int from, to;

	if (!fake.parked || list_empty(&fake.parked->kobj.entry))
		return;
	from = max(fake.parked->number, 40U) - 40;
	to = min(fake.parked->number + 40, MEMBERS - 1U);
	for (; from <= to; from++)
		if (!list_empty(&fake.members[from].kobj.entry))
			leave(&fake.members[from]);
}

static void the_place_and_all_around_it_is_gone(struct kunit *test)
{
	unsigned int i, missed = 0;

	begin(test);
	watch_pauses(its_neighbours_leave, 0);
	KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
	/* None but those that left before it came to them. */
	for (i = 0; i < MEMBERS; i++) {
		KUNIT_EXPECT_TRUE(test, fake.members[i].seen <= 1);
		if (!fake.members[i].seen) {
			KUNIT_EXPECT_TRUE(
				test, list_empty(&fake.members[i].kobj.entry));
			missed++;
		}
		KUNIT_EXPECT_EQ(test, kref_read(&fake.members[i].kobj.kref),
				1U);
	}
	KUNIT_EXPECT_TRUE(test, missed > 0 && missed < MEMBERS / 2);
	end(test);
}

static void all_leave(void)
{
	unsigned int i;

	for (i = 0; i < MEMBERS; i++)
		if (!list_empty(&fake.members[i].kobj.entry))
			leave(&fake.members[i]);
}

static unsigned int leave_in_pause;

static void all_leave_then(void)
{
	if (leave_in_pause && !--leave_in_pause)
		all_leave();
}

static void the_rest_leaves(struct kunit *test)
{
	unsigned int when;

	for (when = 1; when < 8; when++) {
		begin(test);
		leave_in_pause = when;
		watch_pauses(all_leave_then, 0);
		KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
		expect_seen(test, 0, fake.copies, 1);
		expect_seen(test, fake.copies, MEMBERS, 0);
		end(test);
	}
}

static struct member *newcomer;

static void newcomers_join(void)
{
	if (newcomer < fake.members + MEMBERS)
		join(newcomer++);
}

static void those_that_join_are_seen(struct kunit *test)
{
	unsigned int i;

	begin(test);
	newcomer = fake.members + MEMBERS - 20;
	for (i = MEMBERS - 20; i < MEMBERS; i++)
		leave(&fake.members[i]);
	watch_pauses(newcomers_join, 0);
	KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
	KUNIT_EXPECT_TRUE(test, newcomer > fake.members + MEMBERS - 20);
	expect_seen(test, 0, newcomer - fake.members, 1);
	expect_seen(test, newcomer - fake.members, MEMBERS, 0);
	end(test);
}

static unsigned int moves;

static void it_is_moved_to_the_end(void)
{
	if (!fake.parked || !moves)
		return;
	moves--;
	leave(fake.parked);
	join(fake.parked);
}

/* With so many behind it, which have been seen or not. */
static void its_kin_is_moved_to_the_end(void)
{
	unsigned int i;

	if (!fake.parked || !moves)
		return;
	moves--;
	for (i = fake.parked->number; i < fake.parked->number + 10; i++) {
		leave(&fake.members[i % MEMBERS]);
		join(&fake.members[i % MEMBERS]);
	}
}

/* As devices_kset_move_last() does: the walk must not go to the end with it. */
static void the_place_it_stopped_at_is_moved(struct kunit *test)
{
	unsigned int most;

	for (most = 1; most <= MEMBERS; most *= 4) {
		begin(test);
		moves = most;
		watch_pauses(it_is_moved_to_the_end, 0);
		KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
		expect_seen(test, 0, MEMBERS, 1);
		end(test);
		kunit_kfree(test, fake.members);
	}
	for (most = 1; most <= 4; most++) {
		begin(test);
		moves = most;
		watch_pauses(its_kin_is_moved_to_the_end, 0);
		KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
		expect_seen(test, 0, MEMBERS, 1);
		end(test);
		kunit_kfree(test, fake.members);
	}
}

static struct member *dying;

static void the_dying_leaves(void)
{
	if (!dying || !dying->seen)
		return;
	refcount_set(&dying->kobj.kref.refcount, 1);
	leave(dying);
	dying = NULL;
}

/* Its last reference is gone, though it is still listed. */
static void the_place_to_stop_at_is_dying(struct kunit *test)
{
	begin(test);
	dying = &fake.members[HWI_BATCH - 1];
	refcount_set(&dying->kobj.kref.refcount, 0);
	watch_pauses(the_dying_leaves, 0);
	KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
	KUNIT_EXPECT_TRUE(test, !dying);
	expect_seen(test, 0, MEMBERS, 1);
	end(test);
}

/* Members that go and come at the head, so that it never gets anywhere. */
static void it_comes_back_first(void)
{
	if (!fake.parked)
		return;
	leave(fake.parked);
	spin_lock(&fake.kset.list_lock);
	list_add(&fake.parked->kobj.entry, &fake.kset.list);
	spin_unlock(&fake.kset.list_lock);
}

static void a_walk_does_not_go_on_forever(struct kunit *test)
{
	begin(test);
	watch_pauses(it_comes_back_first, 0);
	KUNIT_EXPECT_EQ(test, walk_as(can_park), -EAGAIN);
	KUNIT_EXPECT_TRUE(test, pauses > IDLE_MAX && pauses < 2 * IDLE_MAX);
	KUNIT_EXPECT_TRUE(test,
			  fake.copies >= HWI_BATCH && fake.copies < MEMBERS);
	expect_seen(test, 0, fake.copies, 1);
	expect_seen(test, fake.copies, MEMBERS, 0);
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

/* While its place is gone at every stop. */
static void an_arena_that_overflows_where_members_go(struct kunit *test)
{
	begin(test);
	watch_pauses(the_parked_one_leaves, 0);
	fake.arena.at = new_block(test, 1000);
	fake.arena.left = 1000;
	KUNIT_EXPECT_EQ(test, walk_as(every_seventh_can_park), 0);
	expect_seen(test, 0, MEMBERS, 1);
	end(test);
}

/* What is given up leaves no reference behind. */
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

static struct kunit_case kset_walk_cases[] = {
	KUNIT_CASE(nothing_to_walk_over),
	KUNIT_CASE(each_member_once),
	KUNIT_CASE(lists_that_end_with_a_batch),
	KUNIT_CASE(others_are_passed),
	KUNIT_CASE(some_cannot_be_held),
	KUNIT_CASE(no_lock_is_held_for_more_than_a_batch),
	KUNIT_CASE(one_reference_at_a_time),
	KUNIT_CASE(the_place_it_stopped_at_is_gone),
	KUNIT_CASE(the_place_and_all_around_it_is_gone),
	KUNIT_CASE(the_rest_leaves),
	KUNIT_CASE(those_that_join_are_seen),
	KUNIT_CASE(the_place_it_stopped_at_is_moved),
	KUNIT_CASE(the_place_to_stop_at_is_dying),
	KUNIT_CASE(a_walk_does_not_go_on_forever),
	KUNIT_CASE(an_arena_that_overflows),
	KUNIT_CASE(an_arena_that_overflows_where_members_go),
	KUNIT_CASE(a_walk_that_is_given_up),
	KUNIT_CASE(no_memory_for_a_walk),
	KUNIT_CASE(a_budget_for_a_walk),
	{}
};

static struct kunit_suite kset_walk_suite = {
	.name = "hwinsight_kset_walk",
	.test_cases = kset_walk_cases,
};

kunit_test_suite(kset_walk_suite);

MODULE_DESCRIPTION("KUnit: walks over the members of a kset");
MODULE_LICENSE("GPL");
