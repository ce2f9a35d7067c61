/* SPDX-License-Identifier: GPL-2.0 */
/* Which module would drive a device: what modprobe asks modules.alias for. */
#ifndef ALIAS_H
#define ALIAS_H

#include "source.h"

/* modules.alias of a release, read once. Starts as zeroes. */
struct aliases {
	const struct source *source;
	struct slice text;
	bool tried;
	char last[128]; /* the alias that was looked for last, ... */
	struct joined found; /* and the modules for it */
};

void aliases_free(struct aliases *aliases);

/*
 * The modules for @device, which the view has with this @id, until the next
 * call. NULL if nothing can be said: its bus has no aliases here, or there is
 * no modules.alias.
 */
const struct joined *aliases_find(struct aliases *aliases,
				  const struct view *view, struct slice device,
				  struct slice id);

/*
 * For people: @view is `findings` with the modules for devices without a driver
 * behind what is said of them, if there are any. *@text is to be freed.
 */
enum exit_code aliases_join(const struct source *source, struct view *view,
			    char **text);

#endif
