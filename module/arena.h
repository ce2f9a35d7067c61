/* SPDX-License-Identifier: GPL-2.0 */
/*
 * One block of memory a snapshot is built in. It never grows while it is
 * being filled, so that code which holds a kernel lock can put copies into
 * it; what does not fit sets @overflow, and the whole snapshot is then taken
 * again in a larger block (snapshot.c).
 */
#ifndef HWI_ARENA_H
#define HWI_ARENA_H

#include <linux/align.h>
#include <linux/string.h>
#include <linux/types.h>

#include "compat.h"

/* Text is read and written in words; strings in an arena are padded to one. */
#define HWI_WORD 8
#define HWI_SPACES 0x2020202020202020ULL

/* Longer strings are cut: no kernel name comes near it. */
#define HWI_STRING_MAX 4096

/**
 * struct hwi_arena - bump allocator over one caller-owned block
 * @base: the block, aligned to a word
 * @size: its size in bytes
 * @used: bytes handed out so far, a multiple of a word
 * @overflow: something did not fit; what was built is not to be used
 */
struct hwi_arena {
	char *base;
	size_t size;
	size_t used;
	bool overflow;
};

/**
 * struct hwi_str - a string, padded with spaces to a whole word
 * @text: in an arena or constant, not NUL terminated; NULL for "there is none"
 * @len: bytes, without the padding
 */
struct hwi_str {
	const char *text;
	size_t len;
};

/* A literal as one, its padding behind it. */
#define HWI_STR_INIT(literal)                                           \
	{                                                               \
		.text = literal "        ", .len = sizeof(literal) - 1, \
	}
#define HWI_STR(literal) ((struct hwi_str)HWI_STR_INIT(literal))

/**
 * hwi_arena_alloc() - take @size bytes, uninitialised
 * @arena: where from
 * @size: bytes; rounded up to a word
 *
 * Context: any, it only moves a mark.
 * Return: the memory, or NULL with @arena->overflow set.
 */
static inline void *hwi_arena_alloc(struct hwi_arena *arena, size_t size)
{
	size_t used = arena->used, left = arena->size - used;

	if (size > left || ALIGN(size, HWI_WORD) > left) {
		arena->overflow = true;
		return NULL;
	}
	arena->used = used + ALIGN(size, HWI_WORD);
	return arena->base + used;
}

struct hwi_str hwi_arena_copy(struct hwi_arena *arena, const char *src);
struct hwi_str hwi_arena_join(struct hwi_arena *arena, const char *prefix,
			      char separator, const char *suffix);
char *hwi_arena_text_begin(struct hwi_arena *arena, size_t room);

/**
 * hwi_arena_text_end() - close the stretch, pad it and keep it
 * @arena: as for hwi_arena_text_begin()
 * @begin: what hwi_arena_text_begin() returned, which left room for a word
 *	of padding
 * @end: one past the last byte written
 *
 * Context: any.
 * Return: the string.
 */
static inline struct hwi_str hwi_arena_text_end(struct hwi_arena *arena,
						char *begin, char *end)
{
	struct hwi_str str = { .text = begin, .len = end - begin };

	put_unaligned(HWI_SPACES, (u64 *)end);
	arena->used += ALIGN(str.len, HWI_WORD);
	return str;
}

#endif
