// SPDX-License-Identifier: GPL-2.0
#include <linux/cpu.h>
#include <linux/cpumask.h>
#include <linux/dmi.h>
#include <linux/math64.h>
#include <linux/of.h>
#include <linux/timekeeping.h>
#include <linux/topology.h>
#include <linux/utsname.h>

#include "cpu_arch.h"
#include "summary.h"
#include "text_format.h"
#include "view.h"

static const struct hwi_column summary_columns[] = {
	HWI_COLUMN("KEY", 's'),
	HWI_COLUMN("VALUE", 's'),
};

static struct hwi_str key(struct hwi_summary *summary, const char *text)
{
	return hwi_arena_copy(summary->table->arena, text);
}

/*
 * Strings of the firmware, copied at boot and never changed; the root of the
 * device tree stays likewise.
 */
static void machine_lines(struct hwi_summary *summary)
{
	const char *vendor = dmi_get_system_info(DMI_SYS_VENDOR);
	const char *name = dmi_get_system_info(DMI_PRODUCT_NAME);
	const char *bios = dmi_get_system_info(DMI_BIOS_VENDOR);
	const char *version = dmi_get_system_info(DMI_BIOS_VERSION);
	const char *date = dmi_get_system_info(DMI_BIOS_DATE);

#ifdef CONFIG_OF
	if (!name && of_root)
		name = of_get_property(of_root, "model", NULL);
#endif
	hwi_summary_add(summary, key(summary, "machine"), "%s%s%s",
			vendor ? vendor : "", vendor ? " " : "",
			name   ? name :
			vendor ? "" :
				 "-");
	if (bios)
		hwi_summary_add(summary, key(summary, "firmware"), "%s%s%s%s%s",
				bios, version ? " " : "",
				version ? version : "", date ? ", " : "",
				date ? date : "");
}

/* The two largest units, as one would say it. */
static void kernel_line(struct hwi_summary *summary, u64 taken)
{
	u64 seconds = div_u64(taken, NSEC_PER_SEC);
	u64 minutes = div_u64(seconds, 60);
	u64 hours = div_u64(minutes, 60), days = div_u64(hours, 24);
	struct hwi_arena *arena = summary->table->arena;
	struct hwi_str up;

	if (days)
		up = hwi_text_format(arena, "%llu d %llu h", days,
				     hours - 24 * days);
	else if (hours)
		up = hwi_text_format(arena, "%llu h %llu min", hours,
				     minutes - 60 * hours);
	else
		up = hwi_text_format(arena, "%llu min %llu s", minutes,
				     seconds - 60 * minutes);
	hwi_summary_add(summary, key(summary, "kernel"), "%s %s, up %.*s",
			init_utsname()->release, init_utsname()->machine,
			HWI_STR_ARG(up));
}

/*
 * cpus_read_lock() keeps CPUs from coming and going, and with them topology
 * and models, which stay after that: a model is part of per-CPU data.
 */
static void cpus_line(struct hwi_summary *summary)
{
	struct hwi_cpu_facts facts = { .possible = num_possible_cpus() };
	unsigned int cpu;

	cpus_read_lock();
	facts.online = num_online_cpus();
	for_each_online_cpu(cpu) {
		if (!facts.model)
			facts.model = hwi_cpu_model(cpu);
		/* Each is counted by the first CPU in it. */
		facts.packages += cpumask_first(topology_core_cpumask(cpu)) ==
				  cpu;
		facts.cores += cpumask_first(topology_sibling_cpumask(cpu)) ==
			       cpu;
	}
	hwi_summary_cpus(summary, &facts);
	cpus_read_unlock();
}

static int summary_fill(struct hwi_snapshot *snap)
{
	struct hwi_summary summary = { .table = &snap->table };
	struct hwi_findings findings;
	struct hwi_machine machine;

	if (!hwi_machine_collect(&machine, &snap->arena, snap->access) ||
	    !hwi_findings_collect(&findings, &machine, &snap->arena,
				  snap->access) ||
	    !hwi_table_reserve(&snap->table, HWI_SUMMARY_MAX))
		return 0;
	machine_lines(&summary);
	kernel_line(&summary, snap->taken);
	cpus_line(&summary);
	hwi_summary_memory(&summary, &machine.memories);
	hwi_summary_devices(&summary, &machine.devices);
	hwi_summary_irqs(&summary, &machine.irqs, &machine.owners);
	hwi_summary_disks(&summary, &machine.disks);
	hwi_summary_netdevs(&summary, &machine.netdevs);
	hwi_summary_findings(&summary, &findings);
	return 0;
}

const struct hwi_view hwi_view_summary = {
	.name = "summary",
	.columns = summary_columns,
	.nr_columns = ARRAY_SIZE(summary_columns),
	.summary = true,
	.fill = summary_fill,
};
