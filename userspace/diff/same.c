// SPDX-License-Identifier: GPL-2.0
#include "pids.h"
#include "same.h"

/* Words of a state that come and go on an idle machine. */
static bool of_moment(struct slice word)
{
	return list_has(slice_of("masked,inprogress,pending"), word);
}

static bool next_word(struct slice *list, struct slice *word)
{
	while (item_next(list, word))
		if (!of_moment(*word))
			return true;
	return false;
}

static bool same_words(struct slice a, struct slice b)
{
	struct slice x, y;
	bool more;

	do {
		x = (struct slice){ NULL, 0 };
		y = x;
		more = next_word(&a, &x);
		if (more != next_word(&b, &y) || (more && !slice_same(x, y)))
			return false;
	} while (more);
	return true;
}

bool cells_same(struct slice a, struct slice b, enum sameness sameness)
{
	if (sameness == SAME_BUT_MOMENT)
		return same_words(a, b);
	return same_cells(a, b, sameness == SAME_BUT_PIDS);
}

u64 cell_hash(u64 h, struct slice s, enum sameness sameness)
{
	struct slice word;
	char c;

	if (sameness == SAME_BUT_MOMENT) {
		while (next_word(&s, &word))
			h = cell_hash(h, word, SAME_ALL);
		return h;
	}
	while (next_char(&s, sameness == SAME_BUT_PIDS, &c))
		h = (h ^ (unsigned char)c) * 0x100000001b3ULL;
	return (h ^ 0xff) * 0x100000001b3ULL;
}
