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

size_t hwi_put_long_string(char *dst, size_t room, const char *src);

/* Whether words can be read at any address there. */
static inline bool hwi_reads_words(const char *src)
{
	return IS_ENABLED(CONFIG_HAVE_EFFICIENT_UNALIGNED_ACCESS) ||
	       IS_ALIGNED((unsigned long)src, sizeof(long));
}

/* Names shorter than this, away from the end of a page, are copied inline. */
#define HWI_SHORT 40

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
	size_t i;

	if (unlikely(room < HWI_SHORT + HWI_WORD ||
		     offset_in_page(src) > PAGE_SIZE - HWI_SHORT ||
		     !hwi_reads_words(src)))
		return hwi_put_long_string(dst, room, src);
	for (i = 0; i < HWI_SHORT; i += sizeof(long)) {
		word = read_word_at_a_time(src + i);
		put_unaligned(word, (unsigned long *)(dst + i));
		if (has_zero(word, &zeros, &constants)) {
			zeros = prep_zero_mask(word, zeros, &constants);
			return i + find_zero(create_zero_mask(zeros));
		}
	}
	return hwi_put_long_string(dst, room, src);
}

#endif
