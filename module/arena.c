// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "arena.h"

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
 * hwi_arena_text_end() - close the stretch, pad it and keep it
 * @arena: as for hwi_arena_text_begin()
 * @begin: what hwi_arena_text_begin() returned
 * @end: one past the last byte written
 *
 * Context: any.
 * Return: the string.
 */
struct hwi_str hwi_arena_text_end(struct hwi_arena *arena, char *begin,
				  char *end)
{
	struct hwi_str str = { .text = begin, .len = end - begin };

	arena->used += ALIGN(str.len, HWI_WORD);
	while (end < arena->base + arena->used)
		*end++ = ' ';
	return str;
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
	size_t p = prefix ? strnlen(prefix, HWI_STRING_MAX) : 0;
	size_t s = prefix ? strlen(separator) : 0;
	size_t x = suffix ? strnlen(suffix, HWI_STRING_MAX) : 0;
	struct hwi_str none = { NULL, 0 };
	char *text;

	if (!prefix && !suffix)
		return none;
	text = hwi_arena_text_begin(arena, p + s + x);
	if (!text)
		return none;
	if (p)
		memcpy(text, prefix, p);
	if (s)
		memcpy(text + p, separator, s);
	if (x)
		memcpy(text + p + s, suffix, x);
	return hwi_arena_text_end(arena, text, text + p + s + x);
}

/**
 * hwi_arena_copy() - copy a NUL terminated string
 * @arena: where to
 * @src: the string, or NULL
 *
 * Copies by the byte: kernel names are short, and this neither reads past
 * their end nor calls out while a lock is held.
 *
 * Context: any; safe under spinlocks. The caller keeps @src alive.
 * Return: the copy; text is NULL if @src is NULL or the arena is full.
 */
struct hwi_str hwi_arena_copy(struct hwi_arena *arena, const char *src)
{
	/* The padding has to fit too. */
	size_t room = round_down(arena->size - arena->used, HWI_WORD);
	struct hwi_str none = { NULL, 0 };
	char *dst = arena->base + arena->used;
	size_t i = 0;

	if (!src)
		return none;
	if (room > HWI_STRING_MAX)
		room = HWI_STRING_MAX;
	for (; i < room && src[i]; i++)
		dst[i] = src[i];
	if (i == room && room < HWI_STRING_MAX) {
		arena->overflow = true;
		return none;
	}
	return hwi_arena_text_end(arena, dst, dst + i);
}
