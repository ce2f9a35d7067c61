// SPDX-License-Identifier: GPL-2.0
/* Add comparisons here; rules.h describes the fields. */
#include <string.h>
#include <unistd.h>

#include "rules.h"

static const struct rule interrupts_rules[] = {
	{ .column = "AFFINITY",
	  .rows = ROWS_NUMBERED,
	  .file = "smp_affinity_list" },
	{ .column = "EFFECTIVE",
	  .rows = ROWS_NUMBERED,
	  .file = "effective_affinity_list" },
	{ .column = "NODE", .rows = ROWS_NUMBERED, .file = "node" },
	{ .column = "UNHANDLED",
	  .rows = ROWS_NUMBERED,
	  .compare = COMPARE_NUMBER,
	  .file = "spurious",
	  .label = "unhandled",
	  .nth = 1 },
	{ .column = "CHIP",
	  .rows = ROWS_NUMBERED,
	  .compare = COMPARE_IF_ANY,
	  .file = "/sys/kernel/irq/{row}/chip_name" },
	{ .column = "HWIRQ",
	  .rows = ROWS_NUMBERED,
	  .file = "/sys/kernel/irq/{row}/hwirq" },
	{ .column = "TRIGGER",
	  .rows = ROWS_NUMBERED,
	  .compare = COMPARE_TRIGGER,
	  .file = "/sys/kernel/irq/{row}/type" },
	{ .column = "STATE",
	  .rows = ROWS_NUMBERED,
	  .compare = COMPARE_WAKEUP,
	  .file = "/sys/kernel/irq/{row}/wakeup" },
};

/* The column of a CPU's time in /proc/stat. */
#define STAT(name, column_nth)                                                 \
	{                                                                      \
		.column = (name), .compare = COMPARE_TICKS,                    \
		.file = "/proc/stat", .label = "cpu{row}", .nth = (column_nth) \
	}

static const struct rule cpus_rules[] = {
	{ .column = "STATE",
	  .lookup = LOOK_CPU_STATE,
	  .file = "/sys/devices/system/cpu/" },
	{ .column = "NODE",
	  .rows = ROWS_ONLINE,
	  .lookup = LOOK_EXISTS,
	  .file = "node{cell}" },
	{ .column = "PACKAGE",
	  .rows = ROWS_ONLINE,
	  .file = "topology/physical_package_id" },
	{ .column = "DIE", .rows = ROWS_ONLINE, .file = "topology/die_id" },
	{ .column = "CORE", .rows = ROWS_ONLINE, .file = "topology/core_id" },
	{ .column = "SIBLINGS",
	  .rows = ROWS_ONLINE,
	  .file = "topology/thread_siblings_list" },
	{ .column = "MIN_MHZ",
	  .rows = ROWS_ONLINE,
	  .compare = COMPARE_MHZ,
	  .file = "cpufreq/cpuinfo_min_freq" },
	{ .column = "MAX_MHZ",
	  .rows = ROWS_ONLINE,
	  .compare = COMPARE_MHZ,
	  .file = "cpufreq/cpuinfo_max_freq" },
	{ .column = "MHZ",
	  .rows = ROWS_ONLINE,
	  .compare = COMPARE_STEADY,
	  .file = "/proc/cpuinfo",
	  .label = "processor : {row}\ncpu MHz :" },
	{ .column = "MODEL",
	  .rows = ROWS_ONLINE,
	  .compare = COMPARE_MODEL,
	  .file = "/proc/cpuinfo",
	  .label = "processor : {row}\nmodel name :" },
	STAT("USER", 1),
	STAT("NICE", 2),
	STAT("SYSTEM", 3),
	STAT("IDLE", 4),
	STAT("IOWAIT", 5),
	STAT("IRQ", 6),
	STAT("SOFTIRQ", 7),
	STAT("STEAL", 8),
	STAT("GUEST", 9),
	{ .column = "GOVERNOR",
	  .rows = ROWS_ONLINE,
	  .file = "cpufreq/scaling_governor" },
	{ .column = "CPUFREQ_DRIVER",
	  .rows = ROWS_ONLINE,
	  .file = "cpufreq/scaling_driver" },
	{ .column = "SOFTIRQS",
	  .rows = ROWS_ONLINE,
	  .lookup = LOOK_CPU_SUM,
	  .compare = COMPARE_COUNTER32,
	  .file = "/proc/softirqs" },
	{ .column = "INTERRUPTS",
	  .rows = ROWS_ONLINE,
	  .lookup = LOOK_CPU_SUM,
	  .compare = COMPARE_COUNTER32_LEAST,
	  .file = "/proc/interrupts" },
};

#define MEMINFO_AS(name, how, line)                                \
	{                                                          \
		.column = (name), .rows = ROWS_SYSTEM,             \
		.compare = COMPARE_##how, .file = "/proc/meminfo", \
		.label = (line), .nth = 1                          \
	}
#define MEMINFO(name, line) MEMINFO_AS(name, NUMBER, line)

#define NODE_MEMINFO(name, line)                                  \
	{                                                         \
		.column = (name), .rows = ROWS_NODES,             \
		.compare = COMPARE_NUMBER,                        \
		.file = "/sys/devices/system/node/{row}/meminfo", \
		.label = "* * " line, .nth = 1                    \
	}

#define ZONEINFO(name, line)                                         \
	{                                                            \
		.column = (name), .rows = ROWS_ZONES,                \
		.compare = COMPARE_PAGES, .file = "/proc/zoneinfo",  \
		.label = "Node {node}, zone {zone}\n" line, .nth = 1 \
	}

static const struct rule memory_rules[] = {
	MEMINFO("MANAGED", "MemTotal:"),
	MEMINFO("FREE", "MemFree:"),
	MEMINFO("AVAILABLE", "MemAvailable:"),
	MEMINFO("ANON", "AnonPages:"),
	MEMINFO("SLAB", "Slab:"),
	MEMINFO("DIRTY", "Dirty:"),
	MEMINFO("WRITEBACK", "Writeback:"),
	MEMINFO("SWAP_FREE", "SwapFree:"),
	/* Before v5.12 no module can read it. */
	MEMINFO_AS("SWAP_CACHED", NUMBER_IF_SHOWN, "SwapCached:"),
	NODE_MEMINFO("MANAGED", "MemTotal:"),
	NODE_MEMINFO("FREE", "MemFree:"),
	NODE_MEMINFO("ANON", "AnonPages:"),
	NODE_MEMINFO("FILE", "FilePages:"),
	NODE_MEMINFO("SLAB", "Slab:"),
	NODE_MEMINFO("DIRTY", "Dirty:"),
	NODE_MEMINFO("WRITEBACK", "Writeback:"),
	NODE_MEMINFO("SWAP_CACHED", "SwapCached:"),
	ZONEINFO("FREE", "pages free"),
	ZONEINFO("MIN", "min"),
	ZONEINFO("LOW", "low"),
	ZONEINFO("HIGH", "high"),
	ZONEINFO("PRESENT", "present"),
	ZONEINFO("MANAGED", "managed"),
};

static const struct rule modules_rules[] = {
	{ .column = "SIZE",
	  .compare = COMPARE_BYTES,
	  .file = "/proc/modules",
	  .label = "{row}",
	  .nth = 1 },
	{ .column = "REFS",
	  .compare = COMPARE_NUMBER,
	  .file = "/proc/modules",
	  .label = "{row}",
	  .nth = 2 },
	{ .column = "STATE",
	  .compare = COMPARE_LOWER,
	  .file = "/proc/modules",
	  .label = "{row}",
	  .nth = 4 },
	{ .column = "VERSION",
	  .rows = ROWS_LOADED,
	  .file = "/sys/module/{row}/version" },
};

#define DISKSTATS(name, how, column_nth)                         \
	{                                                        \
		.column = (name), .compare = COMPARE_##how,      \
		.file = "/proc/diskstats", .label = "* * {row}", \
		.nth = (column_nth)                              \
	}

#define MADE(name, entry)                                      \
	{                                                      \
		.column = (name), .compare = COMPARE_IF_SHOWN, \
		.file = "device/" entry                        \
	}

static const struct rule disks_rules[] = {
	{ .column = "DEV", .compare = COMPARE_AFTER_LETTER, .file = "dev" },
	{ .column = "SIZE", .compare = COMPARE_SECTORS, .file = "size" },
	{ .column = "RO", .file = "ro" },
	{ .column = "ROTATIONAL", .file = "queue/rotational" },
	{ .column = "CACHE",
	  .compare = COMPARE_DASHES,
	  .file = "queue/write_cache" },
	{ .column = "SCHEDULER",
	  .compare = COMPARE_CHOSEN,
	  .file = "queue/scheduler" },
	{ .column = "SIZE",
	  .compare = COMPARE_BYTES,
	  .file = "/sys/class/mtd/{row}/size" },
	{ .column = "NAME", .file = "/sys/class/mtd/{row}/name" },
	MADE("MODEL", "model"),
	MADE("MODEL", "name"),
	MADE("FIRMWARE", "firmware_rev"),
	MADE("FIRMWARE", "rev"),
	MADE("FIRMWARE", "fwrev"),
	MADE("SERIAL", "serial"),
	DISKSTATS("READS", NUMBER, 1),
	DISKSTATS("READ_SECTORS", NUMBER, 3),
	DISKSTATS("READ_MS", COUNTER32, 4),
	DISKSTATS("WRITES", NUMBER, 5),
	DISKSTATS("WRITE_SECTORS", NUMBER, 7),
	DISKSTATS("WRITE_MS", COUNTER32, 8),
	DISKSTATS("INFLIGHT", NUMBER, 9),
};

#define NET_DEV(name, column_nth)                            \
	{                                                    \
		.column = (name), .compare = COMPARE_NUMBER, \
		.file = "/proc/net/dev",                     \
		.label = "{row}:", .nth = (column_nth)       \
	}

static const struct rule netdevs_rules[] = {
	{ .column = "MTU", .file = "mtu" },
	{ .column = "STATE", .file = "operstate" },
	/* Some drivers, such as e1000, report one before the carrier is up. */
	{ .column = "SPEED", .lookup = LOOK_LINKED, .file = "speed" },
	{ .column = "MAC", .file = "address" },
	NET_DEV("RX_BYTES", 1),
	NET_DEV("RX_PACKETS", 2),
	NET_DEV("RX_ERRORS", 3),
	NET_DEV("RX_DROPPED", 4),
	NET_DEV("TX_BYTES", 9),
	NET_DEV("TX_PACKETS", 10),
	NET_DEV("TX_ERRORS", 11),
	NET_DEV("TX_DROPPED", 12),
};

static const struct rule devices_rules[] = {
	{ .column = "DEV", .compare = COMPARE_AFTER_LETTER, .file = "dev" },
	{ .column = "NODE", .file = "numa_node" },
	{ .column = "MODULE",
	  .lookup = LOOK_LINK,
	  .compare = COMPARE_MODULE,
	  .file = "driver/module" },
};

static const struct rule processes_rules[] = {
	{ .column = "STATE", .file = "status", .label = "State:", .nth = 1 },
	{ .column = "THREADS",
	  .compare = COMPARE_NUMBER,
	  .file = "status",
	  .label = "Threads:",
	  .nth = 1 },
	{ .column = "COMM",
	  .compare = COMPARE_COMM,
	  .file = "status",
	  .label = "Name:" },
	{ .column = "RSS_KB",
	  .rows = ROWS_OTHERS,
	  .compare = COMPARE_NUMBER,
	  .file = "status",
	  .label = "VmRSS:",
	  .nth = 1 },
};

static const struct rule_table tables[] = {
	{ "interrupts", "/proc/irq/{row}/", interrupts_rules,
	  ARRAY_SIZE(interrupts_rules) },
	{ "cpus", "/sys/devices/system/cpu/cpu{row}/", cpus_rules,
	  ARRAY_SIZE(cpus_rules) },
	{ "memory", NULL, memory_rules, ARRAY_SIZE(memory_rules) },
	{ "modules", NULL, modules_rules, ARRAY_SIZE(modules_rules) },
	{ "disks", "/sys/class/block/{row}/", disks_rules,
	  ARRAY_SIZE(disks_rules) },
	{ "netdevs", "/sys/class/net/{row}/", netdevs_rules,
	  ARRAY_SIZE(netdevs_rules) },
	{ "devices", "{device}/", devices_rules, ARRAY_SIZE(devices_rules) },
	{ "processes", "/proc/{row}/", processes_rules,
	  ARRAY_SIZE(processes_rules) },
	{ "holders", "/proc/{row}/", held_rules, HELD_RULES },
};

static const struct rule_table *find(const struct rule_table *in,
				     unsigned int n, struct slice view)
{
	unsigned int i;

	for (i = 0; i < n; i++)
		if (slice_is(view, in[i].view))
			return &in[i];
	return NULL;
}

const struct rule_table *rules_of(struct slice view)
{
	const struct rule_table *found = find(tables, ARRAY_SIZE(tables), view);

	return found ? found : find(device_tables, DEVICE_TABLES, view);
}

bool rule_applies(const struct rule *rule, const struct view *view,
		  const struct slice *cells)
{
	struct slice row = cells[0], state = cell_named(view, cells, "STATE");
	bool system = slice_is(row, "system");
	u64 n;

	switch (rule->rows) {
	case ROWS_NUMBERED:
		return cell_u64(row, &n);
	case ROWS_SYSTEM:
		return system;
	case ROWS_NODES:
		return !system && !memchr(row.p, '/', row.len);
	case ROWS_ZONES:
		return memchr(row.p, '/', row.len);
	case ROWS_ONLINE:
		return slice_is(state, "online");
	case ROWS_LOADED:
		return !slice_is(state, "builtin");
	case ROWS_OTHERS:
		return cell_u64(row, &n) && n != (u64)getpid();
	default:
		return true;
	}
}
