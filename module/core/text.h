/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A text that is being written, like struct seq_buf: what does not fit makes it
 * full, which is checked once, at the end. Numbers, sets and strings are
 * written as the text format defines them (hwinsight(5)).
 */
#ifndef HWI_TEXT_H
#define HWI_TEXT_H

#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/types.h>

struct hwi_counts;

/**
 * struct hwi_text - a text that is being written
 * @begin: where it is
 * @size: bytes that are there
 * @len: bytes that were written, or would have been: more than @size if they
 *	did not fit
 */
struct hwi_text {
	char *begin;
	size_t size;
	size_t len;
};

/**
 * struct hwi_flag - the name of a flag, or of a value of some bits
 * @mask: the bits that are compared
 * @value: what they must be for the name to be shown
 * @name: the name
 */
struct hwi_flag {
	unsigned long mask;
	unsigned long value;
	const char *name;
};

/* How hwi_text_escaped() escapes a string. */
enum hwi_escape {
	HWI_ESCAPE_FIELD, /* a field: no white space */
	HWI_ESCAPE_LINE, /* to the end of the line: spaces stay */
	HWI_ESCAPE_ITEM, /* an item of a list: no commas either */
};

static inline void hwi_text_init(struct hwi_text *text, char *begin,
				 size_t size)
{
	text->begin = begin;
	text->size = size;
	text->len = 0;
}

/* Something did not fit: the text is not to be used. */
static inline bool hwi_text_full(const struct hwi_text *text)
{
	return text->len > text->size;
}

static inline void hwi_text_char(struct hwi_text *text, char c)
{
	if (text->len < text->size)
		text->begin[text->len] = c;
	text->len++;
}

static inline void hwi_text_bytes(struct hwi_text *text, const char *from,
				  size_t len)
{
	if (text->len <= text->size && len <= text->size - text->len)
		memcpy(text->begin + text->len, from, len);
	text->len += len;
}

static inline void hwi_text_str(struct hwi_text *text, const char *str)
{
	hwi_text_bytes(text, str, strlen(str));
}

void hwi_text_u64(struct hwi_text *text, u64 value);
void hwi_text_hex(struct hwi_text *text, u64 value, unsigned int digits);
void hwi_text_hex_digits(struct hwi_text *text, u64 value, unsigned int digits);
void hwi_text_size(struct hwi_text *text, u64 size);
void hwi_text_fixed3(struct hwi_text *text, u64 thousandths);
void hwi_text_escaped(struct hwi_text *text, const char *str,
		      enum hwi_escape how);
__printf(2, 0) void hwi_text_vprintf(struct hwi_text *text, const char *format,
				     va_list args);
__printf(2, 3) void hwi_text_printf(struct hwi_text *text, const char *format,
				    ...);

void hwi_text_cpulist(struct hwi_text *text, const unsigned long *mask,
		      unsigned int bits, char separator);
void hwi_text_counts(struct hwi_text *text, const struct hwi_counts *counts);
void hwi_text_flags(struct hwi_text *text, const struct hwi_flag *flags,
		    unsigned int nr, unsigned long value);

#endif
