// SPDX-License-Identifier: GPL-2.0
/* Copies the names of clock sources from sysfs: nothing else exports them. */
#include <linux/string.h>

#include "core/pause.h"
#include "clocksource.h"
#include "sysfs_file.h"

static int copy(struct hwi_arena *arena, struct hwi_sysfs *sysfs,
		const char *name, const char **to)
{
	int err = hwi_sysfs_read(
		sysfs, "devices/system/clocksource/clocksource0", name);

	/* A missing file means no name; a lack of memory is an error. */
	if (err)
		return err == -ENOMEM ? err : sysfs->error;
	/* sysfs ends the list with a space. */
	strim(sysfs->text);
	while (!err && !*to) {
		*to = hwi_arena_copy(arena, sysfs->text);
		err = hwi_arena_pause(arena);
	}
	return err;
}

/**
 * hwi_clocksource_collect() - copy the names of clock sources
 * @clocksource: result
 * @arena: where the names go
 *
 * Context: process context, may sleep. The kernel's show() takes the mutex that
 * registering and switching clock sources take.
 * Return: as hwi_arena_pause(), or -ENOMEM.
 */
int hwi_clocksource_collect(struct hwi_clocksource *clocksource,
			    struct hwi_arena *arena)
{
	struct hwi_sysfs sysfs = {};
	int err;

	*clocksource = (struct hwi_clocksource){};
	err = copy(arena, &sysfs, "current_clocksource",
		   &clocksource->current_name);
	if (err)
		return err;
	return copy(arena, &sysfs, "available_clocksource",
		    &clocksource->available);
}
