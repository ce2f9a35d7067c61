/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Which modules support a device, by the same modules.alias that modprobe uses.
 */
#ifndef ALIAS_H
#define ALIAS_H

#include "source.h"

/* The modules.alias of one release, read once. Initialise it to zeroes. */
struct aliases {
	const struct source *source;
	struct slice text;
	bool tried;
	char last[128]; /* the last alias looked up, ... */
	struct joined found; /* ... and its modules */
};

void aliases_free(struct aliases *aliases);

/*
 * The modules that support @device, which the view lists with this @id; valid
 * until the next call. NULL if unknown: its bus has no aliases here, or there
 * is no modules.alias.
 */
const struct joined *aliases_find(struct aliases *aliases,
				  const struct view *view, struct slice device,
				  struct slice id);

/*
 * For people: append to each finding about a device without a driver the
 * modules that support it. @view is `findings`; the caller frees *@text.
 */
enum exit_code aliases_join(const struct source *source, struct view *view,
			    char **text);

#endif
