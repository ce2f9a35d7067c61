/* SPDX-License-Identifier: GPL-2.0 */
/* The architecture's own interrupt counters: NMI, LOC, RES and the like. */
#ifndef HWI_IRQ_ARCH_H
#define HWI_IRQ_ARCH_H

#include <linux/compiler.h>
#include <linux/types.h>

#include "arena.h"

/**
 * enum hwi_arch_shown - when a counter that is zero is listed
 * @HWI_SHOWN: always
 * @HWI_SHOWN_COUNTED: never
 * @HWI_SHOWN_AMD: on processors of AMD's kind
 * @HWI_SHOWN_CALLBACK: under a hypervisor that has a callback vector
 * @HWI_SHOWN_HYPERV: under Hyper-V
 */
enum hwi_arch_shown {
	HWI_SHOWN,
	HWI_SHOWN_COUNTED,
	HWI_SHOWN_AMD,
	HWI_SHOWN_CALLBACK,
	HWI_SHOWN_HYPERV,
};

/**
 * struct hwi_arch_irq - a counter that has no interrupt number
 * @label: as /proc/interrupts has it
 * @text: what it counts
 * @offset: of the counter in the architecture's per-CPU statistics, or -1
 *	where the kernel keeps it to itself
 * @shown: when it is listed while it is zero: as far as can be told, when
 *	/proc/interrupts does
 */
struct hwi_arch_irq {
	struct hwi_str label;
	struct hwi_str text;
	int offset;
	enum hwi_arch_shown shown;
};

extern const struct hwi_arch_irq hwi_arch_irqs[];
extern const unsigned int hwi_nr_arch_irqs;

bool hwi_arch_irq_expected(enum hwi_arch_shown shown);
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

/**
 * hwi_arch_irq_shown() - whether a counter that is zero is listed
 * @irq: which one
 *
 * Context: any.
 * Return: true for most.
 */
static inline bool hwi_arch_irq_shown(const struct hwi_arch_irq *irq)
{
	return irq->shown == HWI_SHOWN || hwi_arch_irq_expected(irq->shown);
}

#endif
