/* SPDX-License-Identifier: GPL-2.0 */
/* An interrupt: its record, its columns and its row. */
#ifndef HWI_IRQ_ROWS_H
#define HWI_IRQ_ROWS_H

#include "core/counts.h"
#include "core/row.h"
#include "owner.h"

struct hwi_devices;

/* The words of STATE; the order is that of irq_states. */
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
 * @name: as in /proc/interrupts; NULL if it has none
 * @pid: of its thread, 0 if it has none
 * @pid2: of its secondary thread, 0 if it has none
 */
struct hwi_irq_action {
	struct hwi_irq_action *next;
	const char *name;
	int pid;
	int pid2;
};

/**
 * struct hwi_irq - a copied interrupt descriptor
 * @next: by number
 * @irq: its number
 * @label: what /proc/interrupts calls it instead, a constant; or NULL
 * @text: what it says there instead of its handlers, likewise
 * @ipi: CPUs send it to each other
 * @used: it has a handler, or has counted; else only @msi and @msi_key are set
 * @has_hwirq: @hwirq and @domain are set
 * @hwirq: its number in @domain
 * @chip: the interrupt controller; NULL if it is not known to stay
 * @domain: likewise, and where the descriptor is in none
 * @flow: the flow handler's name, if the architecture sets one
 * @trigger: IRQ_TYPE_*
 * @level: the handler is for level triggered interrupts
 * @edge: it is not, and /proc/interrupts calls that edge triggered
 * @state: of enum hwi_irq_state
 * @node: NUMA node or NUMA_NO_NODE
 * @affinity: requested, nr_cpu_ids bits; NULL if the kernel has none
 * @effective: where it is delivered, likewise; NULL also where each CPU has its
 *	own and nobody routes it
 * @counts: how many each CPU got
 * @unhandled: how many of the last @handled no handler wanted
 * @handled: interrupts since the kernel last looked, 100,000 at most
 * @unhandled_ms: how long ago the last one of those was
 * @msi: it is a message of a device
 * @msi_key: address of that struct device, only ever compared
 * @device: that device's record, once joined; NULL if it is not among those
 *	that were copied
 * @actions: handlers in the order they are called
 */
struct hwi_irq {
	struct hwi_irq *next;
	unsigned int irq;
	const char *label;
	const char *text;
	bool ipi;
	bool used;
	bool has_hwirq;
	unsigned long hwirq;
	const char *chip;
	const char *domain;
	const char *flow;
	unsigned int trigger;
	bool level;
	bool edge;
	unsigned int state;
	int node;
	unsigned long *affinity;
	unsigned long *effective;
	struct hwi_counts counts;
	unsigned int unhandled;
	unsigned int handled;
	unsigned int unhandled_ms;
	bool msi;
	unsigned long msi_key;
	struct hwi_device *device;
	struct hwi_irq_action *actions;
};

/**
 * struct hwi_arch_count - a counter of the architecture, copied
 * @next: in the order of /proc/interrupts
 * @label: as there, a constant
 * @text: what it counts, a constant
 * @counted: @counts is set: the kernel exports it
 * @counts: how many each CPU got
 */
struct hwi_arch_count {
	struct hwi_arch_count *next;
	const char *label;
	const char *text;
	bool counted;
	struct hwi_counts counts;
};

/**
 * struct hwi_irqs - the copied descriptors and counters
 * @first: the first descriptor, NULL if there are none
 * @nr: how many
 * @arch: the first counter of the architecture, NULL if there are none
 */
struct hwi_irqs {
	struct hwi_irq *first;
	unsigned int nr;
	struct hwi_arch_count *arch;
};

#define HWI_IRQ_COLUMNS 15
extern const struct hwi_column hwi_irq_columns[HWI_IRQ_COLUMNS];

int hwi_irqs_collect(struct hwi_irqs *irqs, struct hwi_arena *arena);
void hwi_irqs_join(struct hwi_irqs *irqs, const struct hwi_devices *devices);
const struct hwi_device *hwi_irq_device(const struct hwi_irq *irq,
					const struct hwi_owners *owners);
void hwi_irq_row(struct hwi_row *row, const struct hwi_irq *irq,
		 const struct hwi_owners *owners, bool pids, bool domains);
void hwi_arch_count_row(struct hwi_row *row,
			const struct hwi_arch_count *count);

#endif
