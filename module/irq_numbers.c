// SPDX-License-Identifier: GPL-2.0
/*
 * Numbers are sparse: of 440, some 30 have a descriptor, and what asks for
 * the next one is not exported. Looking each number up costs more than all
 * the rest of the view, so the numbers found are kept until one is added.
 *
 * A descriptor is put into the tree of descriptors, and then becomes a
 * directory in /sys/kernel/irq; kernfs counts the entries that this directory
 * gained and lost. The count is read before a walk begins. If it is the same
 * before a later one, nothing came since but what that later walk might as
 * well have missed: a descriptor that is being added at this very moment. One
 * that went is found to be gone. Only a descriptor for which sysfs had no
 * memory, which the kernel warns of, shows up late.
 */
#include <linux/kernfs.h>
#include <linux/kobject.h>
#include <linux/spinlock.h>

#include "compat.h"
#include "irq_numbers.h"

static DEFINE_SPINLOCK(kept_lock);
/* Under kept_lock: the last whole walk. */
static unsigned long kept_revision;
static unsigned int kept_end;
static DECLARE_BITMAP(kept, HWI_IRQ_NUMBERS);

#if defined(CONFIG_SPARSE_IRQ) && defined(CONFIG_SYSFS) && \
	defined(HWI_HAVE_KERNFS_REV)
/* /sys/kernel/irq, which is made at boot and never removed. */
static struct kernfs_node *directory;

static unsigned long revision(void)
{
	const struct kernfs_node *node = READ_ONCE(directory);

	if (!node)
		return 0;
	/* Read before the descriptors are; it is never 0 with one there. */
	return smp_load_acquire(&node->dir.rev);
}

static void learn(const struct irq_desc *desc)
{
	const struct kobject *parent;

	if (likely(READ_ONCE(directory)))
		return;
	/*
	 * The caller is in an RCU section, which keeps @desc. The parent is
	 * cleared when it goes; the parent itself stays for good.
	 */
	parent = READ_ONCE(desc->kobj.parent);
	if (parent && parent->sd && kernfs_type(parent->sd) == KERNFS_DIR)
		WRITE_ONCE(directory, parent->sd);
}
#else
static unsigned long revision(void)
{
	return 0;
}

static void learn(const struct irq_desc *desc)
{
}
#endif

/**
 * hwi_irq_numbers_first() - begin a walk
 * @numbers: initialised here
 *
 * Context: process context; takes a spinlock.
 * Return: the first number to look at, or @numbers->end or more.
 */
unsigned int hwi_irq_numbers_first(struct hwi_irq_numbers *numbers)
{
	numbers->end = hwi_nr_irqs();
	numbers->known = false;
	numbers->revision = 0;
	if (numbers->end > HWI_IRQ_NUMBERS)
		return 0;
	numbers->revision = revision();
	if (numbers->revision) {
		spin_lock(&kept_lock);
		numbers->known = kept_revision == numbers->revision &&
				 kept_end == numbers->end;
		if (numbers->known)
			bitmap_copy(numbers->used, kept, numbers->end);
		spin_unlock(&kept_lock);
	}
	if (numbers->known) {
		numbers->at = 0;
		numbers->left = numbers->used[0];
		return hwi_irq_numbers_next(numbers, 0);
	}
	bitmap_zero(numbers->used, numbers->end);
	return 0;
}

/**
 * hwi_irq_numbers_seen() - a number has a descriptor
 * @numbers: the walk
 * @irq: the number
 * @desc: its descriptor
 *
 * Context: rcu_read_lock() held since @desc was looked up.
 */
void hwi_irq_numbers_seen(struct hwi_irq_numbers *numbers, unsigned int irq,
			  const struct irq_desc *desc)
{
	if (numbers->known)
		return;
	learn(desc);
	if (numbers->revision && irq < HWI_IRQ_NUMBERS)
		__set_bit(irq, numbers->used);
}

/**
 * hwi_irq_numbers_end() - keep what a walk found, which went over all numbers
 * @numbers: the walk
 *
 * Context: process context; takes a spinlock.
 */
void hwi_irq_numbers_end(const struct hwi_irq_numbers *numbers)
{
	if (numbers->known || !numbers->revision)
		return;
	spin_lock(&kept_lock);
	kept_revision = numbers->revision;
	kept_end = numbers->end;
	bitmap_copy(kept, numbers->used, numbers->end);
	spin_unlock(&kept_lock);
}
