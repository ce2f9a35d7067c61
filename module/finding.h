/* SPDX-License-Identifier: GPL-2.0 */
/* Things that look wrong on a machine: the checks, and what they find. */
#ifndef HWI_FINDING_H
#define HWI_FINDING_H

#include <linux/cpumask.h>

#include "core/row.h"

struct hwi_arch_count;
struct hwi_bars;
struct hwi_cpus;
struct hwi_devices;
struct hwi_dimms;
struct hwi_gpios;
struct hwi_irqs;
struct hwi_machine;
struct hwi_memories;
struct hwi_netdevs;
struct hwi_owners;
struct hwi_pcis;
struct hwi_resources;

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
 * @check: stable short name of the check that found it
 * @subject: "view:key", the row it is about
 * @detail: one sentence with the figures
 */
struct hwi_finding {
	struct hwi_finding *next;
	enum hwi_severity severity;
	const char *check;
	const char *subject;
	const char *detail;
};

/**
 * struct hwi_findings - all of them
 * @arena: where they are kept
 * @addresses: their texts may show addresses
 * @first: the first, NULL if nothing was found
 * @link: where the next one is linked in
 * @nr: how many of each severity
 * @error: 0, or why some are missing
 */
struct hwi_findings {
	struct hwi_arena *arena;
	bool addresses;
	struct hwi_finding *first;
	struct hwi_finding **link;
	unsigned int nr[HWI_SEVERITIES];
	int error;
};

/**
 * struct hwi_irq_facts - what interrupts are checked against
 * @owners: which devices have which line
 * @online: CPUs that are online
 * @present: CPUs that are there
 * @node_of: the NUMA node of a CPU
 */
struct hwi_irq_facts {
	const struct hwi_owners *owners;
	const struct cpumask *online;
	const struct cpumask *present;
	int (*node_of)(unsigned int cpu);
};

/*
 * The parts of the machine that the checks look at. They also look at PCI
 * functions if those were collected, which the summary does not ask for.
 */
#define HWI_FINDING_PARTS                                      \
	(BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_IRQS) |  \
	 BIT_ULL(HWI_PART_IOMEM) | BIT_ULL(HWI_PART_IOPORTS) | \
	 BIT_ULL(HWI_PART_CPUS) | BIT_ULL(HWI_PART_MEMORY) |   \
	 BIT_ULL(HWI_PART_DIMMS) | BIT_ULL(HWI_PART_NETDEVS) | \
	 BIT_ULL(HWI_PART_BARS) | BIT_ULL(HWI_PART_GPIOS))

#define HWI_FINDING_COLUMNS 4
extern const struct hwi_column hwi_finding_columns[HWI_FINDING_COLUMNS];

void hwi_findings_init(struct hwi_findings *findings, struct hwi_arena *arena,
		       bool addresses);
__printf(2, 3) const char *hwi_finding_text(struct hwi_findings *findings,
					    const char *format, ...);
__printf(5, 6) void hwi_finding_add(struct hwi_findings *findings,
				    enum hwi_severity severity,
				    const char *check, const char *subject,
				    const char *detail, ...);
void hwi_finding_row(struct hwi_row *row, const struct hwi_finding *finding);

void hwi_check_irqs(struct hwi_findings *findings, const struct hwi_irqs *irqs,
		    const struct hwi_irq_facts *facts);
void hwi_check_arch_count(struct hwi_findings *findings,
			  const struct hwi_arch_count *count);
void hwi_check_devices(struct hwi_findings *findings,
		       const struct hwi_devices *devices);
void hwi_check_bars(struct hwi_findings *findings, const struct hwi_bars *bars,
		    const struct hwi_devices *devices);
void hwi_check_resources(struct hwi_findings *findings, const char *view,
			 const struct hwi_resources *resources);
void hwi_check_cpus(struct hwi_findings *findings, const struct hwi_cpus *cpus);
void hwi_check_memory(struct hwi_findings *findings,
		      const struct hwi_memories *memories);
void hwi_check_memory_blocks(struct hwi_findings *findings,
			     const struct hwi_devices *devices, u64 block);
void hwi_check_dimms(struct hwi_findings *findings,
		     const struct hwi_dimms *dimms);
void hwi_check_netdevs(struct hwi_findings *findings,
		       const struct hwi_netdevs *netdevs);
void hwi_check_pcis(struct hwi_findings *findings, const struct hwi_pcis *pcis);
void hwi_check_gpios(struct hwi_findings *findings,
		     const struct hwi_gpios *gpios);
void hwi_check_taint(struct hwi_findings *findings, unsigned long taints);

int hwi_findings_collect(struct hwi_findings *findings, struct hwi_arena *arena,
			 const struct hwi_machine *machine);

#endif
