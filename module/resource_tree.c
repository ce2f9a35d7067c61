// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "arena_copy.h"
#include "resource_tree.h"
#include "text.h"

/* The caller links it. Its name follows it. */
static struct hwi_resource *copy(struct hwi_arena *arena,
				 const struct resource *res,
				 struct hwi_resource *parent,
				 unsigned int level)
{
	size_t used = arena->used, left = arena->size - used, len = 0;
	struct hwi_resource *to = (void *)(arena->base + used);
	char *name = (char *)(to + 1);

	if (unlikely(left < sizeof(*to)))
		goto overflow;
	to->parent = parent;
	to->key = res;
	to->start = res->start;
	to->end = res->end;
	to->flags = res->flags;
	to->level = level;
	to->owner = NULL;
	to->name.text = NULL;
	if (likely(res->name)) {
		to->name.text = name;
		len = hwi_put_string(name, left - sizeof(*to), res->name);
		if (unlikely(len == HWI_NO_ROOM))
			goto overflow;
		put_unaligned(HWI_SPACES, (u64 *)(name + len));
	}
	to->name.len = len;
	arena->used = used + sizeof(*to) + ALIGN(len, HWI_WORD);
	return to;
overflow:
	arena->overflow = true;
	return NULL;
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

#define BIT_WORD_OF(bit, text) HWI_WORD_OF(bit, bit, text)
#define TYPE_WORD_OF(type, text) HWI_WORD_OF(IORESOURCE_TYPE_BITS, type, text)

/* The types first; those of the two trees last among them. */
enum { FLAG_WORD_IO = 4, FLAG_WORD_MEM };

static const struct hwi_word flag_words[] = {
	TYPE_WORD_OF(IORESOURCE_REG, "reg"),
	TYPE_WORD_OF(IORESOURCE_IRQ, "irq"),
	TYPE_WORD_OF(IORESOURCE_DMA, "dma"),
	TYPE_WORD_OF(IORESOURCE_BUS, "bus"),
	[FLAG_WORD_IO] = TYPE_WORD_OF(IORESOURCE_IO, "io"),
	[FLAG_WORD_MEM] = TYPE_WORD_OF(IORESOURCE_MEM, "mem"),
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
	unsigned long type = flags & IORESOURCE_TYPE_BITS;
	/* A resource is of one type, and in the two trees, of these. */
	unsigned int from = type == IORESOURCE_MEM ? FLAG_WORD_MEM :
			    type == IORESOURCE_IO  ? FLAG_WORD_IO :
						     0;

	return hwi_text_words(arena, flag_words + from,
			      ARRAY_SIZE(flag_words) - from, flags);
}
