// SPDX-License-Identifier: GPL-2.0
#include <linux/bitmap.h>
#include <linux/cpumask.h>
#include <linux/irq.h>
#include <linux/kernel.h>

#include "irq_record.h"

#define WORD_OF(bit, text)                                    \
	{                                                     \
		.mask = (bit), .value = (bit), .word = (text) \
	}

static const struct hwi_word irq_state_words[] = {
	{ .mask = HWI_IRQ_DISABLED, .value = 0, .word = "enabled" },
	WORD_OF(HWI_IRQ_DISABLED, "disabled"),
	WORD_OF(HWI_IRQ_MASKED, "masked"),
	WORD_OF(HWI_IRQ_INPROGRESS, "inprogress"),
	WORD_OF(HWI_IRQ_PENDING, "pending"),
	WORD_OF(HWI_IRQ_THREADED, "threaded"),
	WORD_OF(HWI_IRQ_SHARED, "shared"),
	WORD_OF(HWI_IRQ_WAKEUP, "wakeup"),
	WORD_OF(HWI_IRQ_PERCPU, "percpu"),
	WORD_OF(HWI_IRQ_MANAGED, "managed"),
	WORD_OF(HWI_IRQ_NOBALANCE, "nobalance"),
	WORD_OF(HWI_IRQ_HIDDEN, "hidden"),
};

static const char *trigger_word(unsigned int trigger)
{
	switch (trigger) {
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
		return NULL;
	}
}

/* The type that was set; else what the flow handler says of itself. */
static void trigger_cell(struct hwi_table *table, const struct hwi_irq *irq)
{
	const char *word = trigger_word(irq->trigger);

	if (!word && irq->level)
		word = "level";
	if (!word && irq->flow.len == 4 && !memcmp(irq->flow.text, "edge", 4))
		word = "edge";
	hwi_cell_ready(table, hwi_arena_copy(table->arena, word));
}

static void state_cell(struct hwi_table *table, const struct hwi_irq *irq,
		       struct hwi_irq_memo *memo)
{
	if (!memo->state_text.text || memo->state != irq->state)
		memo->state_text = hwi_text_words(table->arena, irq_state_words,
						  ARRAY_SIZE(irq_state_words),
						  irq->state);
	memo->state = irq->state;
	hwi_cell_ready(table, memo->state_text);
}

static void mask_cell(struct hwi_table *table, const unsigned long *mask,
		      struct hwi_mask_memo *memo)
{
	if (!mask) {
		hwi_cell_none(table);
		return;
	}
	if (!memo->text.text || !bitmap_equal(mask, memo->mask, nr_cpu_ids))
		memo->text =
			hwi_text_cpulist(table->arena, mask, nr_cpu_ids, ',');
	memo->mask = mask;
	hwi_cell_ready(table, memo->text);
}

/* Append to a list, with a separator where it is not the first. */
static char *append(char *begin, char *p, const char *separator,
		    const char *text, unsigned int len)
{
	if (p != begin)
		while (*separator)
			*p++ = *separator++;
	memcpy(p, text, len);
	return p + len;
}

/* Devices that share an interrupt's line, or their drivers ("-" for none). */
static struct hwi_str shared(struct hwi_table *table,
			     const struct hwi_claim *first, bool driver)
{
	struct hwi_str none = { NULL, 0 }, str;
	const struct hwi_claim *claim;
	bool any = false;
	size_t room = 0;
	char *begin, *p;

	for (claim = first; claim; claim = hwi_owners_next(claim)) {
		str = driver ? claim->owner->driver : claim->owner->device;
		room += HWI_ITEM_MAX(str) + 1;
		any |= str.len;
	}
	if (!any)
		return none;
	begin = hwi_arena_text_begin(table->arena, room);
	if (!begin)
		return none;
	for (p = begin, claim = first; claim; claim = hwi_owners_next(claim)) {
		str = driver ? claim->owner->driver : claim->owner->device;
		if (p != begin)
			*p++ = ',';
		p = hwi_text_put_item(p, str);
	}
	return hwi_arena_text_end(table->arena, begin, p);
}

/* A list of one: rarely does a name have a comma. */
static void item_cell(struct hwi_table *table, struct hwi_str str)
{
	char *begin;

	if (!str.len || !memchr(str.text, ',', str.len)) {
		hwi_cell_str(table, str);
		return;
	}
	begin = hwi_arena_text_begin(table->arena, HWI_ITEM_MAX(str));
	if (begin)
		hwi_cell_ready(table, hwi_arena_text_end(
					      table->arena, begin,
					      hwi_text_put_item(begin, str)));
}

static void device_cells(struct hwi_table *table, const struct hwi_irq *irq,
			 const struct hwi_owners *owners)
{
	const struct hwi_claim *first = hwi_owners_first(owners, irq->irq);

	if (irq->msi) {
		item_cell(table, irq->owner.device);
		item_cell(table, irq->owner.driver);
	} else if (!first) {
		hwi_cell_none(table);
		hwi_cell_none(table);
	} else if (!hwi_owners_next(first)) {
		item_cell(table, first->owner->device);
		item_cell(table, first->owner->driver);
	} else {
		hwi_cell_ready(table, shared(table, first, false));
		hwi_cell_ready(table, shared(table, first, true));
	}
}

static char *append_pid(char *p, int pid, int pid2)
{
	if (!pid && !pid2)
		return p;
	*p++ = '[';
	p = hwi_text_u64(p, pid ? pid : pid2);
	if (pid && pid2) {
		*p++ = ',';
		p = hwi_text_u64(p, pid2);
	}
	*p++ = ']';
	return p;
}

/* "name, name[pid of its thread]" */
static void actions_cell(struct hwi_snapshot *snap, const struct hwi_irq *irq)
{
	const struct hwi_irq_action *action = irq->actions;
	bool pids = snap->access->pids;
	struct hwi_table *table = &snap->table;
	size_t room = 0;
	char *begin, *p;

	if (!action) {
		hwi_cell_none(table);
		return;
	}
	if (!action->next && !(pids && (action->pid || action->pid2))) {
		hwi_cell_str(table, action->name);
		return;
	}
	for (; action; action = action->next)
		room += action->name.len + 2 + 2 * HWI_U64_MAX_LEN;
	begin = hwi_arena_text_begin(table->arena, room);
	if (!begin)
		return;
	p = begin;
	for (action = irq->actions; action; action = action->next) {
		if (action->name.len)
			p = append(begin, p, ", ", action->name.text,
				   action->name.len);
		else
			p = append(begin, p, ", ", "-", 1);
		if (pids)
			p = append_pid(p, action->pid, action->pid2);
	}
	hwi_cell_str(table, hwi_arena_text_end(table->arena, begin, p));
}

/**
 * hwi_irq_row() - format one interrupt
 * @snap: where the row goes
 * @irq: the interrupt
 * @owners: which devices have which line
 * @memo: zeroed before the first row
 */
void hwi_irq_row(struct hwi_snapshot *snap, const struct hwi_irq *irq,
		 const struct hwi_owners *owners, struct hwi_irq_memo *memo)
{
	struct hwi_table *table = &snap->table;
	struct hwi_str counts = { NULL, 0 };
	unsigned int i;
	u64 total = 0;

	for (i = 0; i < irq->nr_counts; i++)
		total += irq->counts[i].count;
	counts = hwi_text_counts(table->arena, irq->counts, irq->nr_counts);

	hwi_cell_u64(table, irq->irq);
	if (irq->domain.text)
		hwi_cell_u64(table, irq->hwirq);
	else
		hwi_cell_none(table);
	hwi_cell_str(table, irq->chip);
	hwi_cell_str(table, irq->domain);
	trigger_cell(table, irq);
	state_cell(table, irq, memo);
	hwi_cell_id(table, irq->node);
	mask_cell(table, irq->affinity, &memo->affinity[0]);
	mask_cell(table, irq->effective, &memo->affinity[1]);
	hwi_cell_u64(table, total);
	hwi_cell_u64(table, irq->unhandled);
	hwi_cell_ready(table, counts);
	device_cells(table, irq, owners);
	actions_cell(snap, irq);
}
