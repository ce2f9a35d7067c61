// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "arena.h"
#include "arena_copy.h"

/* From where on reading a word of a string could leave its page. */
static size_t words_end(const char *src)
{
	size_t left = PAGE_SIZE - offset_in_page(src);

	if (!hwi_reads_words(src) || left < sizeof(long))
		return 0;
	return left - sizeof(long) + 1;
}

/**
 * hwi_put_long_string() - hwi_put_string() of any string
 * @dst: where to
 * @room: bytes there
 * @src: the string, which may be long, or lie at the end of a page
 *
 * Context: any; safe under spinlocks. The caller keeps @src alive.
 * Return: the length, or HWI_NO_ROOM.
 */
size_t hwi_put_long_string(char *dst, size_t room, const char *src)
{
	const struct word_at_a_time constants = WORD_AT_A_TIME_CONSTANTS;
	unsigned long word, zeros;
	size_t i = 0, end, until;

	if (room < 2 * HWI_WORD)
		return HWI_NO_ROOM;
	end = min_t(size_t, room - 2 * HWI_WORD + 1, HWI_STRING_MAX);
	while (i < end) {
		for (until = min(end, i + words_end(src + i)); i < until;
		     i += sizeof(long)) {
			word = read_word_at_a_time(src + i);
			put_unaligned(word, (unsigned long *)(dst + i));
			if (!has_zero(word, &zeros, &constants))
				continue;
			zeros = prep_zero_mask(word, zeros, &constants);
			i += find_zero(create_zero_mask(zeros));
			return min_t(size_t, i, HWI_STRING_MAX);
		}
		/* Byte by byte into the next page. */
		for (until = min(end, i + sizeof(long)); i < until; i++) {
			dst[i] = src[i];
			if (!src[i])
				return i;
		}
	}
	return end == HWI_STRING_MAX ? end : HWI_NO_ROOM;
}

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
 * @separator: what stands between them
 * @suffix: a string, or NULL for an empty one
 *
 * Context: any; safe under spinlocks. The caller keeps the sources alive.
 * Return: the string; text is NULL if both are NULL or the arena is full.
 */
struct hwi_str hwi_arena_join(struct hwi_arena *arena, const char *prefix,
			      char separator, const char *suffix)
{
	char *begin = arena->base + arena->used, *dst = begin;
	size_t room = arena->size - arena->used, len;
	struct hwi_str none = { NULL, 0 };

	if (!prefix && !suffix)
		return none;
	if (prefix) {
		len = hwi_put_string(dst, room, prefix);
		if (unlikely(len == HWI_NO_ROOM))
			goto full;
		/* There is room for a word behind it. */
		dst[len++] = separator;
		dst += len;
		room -= len;
	}
	if (suffix) {
		len = hwi_put_string(dst, room, suffix);
		if (unlikely(len == HWI_NO_ROOM))
			goto full;
		dst += len;
	}
	return hwi_arena_text_end(arena, begin, dst);
full:
	arena->overflow = true;
	return none;
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
	char *dst = arena->base + arena->used;
	struct hwi_str none = { NULL, 0 };
	size_t len;

	if (!src)
		return none;
	len = hwi_put_string(dst, arena->size - arena->used, src);
	if (likely(len != HWI_NO_ROOM))
		return hwi_arena_text_end(arena, dst, dst + len);
	arena->overflow = true;
	return none;
}
