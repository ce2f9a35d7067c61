/* SPDX-License-Identifier: GPL-2.0 */
/* What looks wrong on a machine: the checks, and what they find. */
#ifndef HWI_FINDING_H
#define HWI_FINDING_H

#include <linux/cpumask.h>

#include "access.h"
#include "bars.h"
#include "device_record.h"
#include "irq_record.h"
#include "resource_tree.h"
#include "text_format.h"

struct hwi_machine;
struct hwi_memories;
struct hwi_modules;
struct hwi_netdevs;

enum hwi_severity {
	HWI_INFO,
	HWI_WARN,
	HWI_ERROR,
	HWI_SEVERITIES,
};

/**
 * struct hwi_finding - a thing that looks wrong
 * @next: in the order they were found
 * @severity: a healthy machine has none above HWI_INFO
 * @check: stable short name of what found it
 * @subject: "view:key", the row it is about
 * @detail: one sentence with the figures
 */
struct hwi_finding {
	struct hwi_finding *next;
	enum hwi_severity severity;
	const char *check;
	struct hwi_str subject;
	struct hwi_str detail;
};

/**
 * struct hwi_findings - all of them
 * @arena: where they are kept
 * @addresses: their texts may show addresses
 * @first: the first, NULL if nothing was found
 * @link: where the next one is linked in
 * @nr: how many of each severity
 */
struct hwi_findings {
	struct hwi_arena *arena;
	bool addresses;
	struct hwi_finding *first;
	struct hwi_finding **link;
	unsigned int nr[HWI_SEVERITIES];
};

void hwi_findings_init(struct hwi_findings *findings, struct hwi_arena *arena,
		       bool addresses);
__printf(5, 6) void hwi_finding_add(struct hwi_findings *findings,
				    enum hwi_severity severity,
				    const char *check, struct hwi_str subject,
				    const char *detail, ...);
__printf(2, 3) struct hwi_str hwi_finding_subject(struct hwi_findings *findings,
						  const char *subject, ...);

/**
 * struct hwi_irq_facts - what interrupts are held against
 * @devices: all devices
 * @owners: which devices have which line
 * @online: CPUs that are online
 * @node_of: the NUMA node of a CPU
 */
struct hwi_irq_facts {
	const struct hwi_devices *devices;
	const struct hwi_owners *owners;
	const struct cpumask *online;
	int (*node_of)(unsigned int cpu);
};

void hwi_find_irqs(struct hwi_findings *findings, const struct hwi_irqs *irqs,
		   const struct hwi_irq_facts *facts);
void hwi_find_arch_irq(struct hwi_findings *findings, struct hwi_str label,
		       u64 total);
void hwi_find_devices(struct hwi_findings *findings,
		      const struct hwi_devices *devices);
void hwi_find_bars(struct hwi_findings *findings, const struct hwi_bars *bars,
		   const struct hwi_devices *devices);
void hwi_find_resources(struct hwi_findings *findings, const char *view,
			const struct hwi_resources *resources);
void hwi_find_cpus(struct hwi_findings *findings, const struct cpumask *present,
		   const struct cpumask *online);
void hwi_find_memory(struct hwi_findings *findings,
		     const struct hwi_memories *memories);
void hwi_find_netdevs(struct hwi_findings *findings,
		      const struct hwi_netdevs *netdevs);
void hwi_find_modules(struct hwi_findings *findings,
		      const struct hwi_modules *modules);
void hwi_find_taint(struct hwi_findings *findings, unsigned long taints);

bool hwi_findings_collect(struct hwi_findings *findings,
			  const struct hwi_machine *machine,
			  struct hwi_arena *arena,
			  const struct hwi_access *access);

#endif
