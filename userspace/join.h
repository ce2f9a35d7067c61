/* SPDX-License-Identifier: GPL-2.0 */
/* Columns that a view gets from elsewhere: what the module cannot know. */
#ifndef JOIN_H
#define JOIN_H

#include "buffer.h"
#include "err.h"
#include "parse.h"

/* A column that is to be added after the others. */
struct join {
	const char *name;
	char type; /* 's' only as the last one */
	/* Add the cell of a row to @buffer. */
	void (*add)(struct buffer *buffer, const struct join *join,
		    const struct view *view, const struct slice *cells);
	void *context;
};

/* Part of a cell, with what the format wants escaped, and @also. */
void join_escaped(struct buffer *buffer, struct slice s, char also);

/*
 * Give @view @n more columns; one that it has already is left out. *@text then
 * has its text and is the caller's to free, else it is NULL. Not DONE if the
 * result is too large, after a complaint.
 */
enum exit_code join_columns(struct view *view, const struct join *joins,
			    unsigned int n, char **text);

#endif
