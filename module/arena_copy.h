/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Copying a string into an arena, inline: for arena.c, and for what is done
 * with resource_lock held, which is mostly this.
 */
#ifndef HWI_ARENA_COPY_H
#define HWI_ARENA_COPY_H

#include <linux/compiler.h>
#include <linux/kernel.h>
#include <linux/mm.h>

#include <asm/word-at-a-time.h>

#include "arena.h"

#define HWI_NO_ROOM ((size_t)-1)

/* From where on reading a word of a string could leave its page. */
static inline size_t hwi_words_end(const char *src)
{
	size_t left = PAGE_SIZE - offset_in_page(src);

	if (!IS_ENABLED(CONFIG_HAVE_EFFICIENT_UNALIGNED_ACCESS) &&
	    !IS_ALIGNED((unsigned long)src, sizeof(long)))
		return 0;
	return left < sizeof(long) ? 0 : left - sizeof(long) + 1;
}

/*
 * Copy a NUL terminated string by words, as strscpy() does: it may read past
 * the NUL, but never into another page. Up to a word past the string is
 * written.
 *
 * Return: the length, or HWI_NO_ROOM.
 */
static __always_inline size_t hwi_put_string(char *dst, size_t room,
					     const char *src)
{
	const struct word_at_a_time constants = WORD_AT_A_TIME_CONSTANTS;
	unsigned long word, zeros;
	size_t i = 0, end, until;

	if (room < 2 * HWI_WORD)
		return HWI_NO_ROOM;
	end = min_t(size_t, room - 2 * HWI_WORD + 1, HWI_STRING_MAX);
	while (i < end) {
		for (until = min(end, i + hwi_words_end(src + i)); i < until;
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

/* As hwi_arena_copy(), of a string that is there. */
static __always_inline struct hwi_str
hwi_arena_copy_inline(struct hwi_arena *arena, const char *src)
{
	char *dst = arena->base + arena->used;
	size_t len = hwi_put_string(dst, arena->size - arena->used, src);
	struct hwi_str none = { NULL, 0 };

	if (likely(len != HWI_NO_ROOM))
		return hwi_arena_text_end(arena, dst, dst + len);
	arena->overflow = true;
	return none;
}

#endif
