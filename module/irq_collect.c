// SPDX-License-Identifier: GPL-2.0
/* Copies interrupt descriptors into records. */
#include <linux/cpumask.h>
#include <linux/device.h>
#include <linux/interrupt.h>
#include <linux/irqdomain.h>
#include <linux/msi.h>
#include <linux/rcupdate.h>
#include <linux/sched.h>
#include <linux/seq_file.h>

#include "compat.h"
#include "irq_numbers.h"
#include "irq_record.h"

/* Interrupts that are looked at in one RCU section, before others may run. */
#define BATCH 64

static unsigned int status_of(const struct irq_desc *desc)
{
	return READ_ONCE(desc->status_use_accessors);
}

/*
 * Copy the counts of the CPUs that have any. The per-CPU block is freed with
 * the descriptor, after an RCU grace period; a word is read whole.
 */
static void copy_counts(struct hwi_arena *arena, struct irq_desc *desc,
			struct hwi_irq *to)
{
	unsigned int cpu, count;
	struct hwi_count *at;

	to->counts = NULL;
	to->nr_counts = 0;
	/*
	 * Idle, as far as tot_count goes: per-CPU interrupts do not keep it,
	 * nor do those that arm64 delivers as NMIs.
	 */
	if (!IS_ENABLED(CONFIG_ARM64_PSEUDO_NMI) &&
	    !READ_ONCE(desc->tot_count) && desc->action &&
	    !(status_of(desc) & (IRQ_PER_CPU | IRQ_PER_CPU_DEVID | IRQ_HIDDEN)))
		return;
	/* They are dense: to ask of each costs less than to find the next. */
	for (cpu = 0; cpu < nr_cpu_ids; cpu++) {
		count = cpu_possible(cpu) ? irq_desc_kstat_cpu(desc, cpu) : 0;
		if (!count)
			continue;
		/* One after the other: a count is a word, as the arena's. */
		at = hwi_arena_alloc(arena, sizeof(*at));
		if (!at)
			return;
		at->cpu = cpu;
		at->count = count;
		if (!to->counts)
			to->counts = at;
		to->nr_counts++;
	}
}

static __always_inline unsigned long *copy_mask(struct hwi_arena *arena,
						const struct cpumask *mask)
{
	unsigned int longs = BITS_TO_LONGS(nr_cpu_ids), i = 0;
	const unsigned long *from;
	unsigned long *to;

	if (!mask)
		return NULL;
	from = cpumask_bits(mask);
	to = hwi_arena_alloc(arena, longs * sizeof(*to));
	if (!to)
		return NULL;
	do {
		to[i] = from[i];
	} while (++i < longs);
	return to;
}

/* As /proc/irq/N/smp_affinity: a change that is still to come counts. */
static const struct cpumask *requested_affinity(struct irq_desc *desc)
{
#ifdef CONFIG_GENERIC_PENDING_IRQ
	if (irqd_is_setaffinity_pending(&desc->irq_data))
		return desc->pending_mask;
#endif
	return irq_data_get_affinity_mask(&desc->irq_data);
}

/*
 * Some controllers have no name and print one, with the descriptor's lock
 * held, as here. They write into a seq_file that only has this buffer.
 */
static noinline struct hwi_str print_chip(struct hwi_arena *arena,
					  struct irq_desc *desc)
{
	struct irq_chip *chip = desc->irq_data.chip;
	char text[64] = {};
	struct seq_file m = { .buf = text, .size = sizeof(text) - 1 };
	char *begin = text;

	chip->irq_print_chip(&desc->irq_data, &m);
	if (seq_has_overflowed(&m))
		return hwi_arena_copy(arena, chip->name);
	text[m.count] = '\0';
	while (*begin == ' ')
		begin++;
	return hwi_arena_copy(arena, begin);
}

static struct hwi_str copy_chip(struct hwi_arena *arena, struct irq_desc *desc)
{
	const struct irq_chip *chip = desc->irq_data.chip;

	if (chip && chip->irq_print_chip)
		return print_chip(arena, desc);
	return hwi_arena_copy(arena, chip ? chip->name : NULL);
}

static void copy_actions(struct hwi_arena *arena, struct irq_desc *desc,
			 struct hwi_irq *to)
{
	struct hwi_irq_action **link = &to->actions, *at;
	const struct irqaction *action;

	*link = NULL;
	for (action = desc->action; action; action = action->next) {
		at = hwi_arena_alloc(arena, sizeof(*at));
		if (!at)
			return;
		at->next = NULL;
		at->pid = action->thread ? task_pid_nr(action->thread) : 0;
		at->pid2 = 0;
		if (action->secondary && action->secondary->thread)
			at->pid2 = task_pid_nr(action->secondary->thread);
		if (at->pid || at->pid2)
			to->state |= HWI_IRQ_THREADED;
		if (action->flags & IRQF_SHARED)
			to->state |= HWI_IRQ_SHARED;
		at->name = hwi_arena_copy(arena, action->name);
		*link = at;
		link = &at->next;
	}
}

static unsigned int state_of(struct irq_desc *desc)
{
	struct irq_data *data = &desc->irq_data;
	unsigned int status = status_of(desc);

	return (irqd_irq_disabled(data) ? HWI_IRQ_DISABLED : 0) |
	       (irqd_irq_masked(data) ? HWI_IRQ_MASKED : 0) |
	       (irqd_irq_inprogress(data) ? HWI_IRQ_INPROGRESS : 0) |
	       (irqd_is_setaffinity_pending(data) ? HWI_IRQ_PENDING : 0) |
	       (irqd_is_wakeup_set(data) ? HWI_IRQ_WAKEUP : 0) |
	       (irqd_is_per_cpu(data) ? HWI_IRQ_PERCPU : 0) |
	       (irqd_affinity_is_managed(data) ? HWI_IRQ_MANAGED : 0) |
	       (status & IRQ_NO_BALANCING ? HWI_IRQ_NOBALANCE : 0) |
	       (status & IRQ_HIDDEN ? HWI_IRQ_HIDDEN : 0);
}

/*
 * Domain, MSI descriptor and its device are freed without RCU. But before
 * that, irq_domain_free_irqs() sets the descriptor's chip to no_irq_chip,
 * under the lock that is held here. So while the chip is another one, they
 * are all alive. no_irq_chip is not exported; its name is "none". Xen has no
 * domain, and its descriptors outlive their MSI for a while: there it is the
 * handler that tells, which its driver frees before the MSI.
 */
static bool set_up(const struct irq_desc *desc)
{
	const struct irq_chip *chip = desc->irq_data.chip;

	return chip && !(chip->name && !strcmp(chip->name, "none"));
}

static void copy_set_up(struct hwi_arena *arena, struct irq_desc *desc,
			struct hwi_irq *to)
{
	struct irq_data *data = &desc->irq_data;
	struct msi_desc *msi = NULL;

	if (data->domain)
		to->domain = hwi_arena_copy(arena, data->domain->name);
	if (data->domain || desc->action)
		msi = irq_data_get_msi_desc(data);
	to->hwirq = data->hwirq;
	to->msi = msi && msi->dev;
	if (to->msi)
		hwi_owner_copy(arena, msi->dev, &to->owner);
}

/* Called with desc->lock held and in an RCU section. */
static void copy_locked(struct hwi_arena *arena, struct irq_desc *desc,
			struct hwi_irq *to)
{
	struct irq_data *data = &desc->irq_data;

	to->domain = (struct hwi_str){ NULL, 0 };
	to->hwirq = 0;
	to->msi = false;
	if (set_up(desc))
		copy_set_up(arena, desc, to);
	to->chip = copy_chip(arena, desc);
	to->flow = hwi_arena_copy(arena, desc->name);
	to->trigger = irqd_get_trigger_type(data);
	to->level = irqd_is_level_type(data);
	to->state = state_of(desc);
	to->node = irq_data_get_node(data);
	to->affinity = copy_mask(arena, requested_affinity(desc));
	to->effective =
		copy_mask(arena, irq_data_get_effective_affinity_mask(data));
	to->unhandled = desc->irqs_unhandled;
	copy_actions(arena, desc, to);
}

/*
 * Copy one descriptor, if there is one that is wanted. The caller's RCU section
 * keeps the descriptor; its lock makes what it points to stable: an action
 * leaves the list under it, and only then are its thread and its name let go.
 */
static struct hwi_irq *copy_irq(struct hwi_arena *arena,
				struct hwi_irq_numbers *numbers,
				unsigned int irq, bool idle)
{
	struct hwi_irq *to;
	struct irq_data *data;
	struct irq_desc *desc;
	unsigned long flags;
	size_t used;

	data = irq_get_irq_data(irq);
	if (!data)
		return NULL;
	desc = irq_data_to_desc(data);
	hwi_irq_numbers_seen(numbers, irq, desc);
	used = arena->used;
	to = hwi_arena_alloc(arena, sizeof(*to));
	if (!to)
		return NULL;
	to->irq = irq;
	copy_counts(arena, desc, to);
	raw_spin_lock_irqsave(&desc->lock, flags);
	if (idle || desc->action || to->nr_counts) {
		copy_locked(arena, desc, to);
	} else {
		arena->used = used;
		to = NULL;
	}
	raw_spin_unlock_irqrestore(&desc->lock, flags);
	return to;
}

/**
 * hwi_irqs_collect() - copy the interrupt descriptors
 * @irqs: result
 * @arena: where the copies go; its overflow is set if they do not fit
 * @idle: those without a handler that never counted too, which no file in
 *	/proc shows: the vectors a device was given and does not use
 *
 * Context: process context, may reschedule; takes each descriptor's lock in
 * turn, so that the whole is not of one moment.
 */
void hwi_irqs_collect(struct hwi_irqs *irqs, struct hwi_arena *arena, bool idle)
{
	struct hwi_irq **link = &irqs->first, *at;
	struct hwi_irq_numbers numbers;
	unsigned int irq, looked = 0;

	*link = NULL;
	irqs->nr = 0;
	irq = hwi_irq_numbers_first(&numbers);
	rcu_read_lock();
	for (; irq < numbers.end && !arena->overflow;
	     irq = hwi_irq_numbers_next(&numbers, irq)) {
		if (++looked % BATCH == 0) {
			rcu_read_unlock();
			cond_resched();
			rcu_read_lock();
		}
		at = copy_irq(arena, &numbers, irq, idle);
		if (!at)
			continue;
		at->next = NULL;
		*link = at;
		link = &at->next;
		irqs->nr++;
	}
	rcu_read_unlock();
	if (!arena->overflow)
		hwi_irq_numbers_end(&numbers);
}
