/* SPDX-License-Identifier: GPL-2.0 */
/* Which rows are shown: --where and --match. */
#ifndef WHERE_H
#define WHERE_H

#include "parse.h"

/* "COLUMN=VALUE", for one view. */
struct test {
	unsigned int column;
	const struct sign *sign;
	struct slice value;
	bool alternatives; /* @value has alternatives, separated by commas */
};

/* Parse @text for @view; false after a complaint. */
bool test_parse(struct test *test, const struct view *view, const char *text);
bool test_holds(const struct test *test, const struct view *view,
		struct slice cell);

/* Whether any cell of a row contains @text, ignoring case. */
bool row_matches(const struct view *view, const struct slice *cells,
		 const char *text);

/* The index of a column, ignoring case; else a complaint that names all. */
bool find_column(const struct view *view, struct slice name,
		 unsigned int *column);

#endif
