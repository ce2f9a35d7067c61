// SPDX-License-Identifier: GPL-2.0
#include <linux/ioport.h>
#include <linux/kernel.h>
#include <linux/time_namespace.h>
#include <linux/timekeeping.h>

#include "core/compat.h"
#include "device_collect.h"
#include "machine.h"

/* A full copy of the devices also serves views that need only owners. */
static int collect_devices(struct hwi_machine *m)
{
	struct hwi_device_request request = {
		.net = m->access->net,
		.all = m->parts & BIT_ULL(HWI_PART_DEVICES),
	};
	int err;

	if (m->parts & BIT_ULL(HWI_PART_IOMEM))
		request.claims |= BIT(HWI_CLAIM_MEM);
	if (m->parts & BIT_ULL(HWI_PART_IOPORTS))
		request.claims |= BIT(HWI_CLAIM_IO);
	if (m->parts & BIT_ULL(HWI_PART_IRQS))
		request.claims |= BIT(HWI_CLAIM_IRQ);
	err = hwi_devices_collect(&m->devices, &m->owners, &m->arena, &request);
	if (!err && request.all)
		hwi_devices_arrange(&m->devices);
	return err;
}

static int collect_irqs(struct hwi_machine *m)
{
	int err = hwi_irqs_collect(&m->irqs, &m->arena);

	if (err)
		return err;
	hwi_irqs_join(&m->irqs, &m->devices);
	if (!(m->parts & BIT_ULL(HWI_PART_DEVICES)))
		return 0;
	return hwi_devices_give_irqs(&m->devices, &m->arena, &m->irqs,
				     &m->owners);
}

static int collect_iomem(struct hwi_machine *m)
{
	int err = hwi_resources_collect(&m->iomem, &m->arena, &iomem_resource);

	if (!err)
		hwi_resources_own(&m->iomem, &m->owners, HWI_CLAIM_MEM);
	return err;
}

static int collect_ioports(struct hwi_machine *m)
{
	int err =
		hwi_resources_collect(&m->ioports, &m->arena, &ioport_resource);

	if (!err)
		hwi_resources_own(&m->ioports, &m->owners, HWI_CLAIM_IO);
	return err;
}

static int collect_clocksource(struct hwi_machine *m)
{
	return hwi_clocksource_collect(&m->clocksource, &m->arena);
}

static int collect_cpus(struct hwi_machine *m)
{
	return hwi_cpus_collect(&m->cpus, &m->arena);
}

static int collect_cputypes(struct hwi_machine *m)
{
	return hwi_cputypes_collect(&m->cputypes, &m->arena);
}

static int collect_softirqs(struct hwi_machine *m)
{
	return hwi_softirqs_collect(&m->softirqs, &m->arena);
}

static int collect_memory(struct hwi_machine *m)
{
	return hwi_memory_collect(&m->memories, &m->arena);
}

static int collect_dimms(struct hwi_machine *m)
{
	return hwi_dimms_collect(&m->dimms, &m->arena,
				 m->access->firmware &&
					 m->parts & BIT_ULL(HWI_PART_SLOTS));
}

static int collect_modules(struct hwi_machine *m)
{
	return hwi_modules_collect(&m->modules, &m->arena, &m->devices);
}

static int collect_disks(struct hwi_machine *m)
{
	return hwi_disks_collect(&m->disks, &m->arena, &m->devices,
				 m->parts & BIT_ULL(HWI_PART_DISK_NAMES),
				 m->access->addresses);
}

static int collect_netdevs(struct hwi_machine *m)
{
	return hwi_netdevs_collect(&m->netdevs, &m->arena, m->access->net,
				   &m->devices);
}

static int collect_speeds(struct hwi_machine *m)
{
	return hwi_netdevs_ask_speeds(&m->netdevs, m->access->net);
}

static int collect_processes(struct hwi_machine *m)
{
	return hwi_processes_collect(&m->processes, &m->arena, m->access,
				     &m->irqs, &m->devices);
}

static int collect_facts(struct hwi_machine *m)
{
	return hwi_facts_collect(&m->facts, &m->arena, m->access->firmware);
}

static int collect_holders(struct hwi_machine *m)
{
	return hwi_holders_collect(&m->holders, &m->arena, m->access,
				   &m->devices);
}

static int collect_bars(struct hwi_machine *m)
{
	return hwi_bars_collect(&m->bars, &m->arena,
				m->access->addresses &&
					m->parts & BIT_ULL(HWI_PART_LOST_BARS));
}

static int collect_pci(struct hwi_machine *m)
{
	int err = hwi_pcis_collect(&m->pcis, &m->arena, m->access->addresses);

	return err ? err :
		     hwi_pcis_join(&m->pcis, &m->arena, &m->devices, &m->irqs);
}

static int collect_usb(struct hwi_machine *m)
{
	/* Only root may read some serial numbers in sysfs. */
	int err = hwi_usbs_collect(&m->usbs, &m->arena, m->access->addresses);

	return err ? err : hwi_usbs_join(&m->usbs, &m->arena, &m->devices);
}

static int collect_power(struct hwi_machine *m)
{
	int err =
		hwi_powers_collect(&m->powers, &m->arena, m->access->addresses);

	return err ? err : hwi_powers_join(&m->powers, &m->arena, &m->devices);
}

static int collect_sensors(struct hwi_machine *m)
{
	return hwi_sensors_collect(&m->sensors, &m->arena, m->access->addresses,
				   &m->devices);
}

static int collect_supplies(struct hwi_machine *m)
{
	return hwi_supplies_collect(&m->supplies, &m->arena,
				    m->access->addresses, &m->devices);
}

static int collect_regulators(struct hwi_machine *m)
{
	return hwi_regulators_collect(&m->regulators, &m->arena,
				      m->parts & BIT_ULL(HWI_PART_VOLTAGES),
				      &m->devices);
}

/* For root only, as in debugfs. */
static int collect_gpios(struct hwi_machine *m)
{
	enum hwi_gpio_ask ask = HWI_GPIO_ASK_NONE;

	if (!m->access->addresses)
		return 0;
	if (m->parts & BIT_ULL(HWI_PART_GPIO_VALUES))
		ask = HWI_GPIO_ASK_FAST;
	if (m->parts & BIT_ULL(HWI_PART_SLOW_GPIOS))
		ask = HWI_GPIO_ASK_ALL;
	return hwi_gpios_collect(&m->gpios, &m->arena, ask, &m->devices);
}

/* Likewise. */
static int collect_clocks(struct hwi_machine *m)
{
	if (!m->access->addresses)
		return 0;
	return hwi_clocks_collect(&m->clocks, &m->arena, &m->devices);
}

static int collect_findings(struct hwi_machine *m)
{
	return hwi_findings_collect(&m->findings, &m->arena, m);
}

/*
 * In this order: whatever is joined to the devices comes after them. @needs are
 * the parts that a part cannot do without.
 */
static const struct {
	u64 parts;
	int (*collect)(struct hwi_machine *m);
	u64 needs;
} collectors[] = {
	{ BIT_ULL(HWI_PART_OWNERS) | BIT_ULL(HWI_PART_DEVICES),
	  collect_devices },
	{ BIT_ULL(HWI_PART_IRQS), collect_irqs, BIT_ULL(HWI_PART_OWNERS) },
	{ BIT_ULL(HWI_PART_IOMEM), collect_iomem, BIT_ULL(HWI_PART_OWNERS) },
	{ BIT_ULL(HWI_PART_IOPORTS), collect_ioports,
	  BIT_ULL(HWI_PART_OWNERS) },
	{ BIT_ULL(HWI_PART_CLOCKSOURCE), collect_clocksource },
	{ BIT_ULL(HWI_PART_CPUS), collect_cpus },
	{ BIT_ULL(HWI_PART_CPUTYPES), collect_cputypes },
	{ BIT_ULL(HWI_PART_SOFTIRQS), collect_softirqs },
	{ BIT_ULL(HWI_PART_MEMORY), collect_memory },
	{ BIT_ULL(HWI_PART_DIMMS) | BIT_ULL(HWI_PART_SLOTS), collect_dimms },
	{ BIT_ULL(HWI_PART_MODULES), collect_modules,
	  BIT_ULL(HWI_PART_DEVICES) },
	{ BIT_ULL(HWI_PART_DISKS) | BIT_ULL(HWI_PART_DISK_NAMES), collect_disks,
	  BIT_ULL(HWI_PART_DEVICES) },
	{ BIT_ULL(HWI_PART_NETDEVS), collect_netdevs,
	  BIT_ULL(HWI_PART_DEVICES) },
	{ BIT_ULL(HWI_PART_SPEEDS), collect_speeds, BIT_ULL(HWI_PART_NETDEVS) },
	{ BIT_ULL(HWI_PART_PROCESSES), collect_processes,
	  BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_IRQS) },
	{ BIT_ULL(HWI_PART_FACTS), collect_facts },
	{ BIT_ULL(HWI_PART_HOLDERS), collect_holders,
	  BIT_ULL(HWI_PART_DEVICES) },
	{ BIT_ULL(HWI_PART_BARS) | BIT_ULL(HWI_PART_LOST_BARS), collect_bars },
	{ BIT_ULL(HWI_PART_PCI), collect_pci,
	  BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_IRQS) },
	{ BIT_ULL(HWI_PART_USB), collect_usb, BIT_ULL(HWI_PART_DEVICES) },
	{ BIT_ULL(HWI_PART_POWER), collect_power, BIT_ULL(HWI_PART_DEVICES) },
	{ BIT_ULL(HWI_PART_SENSORS), collect_sensors,
	  BIT_ULL(HWI_PART_DEVICES) },
	{ BIT_ULL(HWI_PART_SUPPLIES), collect_supplies,
	  BIT_ULL(HWI_PART_DEVICES) },
	{ BIT_ULL(HWI_PART_REGULATORS) | BIT_ULL(HWI_PART_VOLTAGES),
	  collect_regulators, BIT_ULL(HWI_PART_DEVICES) },
	{ BIT_ULL(HWI_PART_GPIOS) | BIT_ULL(HWI_PART_GPIO_VALUES) |
		  BIT_ULL(HWI_PART_SLOW_GPIOS),
	  collect_gpios, BIT_ULL(HWI_PART_DEVICES) },
	{ BIT_ULL(HWI_PART_CLOCKS), collect_clocks, BIT_ULL(HWI_PART_DEVICES) },
	{ BIT_ULL(HWI_PART_FINDINGS), collect_findings, HWI_FINDING_PARTS },
};

/* CLOCK_BOOTTIME in the reader's time namespace, as in /proc/uptime. */
static u64 boottime(void)
{
	struct timespec64 now;

	ktime_get_boottime_ts64(&now);
	timens_add_boottime(&now);
	return timespec64_to_ns(&now);
}

/**
 * hwi_machine_error() - why some parts of a machine are missing
 * @machine: the machine
 * @parts: BIT_ULL() of enum hwi_part: those parts
 *
 * Return: 0 if all of them are there, or the first one's error.
 */
int hwi_machine_error(const struct hwi_machine *machine, u64 parts)
{
	unsigned int part;

	for (part = 0; part < HWI_PARTS; part++)
		if (parts & BIT_ULL(part) && machine->errors[part])
			return machine->errors[part];
	return 0;
}

static void set_error(struct hwi_machine *machine, u64 parts, int err)
{
	unsigned int part;

	for (part = 0; part < HWI_PARTS; part++)
		if (parts & BIT_ULL(part))
			machine->errors[part] = err;
}

/**
 * hwi_machine_collect() - copy the machine
 * @machine: zeroed; hwi_machine_free() frees it, whatever happens
 * @parts: BIT_ULL() of enum hwi_part: which parts
 * @access: what may be seen of it; outlives it
 * @budget: what its memory is counted against
 *
 * Each part is copied once. One that fails has its error in the machine, and
 * the rest is there; but a reader that was killed gets nothing.
 *
 * Context: process context of the reader, may sleep.
 * Return: 0 or -EINTR.
 */
int hwi_machine_collect(struct hwi_machine *machine, u64 parts,
			const struct hwi_access *access,
			struct hwi_budget *budget)
{
	struct hwi_mark mark;
	unsigned int i;
	int err;

	hwi_arena_init(&machine->arena, budget);
	machine->access = access;
	machine->parts = parts;
	machine->taken = boottime();
	for (i = 0; i < ARRAY_SIZE(collectors); i++) {
		if (!(parts & collectors[i].parts))
			continue;
		mark = hwi_arena_mark(&machine->arena);
		err = hwi_machine_error(machine, collectors[i].needs);
		if (!err)
			err = collectors[i].collect(machine);
		if (err == -EINTR)
			return err;
		/* A part that failed is useless, and others need the memory. */
		if (err)
			hwi_arena_free_to(&machine->arena, mark);
		set_error(machine, collectors[i].parts, err);
	}
	return 0;
}

/**
 * hwi_machine_free() - free the records
 * @machine: the machine
 *
 * Context: process context.
 */
void hwi_machine_free(struct hwi_machine *machine)
{
	hwi_arena_free(&machine->arena);
}
