/* SPDX-License-Identifier: GPL-2.0 */
/* The clock sources of the kernel's timekeeping. */
#ifndef HWI_CLOCKSOURCE_H
#define HWI_CLOCKSOURCE_H

struct hwi_arena;

/**
 * struct hwi_clocksource - clock sources, by name
 * @current_name: the one in use, NULL if not known
 * @available: all of them, separated by spaces, the best first
 */
struct hwi_clocksource {
	const char *current_name;
	const char *available;
};

int hwi_clocksource_collect(struct hwi_clocksource *clocksource,
			    struct hwi_arena *arena);

#endif
