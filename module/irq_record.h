/* SPDX-License-Identifier: GPL-2.0 */
/* One interrupt descriptor, copied, and how it becomes a row. */
#ifndef HWI_IRQ_RECORD_H
#define HWI_IRQ_RECORD_H

#include "owners.h"
#include "snapshot.h"
#include "text.h"

/* The words of STATE; the order is that of irq_state_words. */
enum hwi_irq_state {
	HWI_IRQ_DISABLED = 1 << 0,
	HWI_IRQ_MASKED = 1 << 1,
	HWI_IRQ_INPROGRESS = 1 << 2,
	HWI_IRQ_PENDING = 1 << 3,
	HWI_IRQ_THREADED = 1 << 4,
	HWI_IRQ_SHARED = 1 << 5,
	HWI_IRQ_WAKEUP = 1 << 6,
	HWI_IRQ_PERCPU = 1 << 7,
	HWI_IRQ_MANAGED = 1 << 8,
	HWI_IRQ_NOBALANCE = 1 << 9,
	HWI_IRQ_HIDDEN = 1 << 10,
};

/**
 * struct hwi_irq_action - a handler
 * @next: of the same interrupt
 * @name: as in /proc/interrupts; may have no text
 * @pid: of its thread, 0 if it has none
 * @pid2: of its secondary thread, 0 if it has none
 */
struct hwi_irq_action {
	struct hwi_irq_action *next;
	struct hwi_str name;
	int pid;
	int pid2;
};

/**
 * struct hwi_irq - a copied interrupt descriptor
 * @next: by number
 * @irq: its number
 * @hwirq: its number in @domain
 * @chip: the interrupt controller
 * @domain: no text if the descriptor is in none
 * @flow: the flow handler's name, if the architecture sets one
 * @trigger: IRQ_TYPE_*
 * @level: the handler is for level triggered interrupts
 * @state: of enum hwi_irq_state
 * @node: NUMA node or NUMA_NO_NODE
 * @affinity: requested, nr_cpu_ids bits; NULL if the kernel has none
 * @effective: where it is delivered, likewise
 * @counts: of the CPUs that counted any
 * @nr_counts: how many
 * @unhandled: of the last 100,000, those nobody wanted
 * @owner: the device of an MSI, if @msi
 * @msi: the owner was told by the MSI descriptor
 * @actions: handlers in the order they are called
 */
struct hwi_irq {
	struct hwi_irq *next;
	unsigned int irq;
	unsigned long hwirq;
	struct hwi_str chip;
	struct hwi_str domain;
	struct hwi_str flow;
	unsigned int trigger;
	bool level;
	unsigned int state;
	int node;
	unsigned long *affinity;
	unsigned long *effective;
	struct hwi_count *counts;
	unsigned int nr_counts;
	unsigned int unhandled;
	struct hwi_owner owner;
	bool msi;
	struct hwi_irq_action *actions;
};

/**
 * struct hwi_irqs - the copied descriptors
 * @first: the first, NULL if there are none
 * @nr: how many
 */
struct hwi_irqs {
	struct hwi_irq *first;
	unsigned int nr;
};

/**
 * struct hwi_mask_memo - the text of a CPU mask
 * @mask: what @text was made of
 * @text: no text at first
 */
struct hwi_mask_memo {
	const unsigned long *mask;
	struct hwi_str text;
};

/**
 * struct hwi_irq_memo - texts that are needed again, for there are few
 * @states: of states
 * @masks: found by a hash of the first word
 */
struct hwi_irq_memo {
	struct hwi_memo states[HWI_MEMO_SIZE];
	struct hwi_mask_memo masks[HWI_MEMO_SIZE];
};

void hwi_irqs_collect(struct hwi_irqs *irqs, struct hwi_arena *arena,
		      bool idle);
void hwi_irq_row(struct hwi_snapshot *snap, const struct hwi_irq *irq,
		 const struct hwi_owners *owners, struct hwi_irq_memo *memo);

#endif
