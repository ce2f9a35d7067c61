/* SPDX-License-Identifier: GPL-2.0 */
/* One screen of what a machine is. */
#ifndef HWI_SUMMARY_H
#define HWI_SUMMARY_H

#include "finding.h"
#include "machine.h"
#include "table.h"

/* The screen it is for, without the two lines of the header. */
#define HWI_SUMMARY_MAX 25

/**
 * struct hwi_summary - the lines
 * @table: where they go; room for HWI_SUMMARY_MAX rows
 */
struct hwi_summary {
	struct hwi_table *table;
};

/**
 * struct hwi_cpu_facts - CPUs, counted
 * @possible: that could ever be there
 * @online: in use
 * @packages: of those online
 * @cores: of those online
 * @model: of the first one; NULL if the architecture has no names
 */
struct hwi_cpu_facts {
	unsigned int possible;
	unsigned int online;
	unsigned int packages;
	unsigned int cores;
	const char *model;
};

__printf(3, 4) void hwi_summary_add(struct hwi_summary *summary,
				    struct hwi_str key, const char *value, ...);
void hwi_summary_cpus(struct hwi_summary *summary,
		      const struct hwi_cpu_facts *facts);
void hwi_summary_memory(struct hwi_summary *summary,
			const struct hwi_memories *memories);
void hwi_summary_devices(struct hwi_summary *summary,
			 const struct hwi_devices *devices);
void hwi_summary_irqs(struct hwi_summary *summary, const struct hwi_irqs *irqs,
		      const struct hwi_owners *owners);
void hwi_summary_disks(struct hwi_summary *summary,
		       const struct hwi_disks *disks);
void hwi_summary_netdevs(struct hwi_summary *summary,
			 const struct hwi_netdevs *netdevs);
void hwi_summary_findings(struct hwi_summary *summary,
			  const struct hwi_findings *findings);

#endif
