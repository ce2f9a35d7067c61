// SPDX-License-Identifier: GPL-2.0
#include <linux/cpumask.h>
#include <linux/irq.h>
#include <linux/kernel.h>

#include "device_rows.h"
#include "irq_rows.h"

const struct hwi_column hwi_irq_columns[HWI_IRQ_COLUMNS] = {
	{ "IRQ", 's' },	   { "TOTAL", 'u' },	{ "EFFECTIVE", 'c' },
	{ "DRIVER", 'w' }, { "DEVICE", 'w' },	{ "CHIP", 's' },
	{ "HWIRQ", 'u' },  { "TRIGGER", 's' },	{ "STATE", 'w' },
	{ "NODE", 'u' },   { "AFFINITY", 'c' }, { "UNHANDLED", 'u' },
	{ "DOMAIN", 's' }, { "PERCPU", 'p' },	{ "ACTIONS", 's' },
};

#define STATE(bit, name)             \
	{                            \
		(bit), (bit), (name) \
	}

static const struct hwi_flag irq_states[] = {
	{ HWI_IRQ_DISABLED, 0, "enabled" },
	STATE(HWI_IRQ_DISABLED, "disabled"),
	STATE(HWI_IRQ_MASKED, "masked"),
	STATE(HWI_IRQ_INPROGRESS, "inprogress"),
	STATE(HWI_IRQ_PENDING, "pending"),
	STATE(HWI_IRQ_THREADED, "threaded"),
	STATE(HWI_IRQ_SHARED, "shared"),
	STATE(HWI_IRQ_WAKEUP, "wakeup"),
	STATE(HWI_IRQ_PERCPU, "percpu"),
	STATE(HWI_IRQ_MANAGED, "managed"),
	STATE(HWI_IRQ_NOBALANCE, "nobalance"),
	STATE(HWI_IRQ_HIDDEN, "hidden"),
};

/* The type that was set; else the name of the flow handler. */
static const char *trigger_word(const struct hwi_irq *irq)
{
	switch (irq->trigger) {
	case IRQ_TYPE_EDGE_RISING:
		return "edge-rising";
	case IRQ_TYPE_EDGE_FALLING:
		return "edge-falling";
	case IRQ_TYPE_EDGE_BOTH:
		return "edge-both";
	case IRQ_TYPE_LEVEL_HIGH:
		return "level-high";
	case IRQ_TYPE_LEVEL_LOW:
		return "level-low";
	default:
		break;
	}
	if (irq->level)
		return "level";
	if (irq->edge || (irq->flow && !strcmp(irq->flow, "edge")))
		return "edge";
	return NULL;
}

/**
 * hwi_irq_device() - the one device that an interrupt belongs to
 * @irq: the interrupt, joined
 * @owners: which devices have which line
 *
 * Return: the device; NULL if none is known, or if several share the line.
 */
const struct hwi_device *hwi_irq_device(const struct hwi_irq *irq,
					const struct hwi_owners *owners)
{
	const struct hwi_claim *claim;

	if (irq->msi)
		return irq->device;
	claim = hwi_owners_first(owners, HWI_CLAIM_IRQ, irq->irq);
	return claim && !claim->same ? claim->device : NULL;
}

/* Devices that share an interrupt's line, or their drivers ("-" for none). */
static void shared_cell(struct hwi_row *row, const struct hwi_claim *first,
			bool driver)
{
	struct hwi_text *text = hwi_cell_begin(row);
	const struct hwi_claim *claim;
	const char *name;
	bool any = false;

	for (claim = first; claim; claim = claim->same)
		any |= !driver || claim->device->driver;
	for (claim = any ? first : NULL; claim; claim = claim->same) {
		name = driver ? claim->device->driver : claim->device->device;
		if (claim != first)
			hwi_text_char(text, ',');
		if (name)
			hwi_text_escaped(text, name, HWI_ESCAPE_ITEM);
		else
			hwi_text_char(text, '-');
	}
	hwi_cell_end(row);
}

static void device_cells(struct hwi_row *row, const struct hwi_irq *irq,
			 const struct hwi_owners *owners)
{
	const struct hwi_claim *first = NULL;

	if (irq->msi) {
		hwi_cell_item(row, irq->device ? irq->device->driver : NULL);
		hwi_cell_item(row, irq->device ? irq->device->device : NULL);
		return;
	}
	first = hwi_owners_first(owners, HWI_CLAIM_IRQ, irq->irq);
	shared_cell(row, first, true);
	shared_cell(row, first, false);
}

static void put_pids(struct hwi_text *text, const struct hwi_irq_action *action)
{
	if (!action->pid && !action->pid2)
		return;
	hwi_text_char(text, '[');
	hwi_text_u64(text, action->pid ? action->pid : action->pid2);
	if (action->pid && action->pid2) {
		hwi_text_char(text, ',');
		hwi_text_u64(text, action->pid2);
	}
	hwi_text_char(text, ']');
}

/* "name, name[pid of its thread]" */
static void actions_cell(struct hwi_row *row, const struct hwi_irq *irq,
			 bool pids)
{
	struct hwi_text *text = hwi_cell_begin(row);
	const struct hwi_irq_action *action;

	for (action = irq->actions; action; action = action->next) {
		if (action != irq->actions)
			hwi_text_str(text, ", ");
		if (action->name && *action->name)
			hwi_text_escaped(text, action->name, HWI_ESCAPE_LINE);
		else
			hwi_text_char(text, '-');
		if (pids)
			put_pids(text, action);
	}
	hwi_cell_end(row);
}

/**
 * hwi_irq_row() - fill the row of an interrupt
 * @row: the row, of hwi_irq_columns
 * @irq: the interrupt, used, joined
 * @owners: which devices have which line
 * @pids: process IDs of its threads may be shown
 * @domains: names of domains may be shown, which only debugfs has, and some of
 *	which are addresses ("irqchip@0x0000000008000000")
 */
void hwi_irq_row(struct hwi_row *row, const struct hwi_irq *irq,
		 const struct hwi_owners *owners, bool pids, bool domains)
{
	if (irq->label)
		hwi_cell_word(row, irq->label);
	else
		hwi_cell_u64(row, irq->irq);
	hwi_cell_u64(row, irq->counts.total);
	hwi_cell_cpulist(row, irq->effective, nr_cpu_ids);
	device_cells(row, irq, owners);
	hwi_cell_str(row, irq->chip);
	if (irq->has_hwirq)
		hwi_cell_u64(row, irq->hwirq);
	else
		hwi_cell_none(row);
	hwi_cell_word(row, trigger_word(irq));
	hwi_text_flags(hwi_cell_begin(row), irq_states, ARRAY_SIZE(irq_states),
		       irq->state);
	hwi_cell_end(row);
	hwi_cell_id(row, irq->node);
	hwi_cell_cpulist(row, irq->affinity, nr_cpu_ids);
	hwi_cell_u64(row, irq->unhandled);
	if (irq->domain && !domains)
		hwi_cell_hidden(row);
	else
		hwi_cell_str(row, irq->domain);
	hwi_text_counts(hwi_cell_begin(row), &irq->counts);
	hwi_cell_end(row);
	if (irq->text)
		hwi_cell_word(row, irq->text);
	else
		actions_cell(row, irq, pids);
}

/**
 * hwi_arch_count_row() - fill the row of a counter of the architecture
 * @row: the row, of hwi_irq_columns
 * @count: the counter
 */
void hwi_arch_count_row(struct hwi_row *row, const struct hwi_arch_count *count)
{
	hwi_cell_word(row, count->label);
	if (count->counted)
		hwi_cell_u64(row, count->counts.total);
	else
		hwi_cell_none(row);
	hwi_cells_none(row, 11);
	if (count->counted)
		hwi_text_counts(hwi_cell_begin(row), &count->counts);
	else
		hwi_cell_begin(row);
	hwi_cell_end(row);
	hwi_cell_word(row, count->text);
}

/**
 * hwi_irqs_join() - find the device of each message-signaled interrupt
 * @irqs: the interrupts
 * @devices: the devices, indexed
 */
void hwi_irqs_join(struct hwi_irqs *irqs, const struct hwi_devices *devices)
{
	struct hwi_irq *irq;

	for (irq = irqs->first; irq; irq = irq->next)
		if (irq->msi)
			irq->device =
				hwi_index_find(&devices->by_key, irq->msi_key);
}
