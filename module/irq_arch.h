/* SPDX-License-Identifier: GPL-2.0 */
/* The architecture's own interrupt counters: NMI, LOC, RES and the like. */
#ifndef HWI_IRQ_ARCH_H
#define HWI_IRQ_ARCH_H

#include <linux/compiler.h>
#include <linux/types.h>

#include "arena.h"

/**
 * struct hwi_arch_irq - a counter that has no interrupt number
 * @label: as /proc/interrupts has it
 * @text: what it counts
 * @offset: of the counter in the architecture's per-CPU statistics, or -1
 *	where the kernel keeps it to itself
 */
struct hwi_arch_irq {
	struct hwi_str label;
	struct hwi_str text;
	int offset;
};

extern const struct hwi_arch_irq hwi_arch_irqs[];
extern const unsigned int hwi_nr_arch_irqs;

const void *hwi_arch_irq_counters(unsigned int cpu);
u64 hwi_arch_irqs_of_cpu(unsigned int cpu);

/**
 * hwi_arch_irq_count() - read a counter
 * @irq: which one; its offset is not -1
 * @counters: hwi_arch_irq_counters() of the CPU
 *
 * Context: any. A word is read whole.
 * Return: the count.
 */
static inline unsigned int hwi_arch_irq_count(const struct hwi_arch_irq *irq,
					      const void *counters)
{
	return READ_ONCE(*(const unsigned int *)(counters + irq->offset));
}

#endif
