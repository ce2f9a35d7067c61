// SPDX-License-Identifier: GPL-2.0
/* Copies a resource tree into records. */
#include <linux/kernel.h>

#include "core/compat.h"
#include "resource_rows.h"

/**
 * struct tree_copy - arguments and result of copy_tree_locked()
 * @root: iomem_resource or ioport_resource
 * @arena: where to copy; NULL to count only
 * @resources: result
 */
struct tree_copy {
	const struct resource *root;
	struct hwi_arena *arena;
	struct hwi_resources resources;
};

/*
 * Deeper than any tree; anything below that, or beyond the maximum, is not
 * counted.
 */
#define DEPTH_MAX 32
#define COUNT_MAX 1000000

/* Goes up the way it came down, like hwi_resources_copy(). */
static unsigned int count(const struct resource *root)
{
	const struct resource *up[DEPTH_MAX], *res = root->child;
	unsigned int depth = 0, nr = 0;

	while (res && nr < COUNT_MAX) {
		nr++;
		if (res->child && depth < DEPTH_MAX) {
			up[depth++] = res;
			res = res->child;
			continue;
		}
		while (!res->sibling && depth)
			res = up[--depth];
		res = res->sibling;
	}
	return nr;
}

/*
 * Called with resource_lock held for writing: no resource comes, goes or
 * changes meanwhile, and whoever frees one, or the name in it, has to release
 * it first. Copies, and does nothing else. Asking for the last address of the
 * range makes the allocation fail, so nothing is inserted anywhere.
 */
static HWI_ALIGNF(copy_tree_locked, data, avail)
{
	struct tree_copy *copy = data;

	if (copy->arena)
		hwi_resources_copy(&copy->resources, copy->arena, copy->root);
	else
		copy->resources.nr = count(copy->root);
	return avail->end;
}

/*
 * resource_lock is static, and no exported walker holds it while it shows names
 * to its caller. But allocate_resource() holds it for writing while it calls
 * its alignment callback, whatever root it is given: here, an empty one on the
 * stack. IORESOURCE_BUS keeps x86 from clipping the range to the e820 map. Both
 * must have the same type, and the root must be larger than the request.
 */
static void copy_tree(struct hwi_arena *arena, void *data)
{
	struct resource empty = { .end = 0xff, .flags = IORESOURCE_BUS };
	struct resource want = { .flags = IORESOURCE_BUS };

	allocate_resource(&empty, &want, 2, 0, 0xff, 1, copy_tree_locked, data);
}

/* Most names are shorter, so that the tree fits at the first try. */
#define NAME_ROOM 24

/**
 * hwi_resources_collect() - copy a resource tree
 * @resources: result
 * @arena: where the copy goes
 * @root: iomem_resource or ioport_resource
 *
 * The walk of a tree cannot be split, since the lock cannot be dropped inside
 * the callback: this is the one section that is longer than HWI_BATCH items.
 *
 * Context: process context, may sleep; takes resource_lock.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_resources_collect(struct hwi_resources *resources,
			  struct hwi_arena *arena, const struct resource *root)
{
	struct tree_copy copy = { .root = root };
	size_t room;
	int err = 0;

	copy_tree(NULL, &copy);
	room = copy.resources.nr * (sizeof(struct hwi_resource) + NAME_ROOM);
	if (room > arena->left)
		err = hwi_arena_more(arena, room);
	copy.arena = arena;
	if (!err)
		err = hwi_arena_fit(arena, copy_tree, &copy);
	if (!err)
		*resources = copy.resources;
	return err;
}
