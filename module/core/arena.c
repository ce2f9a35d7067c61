// SPDX-License-Identifier: GPL-2.0
#include <linux/log2.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "arena.h"
#include "pause.h"

/**
 * struct hwi_block - a block of an arena
 * @older: the one before it
 * @size: bytes, with this header
 * @data: what is handed out
 */
struct hwi_block {
	struct hwi_block *older;
	size_t size;
	char data[] __aligned(sizeof(u64));
};

/* kvmalloc() rounds up to a power of two anyway. */
#define BLOCK_MIN (4UL * 1024)
#define BLOCK_MAX (1024UL * 1024)

/**
 * hwi_arena_init() - start without memory
 * @arena: what to initialise
 * @budget: what its memory is counted against, or NULL
 */
void hwi_arena_init(struct hwi_arena *arena, struct hwi_budget *budget)
{
	*arena = (struct hwi_arena){ .budget = budget };
}

static void free_block(struct hwi_arena *arena, struct hwi_block *block)
{
	if (!block)
		return;
	hwi_budget_give(arena->budget, block->size);
	kvfree(block);
}

/**
 * hwi_arena_free_to() - free all that was taken since a mark
 * @arena: the arena
 * @mark: of this arena
 *
 * The largest block is kept for hwi_arena_more(): what is free is most often
 * needed again, for the next view.
 *
 * Context: process context.
 */
void hwi_arena_free_to(struct hwi_arena *arena, struct hwi_mark mark)
{
	struct hwi_block *block;

	while (arena->block != mark.block) {
		block = arena->block;
		arena->block = block->older;
		if (block->size <= BLOCK_MAX &&
		    (!arena->spare || arena->spare->size < block->size))
			swap(block, arena->spare);
		free_block(arena, block);
	}
	hwi_arena_rewind(arena, mark);
	arena->overflow = false;
}

/**
 * hwi_arena_free() - free all of it
 * @arena: the arena
 *
 * Context: process context.
 */
void hwi_arena_free(struct hwi_arena *arena)
{
	hwi_arena_free_to(arena, (struct hwi_mark){});
	free_block(arena, arena->spare);
	arena->spare = NULL;
}

/*
 * Half of the total so far. A kernel that zeroes what it allocates (as most
 * distributions configure it) makes a view pay for each unused byte.
 */
static size_t next_size(const struct hwi_arena *arena)
{
	const struct hwi_block *block;
	size_t size = 0;

	for (block = arena->block; block; block = block->older)
		size += block->size;
	size = max(size / 2, BLOCK_MIN);
	return min(rounddown_pow_of_two(size), BLOCK_MAX);
}

static int alloc_block(struct hwi_arena *arena, size_t size,
		       struct hwi_block **block)
{
	int err = hwi_budget_take(arena->budget, size);

	if (err)
		return err;
	*block = kvmalloc(size, GFP_KERNEL_ACCOUNT | __GFP_NOWARN);
	if (!*block) {
		hwi_budget_give(arena->budget, size);
		return -ENOMEM;
	}
	(*block)->size = size;
	return 0;
}

/**
 * hwi_arena_more() - make room
 * @arena: the arena
 * @size: bytes that the next allocations need in one piece, 0 if unknown
 *
 * If nothing was taken from the newest block, the next one is twice as large:
 * an item that did not fit will do so after some rounds, however large it is.
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, or -EFBIG if the budget does not allow it.
 */
int hwi_arena_more(struct hwi_arena *arena, size_t size)
{
	size_t grown = next_size(arena);
	struct hwi_block *block;
	int err = 0;

	if (!size && arena->block && arena->at == arena->block->data)
		grown = 2 * arena->block->size;
	while (grown - sizeof(*block) < size)
		grown *= 2;
	block = arena->spare;
	arena->spare = NULL;
	if (!block || block->size < grown) {
		free_block(arena, block);
		err = alloc_block(arena, grown, &block);
	}
	if (err)
		return err;
	block->older = arena->block;
	arena->block = block;
	arena->at = block->data;
	arena->left = block->size - sizeof(*block);
	arena->overflow = false;
	return 0;
}

/**
 * hwi_arena_pause() - between two batches of a loop that copies
 * @arena: where the loop copies to; gets more room if it overflowed
 *
 * Context: process context, no lock held; may sleep.
 * Return: 0, -ENOMEM, -EFBIG, or -EINTR if the reader was killed.
 */
int hwi_arena_pause(struct hwi_arena *arena)
{
	int err = hwi_pause();

	if (!err && arena->overflow)
		err = hwi_arena_more(arena, 0);
	return err;
}

/* Room for something that is copied whole, if less is left. */
#define WHOLE_MIN (BLOCK_MIN - sizeof(struct hwi_block))

/**
 * hwi_arena_fit() - copy something as a whole, however much room it takes
 * @arena: where to copy
 * @copy: copies it; called again, with twice the room, if it did not fit
 * @data: what @copy gets
 *
 * Context: process context, may sleep; @copy may take locks.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_arena_fit(struct hwi_arena *arena,
		  void (*copy)(struct hwi_arena *arena, void *data), void *data)
{
	struct hwi_mark mark = hwi_arena_mark(arena);
	size_t room = max(WHOLE_MIN, 2 * arena->left);
	int err;

	for (;; room *= 2) {
		copy(arena, data);
		if (!arena->overflow)
			return 0;
		hwi_arena_free_to(arena, mark);
		err = hwi_pause();
		if (!err)
			err = hwi_arena_more(arena, room);
		if (err)
			return err;
	}
}

/**
 * hwi_arena_copy() - copy a string
 * @arena: where to copy
 * @src: the string, or NULL
 *
 * Context: any; safe under spinlocks. The caller keeps @src alive.
 * Return: the copy; NULL if @src is NULL, or with @arena->overflow set.
 */
char *hwi_arena_copy(struct hwi_arena *arena, const char *src)
{
	char *dst = arena->at;
	size_t room = min_t(size_t, arena->left, HWI_STRING_MAX);
	ssize_t len;

	if (!src)
		return NULL;
	len = strscpy(dst, src, room);
	if (len < 0) {
		if (room < HWI_STRING_MAX) {
			arena->overflow = true;
			return NULL;
		}
		len = HWI_STRING_MAX - 1;
	}
	return hwi_arena_alloc(arena, len + 1);
}

/**
 * hwi_arena_join() - copy a prefix, a separator and a suffix as one string
 * @arena: where to copy
 * @prefix: a string, or NULL to leave it and the separator out
 * @separator: what stands between them
 * @suffix: a string, or NULL for an empty one
 *
 * Context: any; safe under spinlocks. The caller keeps the sources alive.
 * Return: the string; NULL if both are NULL, or with @arena->overflow set.
 */
char *hwi_arena_join(struct hwi_arena *arena, const char *prefix,
		     char separator, const char *suffix)
{
	size_t head, tail;
	char *dst;

	if (!prefix)
		return hwi_arena_copy(arena, suffix);
	head = strnlen(prefix, HWI_STRING_MAX);
	tail = suffix ? strnlen(suffix, HWI_STRING_MAX) : 0;
	dst = hwi_arena_alloc(arena, head + 1 + tail + 1);
	if (!dst)
		return NULL;
	memcpy(dst, prefix, head);
	dst[head] = separator;
	if (tail)
		memcpy(dst + head + 1, suffix, tail);
	dst[head + 1 + tail] = '\0';
	return dst;
}
