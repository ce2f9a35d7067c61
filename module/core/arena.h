/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Scratch memory of one read. Code that holds a lock takes from the current
 * block, and never allocates: what does not fit sets @overflow, and
 * hwi_arena_more() adds a larger block once the lock is released. Blocks do not
 * move, so pointers into them stay valid until the arena is freed or rewound.
 */
#ifndef HWI_ARENA_H
#define HWI_ARENA_H

#include <linux/kernel.h>
#include <linux/types.h>

#include "budget.h"

/* Longer strings are cut: no kernel name comes near it. */
#define HWI_STRING_MAX 4096

struct hwi_block;

/**
 * struct hwi_arena - bump allocator over a list of blocks
 * @budget: what the blocks are counted against, or NULL
 * @block: the newest block, NULL at first
 * @spare: a block that is not in use, or NULL
 * @at: where the next allocation begins
 * @left: bytes from there to the block's end
 * @overflow: something did not fit since the last hwi_arena_more()
 */
struct hwi_arena {
	struct hwi_budget *budget;
	struct hwi_block *block;
	struct hwi_block *spare;
	char *at;
	size_t left;
	bool overflow;
};

/**
 * struct hwi_mark - a point to rewind an arena to
 * @block: the newest block then
 * @at: where the next allocation began
 * @left: bytes from there to the block's end
 */
struct hwi_mark {
	struct hwi_block *block;
	char *at;
	size_t left;
};

/**
 * hwi_arena_alloc() - take memory, uninitialised
 * @arena: where from
 * @size: bytes
 *
 * Context: any, it only moves a mark.
 * Return: the memory, aligned to u64, or NULL with @arena->overflow set.
 */
static inline void *hwi_arena_alloc(struct hwi_arena *arena, size_t size)
{
	char *at = arena->at;

	if (size > arena->left || ALIGN(size, sizeof(u64)) > arena->left) {
		arena->overflow = true;
		return NULL;
	}
	size = ALIGN(size, sizeof(u64));
	arena->at += size;
	arena->left -= size;
	return at;
}

/**
 * hwi_arena_mark() - remember a point
 * @arena: the arena
 *
 * Return: the point, for hwi_arena_rewind() or hwi_arena_free_to().
 */
static inline struct hwi_mark hwi_arena_mark(const struct hwi_arena *arena)
{
	return (struct hwi_mark){
		.block = arena->block,
		.at = arena->at,
		.left = arena->left,
	};
}

/**
 * hwi_arena_rewind() - give back what was taken since a mark
 * @arena: the arena
 * @mark: of this arena, with no hwi_arena_more() since
 *
 * Context: any; this is for an item that did not fit as a whole.
 */
static inline void hwi_arena_rewind(struct hwi_arena *arena,
				    struct hwi_mark mark)
{
	arena->at = mark.at;
	arena->left = mark.left;
}

void hwi_arena_init(struct hwi_arena *arena, struct hwi_budget *budget);
void hwi_arena_free_to(struct hwi_arena *arena, struct hwi_mark mark);
void hwi_arena_free(struct hwi_arena *arena);
int hwi_arena_more(struct hwi_arena *arena, size_t size);
int hwi_arena_pause(struct hwi_arena *arena);
int hwi_arena_fit(struct hwi_arena *arena,
		  void (*copy)(struct hwi_arena *arena, void *data),
		  void *data);
char *hwi_arena_copy(struct hwi_arena *arena, const char *src);
char *hwi_arena_join(struct hwi_arena *arena, const char *prefix,
		     char separator, const char *suffix);

#endif
