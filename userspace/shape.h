/* SPDX-License-Identifier: GPL-2.0 */
/* Which rows and columns of a view are shown, and in which order. */
#ifndef SHAPE_H
#define SHAPE_H

#include "err.h"
#include "parse.h"

#define MAX_WHERE 16

/* As the command line has it; checked against each view by rows_begin(). */
struct shape {
	const char *columns; /* A,B or NULL for all */
	const char *sort; /* COLUMN or COLUMN:desc, or NULL */
	const char *where[MAX_WHERE]; /* all of them have to hold */
	int wheres;
	bool no_header;
};

/* Whether it leaves a view as it is. */
bool shape_none(const struct shape *shape);

#endif
