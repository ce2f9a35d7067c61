// SPDX-License-Identifier: GPL-2.0
/* What looks wrong about interrupts. */
#include <linux/bitmap.h>
#include <linux/kernel.h>

#include "finding.h"
#include "text.h"

/*
 * The kernel gives a line up at 99,900 of 100,000; a few stray interrupts are
 * normal where a line is shared, or a device is probed or reset.
 */
#define UNHANDLED_WARN 100
#define UNHANDLED_INFO 10

static struct hwi_str subject(struct hwi_findings *findings,
			      const struct hwi_irq *irq)
{
	return hwi_finding_subject(findings, "interrupts:%u", irq->irq);
}

static const struct hwi_device *device_of(const struct hwi_irq *irq,
					  const struct hwi_irq_facts *facts)
{
	const struct hwi_claim *claim;

	if (irq->msi)
		return hwi_index_find(&facts->devices->by_key, irq->owner.key);
	claim = hwi_owners_first(facts->owners, irq->irq);
	/* Of devices that share a line, none can have it on its own node. */
	if (!claim || hwi_owners_next(claim))
		return NULL;
	return hwi_index_find(&facts->devices->by_key, claim->owner->key);
}

/* Managed vectors are spread over all nodes, as they are meant to be. */
static void find_node(struct hwi_findings *findings, const struct hwi_irq *irq,
		      const struct hwi_irq_facts *facts)
{
	const struct hwi_device *device = device_of(irq, facts);
	unsigned int cpu, bits = nr_cpu_ids;
	int node = NUMA_NO_NODE;

	if (!device || device->node < 0 || !irq->effective || !irq->nr_counts ||
	    irq->state & HWI_IRQ_MANAGED)
		return;
	for (cpu = find_first_bit(irq->effective, bits); cpu < bits;
	     cpu = find_next_bit(irq->effective, bits, cpu + 1)) {
		node = facts->node_of(cpu);
		if (node == device->node)
			return;
	}
	if (node < 0)
		return;
	hwi_finding_add(findings, HWI_INFO, "irq-node", subject(findings, irq),
			"served on node %d, but its device %.*s is on node %d",
			node, HWI_STR_ARG(device->device), device->node);
}

static void find_affinity(struct hwi_findings *findings,
			  const struct hwi_irq *irq,
			  const struct hwi_irq_facts *facts)
{
	const unsigned long *online = cpumask_bits(facts->online);
	unsigned int bits = nr_cpu_ids;
	struct hwi_str effective, requested;

	if (!irq->affinity || !irq->effective || !irq->actions ||
	    irq->state & HWI_IRQ_PENDING ||
	    bitmap_subset(irq->effective, irq->affinity, bits))
		return;
	effective =
		hwi_text_cpulist(findings->arena, irq->effective, bits, ',');
	requested = hwi_text_cpulist(findings->arena, irq->affinity, bits, ',');
	if (bitmap_intersects(irq->affinity, online, bits))
		hwi_finding_add(
			findings, HWI_WARN, "irq-affinity",
			subject(findings, irq),
			"delivered to CPUs %.*s, outside the requested %.*s",
			HWI_STR_ARG(effective), HWI_STR_ARG(requested));
	else
		hwi_finding_add(
			findings, HWI_INFO, "irq-affinity",
			subject(findings, irq),
			"delivered to CPUs %.*s, since none of the requested %.*s is online",
			HWI_STR_ARG(effective), HWI_STR_ARG(requested));
}

static void find_unhandled(struct hwi_findings *findings,
			   const struct hwi_irq *irq)
{
	if (irq->unhandled >= UNHANDLED_INFO)
		hwi_finding_add(
			findings,
			irq->unhandled >= UNHANDLED_WARN ? HWI_WARN : HWI_INFO,
			"irq-unhandled", subject(findings, irq),
			"%u interrupts that no handler wanted, with no pause of 100 ms between them; the kernel gives the line up at 99,900 of 100,000",
			irq->unhandled);
}

static void find_disabled(struct hwi_findings *findings,
			  const struct hwi_irq *irq)
{
	if (irq->actions && irq->nr_counts && irq->state & HWI_IRQ_DISABLED)
		hwi_finding_add(
			findings, HWI_INFO, "irq-disabled",
			subject(findings, irq),
			"disabled while it has a handler: by its driver, or by the kernel because nobody cared");
}

/**
 * hwi_find_irqs() - check interrupts
 * @findings: where to
 * @irqs: all of them
 * @facts: what they are held against
 */
void hwi_find_irqs(struct hwi_findings *findings, const struct hwi_irqs *irqs,
		   const struct hwi_irq_facts *facts)
{
	const struct hwi_irq *irq;

	for (irq = irqs->first; irq; irq = irq->next) {
		find_node(findings, irq, facts);
		find_affinity(findings, irq, facts);
		find_unhandled(findings, irq);
		find_disabled(findings, irq);
	}
}

/* The architecture's counters that should stay at zero. */
static const struct {
	const char *label;
	enum hwi_severity severity;
	const char *what;
} errors[] = {
	{ "MCE", HWI_ERROR, "machine check exceptions" },
	{ "ERR", HWI_WARN, "errors of the interrupt controller" },
	{ "MIS", HWI_WARN, "misrouted interrupts of the IO-APIC" },
	{ "THR", HWI_WARN, "corrected hardware errors past their threshold" },
	{ "DFR", HWI_WARN, "deferred hardware errors" },
	{ "TRM", HWI_INFO, "thermal events" },
	{ "SPU", HWI_INFO, "spurious interrupts" },
};

/**
 * hwi_find_arch_irq() - check a counter of the architecture
 * @findings: where to
 * @label: its label
 * @total: of all CPUs
 */
void hwi_find_arch_irq(struct hwi_findings *findings, struct hwi_str label,
		       u64 total)
{
	unsigned int i;

	for (i = 0; total && i < ARRAY_SIZE(errors); i++)
		if (label.len == strlen(errors[i].label) &&
		    !memcmp(label.text, errors[i].label, label.len))
			hwi_finding_add(
				findings, errors[i].severity, "irq-error",
				hwi_finding_subject(findings, "interrupts:%s",
						    errors[i].label),
				"%s since boot: %llu", errors[i].what, total);
}
