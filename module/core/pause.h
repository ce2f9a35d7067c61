/* SPDX-License-Identifier: GPL-2.0 */
/* How a long loop lets others run. */
#ifndef HWI_PAUSE_H
#define HWI_PAUSE_H

#include <linux/errno.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>

/* No lock and no RCU section is held for more items than this. */
#define HWI_BATCH 512

/**
 * hwi_pause() - let others run, between two batches
 *
 * Context: process context, no lock held.
 * Return: 0, or -EINTR if the reader was killed and has to give up.
 */
static inline int hwi_pause(void)
{
	cond_resched();
	return fatal_signal_pending(current) ? -EINTR : 0;
}

#endif
