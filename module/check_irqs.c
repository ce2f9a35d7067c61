// SPDX-License-Identifier: GPL-2.0
/* What looks wrong about interrupts. */
#include <linux/bitmap.h>
#include <linux/kernel.h>
#include <linux/numa.h>
#include <linux/time64.h>

#include "device_rows.h"
#include "finding.h"
#include "irq_rows.h"

/*
 * The kernel disables a line when 99,900 of 100,000 interrupts are unhandled. A
 * few stray ones are normal while a line is shared, or a driver probes, resets
 * or polls its device: what counts is that most are unhandled, and that they go
 * on.
 */
#define UNHANDLED_MIN 100
#define UNHANDLED_RECENT_MS (10 * 1000)

static const char *subject(struct hwi_findings *findings,
			   const struct hwi_irq *irq)
{
	if (irq->label)
		return hwi_finding_text(findings, "interrupts:%s", irq->label);
	return hwi_finding_text(findings, "interrupts:%u", irq->irq);
}

/* Managed vectors are deliberately spread over all nodes. */
static void check_node(struct hwi_findings *findings, const struct hwi_irq *irq,
		       const struct hwi_irq_facts *facts)
{
	const struct hwi_device *device = hwi_irq_device(irq, facts->owners);
	unsigned int cpu, bits = nr_cpu_ids;
	int node = NUMA_NO_NODE;

	if (!device || device->node < 0 || !irq->effective || !irq->counts.nr ||
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
			"served on node %d, but its device %s is on node %d",
			node, device->device, device->node);
}

/* A vector whose CPUs are all absent is never used. */
static bool of_absent_cpus(const struct hwi_irq *irq,
			   const struct hwi_irq_facts *facts)
{
	return irq->state & HWI_IRQ_MANAGED &&
	       !bitmap_intersects(irq->affinity, cpumask_bits(facts->present),
				  nr_cpu_ids);
}

static void check_affinity(struct hwi_findings *findings,
			   const struct hwi_irq *irq,
			   const struct hwi_irq_facts *facts)
{
	const unsigned long *online = cpumask_bits(facts->online);
	unsigned int bits = nr_cpu_ids;

	if (!irq->affinity || !irq->effective || !irq->actions ||
	    irq->state & HWI_IRQ_PENDING || of_absent_cpus(irq, facts) ||
	    bitmap_subset(irq->effective, irq->affinity, bits))
		return;
	if (bitmap_intersects(irq->affinity, online, bits))
		hwi_finding_add(
			findings, HWI_WARN, "irq-affinity",
			subject(findings, irq),
			"delivered to CPUs %*pbl, outside the requested %*pbl",
			(int)bits, irq->effective, (int)bits, irq->affinity);
	else
		hwi_finding_add(
			findings, HWI_INFO, "irq-affinity",
			subject(findings, irq),
			"delivered to CPUs %*pbl, since none of the requested %*pbl is online",
			(int)bits, irq->effective, (int)bits, irq->affinity);
}

static void check_unhandled(struct hwi_findings *findings,
			    const struct hwi_irq *irq)
{
	if (irq->unhandled < UNHANDLED_MIN ||
	    irq->unhandled_ms > UNHANDLED_RECENT_MS ||
	    irq->unhandled < irq->handled / 2)
		return;
	hwi_finding_add(
		findings, HWI_WARN, "irq-unhandled", subject(findings, irq),
		"%u of the last %u interrupts were not handled, the latest %u ms ago: look for a device that shares the line and has no driver",
		irq->unhandled, irq->handled, irq->unhandled_ms);
}

static void check_disabled(struct hwi_findings *findings,
			   const struct hwi_irq *irq)
{
	if (irq->actions && irq->counts.nr && irq->state & HWI_IRQ_DISABLED)
		hwi_finding_add(
			findings, HWI_INFO, "irq-disabled",
			subject(findings, irq),
			"disabled while it has a handler: by its driver, or by the kernel because nobody cared");
}

/**
 * hwi_check_irqs() - check interrupts
 * @findings: where to add what is found
 * @irqs: all interrupts
 * @facts: what they are checked against
 */
void hwi_check_irqs(struct hwi_findings *findings, const struct hwi_irqs *irqs,
		    const struct hwi_irq_facts *facts)
{
	const struct hwi_irq *irq;

	for (irq = irqs->first; irq; irq = irq->next) {
		if (!irq->used)
			continue;
		check_node(findings, irq, facts);
		check_affinity(findings, irq, facts);
		check_unhandled(findings, irq);
		check_disabled(findings, irq);
	}
}

/* Counters of the architecture that should stay at zero. */
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
 * hwi_check_arch_count() - check a counter of the architecture
 * @findings: where to add what is found
 * @count: the counter
 */
void hwi_check_arch_count(struct hwi_findings *findings,
			  const struct hwi_arch_count *count)
{
	unsigned int i;

	for (i = 0; count->counts.total && i < ARRAY_SIZE(errors); i++)
		if (!strcmp(count->label, errors[i].label))
			hwi_finding_add(
				findings, errors[i].severity, "irq-error",
				hwi_finding_text(findings, "interrupts:%s",
						 count->label),
				"%s since boot: %llu", errors[i].what,
				count->counts.total);
}
