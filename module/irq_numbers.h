/* SPDX-License-Identifier: GPL-2.0 */
/* Which interrupt numbers have a descriptor. */
#ifndef HWI_IRQ_NUMBERS_H
#define HWI_IRQ_NUMBERS_H

#include <linux/bitmap.h>
#include <linux/types.h>

struct irq_desc;

#define HWI_IRQ_NUMBERS 2048

/**
 * struct hwi_irq_numbers - a walk over the interrupt numbers
 * @end: the numbers end here
 * @known: @used is known from a walk before
 * @revision: of the directory that has an entry for each descriptor, before
 *	this walk began; 0 for unknown
 * @used: the numbers with a descriptor
 */
struct hwi_irq_numbers {
	unsigned int end;
	bool known;
	unsigned long revision;
	DECLARE_BITMAP(used, HWI_IRQ_NUMBERS);
};

unsigned int hwi_irq_numbers_first(struct hwi_irq_numbers *numbers);
unsigned int hwi_irq_numbers_next(const struct hwi_irq_numbers *numbers,
				  unsigned int irq);
void hwi_irq_numbers_seen(struct hwi_irq_numbers *numbers, unsigned int irq,
			  const struct irq_desc *desc);
void hwi_irq_numbers_end(const struct hwi_irq_numbers *numbers);

#endif
