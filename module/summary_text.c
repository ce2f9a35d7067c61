// SPDX-License-Identifier: GPL-2.0
/* The lines of the summary, written from records. */
#include <linux/kernel.h>
#include <linux/math64.h>

#include "cpu_rows.h"
#include "device_rows.h"
#include "disk_rows.h"
#include "finding.h"
#include "irq_rows.h"
#include "memory_rows.h"
#include "netdev_rows.h"
#include "summary.h"

/* At most this many lines of each kind, so that all fit on one screen. */
#define MAX_NODES 3
#define MAX_BUSES 3
#define MAX_IRQS 4
#define MAX_DISKS 3
#define MAX_NETDEVS 3

/* Longer lines are cut to fit on a screen. */
#define VALUE_MAX 256
#define KEY_MAX 64

static void line_row(struct hwi_row *row, const char *key, const char *value)
{
	hwi_cell_str(row, key);
	hwi_cell_line(row, value);
}

/**
 * hwi_summary_add() - add a line
 * @table: where to add rows
 * @key: its key
 * @value: its text, as for printf()
 */
void hwi_summary_add(struct hwi_table *table, const char *key,
		     const char *value, ...)
{
	char text[VALUE_MAX];
	va_list args;

	va_start(args, value);
	vscnprintf(text, sizeof(text), value, args);
	va_end(args);
	hwi_table_add(table, line_row, key, text);
}

static const char *plural(unsigned int nr)
{
	return nr == 1 ? "" : "s";
}

/* A size for people, such as 512 KiB, 1.4 GiB, 62.7 GiB. */
struct size_text {
	char text[32];
};

static const char *size_of_kb(u64 kb, struct size_text *size)
{
	static const char *const units[] = { "KiB", "MiB", "GiB", "TiB",
					     "PiB" };
	unsigned int unit = 0;
	u64 tenths = kb * 10, whole;
	u32 rest;

	while (tenths >= 10240 && unit < ARRAY_SIZE(units) - 1) {
		tenths = (tenths + 512) >> 10;
		unit++;
	}
	whole = div_u64_rem(tenths, 10, &rest);
	if (!rest)
		scnprintf(size->text, sizeof(size->text), "%llu %s", whole,
			  units[unit]);
	else
		scnprintf(size->text, sizeof(size->text), "%llu.%u %s", whole,
			  rest, units[unit]);
	return size->text;
}

/**
 * hwi_summary_cpus() - CPUs
 * @table: where to add rows
 * @cpus: all possible CPUs
 */
void hwi_summary_cpus(struct hwi_table *table, const struct hwi_cpus *cpus)
{
	unsigned int online = 0, present = 0, absent = 0, packages = 0;
	unsigned int cores = 0;
	const struct hwi_cpu *cpu;
	const char *model = NULL;
	char free[32] = "";

	for (cpu = cpus->first; cpu; cpu = cpu->next) {
		absent += cpu->state == HWI_CPU_ABSENT;
		present += cpu->state != HWI_CPU_ABSENT;
		if (cpu->state != HWI_CPU_ONLINE)
			continue;
		online++;
		packages += cpu->first_in_package;
		cores += cpu->first_in_core;
		if (!model)
			model = cpu->model;
	}
	if (absent)
		scnprintf(free, sizeof(free), ", %u free slot%s", absent,
			  plural(absent));
	hwi_summary_add(table, "cpus",
			"%u of %u online%s, %u package%s, %u core%s%s%s",
			online, present, free, packages, plural(packages),
			cores, plural(cores), model ? ", " : "",
			model ? model : "");
}

/**
 * hwi_summary_memory() - memory, by node if there are several
 * @table: where to add rows
 * @memories: all records
 */
void hwi_summary_memory(struct hwi_table *table,
			const struct hwi_memories *memories)
{
	const struct hwi_memory *at = memories->first;
	struct size_text total, free;
	unsigned int nodes = 0;
	char key[KEY_MAX];

	for (at = at->next; at; at = at->next)
		nodes += !at->zone;
	at = memories->first;
	hwi_summary_add(table, "memory", "%s, %s available, on %u node%s",
			size_of_kb(at->kb[HWI_MEMORY_MANAGED], &total),
			size_of_kb(at->kb[HWI_MEMORY_AVAILABLE], &free), nodes,
			plural(nodes));
	if (nodes < 2 || nodes > MAX_NODES)
		return;
	for (at = at->next; at; at = at->next) {
		if (at->zone)
			continue;
		scnprintf(key, sizeof(key), "memory.node%d", at->node);
		hwi_summary_add(table, key, "%s, %s free",
				size_of_kb(at->kb[HWI_MEMORY_MANAGED], &total),
				size_of_kb(at->kb[HWI_MEMORY_FREE], &free));
	}
}

/**
 * struct bus - devices of a bus, counted
 * @name: of the bus
 * @bound: with a driver
 * @unbound: without
 */
struct bus {
	const char *name;
	unsigned int bound;
	unsigned int unbound;
};

/* More buses than any machine has; further ones only count in the total. */
#define MAX_KINDS 32

static struct bus *bus_of(struct bus *buses, unsigned int *nr,
			  const struct hwi_device *device)
{
	unsigned int i;

	for (i = 0; i < *nr; i++)
		if (!strcmp(buses[i].name, device->bus))
			return &buses[i];
	if (*nr == MAX_KINDS)
		return NULL;
	buses[i] = (struct bus){ .name = device->bus };
	++*nr;
	return &buses[i];
}

/* Takes out the bus with the most bound drivers. */
static struct bus *next_bus(struct bus *buses, unsigned int nr)
{
	struct bus *best = NULL;
	unsigned int i;

	for (i = 0; i < nr; i++)
		if (buses[i].bound && (!best || buses[i].bound > best->bound))
			best = &buses[i];
	return best;
}

/**
 * hwi_summary_devices() - devices by bus, and with how many drivers work
 * @table: where to add rows
 * @devices: all devices
 */
void hwi_summary_devices(struct hwi_table *table,
			 const struct hwi_devices *devices)
{
	const struct hwi_device *device;
	unsigned int all = 0, bound = 0, nr = 0, i;
	struct bus buses[MAX_KINDS], *bus;
	char key[KEY_MAX];

	for (device = devices->first; device; device = device->next) {
		all += hwi_device_shown(device);
		if (!device->bus)
			continue;
		bound += !!device->driver;
		/* Other buses have parts of the kernel, not of the machine. */
		if (!device->id.prefix)
			continue;
		bus = bus_of(buses, &nr, device);
		if (!bus)
			continue;
		bus->bound += !!device->driver;
		bus->unbound += !device->driver;
	}
	hwi_summary_add(table, "devices", "%u, %u with a driver", all, bound);
	for (i = 0; i < MAX_BUSES; i++) {
		bus = next_bus(buses, nr);
		if (!bus)
			return;
		scnprintf(key, sizeof(key), "devices.%s", bus->name);
		hwi_summary_add(table, key, "%u with a driver, %u without",
				bus->bound, bus->unbound);
		bus->bound = 0;
	}
}

static void irq_line(struct hwi_table *table, const struct hwi_irq *irq,
		     const struct hwi_owners *owners)
{
	const struct hwi_device *device = hwi_irq_device(irq, owners);
	const char *name = irq->actions ? irq->actions->name : NULL;
	char key[KEY_MAX];

	scnprintf(key, sizeof(key), "interrupts.%u", irq->irq);
	hwi_summary_add(table, key, "%llu, %s%s%s", irq->counts.total,
			name ? name : "-", device ? " of " : "",
			device ? device->device : "");
}

/**
 * hwi_summary_irqs() - the busiest interrupts
 * @table: where to add rows
 * @irqs: all interrupts
 * @owners: which devices have which line
 */
void hwi_summary_irqs(struct hwi_table *table, const struct hwi_irqs *irqs,
		      const struct hwi_owners *owners)
{
	const struct hwi_irq *top[MAX_IRQS] = {}, *irq;
	unsigned int lines = 0, counted = 0, i;
	u64 all = 0;

	for (irq = irqs->first; irq; irq = irq->next) {
		lines += irq->used;
		if (!irq->counts.total)
			continue;
		all += irq->counts.total;
		counted++;
		for (i = MAX_IRQS; i > 0; i--) {
			if (top[i - 1] &&
			    top[i - 1]->counts.total >= irq->counts.total)
				break;
			if (i < MAX_IRQS)
				top[i] = top[i - 1];
		}
		if (i < MAX_IRQS)
			top[i] = irq;
	}
	hwi_summary_add(table, "interrupts",
			"%llu by %u of %u lines; the busiest:", all, counted,
			lines);
	for (i = 0; i < MAX_IRQS && top[i]; i++)
		irq_line(table, top[i], owners);
}

static const char *driver_of(const struct hwi_device *device)
{
	return device->driver ? device->driver : "-";
}

static void disk_line(struct hwi_table *table, const struct hwi_disk *disk)
{
	const struct hwi_device *below = disk->below;
	struct size_text size, read, written;
	char key[KEY_MAX];

	scnprintf(key, sizeof(key), "disks.%s", disk->device->name);
	hwi_summary_add(table, key, "%s%s, %s (%s), %s read, %s written",
			size_of_kb(disk->size >> 10, &size),
			disk->read_only ? " read-only" : "", below->device,
			driver_of(below),
			size_of_kb(disk->read_sectors / 2, &read),
			size_of_kb(disk->write_sectors / 2, &written));
}

/* The size that sr assumes until it has seen a medium. */
#define SR_NO_MEDIUM (0x1fffffULL << 9)

static bool is_empty_drive(const struct hwi_disk *disk)
{
	return disk->size == SR_NO_MEDIUM &&
	       !strncmp(disk->device->name, "sr", 2);
}

/* Whether a disk is hardware, and has a medium. */
static bool is_counted(const struct hwi_disk *disk)
{
	return !disk->partition && !disk->flash && disk->below && disk->size &&
	       !is_empty_drive(disk);
}

/**
 * hwi_summary_disks() - the first disks that are hardware
 * @table: where to add rows
 * @disks: all disks and partitions
 */
void hwi_summary_disks(struct hwi_table *table, const struct hwi_disks *disks)
{
	unsigned int nr = 0, lines = MAX_DISKS;
	const struct hwi_disk *disk;

	for (disk = disks->first; disk; disk = disk->next)
		nr += is_counted(disk);
	/* The last line says how many more there are. */
	if (nr > MAX_DISKS)
		lines--;
	nr -= min(nr, lines);
	for (disk = disks->first; disk && lines; disk = disk->next) {
		if (!is_counted(disk))
			continue;
		disk_line(table, disk);
		lines--;
	}
	if (nr)
		hwi_summary_add(table, "disks", "and %u more", nr);
}

static void netdev_line(struct hwi_table *table,
			const struct hwi_netdev *netdev)
{
	const struct hwi_device *below = netdev->below;
	const char *state = hwi_netdev_state(netdev->state);
	struct size_text received, sent;
	char key[KEY_MAX];

	scnprintf(key, sizeof(key), "netdevs.%s", netdev->name);
	hwi_summary_add(table, key, "%s, %s (%s), %s received, %s sent",
			state ? state : "-", below->device, driver_of(below),
			size_of_kb(netdev->rx_bytes >> 10, &received),
			size_of_kb(netdev->tx_bytes >> 10, &sent));
}

/**
 * hwi_summary_netdevs() - the first network interfaces that are hardware
 * @table: where to add rows
 * @netdevs: all interfaces
 */
void hwi_summary_netdevs(struct hwi_table *table,
			 const struct hwi_netdevs *netdevs)
{
	unsigned int nr = 0, lines = MAX_NETDEVS;
	const struct hwi_netdev *netdev;

	for (netdev = netdevs->first; netdev; netdev = netdev->next)
		nr += !!netdev->below;
	if (nr > MAX_NETDEVS)
		lines--;
	nr -= min(nr, lines);
	for (netdev = netdevs->first; netdev && lines; netdev = netdev->next) {
		if (!netdev->below)
			continue;
		netdev_line(table, netdev);
		lines--;
	}
	if (nr)
		hwi_summary_add(table, "netdevs", "and %u more", nr);
}

/**
 * hwi_summary_findings() - how many findings there are
 * @table: where to add rows
 * @findings: all of them
 */
void hwi_summary_findings(struct hwi_table *table,
			  const struct hwi_findings *findings)
{
	const unsigned int *nr = findings->nr;

	hwi_summary_add(
		table, "findings", "%u error%s, %u warning%s, %u note%s%s",
		nr[HWI_ERROR], plural(nr[HWI_ERROR]), nr[HWI_WARN],
		plural(nr[HWI_WARN]), nr[HWI_INFO], plural(nr[HWI_INFO]),
		nr[HWI_ERROR] || nr[HWI_WARN] ? ": see the view findings" : "");
}
