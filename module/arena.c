// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "arena.h"
#include "arena_copy.h"

/**
 * hwi_arena_text_begin() - open a stretch of text whose length is not known
 * @arena: where from; nothing else may be taken until hwi_arena_text_end()
 * @room: the most bytes that will be written
 *
 * Context: any.
 * Return: where to write, or NULL with @arena->overflow set.
 */
char *hwi_arena_text_begin(struct hwi_arena *arena, size_t room)
{
	if (room > arena->size ||
	    arena->size - arena->used < ALIGN(room, HWI_WORD) + HWI_WORD) {
		arena->overflow = true;
		return NULL;
	}
	return arena->base + arena->used;
}

/**
 * hwi_arena_join() - copy a prefix, a separator and a suffix as one string
 * @arena: where to
 * @prefix: a string, or NULL to leave it and the separator out
 * @separator: a string
 * @suffix: a string, or NULL for an empty one
 *
 * Context: any; safe under spinlocks. The caller keeps the sources alive.
 * Return: the string; text is NULL if both are NULL or the arena is full.
 */
struct hwi_str hwi_arena_join(struct hwi_arena *arena, const char *prefix,
			      const char *separator, const char *suffix)
{
	const char *const part[] = { prefix, separator, suffix };
	char *begin = arena->base + arena->used, *dst = begin;
	size_t room = arena->size - arena->used, len;
	struct hwi_str none = { NULL, 0 };
	unsigned int i;

	if (!prefix && !suffix)
		return none;
	for (i = prefix ? 0 : 2; i < ARRAY_SIZE(part); i++) {
		if (!part[i])
			continue;
		len = hwi_put_string(dst, room, part[i]);
		if (len == HWI_NO_ROOM) {
			arena->overflow = true;
			return none;
		}
		dst += len;
		room -= len;
	}
	return hwi_arena_text_end(arena, begin, dst);
}

/**
 * hwi_arena_copy() - copy a NUL terminated string
 * @arena: where to
 * @src: the string, or NULL
 *
 * Context: any; safe under spinlocks. The caller keeps @src alive.
 * Return: the copy; text is NULL if @src is NULL or the arena is full.
 */
struct hwi_str hwi_arena_copy(struct hwi_arena *arena, const char *src)
{
	struct hwi_str none = { NULL, 0 };

	return src ? hwi_arena_copy_inline(arena, src) : none;
}
