// SPDX-License-Identifier: GPL-2.0
/* What looks wrong about CPUs and the kernel as a whole. */
#include <linux/bitmap.h>
#include <linux/kernel.h>
#include <linux/math64.h>

#include "cpu_rows.h"
#include "dimm_rows.h"
#include "finding.h"
#include "memory_rows.h"
#include "netdev_rows.h"

/**
 * hwi_check_cpus() - check CPUs
 * @findings: where to add what is found
 * @cpus: all of them
 */
void hwi_check_cpus(struct hwi_findings *findings, const struct hwi_cpus *cpus)
{
	const struct hwi_cpu *cpu;

	for (cpu = cpus->first; cpu; cpu = cpu->next)
		if (cpu->state == HWI_CPU_OFFLINE)
			hwi_finding_add(findings, HWI_INFO, "cpu-offline",
					hwi_finding_text(findings, "cpus:%u",
							 cpu->cpu),
					"present, but offline");
}

/*
 * The bits of /proc/sys/kernel/tainted that mean trouble; bits about modules
 * are in the modules view.
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
 * hwi_check_taint() - check what the kernel says about itself
 * @findings: where to add what is found
 * @mask: the bits of enum taint, as in /proc/sys/kernel/tainted
 */
void hwi_check_taint(struct hwi_findings *findings, unsigned long mask)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(taints); i++)
		if (mask & BIT(taints[i].bit))
			hwi_finding_add(
				findings, taints[i].severity, "kernel-taint",
				hwi_finding_text(findings, "summary:kernel"),
				"%s, see dmesg", taints[i].what);
}

/**
 * hwi_check_memory() - check the zones of memory
 * @findings: where to add what is found
 * @memories: all of them
 */
void hwi_check_memory(struct hwi_findings *findings,
		      const struct hwi_memories *memories)
{
	const struct hwi_memory *at;
	struct hwi_text text;
	char scope[32];
	u64 free, min, low;

	for (at = memories->first; at; at = at->next) {
		if (!at->zone)
			continue;
		free = at->kb[HWI_MEMORY_FREE];
		min = at->kb[HWI_MEMORY_MIN];
		low = at->kb[HWI_MEMORY_LOW];
		if (free >= low || low == HWI_MEMORY_UNKNOWN)
			continue;
		hwi_text_init(&text, scope, sizeof(scope));
		hwi_memory_scope(&text, at);
		hwi_finding_add(
			findings, free < min ? HWI_WARN : HWI_INFO,
			"memory-low",
			hwi_finding_text(findings, "memory:%.*s",
					 (int)min(text.len, text.size), scope),
			"%llu kB free, below its %s watermark of %llu kB", free,
			free < min ? "min" : "low", free < min ? min : low);
	}
}

/**
 * hwi_check_dimms() - check memory modules
 * @findings: where to add what is found
 * @dimms: all of them
 */
void hwi_check_dimms(struct hwi_findings *findings,
		     const struct hwi_dimms *dimms)
{
	const struct hwi_dimm *at;

	for (at = dimms->first; at; at = at->next)
		if (at->ce || at->ue)
			hwi_finding_add(
				findings, at->ue ? HWI_ERROR : HWI_WARN,
				"dimm-errors",
				hwi_finding_text(findings, "dimms:%s",
						 at->locator ? at->locator :
							       "-"),
				"%u memory errors were corrected, %u could not be",
				at->ce, at->ue);
}

/* A higher rate of bad packets means a bad cable or a full buffer. */
#define BAD_PACKETS 1000

/**
 * hwi_check_netdevs() - check network interfaces
 * @findings: where to add what is found
 * @netdevs: all of them
 */
void hwi_check_netdevs(struct hwi_findings *findings,
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
				errors > div_u64(packets, BAD_PACKETS) ?
					HWI_WARN :
					HWI_INFO,
				"netdev-errors",
				hwi_finding_text(findings, "netdevs:%s",
						 at->name),
				"%llu errors receiving and %llu sending, of %llu packets",
				at->rx_errors, at->tx_errors, packets);
	}
}
