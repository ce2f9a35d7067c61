/* SPDX-License-Identifier: GPL-2.0 */
/* Everything the views know of one thing. */
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

/* What a word means: @name is what the views call it. */
struct thing {
	enum thing_kind kind;
	char name[256];
};

#define MAX_THINGS 16

/* A view, read when it is first asked for. */
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
	bool all; /* @views has every view that there is */
	enum exit_code code; /* why a view that is there could not be had */
};

/* "an interrupt", and the word before a colon that chooses it: "irq". */
extern const char *const thing_names[THINGS];
extern const char *const thing_prefixes[THINGS];

/* The grid of a view, or NULL if there is no such view to be had. */
const struct grid *about_grid(struct about *about, const char *view);
void about_free(struct about *about);

/* What @word can mean, the likeliest first. Returns how many. */
unsigned int things_find(struct about *about, const char *word,
			 struct thing things[MAX_THINGS]);

/* Print all of a thing. */
enum exit_code about_print(struct about *about, const struct thing *thing);

/*
 * The rows of @view in which @column is @value, or has it in its list, as a
 * table with a title. Nothing if there is none. Returns how many.
 */
u64 about_rows(struct about *about, const char *view, const char *column,
	       struct slice value);

/*
 * The same of every view that has such a column and is not among @but, names
 * with spaces between them: what has no place of its own is not left out.
 */
void about_everywhere(struct about *about, const char *column,
		      struct slice value, const char *but);

#endif
