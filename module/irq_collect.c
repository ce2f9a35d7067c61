// SPDX-License-Identifier: GPL-2.0
/* Copies interrupt descriptors into records. */
#include <linux/cpumask.h>
#include <linux/interrupt.h>
#include <linux/irqdomain.h>
#include <linux/jiffies.h>
#include <linux/msi.h>
#include <linux/rcupdate.h>
#include <linux/sched.h>
#include <linux/seq_file.h>

#include "core/compat.h"
#include "core/pause.h"
#include "irq_arch.h"
#include "irq_rows.h"

static unsigned int status_of(const struct irq_desc *desc)
{
	return READ_ONCE(desc->status_use_accessors);
}

/*
 * Whether nothing was counted, according to tot_count. Only x86 keeps that for
 * everything that can count: other architectures have flow handlers that do not
 * (handle_percpu_irq()), and interrupts that arm64 delivers as NMI.
 */
static bool never_counted(const struct irq_desc *desc)
{
	return IS_ENABLED(CONFIG_X86) && !READ_ONCE(desc->tot_count) &&
	       desc->action &&
	       !(status_of(desc) &
		 (IRQ_PER_CPU | IRQ_PER_CPU_DEVID | IRQ_HIDDEN));
}

/*
 * The per-CPU block is freed with the descriptor, after an RCU grace period; a
 * word is read whole.
 */
static void copy_counts(struct hwi_arena *arena, struct irq_desc *desc,
			struct hwi_irq *to)
{
	unsigned int cpu;

	if (never_counted(desc))
		return;
	for_each_possible_cpu(cpu)
		if (!hwi_counts_add(&to->counts, arena, cpu,
				    hwi_irq_desc_count(desc, cpu)))
			return;
}

static unsigned long *copy_mask(struct hwi_arena *arena,
				const struct cpumask *mask)
{
	size_t size = BITS_TO_LONGS(nr_cpu_ids) * sizeof(long);
	unsigned long *to = mask ? hwi_arena_alloc(arena, size) : NULL;

	if (to)
		memcpy(to, cpumask_bits(mask), size);
	return to;
}

/* As in /proc/irq/N/smp_affinity, a pending change counts already. */
static const struct cpumask *requested_affinity(struct irq_desc *desc)
{
#ifdef CONFIG_GENERIC_PENDING_IRQ
	if (irqd_is_setaffinity_pending(&desc->irq_data))
		return desc->pending_mask;
#endif
	return irq_data_get_affinity_mask(&desc->irq_data);
}

static const struct cpumask *effective_affinity(struct irq_data *data)
{
	const struct cpumask *mask = irq_data_get_effective_affinity_mask(data);

	return irqd_is_per_cpu(data) && mask && cpumask_empty(mask) ? NULL :
								      mask;
}

/*
 * Some controllers print a name instead of having one, with the descriptor's
 * lock held, as here. They get a seq_file that is nothing but this buffer.
 */
static noinline const char *print_chip(struct hwi_arena *arena,
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

static const char *copy_chip(struct hwi_arena *arena, struct irq_desc *desc)
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

/*
 * If each CPU enables the line for itself, the descriptor's own state means
 * nothing: it stays disabled and masked.
 */
static unsigned int enabled_state_of(struct irq_desc *desc)
{
	struct irq_data *data = &desc->irq_data;

	if (status_of(desc) & IRQ_PER_CPU_DEVID)
		return desc->percpu_enabled &&
				       cpumask_empty(desc->percpu_enabled) ?
			       HWI_IRQ_DISABLED :
			       0;
	return (irqd_irq_disabled(data) ? HWI_IRQ_DISABLED : 0) |
	       (irqd_irq_masked(data) ? HWI_IRQ_MASKED : 0);
}

static unsigned int state_of(struct irq_desc *desc)
{
	struct irq_data *data = &desc->irq_data;
	unsigned int status = status_of(desc);

	return enabled_state_of(desc) |
	       (irqd_irq_inprogress(data) ? HWI_IRQ_INPROGRESS : 0) |
	       (irqd_is_setaffinity_pending(data) ? HWI_IRQ_PENDING : 0) |
	       (irqd_is_wakeup_set(data) ? HWI_IRQ_WAKEUP : 0) |
	       (irqd_is_per_cpu(data) ? HWI_IRQ_PERCPU : 0) |
	       (irqd_affinity_is_managed(data) ? HWI_IRQ_MANAGED : 0) |
	       (status & IRQ_NO_BALANCING ? HWI_IRQ_NOBALANCE : 0) |
	       (status & IRQ_HIDDEN ? HWI_IRQ_HIDDEN : 0);
}

/*
 * An MSI descriptor is freed without RCU. But before that,
 * irq_domain_free_irqs() sets the chip to no_irq_chip, under the lock that is
 * held here. no_irq_chip is not exported; its name is "none". Xen has no
 * domain, and its descriptors outlive their MSI for a while: there the handler
 * tells, since a driver frees it before the MSI.
 */
static const struct device *msi_device(struct irq_desc *desc)
{
	struct irq_data *data = &desc->irq_data;
	struct msi_desc *msi = irq_data_get_msi_desc(data);

	if (!msi || !data->chip || (!data->domain && !desc->action))
		return NULL;
	if (data->chip->name && !strcmp(data->chip->name, "none"))
		return NULL;
	return msi->dev;
}

/*
 * Domain and chip belong to the controller's driver. A handler or an MSI keeps
 * them; a mapping without either does not, and drivers have left such mappings
 * behind (i2c-cht-wc, amdgpu).
 */
static void copy_controller(struct hwi_arena *arena, struct irq_desc *desc,
			    struct hwi_irq *to)
{
	struct irq_data *data = &desc->irq_data;

	if (!desc->action && !to->msi)
		return;
	to->chip = copy_chip(arena, desc);
	if (!data->domain)
		return;
	to->has_hwirq = true;
	to->hwirq = data->hwirq;
	to->domain = hwi_arena_copy(arena, data->domain->name);
}

static void copy_unhandled(const struct irq_desc *desc, struct hwi_irq *to)
{
	to->unhandled = desc->irqs_unhandled;
	to->handled = desc->irq_count;
	to->unhandled_ms = jiffies_to_msecs(jiffies - desc->last_unhandled);
}

/* If inter-processor interrupts have descriptors, those are hidden. */
static bool is_ipi(struct irq_desc *desc)
{
	return status_of(desc) & IRQ_HIDDEN &&
	       irqd_is_per_cpu(&desc->irq_data) && desc->action &&
	       desc->action->name && !strncmp(desc->action->name, "IPI", 3);
}

/* Called with desc->lock held and in an RCU section. */
static void copy_locked(struct hwi_arena *arena, struct irq_desc *desc,
			struct hwi_irq *to)
{
	struct irq_data *data = &desc->irq_data;
	const struct device *dev = msi_device(desc);

	to->msi = dev;
	to->msi_key = (unsigned long)dev;
	to->used = desc->action || to->counts.nr;
	if (!to->used)
		return;
	copy_controller(arena, desc, to);
	to->flow = hwi_arena_copy(arena, desc->name);
	to->trigger = irqd_get_trigger_type(data);
	to->level = irqd_is_level_type(data);
	to->edge = IS_ENABLED(CONFIG_GENERIC_IRQ_SHOW_LEVEL) && !to->level;
	to->state = state_of(desc);
	to->node = irq_data_get_node(data);
	to->affinity = copy_mask(arena, requested_affinity(desc));
	to->effective = copy_mask(arena, effective_affinity(data));
	copy_unhandled(desc, to);
	copy_actions(arena, desc, to);
	to->ipi = is_ipi(desc);
}

/*
 * Copies one descriptor. The caller's RCU section keeps it; its lock makes what
 * it points to stable: an action leaves the list under it, before its thread
 * and name are released. Returns NULL if it did not fit.
 */
static struct hwi_irq *copy_irq(struct hwi_arena *arena, unsigned int irq,
				struct irq_desc *desc)
{
	struct hwi_mark mark = hwi_arena_mark(arena);
	struct hwi_irq *to = hwi_arena_alloc(arena, sizeof(*to));
	unsigned long flags;

	if (!to)
		return NULL;
	*to = (struct hwi_irq){ .irq = irq };
	copy_counts(arena, desc, to);
	raw_spin_lock_irqsave(&desc->lock, flags);
	copy_locked(arena, desc, to);
	raw_spin_unlock_irqrestore(&desc->lock, flags);
	if (!arena->overflow)
		return to;
	hwi_arena_rewind(arena, mark);
	return NULL;
}

/**
 * hwi_irqs_collect() - copy interrupt descriptors and counters
 * @irqs: result
 * @arena: where the copies go
 *
 * Context: process context, may sleep; takes each descriptor's lock in turn,
 * so that the whole is not of one moment.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_irqs_collect(struct hwi_irqs *irqs, struct hwi_arena *arena)
{
	unsigned int irq = 0, end = hwi_nr_irqs(), ipis = 0, batch;
	struct hwi_irq **link = &irqs->first, *at;
	struct irq_data *data;
	int err;

	*irqs = (struct hwi_irqs){};
	while (irq < end) {
		rcu_read_lock();
		for (batch = 0; batch < HWI_BATCH && irq < end;
		     batch++, irq++) {
			/* Most numbers have no descriptor. */
			data = irq_get_irq_data(irq);
			if (!data)
				continue;
			at = copy_irq(arena, irq, irq_data_to_desc(data));
			if (!at)
				break;
			hwi_irq_label(at, &ipis);
			*link = at;
			link = &at->next;
			irqs->nr++;
		}
		rcu_read_unlock();
		err = hwi_arena_pause(arena);
		if (err)
			return err;
	}
	return hwi_arch_irqs_collect(&irqs->arch, arena);
}
