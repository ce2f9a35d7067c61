// SPDX-License-Identifier: GPL-2.0
/* The lines of the summary, written from records. */
#include <linux/kernel.h>
#include <linux/math64.h>

#include "row.h"
#include "summary.h"
#include "text_format.h"

/* Lines of each kind: together with the single ones, one screen. */
#define MAX_NODES 3
#define MAX_BUSES 4
#define MAX_IRQS 4
#define MAX_DISKS 3
#define MAX_NETDEVS 3

/**
 * hwi_summary_add() - add a line
 * @summary: where to
 * @key: its key
 * @value: its text, as for printf()
 */
void hwi_summary_add(struct hwi_summary *summary, struct hwi_str key,
		     const char *value, ...)
{
	struct hwi_row cells, *row = &cells;
	struct hwi_str text;
	va_list args;

	va_start(args, value);
	text = hwi_text_vformat(summary->table->arena, value, args);
	va_end(args);
	if (!hwi_row_begin(row, summary->table))
		return;
	hwi_cell_str(row, key);
	hwi_cell_text(row, text);
	hwi_row_end(row, summary->table);
}

static struct hwi_str key(struct hwi_summary *summary, const char *text)
{
	return hwi_arena_copy(summary->table->arena, text);
}

static const char *plural(unsigned int nr)
{
	return nr == 1 ? "" : "s";
}

/* As exact as one reads it: 512 KiB, 1.4 GiB, 62.7 GiB. */
static struct hwi_str kb_text(struct hwi_arena *arena, u64 kb)
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
		return hwi_text_format(arena, "%llu %s", whole, units[unit]);
	return hwi_text_format(arena, "%llu.%u %s", whole, rest, units[unit]);
}

/**
 * hwi_summary_cpus() - CPUs
 * @summary: where to
 * @facts: how many
 */
void hwi_summary_cpus(struct hwi_summary *summary,
		      const struct hwi_cpu_facts *facts)
{
	hwi_summary_add(summary, key(summary, "cpus"),
			"%u of %u online, %u package%s, %u core%s%s%s",
			facts->online, facts->possible, facts->packages,
			plural(facts->packages), facts->cores,
			plural(facts->cores), facts->model ? ", " : "",
			facts->model ? facts->model : "");
}

/**
 * hwi_summary_memory() - memory, by node if there are several
 * @summary: where to
 * @memories: all records
 */
void hwi_summary_memory(struct hwi_summary *summary,
			const struct hwi_memories *memories)
{
	struct hwi_arena *arena = summary->table->arena;
	const struct hwi_memory *at = memories->first;
	struct hwi_str total, available, free;
	unsigned int nodes = 0;

	for (at = at->next; at; at = at->next)
		nodes += !at->zone.len;
	at = memories->first;
	total = kb_text(arena, at->kb[HWI_MEMORY_MANAGED]);
	available = kb_text(arena, at->kb[HWI_MEMORY_AVAILABLE]);
	hwi_summary_add(summary, key(summary, "memory"),
			"%.*s, of which %.*s available, on %u node%s",
			HWI_STR_ARG(total), HWI_STR_ARG(available), nodes,
			plural(nodes));
	if (nodes < 2 || nodes > MAX_NODES)
		return;
	for (at = at->next; at; at = at->next) {
		if (at->zone.len)
			continue;
		total = kb_text(arena, at->kb[HWI_MEMORY_MANAGED]);
		free = kb_text(arena, at->kb[HWI_MEMORY_FREE]);
		hwi_summary_add(summary,
				hwi_text_format(arena, "memory.node%d",
						at->node),
				"%.*s, of which %.*s free", HWI_STR_ARG(total),
				HWI_STR_ARG(free));
	}
}

/**
 * struct bus - devices of a bus, counted
 * @name: of the bus
 * @bound: with a driver
 * @unbound: without
 */
struct bus {
	struct hwi_str name;
	unsigned int bound;
	unsigned int unbound;
};

/* More kinds of buses than machines have; the rest only counts in total. */
#define MAX_KINDS 64

static struct bus *bus_of(struct bus *buses, unsigned int *nr,
			  const struct hwi_device *device)
{
	unsigned int i;

	for (i = 0; i < *nr; i++)
		if (buses[i].name.len == device->bus.len &&
		    !memcmp(buses[i].name.text, device->bus.text,
			    device->bus.len))
			return &buses[i];
	if (*nr == MAX_KINDS)
		return NULL;
	buses[i] = (struct bus){ .name = device->bus };
	++*nr;
	return &buses[i];
}

/* The bus with most drivers at work; it is then left out. */
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
 * @summary: where to
 * @devices: all devices
 */
void hwi_summary_devices(struct hwi_summary *summary,
			 const struct hwi_devices *devices)
{
	struct hwi_arena *arena = summary->table->arena;
	const struct hwi_device *device;
	unsigned int all = 0, bound = 0, nr = 0, i;
	struct bus *buses, *bus;

	buses = hwi_arena_alloc(arena, MAX_KINDS * sizeof(*buses));
	if (!buses)
		return;
	for (device = devices->first; device; device = device->next) {
		all += hwi_device_shown(device);
		if (!device->bus.len)
			continue;
		bound += !!device->driver.len;
		/* On the others are parts of the kernel, not of the machine. */
		if (!device->id.prefix)
			continue;
		bus = bus_of(buses, &nr, device);
		if (!bus)
			continue;
		bus->bound += !!device->driver.len;
		bus->unbound += !device->driver.len;
	}
	hwi_summary_add(summary, key(summary, "devices"),
			"%u, of which %u have a driver", all, bound);
	for (i = 0; i < MAX_BUSES; i++) {
		bus = next_bus(buses, nr);
		if (!bus)
			return;
		hwi_summary_add(summary,
				hwi_text_format(arena, "devices.%.*s",
						HWI_STR_ARG(bus->name)),
				"%u with a driver, %u without", bus->bound,
				bus->unbound);
		bus->bound = 0;
	}
}

static u64 total_of(const struct hwi_irq *irq)
{
	unsigned int i;
	u64 total = 0;

	for (i = 0; i < irq->nr_counts; i++)
		total += irq->counts[i].count;
	return total;
}

static void irq_line(struct hwi_summary *summary, const struct hwi_irq *irq,
		     const struct hwi_owners *owners)
{
	const struct hwi_claim *claim = hwi_owners_first(owners, irq->irq);
	struct hwi_str device = { NULL, 0 }, name = { NULL, 0 };

	if (irq->msi)
		device = irq->owner.device;
	else if (claim && !hwi_owners_next(claim))
		device = claim->owner->device;
	if (irq->actions)
		name = irq->actions->name;
	hwi_summary_add(summary,
			hwi_text_format(summary->table->arena, "interrupts.%u",
					irq->irq),
			"%llu, %.*s%s%.*s", total_of(irq), HWI_STR_ARG(name),
			device.len ? " of " : "", (int)device.len, device.text);
}

/**
 * hwi_summary_irqs() - the busiest interrupts
 * @summary: where to
 * @irqs: all interrupts
 * @owners: which devices have which line
 */
void hwi_summary_irqs(struct hwi_summary *summary, const struct hwi_irqs *irqs,
		      const struct hwi_owners *owners)
{
	const struct hwi_irq *top[MAX_IRQS] = {}, *irq;
	unsigned int used = 0, i;
	u64 all = 0, total;

	for (irq = irqs->first; irq; irq = irq->next) {
		total = total_of(irq);
		if (!total)
			continue;
		all += total;
		used++;
		for (i = MAX_IRQS; i > 0; i--) {
			if (top[i - 1] && total_of(top[i - 1]) >= total)
				break;
			if (i < MAX_IRQS)
				top[i] = top[i - 1];
		}
		if (i < MAX_IRQS)
			top[i] = irq;
	}
	hwi_summary_add(summary, key(summary, "interrupts"),
			"%llu by %u of %u lines; the busiest:", all, used,
			irqs->nr);
	for (i = 0; i < MAX_IRQS && top[i]; i++)
		irq_line(summary, top[i], owners);
}

static void disk_line(struct hwi_summary *summary, const struct hwi_disk *disk)
{
	const struct hwi_device *hardware = disk->hardware;
	struct hwi_arena *arena = summary->table->arena;
	struct hwi_str size, read, written;

	size = kb_text(arena, disk->size >> 10);
	read = kb_text(arena, disk->read_sectors / 2);
	written = kb_text(arena, disk->write_sectors / 2);
	hwi_summary_add(summary,
			hwi_text_format(arena, "disks.%.*s",
					HWI_STR_ARG(disk->device->name)),
			"%.*s%s, %.*s (%.*s), %.*s read, %.*s written",
			HWI_STR_ARG(size), disk->read_only ? " read-only" : "",
			HWI_STR_ARG(hardware->device),
			HWI_STR_ARG(hardware->driver), HWI_STR_ARG(read),
			HWI_STR_ARG(written));
}

/**
 * hwi_summary_disks() - the first disks that are hardware
 * @summary: where to
 * @disks: all disks and partitions
 */
void hwi_summary_disks(struct hwi_summary *summary,
		       const struct hwi_disks *disks)
{
	const struct hwi_disk *disk;
	unsigned int nr = 0, lines = MAX_DISKS;

	for (disk = disks->first; disk; disk = disk->next)
		nr += !disk->partition && disk->hardware;
	/* The last line tells how many are left. */
	if (nr > MAX_DISKS)
		lines--;
	nr -= min(nr, lines);
	for (disk = disks->first; disk && lines; disk = disk->next) {
		if (disk->partition || !disk->hardware)
			continue;
		disk_line(summary, disk);
		lines--;
	}
	if (nr)
		hwi_summary_add(summary, key(summary, "disks"), "and %u more",
				nr);
}

static void netdev_line(struct hwi_summary *summary,
			const struct hwi_netdev *netdev)
{
	struct hwi_arena *arena = summary->table->arena;
	struct hwi_str state, speed = { NULL, 0 }, received, sent;

	state = hwi_netdev_state(arena, netdev->state);
	if (netdev->speed != HWI_SPEED_UNKNOWN)
		speed = hwi_text_format(arena, ", %d Mbit/s", netdev->speed);
	received = kb_text(arena, netdev->rx_bytes >> 10);
	sent = kb_text(arena, netdev->tx_bytes >> 10);
	hwi_summary_add(summary,
			hwi_text_format(arena, "netdevs.%.*s",
					HWI_STR_ARG(netdev->name)),
			"%.*s%.*s, %.*s (%.*s), %.*s received, %.*s sent",
			HWI_STR_ARG(state), (int)speed.len, speed.text,
			HWI_STR_ARG(netdev->hardware->device),
			HWI_STR_ARG(netdev->hardware->driver),
			HWI_STR_ARG(received), HWI_STR_ARG(sent));
}

/**
 * hwi_summary_netdevs() - the first network interfaces that are hardware
 * @summary: where to
 * @netdevs: all interfaces
 */
void hwi_summary_netdevs(struct hwi_summary *summary,
			 const struct hwi_netdevs *netdevs)
{
	const struct hwi_netdev *netdev;
	unsigned int nr = 0, lines = MAX_NETDEVS;

	for (netdev = netdevs->first; netdev; netdev = netdev->next)
		nr += !!netdev->hardware;
	if (nr > MAX_NETDEVS)
		lines--;
	nr -= min(nr, lines);
	for (netdev = netdevs->first; netdev && lines; netdev = netdev->next) {
		if (!netdev->hardware)
			continue;
		netdev_line(summary, netdev);
		lines--;
	}
	if (nr)
		hwi_summary_add(summary, key(summary, "netdevs"), "and %u more",
				nr);
}

/**
 * hwi_summary_findings() - how many findings there are
 * @summary: where to
 * @findings: all of them
 */
void hwi_summary_findings(struct hwi_summary *summary,
			  const struct hwi_findings *findings)
{
	const unsigned int *nr = findings->nr;

	hwi_summary_add(
		summary, key(summary, "findings"),
		"%u error%s, %u warning%s, %u note%s%s", nr[HWI_ERROR],
		plural(nr[HWI_ERROR]), nr[HWI_WARN], plural(nr[HWI_WARN]),
		nr[HWI_INFO], plural(nr[HWI_INFO]),
		nr[HWI_ERROR] || nr[HWI_WARN] ? ": see the view findings" : "");
}
