/* SPDX-License-Identifier: GPL-2.0 */
/* The text of an open file, in whole pages: as many as it needs, no more. */
#ifndef HWI_PAGES_H
#define HWI_PAGES_H

#include <linux/string.h>
#include <linux/types.h>

#include "budget.h"

/**
 * struct hwi_pages - a text in pages
 * @budget: what they are counted against, or NULL
 * @page: the pages, each full but the last
 * @nr: how many
 * @room: how many @page has room for
 * @len: bytes of text
 * @at: where in the last page the text ends
 * @left: how much more fits there
 * @error: 0; else why some of the text is missing, and no more is added
 */
struct hwi_pages {
	struct hwi_budget *budget;
	char **page;
	unsigned int nr;
	unsigned int room;
	size_t len;
	char *at;
	size_t left;
	int error;
};

void hwi_pages_init(struct hwi_pages *pages, struct hwi_budget *budget);
void hwi_pages_cut(struct hwi_pages *pages, size_t len);
void hwi_pages_free(struct hwi_pages *pages);
void hwi_pages_put_over(struct hwi_pages *pages, const char *text, size_t len);
void hwi_pages_pad_over(struct hwi_pages *pages, size_t len);
const char *hwi_pages_get(const struct hwi_pages *pages, unsigned int nr,
			  size_t *len);

static inline void hwi_pages_advance(struct hwi_pages *pages, size_t len)
{
	pages->at += len;
	pages->left -= len;
	pages->len += len;
}

/**
 * hwi_pages_put() - add text
 * @pages: where to add it; its error is set if there is no memory
 * @text: what to add
 * @len: bytes
 *
 * Context: process context, may sleep.
 */
static inline void hwi_pages_put(struct hwi_pages *pages, const char *text,
				 size_t len)
{
	if (len > pages->left) {
		hwi_pages_put_over(pages, text, len);
		return;
	}
	memcpy(pages->at, text, len);
	hwi_pages_advance(pages, len);
}

/**
 * hwi_pages_pad() - add spaces
 * @pages: where to add it; its error is set if there is no memory
 * @len: how many
 *
 * Context: process context, may sleep.
 */
static inline void hwi_pages_pad(struct hwi_pages *pages, size_t len)
{
	if (len > pages->left) {
		hwi_pages_pad_over(pages, len);
		return;
	}
	memset(pages->at, ' ', len);
	hwi_pages_advance(pages, len);
}

#endif
