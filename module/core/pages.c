// SPDX-License-Identifier: GPL-2.0
#include <linux/gfp.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "pages.h"

/*
 * A seq_file's buffer is a page, and it fills all but one byte of that: so each
 * page has that much text, and is handed over in one piece.
 */
#define PAGE_TEXT (PAGE_SIZE - 1)

/**
 * hwi_pages_init() - begin an empty text
 * @pages: what to initialise
 * @budget: what its pages are counted against, or NULL
 */
void hwi_pages_init(struct hwi_pages *pages, struct hwi_budget *budget)
{
	*pages = (struct hwi_pages){ .budget = budget };
}

/**
 * hwi_pages_cut() - take text back, and with it the error
 * @pages: the text
 * @len: how much of it stays
 *
 * Context: process context.
 */
void hwi_pages_cut(struct hwi_pages *pages, size_t len)
{
	unsigned int nr = DIV_ROUND_UP(len, PAGE_TEXT);

	while (pages->nr > nr) {
		free_page((unsigned long)pages->page[--pages->nr]);
		hwi_budget_give(pages->budget, PAGE_SIZE);
	}
	pages->len = len;
	pages->left = nr * PAGE_TEXT - len;
	pages->at = nr ? pages->page[nr - 1] + (PAGE_TEXT - pages->left) : NULL;
	pages->error = 0;
}

/**
 * hwi_pages_free() - free the text, and begin an empty one
 * @pages: the text
 *
 * Context: process context.
 */
void hwi_pages_free(struct hwi_pages *pages)
{
	unsigned int i;

	for (i = 0; i < pages->nr; i++)
		free_page((unsigned long)pages->page[i]);
	kvfree(pages->page);
	hwi_budget_give(pages->budget,
			pages->nr * PAGE_SIZE +
				pages->room * sizeof(*pages->page));
	hwi_pages_init(pages, pages->budget);
}

static int grow_list(struct hwi_pages *pages)
{
	unsigned int room = max(16U, 2 * pages->room);
	size_t size = room * sizeof(*pages->page);
	char **page;
	int err;

	err = hwi_budget_take(pages->budget, size);
	if (err)
		return err;
	page = kvmalloc(size, GFP_KERNEL_ACCOUNT | __GFP_NOWARN);
	if (!page) {
		hwi_budget_give(pages->budget, size);
		return -ENOMEM;
	}
	if (pages->nr)
		memcpy(page, pages->page, pages->nr * sizeof(*page));
	kvfree(pages->page);
	hwi_budget_give(pages->budget, pages->room * sizeof(*page));
	pages->page = page;
	pages->room = room;
	return 0;
}

static int add_page(struct hwi_pages *pages)
{
	unsigned long page;
	int err = 0;

	if (pages->nr == pages->room)
		err = grow_list(pages);
	if (!err)
		err = hwi_budget_take(pages->budget, PAGE_SIZE);
	if (err)
		return err;
	page = __get_free_page(GFP_KERNEL_ACCOUNT | __GFP_NOWARN);
	if (!page) {
		hwi_budget_give(pages->budget, PAGE_SIZE);
		return -ENOMEM;
	}
	pages->page[pages->nr++] = (char *)page;
	pages->at = (char *)page;
	pages->left = PAGE_TEXT;
	return 0;
}

/* How much of @len fits into the last page, or otherwise into a new one. */
static size_t next_piece(struct hwi_pages *pages, size_t len)
{
	if (!pages->left && !pages->error)
		pages->error = add_page(pages);
	return min(len, pages->left);
}

/**
 * hwi_pages_put_over() - add text that goes over the last page
 * @pages: where to add it; its error is set if there is no memory
 * @text: what to add
 * @len: bytes
 *
 * Context: process context, may sleep.
 */
void hwi_pages_put_over(struct hwi_pages *pages, const char *text, size_t len)
{
	size_t piece;

	for (; len; text += piece, len -= piece) {
		piece = next_piece(pages, len);
		if (!piece)
			return;
		memcpy(pages->at, text, piece);
		hwi_pages_advance(pages, piece);
	}
}

/**
 * hwi_pages_pad_over() - add spaces that go over the last page
 * @pages: where to add it; its error is set if there is no memory
 * @len: how many
 *
 * Context: process context, may sleep.
 */
void hwi_pages_pad_over(struct hwi_pages *pages, size_t len)
{
	size_t piece;

	for (; len; len -= piece) {
		piece = next_piece(pages, len);
		if (!piece)
			return;
		memset(pages->at, ' ', piece);
		hwi_pages_advance(pages, piece);
	}
}

/**
 * hwi_pages_get() - one of the pages
 * @pages: the text
 * @nr: which page
 * @len: result: how much text it has
 *
 * Context: any.
 * Return: the text, or NULL past the last page.
 */
const char *hwi_pages_get(const struct hwi_pages *pages, unsigned int nr,
			  size_t *len)
{
	if (nr >= pages->nr)
		return NULL;
	*len = min_t(size_t, pages->len - (size_t)nr * PAGE_TEXT, PAGE_TEXT);
	return pages->page[nr];
}
