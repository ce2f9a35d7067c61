// SPDX-License-Identifier: GPL-2.0
#include <linux/hash.h>
#include <linux/kernel.h>

#include "compat.h"
#include "resources.h"

const struct hwi_column hwi_resource_columns[HWI_RESOURCE_COLUMNS] = {
	{ "START", 'x' }, { "END", 'x' },    { "SIZE", 'z' },	{ "LVL", 'u' },
	{ "FLAGS", 'w' }, { "DEVICE", 's' }, { "DRIVER", 's' }, { "NAME", 's' },
};

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

/**
 * hwi_resources_collect() - copy a resource tree
 * @resources: result
 * @arena: where the copy goes; its overflow is set if it does not fit
 * @root: iomem_resource or ioport_resource
 *
 * resource_lock is static, and no exported walker holds it while it tells the
 * names. But allocate_resource() holds it for writing while it asks its
 * alignment callback, whatever root it is given: here, an empty one on the
 * stack. IORESOURCE_BUS keeps x86 from clipping the range to the e820 map.
 * The two must be of one type, and the root larger than the request.
 *
 * Context: any but with resource_lock held; takes it.
 */
void hwi_resources_collect(struct hwi_resources *resources,
			   struct hwi_arena *arena, const struct resource *root)
{
	struct resource empty = { .end = 0xff, .flags = IORESOURCE_BUS };
	struct resource want = { .flags = IORESOURCE_BUS };
	struct tree_copy copy = { .root = root, .arena = arena };

	allocate_resource(&empty, &want, 2, 0, 0xff, 1, copy_tree_locked,
			  &copy);
	*resources = copy.resources;
}

static void row(struct hwi_snapshot *snap, const struct hwi_resource *r,
		struct hwi_str flags, unsigned int digits)
{
	struct hwi_table *table = &snap->table;
	struct hwi_str none = { NULL, 0 };

	if (snap->access->addresses) {
		u64 size = r->end - r->start + 1;

		hwi_cell_hex(table, r->start, digits);
		hwi_cell_hex(table, r->end, digits);
		/* Nothing but all of 64 bits wraps to zero. */
		if (size || r->end != U64_MAX)
			hwi_cell_size(table, size);
		else
			hwi_cell_none(table);
	} else {
		hwi_cell_hidden(table);
		hwi_cell_hidden(table);
		hwi_cell_hidden(table);
	}
	hwi_cell_u64(table, r->level);
	hwi_cell_ready(table, flags);
	hwi_cell_str(table, r->owner ? r->owner->device : none);
	hwi_cell_str(table, r->owner ? r->owner->driver : none);
	hwi_cell_str(table, r->name);
}

#define MEMO_BITS 3

/**
 * struct flags_memo - the text of flags, of which a tree has few
 * @flags: what @text was made of
 * @text: no text at first
 */
struct flags_memo {
	unsigned long flags;
	struct hwi_str text;
};

static struct hwi_str flags_text(struct flags_memo *memo,
				 struct hwi_arena *arena, unsigned long flags)
{
	struct flags_memo *at = &memo[hash_long(flags, MEMO_BITS)];

	if (!at->text.text || at->flags != flags) {
		at->flags = flags;
		at->text = hwi_resource_flags(arena, flags);
	}
	return at->text;
}

/**
 * hwi_resources_fill() - fill a snapshot with a resource tree
 * @snap: the snapshot
 * @root: iomem_resource or ioport_resource
 * @type: IORESOURCE_MEM or IORESOURCE_IO
 * @digits: least digits of an address, as /proc/iomem and /proc/ioports do
 *
 * Context: process context; takes resource_lock, then devices' list_lock.
 * Return: 0; if the snapshot's arena overflowed, it is incomplete.
 */
int hwi_resources_fill(struct hwi_snapshot *snap, struct resource *root,
		       unsigned long type, unsigned int digits)
{
	struct flags_memo memo[1 << MEMO_BITS] = {};
	struct hwi_resources resources;
	const struct hwi_resource *r;
	struct hwi_owners owners;

	hwi_resources_collect(&resources, &snap->arena, root);
	hwi_owners_init(&owners, &snap->arena);
	hwi_owners_collect(&owners, type);
	if (snap->arena.overflow)
		return 0;
	hwi_resources_own(&resources, &owners);
	if (!hwi_table_reserve(&snap->table, resources.nr))
		return 0;
	for (r = resources.first; r; r = r->next)
		row(snap, r, flags_text(memo, &snap->arena, r->flags), digits);
	return 0;
}
