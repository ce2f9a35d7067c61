/* SPDX-License-Identifier: GPL-2.0 */
/* Everything the views know about one thing. */
#ifndef ABOUT_H
#define ABOUT_H

#include "command.h"
#include "grid.h"

enum thing_kind {
	THING_ADDRESS,
	THING_INTERRUPT,
	THING_CPU,
	THING_NODE,
	THING_DISK,
	THING_NETDEV,
	THING_DEVICE,
	THING_DRIVER,
	THING_MODULE,
	THING_PROCESS,
	THINGS,
};

/* A meaning of a word; @name is what the views call it. */
struct thing {
	enum thing_kind kind;
	char name[256];
};

#define MAX_THINGS 16

/* A view, read on first use. */
struct about_view {
	char name[32];
	struct reading reading;
	struct grid grid;
	char *joined;
	bool tried, there;
};

#define ABOUT_VIEWS 48

struct about {
	struct out *out;
	struct request *request;
	struct about_view views[ABOUT_VIEWS];
	unsigned int n;
	bool all; /* all views have been read */
	enum exit_code code; /* why an existing view could not be read */
};

/*
 * What a kind is called, as in "an interrupt", and the prefix that selects it:
 * "irq".
 */
extern const char *const thing_names[THINGS];
extern const char *const thing_prefixes[THINGS];

/* The grid of a view, or NULL if it cannot be read. */
const struct grid *about_grid(struct about *about, const char *view);
void about_free(struct about *about);

/* The meanings of @word, the likeliest first. Returns how many. */
unsigned int things_find(struct about *about, const char *word,
			 struct thing things[MAX_THINGS]);

/* Print everything about a thing. */
enum exit_code about_print(struct about *about, const struct thing *thing);

/*
 * Print the rows of @view in which @column is @value, or lists it, as a table
 * with a title; nothing if there are none. Returns how many.
 */
u64 about_rows(struct about *about, const char *view, const char *column,
	       struct slice value);

/*
 * The same for every view that has such a column, except those named in @but,
 * separated by spaces: so that new views are included.
 */
void about_everywhere(struct about *about, const char *column,
		      struct slice value, const char *but);

#endif
