// SPDX-License-Identifier: GPL-2.0
#include "fake_kset.h"

static void the_parked_one_leaves(void)
{
	if (fake.parked && !list_empty(&fake.parked->kobj.entry))
		leave(fake.parked);
}

/* The walk starts over from the head, and skips what it has seen. */
static void the_place_it_stopped_at_is_gone(struct kunit *test)
{
	begin(test);
	watch_pauses(the_parked_one_leaves, 0);
	KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
	expect_seen(test, 0, MEMBERS, 1);
	end(test);
}

/* The parked member leaves with its neighbours on both sides. */
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
	/* Only those that left before the walk reached them were missed. */
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

/* Members behind the parked one move with it, whether seen or not. */
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

/* As devices_kset_move_last() does: the walk must not follow it to the end. */
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

/* Its last reference is gone, but it is still on the list. */
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

/* The parked member moves to the head each time, so there is no progress. */
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

static bool only_the_last(struct kobject *kobj)
{
	return member_of(kobj)->number >= 2 * HWI_BATCH;
}

static bool never(struct kobject *kobj)
{
	return false;
}

/* Nor does the walk end when members move before any was copied. */
static void it_is_moved_before_any_is_copied(struct kunit *test)
{
	begin(test);
	fake.copied = only_the_last;
	moves = 1;
	watch_pauses(its_kin_is_moved_to_the_end, 0);
	KUNIT_EXPECT_EQ(test, walk_as(can_park), 0);
	expect_seen(test, 0, 2 * HWI_BATCH, 0);
	expect_seen(test, 2 * HWI_BATCH, MEMBERS, 1);
	end(test);
}

static void nor_one_that_copies_nothing(struct kunit *test)
{
	begin(test);
	fake.copied = never;
	watch_pauses(it_comes_back_first, 0);
	KUNIT_EXPECT_EQ(test, walk_as(can_park), -EAGAIN);
	KUNIT_EXPECT_TRUE(test, pauses > IDLE_MAX && pauses < 2 * IDLE_MAX);
	end(test);
}

/* At every stop the parked member leaves, too. */
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

static struct kunit_case kset_moves_cases[] = {
	KUNIT_CASE(the_place_it_stopped_at_is_gone),
	KUNIT_CASE(the_place_and_all_around_it_is_gone),
	KUNIT_CASE(the_rest_leaves),
	KUNIT_CASE(those_that_join_are_seen),
	KUNIT_CASE(the_place_it_stopped_at_is_moved),
	KUNIT_CASE(the_place_to_stop_at_is_dying),
	KUNIT_CASE(it_is_moved_before_any_is_copied),
	KUNIT_CASE(a_walk_does_not_go_on_forever),
	KUNIT_CASE(nor_one_that_copies_nothing),
	KUNIT_CASE(an_arena_that_overflows_where_members_go),
	{}
};

static struct kunit_suite kset_moves_suite = {
	.name = "hwinsight_kset_moves",
	.test_cases = kset_moves_cases,
};

kunit_test_suite(kset_moves_suite);

MODULE_DESCRIPTION("KUnit: walks over a kset that changes meanwhile");
MODULE_LICENSE("GPL");
