// SPDX-License-Identifier: GPL-2.0
#include "softirq_rows.h"

const struct hwi_column hwi_softirq_columns[HWI_SOFTIRQ_COLUMNS] = {
	{ "SOFTIRQ", 's' },
	{ "TOTAL", 'u' },
	{ "PERCPU", 'p' },
};

/* The kernel does not export softirq_to_name[]. */
static const char *const softirq_names[NR_SOFTIRQS] = {
	[HI_SOFTIRQ] = "HI",	       [TIMER_SOFTIRQ] = "TIMER",
	[NET_TX_SOFTIRQ] = "NET_TX",   [NET_RX_SOFTIRQ] = "NET_RX",
	[BLOCK_SOFTIRQ] = "BLOCK",     [IRQ_POLL_SOFTIRQ] = "IRQ_POLL",
	[TASKLET_SOFTIRQ] = "TASKLET", [SCHED_SOFTIRQ] = "SCHED",
	[HRTIMER_SOFTIRQ] = "HRTIMER", [RCU_SOFTIRQ] = "RCU",
};

/**
 * hwi_softirq_row() - fill the row of a kind of softirq
 * @row: the row, of hwi_softirq_columns
 * @softirq: the kind
 */
void hwi_softirq_row(struct hwi_row *row, const struct hwi_softirq *softirq)
{
	const char *name = softirq_names[softirq->nr];

	if (name)
		hwi_cell_word(row, name);
	else
		hwi_cell_u64(row, softirq->nr);
	hwi_cell_u64(row, softirq->counts.total);
	hwi_text_counts(hwi_cell_begin(row), &softirq->counts);
	hwi_cell_end(row);
}
