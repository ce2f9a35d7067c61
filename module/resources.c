// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>
#include <linux/sched.h>

#include "compat.h"
#include "resources.h"
#include "text.h"

const struct hwi_column hwi_resource_columns[HWI_RESOURCE_COLUMNS] = {
	HWI_COLUMN("START", 'x'),  HWI_COLUMN("END", 'x'),
	HWI_COLUMN("SIZE", 'z'),   HWI_COLUMN("LVL", 'u'),
	HWI_COLUMN("FLAGS", 'w'),  HWI_COLUMN("DEVICE", 's'),
	HWI_COLUMN("DRIVER", 's'), HWI_COLUMN("NAME", 's'),
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

static __always_inline struct hwi_str
flags_text(struct hwi_memo *memo, struct hwi_arena *arena, unsigned long flags)
{
	struct hwi_str *text = hwi_memo_text(memo, flags);

	if (!text->text)
		*text = hwi_resource_flags(arena, flags);
	return *text;
}

/**
 * struct owner_memo - an owner as it is shown: the next row often has the same
 * @owner: whose @device and @driver are; NULL at first
 * @device: its name
 * @driver: its driver's; no text if none is bound
 */
struct owner_memo {
	const struct hwi_owner *owner;
	struct hwi_str device;
	struct hwi_str driver;
};

static struct hwi_str shown(struct hwi_arena *arena, struct hwi_str name)
{
	return name.len ? hwi_row_field(arena, name) : name;
}

static void show_owner(struct owner_memo *memo, struct hwi_arena *arena,
		       const struct hwi_owner *owner)
{
	memo->owner = owner;
	memo->device = shown(arena, owner->device);
	memo->driver = shown(arena, owner->driver);
}

/* Resources that are looked at before others may run. */
#define BATCH 256

/**
 * struct rows - how the rows of a tree are written
 * @addresses: addresses may be shown
 * @digits: their least digits
 * @flags: texts of flags
 * @owner: texts of the owner that is shown
 * @last: the flags of the row before
 * @last_text: their text
 */
struct rows {
	bool addresses;
	unsigned int digits;
	struct hwi_memo flags[HWI_MEMO_SIZE];
	struct owner_memo owner;
	unsigned long last;
	struct hwi_str last_text;
};

static void add_row(struct hwi_table *table, struct rows *rows,
		    const struct hwi_resource *r)
{
	struct hwi_arena *arena = table->arena;
	struct hwi_row cells, *row = &cells;

	if (!hwi_row_begin(row, table))
		return;
	if (rows->addresses) {
		u64 size = r->end - r->start + 1;

		hwi_cells_range(row, r->start, r->end, rows->digits);
		/* Nothing but all of 64 bits wraps to zero. */
		if (size || r->end != U64_MAX)
			hwi_cell_size(row, size);
		else
			hwi_cell_none(row);
	} else {
		hwi_cell_hidden(row);
		hwi_cell_hidden(row);
		hwi_cell_hidden(row);
	}
	hwi_cell_u64(row, r->level);
	if (rows->last != r->flags) {
		rows->last = r->flags;
		rows->last_text = flags_text(rows->flags, arena, r->flags);
	}
	hwi_cell_put(row, rows->last_text);
	if (r->owner) {
		if (rows->owner.owner != r->owner)
			show_owner(&rows->owner, arena, r->owner);
		hwi_cell_put(row, rows->owner.device);
		hwi_cell_ready(row, rows->owner.driver);
	} else {
		hwi_cells_none(row, 2);
	}
	hwi_cell_text(row, r->name);
	hwi_row_end(row, table);
}

/**
 * hwi_resources_fill() - fill a snapshot with a resource tree
 * @snap: the snapshot
 * @root: iomem_resource or ioport_resource
 * @type: IORESOURCE_MEM or IORESOURCE_IO
 * @digits: least digits of an address, as /proc/iomem and /proc/ioports do
 *
 * Context: process context, may reschedule; takes resource_lock, then devices'
 * list_lock.
 * Return: 0; if the snapshot's arena overflowed, it is incomplete.
 */
int hwi_resources_fill(struct hwi_snapshot *snap, struct resource *root,
		       unsigned long type, unsigned int digits)
{
	struct rows rows = {
		.addresses = snap->access->addresses,
		.digits = digits,
	};
	struct hwi_resources resources;
	struct hwi_owners owners;
	struct hwi_resource *r;
	unsigned int nr = 0;

	hwi_resources_collect(&resources, &snap->arena, root);
	hwi_owners_init(&owners, &snap->arena);
	hwi_owners_collect(&owners, type);
	if (snap->arena.overflow)
		return 0;
	if (!hwi_table_reserve(&snap->table, resources.nr))
		return 0;
	if (resources.first) {
		rows.last = resources.first->flags;
		rows.last_text =
			flags_text(rows.flags, &snap->arena, rows.last);
	}
	for (r = resources.first; r; r = r->next) {
		if (++nr % BATCH == 0)
			cond_resched();
		hwi_resource_own(r, &owners);
		add_row(&snap->table, &rows, r);
	}
	return 0;
}
