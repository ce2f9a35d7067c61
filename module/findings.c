// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>
#include <linux/memory.h>
#include <linux/topology.h>

#include "core/pause.h"
#include "finding.h"
#include "machine.h"

static int node_of(unsigned int cpu)
{
	return cpu_to_node(cpu);
}

static void check_irqs(struct hwi_findings *findings,
		       const struct hwi_machine *machine)
{
	/*
	 * A CPU that comes or goes meanwhile moves its interrupts: at worst an
	 * info.
	 */
	struct hwi_irq_facts facts = {
		.owners = &machine->owners,
		.online = cpu_online_mask,
		.present = cpu_present_mask,
		.node_of = node_of,
	};
	const struct hwi_arch_count *count;

	hwi_check_irqs(findings, &machine->irqs, &facts);
	for (count = machine->irqs.arch; count; count = count->next)
		hwi_check_arch_count(findings, count);
}

static u64 block_bytes(void)
{
#ifdef CONFIG_MEMORY_HOTPLUG
	return memory_block_size_bytes();
#else
	return 0;
#endif
}

/* Taint bits are only ever set. */
static unsigned long taints(void)
{
	unsigned long mask = 0;
	unsigned int i;

	for (i = 0; i < TAINT_FLAGS_COUNT; i++)
		mask |= (unsigned long)!!test_taint(i) << i;
	return mask;
}

/**
 * hwi_findings_collect() - run every check
 * @findings: result
 * @arena: where they go
 * @machine: what is checked: HWI_FINDING_PARTS are there
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_findings_collect(struct hwi_findings *findings, struct hwi_arena *arena,
			 const struct hwi_machine *machine)
{
	hwi_findings_init(findings, arena, machine->access->addresses);
	hwi_check_taint(findings, taints());
	hwi_check_cpus(findings, &machine->cpus);
	check_irqs(findings, machine);
	hwi_check_resources(findings, "iomem", &machine->iomem);
	hwi_check_resources(findings, "ioports", &machine->ioports);
	hwi_check_memory(findings, &machine->memories);
	hwi_check_memory_blocks(findings, &machine->devices, block_bytes());
	hwi_check_dimms(findings, &machine->dimms);
	hwi_check_netdevs(findings, &machine->netdevs);
	hwi_check_gpios(findings, &machine->gpios);
	hwi_check_bars(findings, &machine->bars, &machine->devices);
	hwi_check_devices(findings, &machine->devices);
	if (machine->parts & BIT_ULL(HWI_PART_PCI) &&
	    !machine->errors[HWI_PART_PCI])
		hwi_check_pcis(findings, &machine->pcis);
	return findings->error ? findings->error : hwi_pause();
}

/* Most severe first; equals in the order in which they were found. */
static void findings_show(struct hwi_table *table,
			  const struct hwi_machine *machine)
{
	const struct hwi_finding *at;
	int severity;

	for (severity = HWI_SEVERITIES - 1; severity >= 0; severity--)
		for (at = machine->findings.first; at; at = at->next)
			if (at->severity == severity)
				hwi_table_add(table, hwi_finding_row, at);
}

HWI_DECLARE_VIEW(findings);
const struct hwi_view hwi_view_findings = {
	.name = "findings",
	.columns = hwi_finding_columns,
	.nr_columns = HWI_FINDING_COLUMNS,
	.parts = HWI_FINDING_PARTS | BIT_ULL(HWI_PART_LOST_BARS) |
		 BIT_ULL(HWI_PART_PCI) | BIT_ULL(HWI_PART_FINDINGS),
	.show = findings_show,
};
