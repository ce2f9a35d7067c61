// SPDX-License-Identifier: GPL-2.0
#include "pids.h"

size_t pids_len(struct slice s)
{
	size_t i = 1;

	if (!s.len || s.p[0] != '[')
		return 0;
	while (i < s.len && (s.p[i] == ',' || (s.p[i] >= '0' && s.p[i] <= '9')))
		i++;
	return i > 1 && i < s.len && s.p[i] == ']' ? i + 1 : 0;
}

bool next_char(struct slice *s, bool pids, char *c)
{
	size_t skip = pids ? pids_len(*s) : 0;

	s->p += skip;
	s->len -= skip;
	if (!s->len)
		return false;
	*c = *s->p++;
	s->len--;
	return true;
}

bool same_cells(struct slice a, struct slice b, bool pids)
{
	bool more;
	char c, d;

	if (!pids)
		return slice_same(a, b);
	do {
		c = 0;
		d = 0;
		more = next_char(&a, true, &c);
		if (more != next_char(&b, true, &d) || c != d)
			return false;
	} while (more);
	return true;
}
