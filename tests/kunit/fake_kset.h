/* SPDX-License-Identifier: GPL-2.0 */
/* A made-up kset of kobjects to walk over. */
#ifndef HWI_KUNIT_FAKE_KSET_H
#define HWI_KUNIT_FAKE_KSET_H

#include <linux/kobject.h>

#include "faults.h"
#include "pause.h"
#include "helpers.h"

#include "../../module/core/kset_walk.c"

/* More than three batches, so that a walk stops in the middle of one. */
#define MEMBERS (3 * HWI_BATCH + 100)

/**
 * struct member - a kobject to which the suite keeps a reference
 * @kobj: the kobject
 * @number: its position
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

/* What is walked over. Global, since the pause callback has no argument. */
static struct {
	struct kunit *test;
	struct kset kset;
	struct member *members;
	struct hwi_arena arena;
	struct hwi_budget budget;
	bool (*wanted)(struct kobject *kobj); /* NULL: all of them */
	bool (*copied)(struct kobject *kobj); /* of the wanted ones, likewise */
	unsigned int asked;
	struct member *parked;
	unsigned int steps;
	unsigned int calls;
	unsigned int copies;
	struct copy *last;
} fake;

static inline void never_released(struct kobject *kobj)
{
}

/* Not const before 6.2, where kobject_init() takes it non-const. */
static struct kobj_type ktype = { .release = never_released };

static inline void join(struct member *member)
{
	spin_lock(&fake.kset.list_lock);
	list_add_tail(&member->kobj.entry, &fake.kset.list);
	spin_unlock(&fake.kset.list_lock);
}

/* As kobj_kset_leave() does. */
static inline void leave(struct member *member)
{
	spin_lock(&fake.kset.list_lock);
	list_del_init(&member->kobj.entry);
	spin_unlock(&fake.kset.list_lock);
}

static inline void begin(struct kunit *test)
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

static inline struct member *member_of(struct kobject *kobj)
{
	return container_of(kobj, struct member, kobj);
}

static inline bool can_park(struct kobject *kobj)
{
	fake.parked = member_of(kobj);
	fake.steps++;
	return true;
}

static inline bool cannot_park(struct kobject *kobj)
{
	fake.steps++;
	return false;
}

static inline bool every_seventh_can_park(struct kobject *kobj)
{
	return member_of(kobj)->number % 7 == 3 && can_park(kobj);
}

/* Two allocations: the first may fit when the second does not. */
static inline void copy_member(struct kobject *kobj, void *data)
{
	struct member *member = member_of(kobj);
	struct copy *copy;

	fake.calls++;
	if (fake.copied && !fake.copied(kobj))
		return;
	copy = hwi_arena_alloc(&fake.arena, sizeof(*copy));
	if (!copy || !hwi_arena_copy(&fake.arena, "and a string"))
		return;
	copy->number = member->number;
	copy->next = fake.last;
	fake.last = copy;
	fake.copies++;
	member->seen++;
}

static inline int walk_as(bool (*park)(struct kobject *kobj))
{
	const struct hwi_kset of = {
		.kset = &fake.kset,
		.ktype = &ktype,
		.can_park = park,
		.wanted = fake.wanted,
	};

	return hwi_kset_walk(&of, &fake.arena, copy_member, NULL);
}

/* Members from @from to @to were seen @times; no reference is left. */
static inline void expect_seen(struct kunit *test, unsigned int from,
			       unsigned int to, unsigned int times)
{
	unsigned int i, wrong = 0, held = 0;

	for (i = from; i < to; i++) {
		wrong += fake.members[i].seen != times;
		held += kref_read(&fake.members[i].kobj.kref) != 1;
	}
	KUNIT_EXPECT_EQ(test, wrong, 0U);
	KUNIT_EXPECT_EQ(test, held, 0U);
}

/* Every copy is complete, and there are no duplicates. */
static inline void end(struct kunit *test)
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

#endif
