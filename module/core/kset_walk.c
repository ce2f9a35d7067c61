// SPDX-License-Identifier: GPL-2.0
#include <linux/rcupdate.h>
#include <linux/spinlock.h>

#include "index.h"
#include "kset_walk.h"
#include "pause.h"

/*
 * A walk lets go of the kset's lock after each batch. It goes on behind a
 * member of that batch that it holds by a reference, and passes those behind
 * it that it has looked at, which it knows by their addresses. If the member
 * held has left the list meanwhile, it goes on from the head of the list in
 * the same way. It may also have been moved to the end, and the walk with it
 * (devices_kset_move_last()): so the walk ends with a pass that finds nothing
 * new. (A member that got the address of one that is gone may be missed, as if
 * it had come a little later.)
 */

/* Batches that may find nothing new, for want of a place to go on from. */
#define IDLE_MAX 1000

/**
 * struct walk - a walk
 * @of: over what
 * @arena: where its notes are kept, and what @fn copies
 * @fn: the function
 * @data: what it gets
 * @parked: the member to go on behind, with a reference; NULL for the head
 * @passed: finds the members that earlier batches looked at
 * @nr: how many this one looked at
 * @key: their addresses, HWI_BATCH at most
 * @from_head: this batch began at the head
 * @found: members looked at since one did
 * @at_end: the end of the list was reached
 */
struct walk {
	const struct hwi_kset *of;
	struct hwi_arena *arena;
	hwi_kobject_fn *fn;
	void *data;
	struct kobject *parked;
	struct hwi_index passed;
	unsigned int nr;
	unsigned long *key;
	bool from_head;
	unsigned int found;
	bool at_end;
};

/* Look at a member. Returns false if it did not fit. */
static bool look(struct walk *walk, struct kobject *kobj)
{
	struct hwi_mark mark = hwi_arena_mark(walk->arena);

	walk->fn(kobj, walk->data);
	if (walk->arena->overflow) {
		hwi_arena_rewind(walk->arena, mark);
		return false;
	}
	walk->key[walk->nr++] = (unsigned long)kobj;
	walk->found++;
	return true;
}

/*
 * Where to begin. kobj_kset_leave() takes a kobject off under this lock. It was
 * not the last one: if it is now, it has been moved, or all behind it has left.
 */
static struct list_head *place(struct walk *walk)
{
	struct kobject *parked = walk->parked;

	walk->from_head = !parked || list_empty(&parked->entry) ||
			  list_is_last(&parked->entry, &walk->of->kset->list);
	if (!walk->from_head)
		return parked->entry.next;
	walk->found = 0;
	return walk->of->kset->list.next;
}

/* Called under the list's lock: returns where to go on, or NULL for nowhere. */
static struct kobject *look_at_batch(struct walk *walk)
{
	const struct hwi_kset *of = walk->of;
	struct kobject *last = NULL, *kobj;
	unsigned int steps = 0;
	struct list_head *at;

	for (at = place(walk); at != &of->kset->list; at = at->next) {
		kobj = list_entry(at, struct kobject, entry);
		if (kobj->ktype != of->ktype)
			continue;
		/* Without a place to go on from, get as far as one can. */
		if (last ? steps >= HWI_BATCH : walk->nr == HWI_BATCH)
			return last;
		steps++;
		if ((!walk->passed.bucket ||
		     !hwi_index_first(&walk->passed, (unsigned long)kobj)) &&
		    !look(walk, kobj))
			return last;
		if (of->can_park(kobj))
			last = kobj;
	}
	walk->at_end = true;
	return NULL;
}

static void walk_batch(struct walk *walk)
{
	struct kobject *old = walk->parked, *last;
	struct kset *kset = walk->of->kset;

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

/* Remember what the batch has looked at. */
static int pass(struct walk *walk)
{
	struct hwi_arena *arena = walk->arena;
	unsigned int i = 0;
	int err = 0;

	while (!err && !walk->passed.bucket)
		if (!hwi_index_init(&walk->passed, arena, 2 * HWI_BATCH))
			err = hwi_arena_pause(arena);
	while (!err && i < walk->nr) {
		if (hwi_index_add(&walk->passed, arena, walk->key[i], walk))
			i++;
		else
			err = hwi_arena_pause(arena);
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

	while (!err && !walk.key) {
		walk.key =
			hwi_arena_alloc(arena, HWI_BATCH * sizeof(*walk.key));
		err = walk.key ? 0 : hwi_arena_pause(arena);
	}
	while (!err) {
		walk_batch(&walk);
		if (walk.at_end && (walk.from_head || !walk.found))
			break;
		idle = walk.nr ? 0 : idle + 1;
		err = idle > IDLE_MAX ? -EAGAIN : hwi_arena_pause(arena);
		if (!err)
			err = pass(&walk);
	}
	if (walk.parked)
		kobject_put(walk.parked);
	return err;
}
