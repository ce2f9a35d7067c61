// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "device_rows.h"
#include "resource_rows.h"

const struct hwi_column hwi_resource_columns[HWI_RESOURCE_COLUMNS] = {
	{ "START", 'x' },  { "END", 'x' },  { "LVL", 'u' },   { "DRIVER", 's' },
	{ "DEVICE", 's' }, { "SIZE", 'z' }, { "FLAGS", 'w' }, { "NAME", 's' },
};

#define FLAG(bit, name)              \
	{                            \
		(bit), (bit), (name) \
	}

static const struct hwi_flag flags[] = {
	FLAG(IORESOURCE_SYSTEM_RAM, "sysram"),
	FLAG(IORESOURCE_WINDOW, "window"),
	FLAG(IORESOURCE_MEM_64, "64bit"),
	FLAG(IORESOURCE_PREFETCH, "prefetch"),
	FLAG(IORESOURCE_READONLY, "readonly"),
	FLAG(IORESOURCE_CACHEABLE, "cacheable"),
	FLAG(IORESOURCE_MUXED, "muxed"),
	FLAG(IORESOURCE_EXCLUSIVE, "exclusive"),
	FLAG(IORESOURCE_DISABLED, "disabled"),
	FLAG(IORESOURCE_UNSET, "unset"),
	FLAG(IORESOURCE_AUTO, "auto"),
	FLAG(IORESOURCE_BUSY, "busy"),
};

/* Most resources have none of these. */
#define RARE_FLAGS                                                       \
	(IORESOURCE_WINDOW | IORESOURCE_MEM_64 | IORESOURCE_PREFETCH |   \
	 IORESOURCE_READONLY | IORESOURCE_CACHEABLE | IORESOURCE_MUXED | \
	 IORESOURCE_EXCLUSIVE | IORESOURCE_DISABLED | IORESOURCE_UNSET | \
	 IORESOURCE_AUTO)

static const char *type_word(unsigned long value)
{
	switch (value & IORESOURCE_TYPE_BITS) {
	case IORESOURCE_REG:
		return "reg";
	case IORESOURCE_IRQ:
		return "irq";
	case IORESOURCE_DMA:
		return "dma";
	case IORESOURCE_BUS:
		return "bus";
	case IORESOURCE_IO:
		return "io";
	case IORESOURCE_MEM:
		return "mem";
	default:
		return NULL;
	}
}

static void flags_cell(struct hwi_row *row, unsigned long value)
{
	struct hwi_text *text = hwi_cell_begin(row);
	const char *type = type_word(value);
	bool rare = value & RARE_FLAGS ||
		    (value & IORESOURCE_SYSTEM_RAM) == IORESOURCE_SYSTEM_RAM;
	bool busy = value & IORESOURCE_BUSY;

	if (type)
		hwi_text_str(text, type);
	if (type && (rare || busy))
		hwi_text_char(text, ',');
	if (rare)
		hwi_text_flags(text, flags, ARRAY_SIZE(flags), value);
	else if (busy)
		hwi_text_str(text, "busy");
	else if (!type)
		hwi_text_str(text, "none");
	hwi_cell_end(row);
}

/* The caller links it. */
static struct hwi_resource *copy(struct hwi_arena *arena,
				 const struct resource *res,
				 struct hwi_resource *parent,
				 unsigned int level)
{
	struct hwi_resource *to = hwi_arena_alloc(arena, sizeof(*to));

	if (!to)
		return NULL;
	to->next = NULL;
	to->parent = parent;
	to->owner = NULL;
	to->key = res;
	to->start = res->start;
	to->end = res->end;
	to->flags = res->flags;
	to->level = level;
	to->name = hwi_arena_copy(arena, res->name);
	return arena->overflow ? NULL : to;
}

/**
 * hwi_resources_copy() - copy everything below a root
 * @to: result
 * @arena: where the copy goes; its overflow is set if it does not fit
 * @root: the root, which is not copied itself
 *
 * Goes up the way it came down, not by res->parent, so that a wrong parent
 * pointer cannot lead it astray; a cycle ends when the arena is full.
 *
 * Context: the caller holds what keeps the tree still: resource_lock.
 */
void hwi_resources_copy(struct hwi_resources *to, struct hwi_arena *arena,
			const struct resource *root)
{
	struct hwi_resource **link = &to->first, *at, *parent = NULL;
	const struct resource *res = root->child;
	unsigned int level = 0, nr = 0;

	while (res) {
		at = copy(arena, res, parent, level);
		if (!at)
			break;
		*link = at;
		link = &at->next;
		nr++;
		if (res->child) {
			parent = at;
			level++;
			res = res->child;
			continue;
		}
		while (!res->sibling && parent) {
			res = parent->key;
			parent = parent->parent;
			level--;
		}
		res = res->sibling;
	}
	*link = NULL;
	to->nr = nr;
}

/**
 * hwi_resources_own() - find the owner of each resource
 * @resources: a copied tree
 * @owners: what devices claim
 * @type: the tree's
 *
 * First by identity (PCI and platform devices' resources are in the tree),
 * then as its parent, then by the PNP device whose range it lies in.
 */
void hwi_resources_own(struct hwi_resources *resources,
		       const struct hwi_owners *owners,
		       enum hwi_claim_type type)
{
	struct hwi_resource *r;

	for (r = resources->first; r; r = r->next) {
		r->owner = hwi_owners_by_key(
			owners, type, (unsigned long)r->key, r->start, r->end);
		if (!r->owner && r->parent)
			r->owner = r->parent->owner;
		if (!r->owner)
			r->owner = hwi_owners_by_range(owners, type, r->start,
						       r->end);
	}
}

static void size_cell(struct hwi_row *row, const struct hwi_resource *r)
{
	u64 size = r->end - r->start + 1;

	/* Only the whole 64-bit space wraps to zero. */
	if (size || r->end != U64_MAX)
		hwi_cell_size(row, size);
	else
		hwi_cell_none(row);
}

/**
 * hwi_resource_row() - fill the row of a resource
 * @row: the row, of hwi_resource_columns
 * @resource: the resource, owned
 * @style: how it is shown
 */
void hwi_resource_row(struct hwi_row *row, const struct hwi_resource *resource,
		      const struct hwi_resource_style *style)
{
	const struct hwi_device *owner = resource->owner;

	if (style->addresses) {
		hwi_cell_hex(row, resource->start, style->digits);
		hwi_cell_hex(row, resource->end, style->digits);
	} else {
		hwi_cell_hidden(row);
		hwi_cell_hidden(row);
	}
	hwi_cell_u64(row, resource->level);
	hwi_cell_str(row, owner ? owner->driver : NULL);
	hwi_cell_str(row, owner ? owner->device : NULL);
	if (style->addresses)
		size_cell(row, resource);
	else
		hwi_cell_hidden(row);
	flags_cell(row, resource->flags);
	hwi_cell_line(row, resource->name);
}

/**
 * hwi_resources_show() - add the rows of a tree
 * @table: where to add rows
 * @resources: the tree
 * @style: how it is shown
 */
void hwi_resources_show(struct hwi_table *table,
			const struct hwi_resources *resources,
			const struct hwi_resource_style *style)
{
	const struct hwi_resource *r;

	for (r = resources->first; r; r = r->next)
		hwi_table_add(table, hwi_resource_row, r, style);
}
