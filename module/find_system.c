// SPDX-License-Identifier: GPL-2.0
/* What looks wrong about CPUs and the kernel as a whole. */
#include <linux/bitmap.h>
#include <linux/kernel.h>

#include "finding.h"
#include "memory_record.h"
#include "module_record.h"
#include "netdev_record.h"
#include "text.h"

/**
 * hwi_find_cpus() - check CPUs
 * @findings: where to
 * @present: CPUs that are there
 * @online: CPUs that are in use
 */
void hwi_find_cpus(struct hwi_findings *findings, const struct cpumask *present,
		   const struct cpumask *online)
{
	unsigned int cpu;

	for_each_cpu(cpu, present)
		if (!cpumask_test_cpu(cpu, online))
			hwi_finding_add(findings, HWI_INFO, "cpu-offline",
					hwi_finding_subject(findings, "cpus:%u",
							    cpu),
					"present, but offline");
}

/*
 * The bits of /proc/sys/kernel/tainted that tell of trouble; those that tell
 * of modules are in the modules view.
 */
static const struct {
	unsigned int bit;
	enum hwi_severity severity;
	const char *what;
} taints[] = {
	{ TAINT_CPU_OUT_OF_SPEC, HWI_WARN,
	  "a CPU runs outside its specification" },
	{ TAINT_FORCED_MODULE, HWI_WARN, "a module was loaded by force" },
	{ TAINT_FORCED_RMMOD, HWI_WARN, "a module was removed by force" },
	{ TAINT_MACHINE_CHECK, HWI_ERROR,
	  "the hardware reported a machine check" },
	{ TAINT_BAD_PAGE, HWI_ERROR, "a page of memory was in a bad state" },
	{ TAINT_DIE, HWI_ERROR, "the kernel has died (oops or BUG)" },
	{ TAINT_OVERRIDDEN_ACPI_TABLE, HWI_INFO, "an ACPI table was replaced" },
	{ TAINT_WARN, HWI_WARN, "the kernel has printed a warning" },
	{ TAINT_FIRMWARE_WORKAROUND, HWI_INFO,
	  "a fault of the firmware is worked around" },
	{ TAINT_SOFTLOCKUP, HWI_ERROR, "a CPU was locked up" },
};

/**
 * hwi_find_taint() - check what the kernel says of itself
 * @findings: where to
 * @mask: the bits of enum taint, as in /proc/sys/kernel/tainted
 */
void hwi_find_taint(struct hwi_findings *findings, unsigned long mask)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(taints); i++)
		if (mask & BIT(taints[i].bit))
			hwi_finding_add(
				findings, taints[i].severity, "kernel-taint",
				hwi_finding_subject(findings, "summary:kernel"),
				"%s, see dmesg", taints[i].what);
}

/**
 * hwi_find_memory() - check the zones of memory
 * @findings: where to
 * @memories: all of them
 */
void hwi_find_memory(struct hwi_findings *findings,
		     const struct hwi_memories *memories)
{
	const struct hwi_memory *at;
	struct hwi_str scope;
	u64 free, min, low;

	for (at = memories->first; at; at = at->next) {
		if (!at->zone.len)
			continue;
		free = at->kb[HWI_MEMORY_FREE];
		min = at->kb[HWI_MEMORY_MIN];
		low = at->kb[HWI_MEMORY_LOW];
		if (free >= low || low == HWI_MEMORY_UNKNOWN)
			continue;
		scope = hwi_memory_scope(findings->arena, at);
		hwi_finding_add(
			findings, free < min ? HWI_WARN : HWI_INFO,
			"memory-low",
			hwi_finding_subject(findings, "memory:%.*s",
					    HWI_STR_ARG(scope)),
			"%llu kB free, below its %s watermark of %llu kB", free,
			free < min ? "min" : "low", free < min ? min : low);
	}
}

/* One bad packet in so many is a bad cable or a full buffer. */
#define BAD_PACKETS 1000

/**
 * hwi_find_netdevs() - check network interfaces
 * @findings: where to
 * @netdevs: all of them
 */
void hwi_find_netdevs(struct hwi_findings *findings,
		      const struct hwi_netdevs *netdevs)
{
	const struct hwi_netdev *at;
	u64 errors, packets;

	for (at = netdevs->first; at; at = at->next) {
		errors = at->rx_errors + at->tx_errors;
		packets = at->rx_packets + at->tx_packets;
		if (errors)
			hwi_finding_add(
				findings,
				errors > packets / BAD_PACKETS ? HWI_WARN :
								 HWI_INFO,
				"netdev-errors",
				hwi_finding_subject(findings, "netdevs:%.*s",
						    HWI_STR_ARG(at->name)),
				"%llu errors receiving and %llu sending, of %llu packets",
				at->rx_errors, at->tx_errors, packets);
	}
}

/**
 * hwi_find_modules() - check modules
 * @findings: where to
 * @modules: all of them, with the files and the holders that use them
 *
 * Mounted file systems, sockets and the kernel itself hold modules too; what
 * cannot be is that one is held for nothing, which keeps it from unloading.
 */
void hwi_find_modules(struct hwi_findings *findings,
		      const struct hwi_modules *modules)
{
	const struct hwi_module *at;

	for (at = modules->first; at; at = at->next) {
		if (at->state != HWI_MODULE_LIVE || at->refs <= 0 ||
		    at->files || (unsigned int)at->refs <= at->holders)
			continue;
		hwi_finding_add(
			findings, HWI_INFO, "module-refs",
			hwi_finding_subject(findings, "modules:%.*s",
					    HWI_STR_ARG(at->name)),
			"%d of %d references by no module and no open file: a mount, a socket or the kernel itself",
			at->refs - (int)at->holders, at->refs);
	}
}
