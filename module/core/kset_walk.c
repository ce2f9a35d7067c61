// SPDX-License-Identifier: GPL-2.0
#include <linux/rcupdate.h>
#include <linux/spinlock.h>

#include "index.h"
#include "kset_walk.h"
#include "pause.h"

/*
 * A walk releases the kset's lock after each batch. It keeps a reference to one
 * member of the batch, and resumes after that member; members that it has seen,
 * which it knows by their addresses, are skipped. If the member held has left
 * the list meanwhile, the walk resumes at the head of the list, and skips in
 * the same way. The member may also have been moved to the end, and the walk
 * with it (devices_kset_move_last()): so the last pass of a walk is one that
 * finds nothing new. (A new member at the address of one that is gone may be
 * missed, as if it had come a little later.)
 *
 * Members that are not wanted, or of which nothing is copied, are not noted,
 * and may be looked at again. Only if a batch has no member that can be held
 * are they noted, too, so that the walk makes progress.
 */

/* Most walks see more members than that. */
#define PASSED_MIN (HWI_BATCH / 2)

/* That many batches in a row may find nothing new. */
#define IDLE_MAX 1000

/**
 * struct walk - a walk
 * @of: the kset, and which of its members
 * @arena: where its notes are kept, and what @fn copies
 * @fn: the function
 * @data: what it gets
 * @parked: the member to go on behind, with a reference; NULL for the head
 * @passed: finds the members that earlier batches noted
 * @noted: the members that this batch noted
 * @nr: how many those are
 * @notes_all: note members of which nothing is copied, too
 * @from_head: this batch began at the head
 * @found: members noted since a batch last began at the head; not zero until
 *	the walk has been at the end of the list
 * @at_end: this batch reached the end of the list
 * @ended: some batch did
 */
struct walk {
	const struct hwi_kset *of;
	struct hwi_arena *arena;
	hwi_kobject_fn *fn;
	void *data;
	struct kobject *parked;
	struct hwi_index passed;
	struct hwi_index_entry *noted;
	unsigned int nr;
	bool notes_all;
	bool from_head;
	unsigned int found;
	bool at_end;
	bool ended;
};

static bool is_wanted(const struct walk *walk, struct kobject *kobj)
{
	return !walk->of->wanted || walk->of->wanted(kobj);
}

/* Looks at a member. Returns false if it did not fit. */
static bool look(struct walk *walk, struct kobject *kobj, bool wanted)
{
	struct hwi_arena *arena = walk->arena;
	struct hwi_mark mark = hwi_arena_mark(arena);
	struct hwi_index_entry *note = hwi_arena_alloc(arena, sizeof(*note));
	const char *begin = arena->at;

	if (note && wanted)
		walk->fn(kobj, walk->data);
	if (arena->overflow || (arena->at == begin && !walk->notes_all)) {
		hwi_arena_rewind(arena, mark);
		return !arena->overflow;
	}
	note->key = (unsigned long)kobj;
	note->next = walk->noted;
	walk->noted = note;
	walk->nr++;
	walk->found++;
	return true;
}

/*
 * Where to begin. kobj_kset_leave() takes a kobject off the list under this
 * lock. The parked member was not the last one: if it is now, it was moved, or
 * all members after it have left.
 */
static struct list_head *place(struct walk *walk)
{
	struct kobject *parked = walk->parked;

	walk->from_head = !parked || list_empty(&parked->entry) ||
			  list_is_last(&parked->entry, &walk->of->kset->list);
	if (!walk->from_head)
		return parked->entry.next;
	walk->found = !walk->ended;
	return walk->of->kset->list.next;
}

static bool is_passed(const struct walk *walk, const struct kobject *kobj)
{
	return walk->passed.bucket &&
	       hwi_index_first(&walk->passed, (unsigned long)kobj);
}

/* Under the list's lock: returns where to resume, or NULL for nowhere. */
static struct kobject *look_at_batch(struct walk *walk)
{
	const struct hwi_kset *of = walk->of;
	struct kobject *last = NULL, *kobj;
	unsigned int steps = 0;
	struct list_head *at;
	bool wanted;

	for (at = place(walk); at != &of->kset->list; at = at->next) {
		kobj = list_entry(at, struct kobject, entry);
		if (kobj->ktype != of->ktype)
			continue;
		/* With no member to resume after, go as far as possible. */
		if (steps >= HWI_BATCH &&
		    (last || !walk->notes_all || walk->nr == HWI_BATCH)) {
			walk->notes_all |= !last;
			return last;
		}
		steps++;
		wanted = is_wanted(walk, kobj);
		if ((wanted || walk->notes_all) && !is_passed(walk, kobj) &&
		    !look(walk, kobj, wanted))
			return last;
		/* Late in the batch, even an unwanted member will do. */
		if ((wanted || steps > HWI_BATCH / 2) && of->can_park(kobj))
			last = kobj;
	}
	walk->at_end = true;
	walk->ended = true;
	return NULL;
}

static void walk_batch(struct walk *walk)
{
	struct kobject *old = walk->parked, *last;
	struct kset *kset = walk->of->kset;

	walk->noted = NULL;
	walk->nr = 0;
	walk->at_end = false;
	/* On PREEMPT_RT a spinlock implies no RCU section. */
	rcu_read_lock();
	spin_lock(&kset->list_lock);
	last = look_at_batch(walk);
	if (walk->at_end || (last && kobject_get_unless_zero(last)))
		walk->parked = last;
	spin_unlock(&kset->list_lock);
	rcu_read_unlock();
	if (old && old != walk->parked)
		kobject_put(old);
}

/* Remembers what the batch has noted. */
static int pass(struct walk *walk)
{
	struct hwi_index *passed = &walk->passed;
	struct hwi_index_entry *note;
	int err = 0;

	if (walk->noted && !passed->bucket &&
	    !hwi_index_init(passed, walk->arena, PASSED_MIN)) {
		err = hwi_arena_more(walk->arena,
				     2 * PASSED_MIN * sizeof(*passed->bucket));
		if (!err)
			hwi_index_init(passed, walk->arena, PASSED_MIN);
	}
	while (!err && walk->noted) {
		note = walk->noted;
		walk->noted = note->next;
		hwi_index_link(passed, note, note->key, walk);
	}
	return err;
}

/**
 * hwi_kset_walk() - call a function for every member of a kset
 * @of: the kset
 * @arena: where the function copies to; gets more room as needed
 * @fn: the function
 * @data: what it gets
 *
 * Under the kset's list_lock none of its members can leave it, and each
 * leaves it before its last reference is dropped: so each one met is alive.
 *
 * Context: process context, may sleep; takes the kset's list_lock.
 * Return: 0, -ENOMEM, -EFBIG, -EINTR, or -EAGAIN if members went faster than
 * they could be listed.
 */
int hwi_kset_walk(const struct hwi_kset *of, struct hwi_arena *arena,
		  hwi_kobject_fn *fn, void *data)
{
	struct walk walk = { .of = of, .arena = arena, .fn = fn, .data = data };
	unsigned int idle = 0;
	int err = 0;

	while (!err) {
		walk_batch(&walk);
		if (walk.at_end && (walk.from_head || !walk.found))
			break;
		idle = walk.nr ? 0 : idle + 1;
		/* The walk may also make progress and find nothing to copy. */
		walk.notes_all |= idle > IDLE_MAX / 2;
		err = idle > IDLE_MAX ? -EAGAIN : hwi_arena_pause(arena);
		if (!err)
			err = pass(&walk);
	}
	if (walk.parked)
		kobject_put(walk.parked);
	return err;
}
