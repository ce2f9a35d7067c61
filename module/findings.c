// SPDX-License-Identifier: GPL-2.0
#include <linux/cpu.h>
#include <linux/ioport.h>
#include <linux/kernel.h>
#include <linux/topology.h>

#include "finding.h"
#include "irq_arch.h"
#include "machine.h"
#include "module_record.h"
#include "process_record.h"
#include "resources.h"
#include "view.h"

static const struct hwi_column findings_columns[] = {
	HWI_COLUMN("SEVERITY", 's'),
	HWI_COLUMN("CHECK", 's'),
	HWI_COLUMN("SUBJECT", 's'),
	HWI_COLUMN("DETAIL", 's'),
};

static int node_of(unsigned int cpu)
{
	return cpu_to_node(cpu);
}

static void check_irqs(struct hwi_findings *findings,
		       const struct hwi_machine *machine)
{
	/* A CPU that comes or goes meanwhile moves its interrupts: info only. */
	struct hwi_irq_facts facts = {
		.devices = &machine->devices,
		.owners = &machine->owners,
		.online = cpu_online_mask,
		.node_of = node_of,
	};
	unsigned int cpu, i;
	u64 total;

	hwi_find_irqs(findings, &machine->irqs, &facts);
	for (i = 0; i < hwi_nr_arch_irqs; i++) {
		if (hwi_arch_irqs[i].offset < 0)
			continue;
		total = 0;
		for_each_possible_cpu(cpu)
			total += hwi_arch_irq_count(&hwi_arch_irqs[i],
						    hwi_arch_irq_counters(cpu));
		hwi_find_arch_irq(findings, hwi_arch_irqs[i].label, total);
	}
}

static bool check_resources(struct hwi_findings *findings, const char *view,
			    const struct resource *root)
{
	struct hwi_resources resources;

	hwi_resources_collect(&resources, findings->arena, root);
	if (findings->arena->overflow)
		return false;
	hwi_find_resources(findings, view, &resources);
	return !findings->arena->overflow;
}

/* Who may not see all open files cannot be told that none explains it. */
static bool check_modules(struct hwi_findings *findings,
			  const struct hwi_access *access,
			  const struct hwi_irqs *irqs)
{
	struct hwi_arena *arena = findings->arena;
	struct hwi_processes processes;
	struct hwi_modules modules;

	if (!access->descriptors)
		return true;
	hwi_processes_collect(&processes, arena, access, irqs, true);
	if (arena->overflow)
		return false;
	hwi_modules_collect(&modules, arena);
	if (arena->overflow)
		return false;
	hwi_modules_give_files(&modules, arena, &processes);
	hwi_modules_give_holders(&modules, arena);
	hwi_find_modules(findings, &modules);
	return !arena->overflow;
}

static void check_system(struct hwi_findings *findings)
{
	unsigned long taints = 0;
	unsigned int i;

	/* Bits that are only ever set. */
	for (i = 0; i < TAINT_FLAGS_COUNT; i++)
		taints |= (unsigned long)!!test_taint(i) << i;
	hwi_find_taint(findings, taints);
	/* CPUs stay as they are meanwhile. */
	cpus_read_lock();
	hwi_find_cpus(findings, cpu_present_mask, cpu_online_mask);
	cpus_read_unlock();
}

/**
 * hwi_findings_collect() - run every check
 * @findings: result
 * @machine: what is checked
 * @arena: where they will be kept
 * @access: what may be told
 *
 * Context: process context, may sleep.
 * Return: false if the arena is too small (its overflow is set).
 */
bool hwi_findings_collect(struct hwi_findings *findings,
			  const struct hwi_machine *machine,
			  struct hwi_arena *arena,
			  const struct hwi_access *access)
{
	struct hwi_bars bars;

	hwi_findings_init(findings, arena, access->addresses);
	hwi_bars_collect(&bars, arena, access->addresses);
	if (arena->overflow)
		return false;
	check_system(findings);
	check_irqs(findings, machine);
	if (!check_resources(findings, "iomem", &iomem_resource) ||
	    !check_resources(findings, "ioports", &ioport_resource) ||
	    !check_modules(findings, access, &machine->irqs))
		return false;
	hwi_find_memory(findings, &machine->memories);
	hwi_find_netdevs(findings, &machine->netdevs);
	hwi_find_bars(findings, &bars, &machine->devices);
	hwi_find_devices(findings, &machine->devices);
	return !arena->overflow;
}

static const char *severity_word(enum hwi_severity severity)
{
	switch (severity) {
	case HWI_ERROR:
		return "error";
	case HWI_WARN:
		return "warn";
	default:
		return "info";
	}
}

static void add_row(struct hwi_table *table, const struct hwi_finding *finding)
{
	struct hwi_arena *arena = table->arena;
	struct hwi_row cells, *row = &cells;

	if (!hwi_row_begin(row, table))
		return;
	hwi_cell_ready(row,
		       hwi_arena_copy(arena, severity_word(finding->severity)));
	hwi_cell_ready(row, hwi_arena_copy(arena, finding->check));
	hwi_cell_str(row, finding->subject);
	hwi_cell_text(row, finding->detail);
	hwi_row_end(row, table);
}

/* The worst first; among equals, in the order they were found. */
static int findings_fill(struct hwi_snapshot *snap)
{
	struct hwi_table *table = &snap->table;
	struct hwi_findings findings;
	struct hwi_machine machine;
	const struct hwi_finding *at;
	int severity;
	unsigned int nr = 0;

	if (!hwi_machine_collect(&machine, table->arena, snap->access) ||
	    !hwi_findings_collect(&findings, &machine, table->arena,
				  snap->access))
		return 0;
	for (severity = 0; severity < HWI_SEVERITIES; severity++)
		nr += findings.nr[severity];
	if (!hwi_table_reserve(table, nr))
		return 0;
	for (severity = HWI_SEVERITIES - 1; severity >= 0; severity--) {
		for (at = findings.first; at; at = at->next) {
			if (at->severity != severity)
				continue;
			add_row(table, at);
		}
	}
	return 0;
}

const struct hwi_view hwi_view_findings = {
	.name = "findings",
	.columns = findings_columns,
	.nr_columns = ARRAY_SIZE(findings_columns),
	.fill = findings_fill,
};
