/* SPDX-License-Identifier: GPL-2.0 */
/* A kind of softirq: its record, its columns and its row. */
#ifndef HWI_SOFTIRQ_ROWS_H
#define HWI_SOFTIRQ_ROWS_H

#include <linux/interrupt.h>

#include "core/counts.h"
#include "core/row.h"

/**
 * struct hwi_softirq - how often a kind of softirq ran
 * @nr: its number
 * @counts: per CPU
 */
struct hwi_softirq {
	unsigned int nr;
	struct hwi_counts counts;
};

/**
 * struct hwi_softirqs - all kinds, by number
 * @softirqs: one each
 */
struct hwi_softirqs {
	struct hwi_softirq softirqs[NR_SOFTIRQS];
};

#define HWI_SOFTIRQ_COLUMNS 3
extern const struct hwi_column hwi_softirq_columns[HWI_SOFTIRQ_COLUMNS];

int hwi_softirqs_collect(struct hwi_softirqs *softirqs,
			 struct hwi_arena *arena);
void hwi_softirq_row(struct hwi_row *row, const struct hwi_softirq *softirq);

#endif
