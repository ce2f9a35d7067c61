/* SPDX-License-Identifier: GPL-2.0 */
/* Pauses that a suite watches. Include before helpers.h. */
#ifndef HWI_KUNIT_PAUSE_H
#define HWI_KUNIT_PAUSE_H

#include "../../module/core/pause.h"

/* Pauses so far; the one that reports a killed reader, 0 for none. */
static unsigned int pauses;
static unsigned int killed_at;
/* Called in each pause. */
static void (*on_pause)(void);

static inline int test_pause(void)
{
	int err = hwi_pause();

	if (on_pause)
		on_pause();
	return ++pauses == killed_at ? -EINTR : err;
}

static inline void watch_pauses(void (*call)(void), unsigned int kill)
{
	pauses = 0;
	killed_at = kill;
	on_pause = call;
}

#define hwi_pause test_pause

#endif
