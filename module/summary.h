/* SPDX-License-Identifier: GPL-2.0 */
/* The machine on one screen. */
#ifndef HWI_SUMMARY_H
#define HWI_SUMMARY_H

#include "core/row.h"

struct hwi_cpus;
struct hwi_devices;
struct hwi_disks;
struct hwi_findings;
struct hwi_irqs;
struct hwi_memories;
struct hwi_netdevs;
struct hwi_owners;

__printf(3, 4) void hwi_summary_add(struct hwi_table *table, const char *key,
				    const char *value, ...);
void hwi_summary_cpus(struct hwi_table *table, const struct hwi_cpus *cpus);
void hwi_summary_memory(struct hwi_table *table,
			const struct hwi_memories *memories);
void hwi_summary_devices(struct hwi_table *table,
			 const struct hwi_devices *devices);
void hwi_summary_irqs(struct hwi_table *table, const struct hwi_irqs *irqs,
		      const struct hwi_owners *owners);
void hwi_summary_disks(struct hwi_table *table, const struct hwi_disks *disks);
void hwi_summary_netdevs(struct hwi_table *table,
			 const struct hwi_netdevs *netdevs);
void hwi_summary_findings(struct hwi_table *table,
			  const struct hwi_findings *findings);

#endif
