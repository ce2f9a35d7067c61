/* SPDX-License-Identifier: GPL-2.0 */
/* Numbers, sets and strings as the text format (hwinsight(5)) writes them. */
#ifndef HWI_TEXT_H
#define HWI_TEXT_H

#include <linux/bits.h>
#include <linux/build_bug.h>
#include <linux/hash.h>
#include <linux/types.h>

#include "arena.h"

#define HWI_U64_MAX_LEN 20 /* 18446744073709551615 */
#define HWI_HEX_MAX_LEN 18 /* 0xffffffffffffffff */

/* The most that hwi_text_put_item() writes. */
#define HWI_ITEM_MAX(str) (4 * (size_t)(str).len + 1)

/**
 * struct hwi_count - the count of one CPU
 * @cpu: CPU number
 * @count: never zero in a list
 */
struct hwi_count {
	unsigned int cpu;
	unsigned int count;
};

/**
 * struct hwi_word - the name of a bit, for lists of words
 * @mask: the bits that are compared
 * @value: what they must be for the word to be shown
 * @len: of the word
 * @word: the word, in place, so that it can be copied as two machine words
 */
struct hwi_word {
	unsigned long mask;
	unsigned long value;
	unsigned int len;
	char word[2 * HWI_WORD];
};

#define HWI_WORD_OF(bits, is, text)                                    \
	{                                                              \
		.mask = (bits), .value = (is), .word = (text),         \
		.len = sizeof(text) - 1 +                              \
		       BUILD_BUG_ON_ZERO(sizeof(text) > 2 * HWI_WORD), \
	}

#define HWI_MEMO_BITS 3
#define HWI_MEMO_SIZE BIT(HWI_MEMO_BITS)

/**
 * struct hwi_memo - the text of a value, of which a view has few
 * @value: what @text was made of
 * @text: no text if none was made yet
 */
struct hwi_memo {
	unsigned long value;
	struct hwi_str text;
};

/**
 * hwi_memo_text() - where the text of a value is kept
 * @memo: HWI_MEMO_SIZE of them, zeroed at first
 * @value: the value
 *
 * Return: the text; if there is none, the caller puts it there.
 */
static inline struct hwi_str *hwi_memo_text(struct hwi_memo *memo,
					    unsigned long value)
{
	struct hwi_memo *at = &memo[hash_long(value, HWI_MEMO_BITS)];

	if (at->value != value) {
		at->value = value;
		at->text.text = NULL;
	}
	return &at->text;
}

char *hwi_text_u64(char *dst, u64 value);
char *hwi_text_hex(char *dst, u64 value, unsigned int digits);
char *hwi_text_size(char *dst, u64 size);
char *hwi_text_fixed3(char *dst, u64 thousandths);
struct hwi_str hwi_text_cpulist(struct hwi_arena *arena,
				const unsigned long *mask, unsigned int bits,
				char separator);
struct hwi_str hwi_text_counts(struct hwi_arena *arena,
			       const struct hwi_count *counts, unsigned int nr);
struct hwi_str hwi_text_words(struct hwi_arena *arena,
			      const struct hwi_word *words, unsigned int nr,
			      unsigned long value);
struct hwi_str hwi_text_escape(struct hwi_arena *arena, struct hwi_str str,
			       bool spaces);
char *hwi_text_put_item(char *dst, struct hwi_str str);

#endif
