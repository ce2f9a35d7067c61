/* SPDX-License-Identifier: GPL-2.0 */
/* Walks over the members of a kset, in batches. */
#ifndef HWI_KSET_WALK_H
#define HWI_KSET_WALK_H

#include <linux/kobject.h>

#include "arena.h"

/*
 * Called under a spinlock and in an RCU section: copies to the arena, and does
 * nothing else. If the arena overflows it is called again for this member, so
 * it must not record anything before all is copied. It may also be called again
 * for a member of which it copied nothing.
 */
typedef void hwi_kobject_fn(struct kobject *kobj, void *data);

/**
 * struct hwi_kset - which members of a kset to walk over
 * @kset: the kset
 * @ktype: their type; members of another type are skipped
 * @can_park: whether a member can be held while the lock is released. The
 *	reference may be the last one, and the module that made the member may
 *	be gone when it is dropped: so its release has to be in the kernel
 *	itself.
 * @wanted: whether to call the function for a member; NULL for all. A walk can
 *	also hold members that are not wanted.
 */
struct hwi_kset {
	struct kset *kset;
	const struct kobj_type *ktype;
	bool (*can_park)(struct kobject *kobj);
	bool (*wanted)(struct kobject *kobj);
};

int hwi_kset_walk(const struct hwi_kset *of, struct hwi_arena *arena,
		  hwi_kobject_fn *fn, void *data);

#endif
