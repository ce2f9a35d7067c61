// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>
#include <linux/sched.h>

#include "arena_copy.h"
#include "resource_tree.h"
#include "text.h"

/* Resources that are looked at before others may run. */
#define BATCH 256

/* The caller links it. */
static struct hwi_resource *copy(struct hwi_arena *arena,
				 const struct resource *res,
				 struct hwi_resource *parent,
				 unsigned int level)
{
	struct hwi_resource *to = hwi_arena_alloc(arena, sizeof(*to));

	if (!to)
		return NULL;
	to->parent = parent;
	to->key = res;
	to->start = res->start;
	to->end = res->end;
	to->flags = res->flags;
	to->level = level;
	to->owner = NULL;
	if (likely(res->name)) {
		to->name = hwi_arena_copy_inline(arena, res->name);
	} else {
		to->name.text = NULL;
		to->name.len = 0;
	}
	return to;
}

/**
 * hwi_resources_copy() - copy everything below a root
 * @to: result
 * @arena: where the copy goes; its overflow is set if it does not fit
 * @root: the root, which is not copied itself
 *
 * Goes up by what it came down through and not by res->parent, so a wrong
 * parent pointer cannot lead it astray; a cycle ends with the arena.
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
 * @resources: the copied tree
 * @owners: what devices claim
 *
 * First by identity (PCI and platform devices' resources are in the tree),
 * then as the parent, then by the PNP device whose range it lies in.
 *
 * Context: process context, may reschedule.
 */
void hwi_resources_own(struct hwi_resources *resources,
		       const struct hwi_owners *owners)
{
	struct hwi_resource *r;
	unsigned int nr = 0;

	for (r = resources->first; r; r = r->next) {
		if (++nr % BATCH == 0)
			cond_resched();
		r->owner = hwi_owners_by_key(owners, (unsigned long)r->key,
					     r->start, r->end);
		if (!r->owner && r->parent)
			r->owner = r->parent->owner;
		if (!r->owner)
			r->owner =
				hwi_owners_by_range(owners, r->start, r->end);
	}
}

#define BIT_WORD_OF(bit, text)                                \
	{                                                     \
		.mask = (bit), .value = (bit), .word = (text) \
	}
#define TYPE_WORD_OF(type, text)                                              \
	{                                                                     \
		.mask = IORESOURCE_TYPE_BITS, .value = (type), .word = (text) \
	}

static const struct hwi_word flag_words[] = {
	TYPE_WORD_OF(IORESOURCE_IO, "io"),
	TYPE_WORD_OF(IORESOURCE_MEM, "mem"),
	TYPE_WORD_OF(IORESOURCE_REG, "reg"),
	TYPE_WORD_OF(IORESOURCE_IRQ, "irq"),
	TYPE_WORD_OF(IORESOURCE_DMA, "dma"),
	TYPE_WORD_OF(IORESOURCE_BUS, "bus"),
	BIT_WORD_OF(IORESOURCE_SYSTEM_RAM, "sysram"),
	BIT_WORD_OF(IORESOURCE_WINDOW, "window"),
	BIT_WORD_OF(IORESOURCE_MEM_64, "64bit"),
	BIT_WORD_OF(IORESOURCE_PREFETCH, "prefetch"),
	BIT_WORD_OF(IORESOURCE_READONLY, "readonly"),
	BIT_WORD_OF(IORESOURCE_CACHEABLE, "cacheable"),
	BIT_WORD_OF(IORESOURCE_MUXED, "muxed"),
	BIT_WORD_OF(IORESOURCE_EXCLUSIVE, "exclusive"),
	BIT_WORD_OF(IORESOURCE_DISABLED, "disabled"),
	BIT_WORD_OF(IORESOURCE_UNSET, "unset"),
	BIT_WORD_OF(IORESOURCE_AUTO, "auto"),
	BIT_WORD_OF(IORESOURCE_BUSY, "busy"),
};

/**
 * hwi_resource_flags() - the words for a resource's flags
 * @arena: where the string goes
 * @flags: IORESOURCE_*
 *
 * Return: the words, or "none".
 */
struct hwi_str hwi_resource_flags(struct hwi_arena *arena, unsigned long flags)
{
	return hwi_text_words(arena, flag_words, ARRAY_SIZE(flag_words), flags);
}
