// SPDX-License-Identifier: GPL-2.0
#include <linux/bitmap.h>
#include <linux/cpumask.h>
#include <linux/hash.h>
#include <linux/irq.h>
#include <linux/kernel.h>

#include "irq_record.h"
#include "row.h"

#define WORD_OF(bit, text) HWI_WORD_OF(bit, bit, text)

static const struct hwi_word irq_state_words[] = {
	HWI_WORD_OF(HWI_IRQ_DISABLED, 0, "enabled"),
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

static struct hwi_str trigger_word(unsigned int trigger)
{
	switch (trigger) {
	case IRQ_TYPE_EDGE_RISING:
		return HWI_STR("edge-rising");
	case IRQ_TYPE_EDGE_FALLING:
		return HWI_STR("edge-falling");
	case IRQ_TYPE_EDGE_BOTH:
		return HWI_STR("edge-both");
	case IRQ_TYPE_LEVEL_HIGH:
		return HWI_STR("level-high");
	case IRQ_TYPE_LEVEL_LOW:
		return HWI_STR("level-low");
	default:
		return (struct hwi_str){ NULL, 0 };
	}
}

/* The type that was set; else what the flow handler says of itself. */
static struct hwi_str trigger_text(const struct hwi_irq *irq)
{
	struct hwi_str word = trigger_word(irq->trigger);

	if (word.len)
		return word;
	if (irq->level)
		return HWI_STR("level");
	if (irq->flow.len == 4 && !memcmp(irq->flow.text, "edge", 4))
		return HWI_STR("edge");
	return word;
}

static struct hwi_str state_text(struct hwi_arena *arena, unsigned int state,
				 struct hwi_irq_memo *memo)
{
	struct hwi_str *text = hwi_memo_text(memo->states, state);

	if (!text->text)
		*text = hwi_text_words(arena, irq_state_words,
				       ARRAY_SIZE(irq_state_words), state);
	return *text;
}

static bool same_mask(const unsigned long *a, const unsigned long *b)
{
	return *a == *b &&
	       (nr_cpu_ids <= BITS_PER_LONG || bitmap_equal(a, b, nr_cpu_ids));
}

static struct hwi_str mask_text(struct hwi_arena *arena,
				const unsigned long *mask,
				struct hwi_irq_memo *memo)
{
	struct hwi_str none = { NULL, 0 };
	struct hwi_mask_memo *at;

	if (!mask)
		return none;
	at = &memo->masks[hash_long(*mask, HWI_MEMO_BITS)];
	if (!at->mask || !same_mask(at->mask, mask)) {
		at->mask = mask;
		at->text = hwi_text_cpulist(arena, mask, nr_cpu_ids, ',');
	}
	return at->text;
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
static struct hwi_str shared(struct hwi_arena *arena,
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
	begin = hwi_arena_text_begin(arena, room);
	if (!begin)
		return none;
	for (p = begin, claim = first; claim; claim = hwi_owners_next(claim)) {
		str = driver ? claim->owner->driver : claim->owner->device;
		if (p != begin)
			*p++ = ',';
		p = hwi_text_put_item(p, str);
	}
	return hwi_arena_text_end(arena, begin, p);
}

static __always_inline void device_cells(struct hwi_row *row,
					 const struct hwi_irq *irq,
					 const struct hwi_owners *owners)
{
	const struct hwi_owner *owner = irq->msi ? &irq->owner : NULL;
	const struct hwi_claim *first = NULL;

	if (!owner) {
		first = hwi_owners_first(owners, irq->irq);
		if (first && !hwi_owners_next(first))
			owner = first->owner;
	}
	if (owner) {
		hwi_cell_item(row, owner->device);
		hwi_cell_item(row, owner->driver);
	} else if (first) {
		hwi_cell_ready(row, shared(row->arena, first, false));
		hwi_cell_ready(row, shared(row->arena, first, true));
	} else {
		hwi_cells_none(row, 2);
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
static struct hwi_str actions_text(struct hwi_arena *arena,
				   const struct hwi_irq *irq, bool pids)
{
	const struct hwi_irq_action *action = irq->actions;
	struct hwi_str none = { NULL, 0 };
	size_t room = 0;
	char *begin, *p;

	if (!action)
		return none;
	if (!action->next && !(pids && (action->pid || action->pid2)))
		return action->name;
	for (; action; action = action->next)
		room += action->name.len + 2 + 2 * HWI_U64_MAX_LEN;
	begin = hwi_arena_text_begin(arena, room);
	if (!begin)
		return none;
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
	return hwi_arena_text_end(arena, begin, p);
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
	struct hwi_row cells, *row = &cells;
	struct hwi_str counts;
	unsigned int i;
	u64 total = 0;

	if (!hwi_row_begin(row, &snap->table))
		return;
	for (i = 0; i < irq->nr_counts; i++)
		total += irq->counts[i].count;
	counts = hwi_text_counts(row->arena, irq->counts, irq->nr_counts);

	hwi_cell_u64(row, irq->irq);
	if (irq->domain.text)
		hwi_cell_u64(row, irq->hwirq);
	else
		hwi_cell_none(row);
	hwi_cell_str(row, irq->chip);
	hwi_cell_str(row, irq->domain);
	hwi_cell_ready(row, trigger_text(irq));
	hwi_cell_ready(row, state_text(row->arena, irq->state, memo));
	hwi_cell_id(row, irq->node);
	hwi_cell_ready(row, mask_text(row->arena, irq->affinity, memo));
	hwi_cell_ready(row, mask_text(row->arena, irq->effective, memo));
	hwi_cell_u64(row, total);
	hwi_cell_u64(row, irq->unhandled);
	hwi_cell_ready(row, counts);
	device_cells(row, irq, owners);
	hwi_cell_text(row, actions_text(row->arena, irq, snap->access->pids));
	hwi_row_end(row, &snap->table);
}
