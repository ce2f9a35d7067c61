/* SPDX-License-Identifier: GPL-2.0 */
/* The architecture's own interrupt counters: NMI, LOC, RES and the like. */
#ifndef HWI_IRQ_ARCH_H
#define HWI_IRQ_ARCH_H

#include "irq_rows.h"

int hwi_arch_irqs_collect(struct hwi_arch_count **first,
			  struct hwi_arena *arena);
void hwi_irq_label(struct hwi_irq *irq, unsigned int *ipis_seen);
u64 hwi_arch_irqs_of_cpu(unsigned int cpu);

#endif
