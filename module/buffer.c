// SPDX-License-Identifier: GPL-2.0
/*
 * A seq_file allocates a page to render into, which distributions have zeroed
 * (init_on_alloc=1), and hands out no more than that at a time. One that has
 * a buffer takes that, as single_open_size() relies on, and frees it with
 * kvfree() when it needs a larger one, or at its end. So a buffer is given to
 * it for good, and what is still there at its end is taken back.
 */
#include <linux/mm.h>
#include <linux/seq_file.h>
#include <linux/slab.h>

#include "buffer.h"

/* Most views in one piece. */
#define BUFFER_SIZE (32 << 10)

/* One is enough for a reader that opens file after file. */
static char *kept;

/**
 * hwi_buffer_give() - give a seq_file a buffer
 * @m: just opened
 *
 * Without memory for it, the seq_file is left to find its own.
 *
 * Context: process context, may sleep. A buffer has one owner: it changes
 * hands by xchg().
 */
void hwi_buffer_give(struct seq_file *m)
{
	m->buf = xchg(&kept, NULL);
	if (!m->buf)
		m->buf = kvmalloc(BUFFER_SIZE,
				  GFP_KERNEL_ACCOUNT | __GFP_NOWARN);
	if (m->buf)
		m->size = BUFFER_SIZE;
}

/**
 * hwi_buffer_take() - take a seq_file's buffer back, to keep it
 * @m: about to be released, no longer used
 *
 * Context: process context.
 */
void hwi_buffer_take(struct seq_file *m)
{
	/* What it allocated itself is of another size: it only doubles. */
	if (m->buf && m->size == BUFFER_SIZE)
		m->buf = xchg(&kept, m->buf);
}

/**
 * hwi_buffer_exit() - free what is kept, when no file is open any more
 *
 * Context: process context, may sleep.
 */
void hwi_buffer_exit(void)
{
	kvfree(xchg(&kept, NULL));
}
