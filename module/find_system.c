// SPDX-License-Identifier: GPL-2.0
/* What looks wrong about CPUs and the kernel as a whole. */
#include <linux/bitmap.h>
#include <linux/kernel.h>

#include "finding.h"
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
