// SPDX-License-Identifier: GPL-2.0
/* Copies a resource tree into records. */
#include <linux/kernel.h>

#include "core/compat.h"
#include "resource_rows.h"

/**
 * struct tree_copy - what copy_tree_locked() is to do
 * @root: iomem_resource or ioport_resource
 * @arena: where to
 * @resources: result
 */
struct tree_copy {
	const struct resource *root;
	struct hwi_arena *arena;
	struct hwi_resources resources;
};

/*
 * Called with resource_lock held for writing: no resource comes, goes or
 * changes meanwhile, and whoever frees one, or the name in it, has to release
 * it first. Copies, and does nothing else. Asking for the last address of the
 * range makes the allocation fail, so nothing is inserted anywhere.
 */
static HWI_ALIGNF(copy_tree_locked, data, avail)
{
	struct tree_copy *copy = data;

	hwi_resources_copy(&copy->resources, copy->arena, copy->root);
	return avail->end;
}

/*
 * resource_lock is static, and no exported walker holds it while it tells the
 * names. But allocate_resource() holds it for writing while it asks its
 * alignment callback, whatever root it is given: here, an empty one on the
 * stack. IORESOURCE_BUS keeps x86 from clipping the range to the e820 map.
 * The two must be of one type, and the root larger than the request.
 */
static void copy_tree(struct hwi_arena *arena, void *data)
{
	struct resource empty = { .end = 0xff, .flags = IORESOURCE_BUS };
	struct resource want = { .flags = IORESOURCE_BUS };

	allocate_resource(&empty, &want, 2, 0, 0xff, 1, copy_tree_locked, data);
}

/**
 * hwi_resources_collect() - copy a resource tree
 * @resources: result
 * @arena: where the copy goes
 * @root: iomem_resource or ioport_resource
 *
 * The walk of a tree cannot be split, for the lock cannot be let go inside the
 * callback: this is the one section that is longer than HWI_BATCH items.
 *
 * Context: process context, may sleep; takes resource_lock.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_resources_collect(struct hwi_resources *resources,
			  struct hwi_arena *arena, const struct resource *root)
{
	struct tree_copy copy = { .root = root, .arena = arena };
	int err = hwi_arena_fit(arena, copy_tree, &copy);

	if (!err)
		*resources = copy.resources;
	return err;
}
