/* SPDX-License-Identifier: GPL-2.0 */
/* What the kernel takes the time from. */
#ifndef HWI_CLOCKSOURCE_H
#define HWI_CLOCKSOURCE_H

struct hwi_arena;

/**
 * struct hwi_clocksource - clock sources, by name
 * @current_name: the one that is used, NULL if that is not known
 * @available: all of them, separated by blanks, the best one first
 */
struct hwi_clocksource {
	const char *current_name;
	const char *available;
};

int hwi_clocksource_collect(struct hwi_clocksource *clocksource,
			    struct hwi_arena *arena);

#endif
