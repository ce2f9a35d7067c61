/* SPDX-License-Identifier: GPL-2.0 */
/* Which interrupt numbers have a descriptor. */
#ifndef HWI_IRQ_NUMBERS_H
#define HWI_IRQ_NUMBERS_H

#include <linux/bitmap.h>
#include <linux/bitops.h>
#include <linux/types.h>

struct irq_desc;

#define HWI_IRQ_NUMBERS 2048

/**
 * struct hwi_irq_numbers - a walk over the interrupt numbers
 * @end: the numbers end here
 * @known: @used is known from a walk before
 * @revision: of the directory that has an entry for each descriptor, before
 *	this walk began; 0 for unknown
 * @at: which word of @used is gone through, if it is known
 * @left: what is left of it
 * @used: the numbers with a descriptor
 */
struct hwi_irq_numbers {
	unsigned int end;
	bool known;
	unsigned long revision;
	unsigned int at;
	unsigned long left;
	DECLARE_BITMAP(used, HWI_IRQ_NUMBERS);
};

unsigned int hwi_irq_numbers_first(struct hwi_irq_numbers *numbers);
void hwi_irq_numbers_seen(struct hwi_irq_numbers *numbers, unsigned int irq,
			  const struct irq_desc *desc);
void hwi_irq_numbers_end(const struct hwi_irq_numbers *numbers);

/**
 * hwi_irq_numbers_next() - go on with a walk
 * @numbers: the walk
 * @irq: the number before
 *
 * Context: any.
 * Return: the next number to look at, or @numbers->end or more.
 */
static inline unsigned int hwi_irq_numbers_next(struct hwi_irq_numbers *numbers,
						unsigned int irq)
{
	if (!numbers->known)
		return irq + 1;
	while (!numbers->left) {
		if (++numbers->at >= BITS_TO_LONGS(numbers->end))
			return numbers->end;
		numbers->left = numbers->used[numbers->at];
	}
	irq = numbers->at * BITS_PER_LONG + __ffs(numbers->left);
	numbers->left &= numbers->left - 1;
	return irq;
}

#endif
