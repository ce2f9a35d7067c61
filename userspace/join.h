/* SPDX-License-Identifier: GPL-2.0 */
/* Columns that the module cannot know, added from elsewhere. */
#ifndef JOIN_H
#define JOIN_H

#include "buffer.h"
#include "err.h"
#include "parse.h"

/* A column to append. */
struct join {
	const char *name;
	char type; /* 's' only as the last one */
	/* Append the cell of a row to @buffer. */
	void (*add)(struct buffer *buffer, const struct join *join,
		    const struct view *view, const struct slice *cells);
	void *context;
};

/* Append part of a cell, escaped as the format demands, and @also. */
void join_escaped(struct buffer *buffer, struct slice s, char also);

/*
 * Append @n columns to @view, except those it already has. *@text then holds
 * its text, which the caller frees; else it is NULL. Not DONE, after a
 * complaint, if the result is too large.
 */
enum exit_code join_columns(struct view *view, const struct join *joins,
			    unsigned int n, char **text);

#endif
