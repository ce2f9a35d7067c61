// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "grid.h"
#include "known.h"

#define IDENTITIES(...) ((const char *const *const[]){ __VA_ARGS__, NULL })
#define COLUMNS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const struct known views[] = {
	{
		.view = "iomem",
		.identity = COLUMNS("DEVICE", "NAME", "LVL"),
		.identities = IDENTITIES(COLUMNS("DEVICE", "NAME", "LVL")),
		.wandering = COLUMNS("START", "END", "SIZE"),
	},
	{
		.view = "ioports",
		.identity = COLUMNS("DEVICE", "NAME", "LVL"),
		.identities = IDENTITIES(COLUMNS("DEVICE", "NAME", "LVL")),
		.wandering = COLUMNS("START", "END", "SIZE"),
	},
	{
		.view = "interrupts",
		.identity = COLUMNS("IRQ"),
		.identities = IDENTITIES(COLUMNS("IRQ", "DEVICE", "ACTIONS"),
					 COLUMNS("ACTIONS", "DEVICE"),
					 COLUMNS("DEVICE", "HWIRQ"),
					 COLUMNS("IRQ", "DEVICE")),
		.gauges = COLUMNS("EFFECTIVE"),
		.handed = COLUMNS("IRQ"),
		.counters = COLUMNS("TOTAL", "UNHANDLED", "PERCPU"),
		.wraps = COLUMNS("TOTAL", "PERCPU"),
		.busy = COLUMNS("TOTAL"),
		.labels = COLUMNS("DEVICE", "DRIVER", "ACTIONS"),
	},
	{
		.view = "cpus",
		.identity = COLUMNS("CPU"),
		.identities = IDENTITIES(COLUMNS("CPU")),
		.counters = COLUMNS("USER", "NICE", "SYSTEM", "IOWAIT", "IRQ",
				    "SOFTIRQ", "STEAL", "IDLE", "INTERRUPTS",
				    "SOFTIRQS", "GUEST"),
		.wraps = COLUMNS("INTERRUPTS", "SOFTIRQS"),
		.gauges = COLUMNS("MHZ"),
		.busy = COLUMNS("USER", "NICE", "SYSTEM", "IRQ", "SOFTIRQ",
				"STEAL"),
		.labels = COLUMNS("STATE", "NODE"),
	},
	{
		.view = "cputypes",
		.identity = COLUMNS("CPUS"),
		.identities = IDENTITIES(COLUMNS("CPUS"),
					 COLUMNS("VENDOR", "FAMILY", "MODEL")),
	},
	{
		.view = "softirqs",
		.identity = COLUMNS("SOFTIRQ"),
		.identities = IDENTITIES(COLUMNS("SOFTIRQ")),
		.counters = COLUMNS("TOTAL", "PERCPU"),
		.wraps = COLUMNS("TOTAL", "PERCPU"),
		.busy = COLUMNS("TOTAL"),
	},
	{
		.view = "memory",
		.identity = COLUMNS("SCOPE"),
		.identities = IDENTITIES(COLUMNS("SCOPE")),
		/*
		 * What the kernel allocates for itself differs from boot to
		 * boot.
		 */
		.gauges = COLUMNS("MANAGED", "MIN", "LOW", "HIGH", "FREE",
				  "AVAILABLE", "ANON", "FILE", "SLAB", "DIRTY",
				  "WRITEBACK", "SWAP_FREE", "SWAP_CACHED",
				  "FREE_ORDERS"),
	},
	{
		.view = "dimms",
		.identity = COLUMNS("LOCATOR", "BANK", "EDAC"),
		.identities = IDENTITIES(COLUMNS("LOCATOR", "BANK", "EDAC"),
					 COLUMNS("LOCATOR", "BANK")),
		.counters = COLUMNS("CE", "UE"),
		.busy = COLUMNS("CE", "UE"),
	},
	{
		.view = "modules",
		.identity = COLUMNS("MODULE"),
		.identities = IDENTITIES(COLUMNS("MODULE")),
		.gauges = COLUMNS("REFS"),
	},
	{
		.view = "disks",
		.identity = COLUMNS("DISK"),
		.identities = IDENTITIES(COLUMNS("DISK", "DEVICE", "SIZE"),
					 COLUMNS("DEVICE", "SIZE"),
					 COLUMNS("DISK")),
		.counters = COLUMNS("READS", "READ_SECTORS", "READ_MS",
				    "WRITES", "WRITE_SECTORS", "WRITE_MS"),
		.longs = COLUMNS("READS", "READ_SECTORS", "WRITES",
				 "WRITE_SECTORS"),
		.gauges = COLUMNS("INFLIGHT"),
		.handed = COLUMNS("DEV"),
		.busy = COLUMNS("READ_SECTORS", "WRITE_SECTORS"),
		.labels = COLUMNS("DEVICE", "DRIVER"),
	},
	{
		.view = "netdevs",
		.identity = COLUMNS("NETDEV"),
		.identities = IDENTITIES(COLUMNS("NETDEV", "DEVICE"),
					 COLUMNS("DEVICE"), COLUMNS("NETDEV")),
		.counters = COLUMNS("RX_BYTES", "RX_PACKETS", "RX_ERRORS",
				    "RX_DROPPED", "TX_BYTES", "TX_PACKETS",
				    "TX_ERRORS", "TX_DROPPED"),
		.longs = COLUMNS("RX_BYTES", "RX_PACKETS", "RX_ERRORS",
				 "RX_DROPPED", "TX_BYTES", "TX_PACKETS",
				 "TX_ERRORS", "TX_DROPPED"),
		.busy = COLUMNS("RX_BYTES", "TX_BYTES"),
		.labels = COLUMNS("STATE", "DEVICE", "DRIVER"),
	},
	{
		.view = "devices",
		.identity = COLUMNS("DEVICE"),
		.handed = COLUMNS("DEV", "IRQS"),
		.identities =
			IDENTITIES(COLUMNS("DEVICE", "PARENT"),
				   COLUMNS("PARENT", "CLASS", "BUS", "ID"),
				   COLUMNS("DEVICE")),
	},
	{
		.view = "firmware",
		.identity = COLUMNS("KEY"),
		.identities = IDENTITIES(COLUMNS("KEY")),
	},
	{
		.view = "pci",
		.identity = COLUMNS("ADDRESS"),
		.identities = IDENTITIES(COLUMNS("ADDRESS", "ID", "SUBSYS"),
					 COLUMNS("ADDRESS"),
					 COLUMNS("ID", "SUBSYS", "SLOT")),
		.counters = COLUMNS("AER_COR", "AER_NONFATAL", "AER_FATAL"),
		.gauges = COLUMNS("POWER", "RUNTIME"),
		.labels = COLUMNS("DRIVER"),
	},
	{
		.view = "usb",
		.identity = COLUMNS("PATH"),
		.identities = IDENTITIES(COLUMNS("PATH", "ID", "SERIAL"),
					 COLUMNS("ID", "SERIAL"),
					 COLUMNS("PATH")),
		.gauges = COLUMNS("RUNTIME"),
		.labels = COLUMNS("PRODUCT"),
	},
	{
		.view = "power",
		.identity = COLUMNS("DEVICE"),
		.identities = IDENTITIES(COLUMNS("DEVICE")),
		.counters = COLUMNS("ACTIVE_MS", "SUSPENDED_MS", "EVENTS"),
		.gauges = COLUMNS("RUNTIME", "USAGE", "CHILDREN"),
	},
	{
		.view = "summary",
		.identity = COLUMNS("KEY"),
		.identities = IDENTITIES(COLUMNS("KEY")),
		.restless = true,
	},
	{
		.view = "processes",
		.identity = COLUMNS("PID", "COMM"),
		.identities = IDENTITIES(COLUMNS("PID", "COMM")),
		.restless = true,
		.gauges = COLUMNS("STATE", "CPU", "THREADS", "RSS_KB"),
	},
	{
		.view = "holders",
		.identity = COLUMNS("PID", "COMM", "DEVICE"),
		.identities = IDENTITIES(COLUMNS("PID", "COMM", "DEVICE")),
		.restless = true,
		.gauges = COLUMNS("FILES", "CWD", "ROOT", "EXE", "MAPS"),
	},
	{
		.view = "sensors",
		.identity = COLUMNS("SENSOR"),
		.identities =
			IDENTITIES(COLUMNS("CHIP", "LABEL", "SENSOR", "DEVICE"),
				   COLUMNS("SENSOR")),
		.gauges = COLUMNS("VALUE", "ALARM"),
		.labels = COLUMNS("CHIP", "LABEL", "DEVICE"),
		.apart = true,
	},
	{
		.view = "supplies",
		.identity = COLUMNS("NAME"),
		.identities = IDENTITIES(COLUMNS("NAME")),
		.gauges = COLUMNS("STATUS", "CAPACITY", "UV", "UA", "TEMP",
				  "ALARM"),
		.apart = true,
	},
	{
		.view = "regulators",
		.identity = COLUMNS("NAME", "DEVICE"),
		.identities = IDENTITIES(COLUMNS("NAME", "DEVICE")),
		.gauges = COLUMNS("USERS", "UV", "STATE"),
	},
	{
		.view = "gpios",
		.identity = COLUMNS("CHIP", "LINE"),
		.identities = IDENTITIES(COLUMNS("CHIP", "LINE")),
		.gauges = COLUMNS("VALUE"),
	},
	{
		.view = "clocks",
		.identity = COLUMNS("DEVICE", "INDEX"),
		.identities = IDENTITIES(COLUMNS("DEVICE", "INDEX")),
		.gauges = COLUMNS("RATE", "ENABLED"),
	},
	{
		.view = "findings",
		.identity = COLUMNS("CHECK", "SUBJECT"),
		.identities = IDENTITIES(COLUMNS("CHECK", "SUBJECT")),
		.gauges = COLUMNS("DETAIL"),
	},
};

struct known known_view(const struct view *view)
{
	struct known unknown = { .view = NULL };
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(views); i++)
		if (slice_is(view->name, views[i].view))
			return views[i];
	return unknown;
}

bool column_listed(const char *const *list, struct slice name)
{
	for (; list && *list; list++)
		if (slice_is(name, *list))
			return true;
	return false;
}

/* By the kernel's name of the machine; any other has 64 bits. */
static bool arch_32(struct slice arch)
{
	return (arch.len > 4 && !memcmp(arch.p, "armv", 4)) ||
	       (arch.len == 4 && *arch.p == 'i' && arch.p[2] == '8') ||
	       list_has(slice_of("mips,ppc,riscv32,parisc,sparc,m68k,arc,"
				 "csky,hexagon,microblaze,nios2,openrisc,"
				 "sh,sh4,sh4a,xtensa"),
			arch);
}

bool known_wraps(const struct known *known, const struct view *view,
		 struct slice name)
{
	return column_listed(known->wraps, name) ||
	       (column_listed(known->longs, name) && arch_32(view->arch));
}

bool known_identity(const struct known *known, const struct view *view,
		    struct slice name)
{
	if (!known->identity)
		return slice_same(name, view->column[0]);
	return column_listed(known->identity, name);
}

static bool disk_is_virtual(struct slice disk)
{
	static const char *const names[] = { "loop", "ram", "nbd", "zram" };
	unsigned int i;
	size_t len;

	for (i = 0; i < ARRAY_SIZE(names); i++) {
		len = strlen(names[i]);
		if (disk.len > len && !memcmp(disk.p, names[i], len) &&
		    disk.p[len] >= '0' && disk.p[len] <= '9')
			return true;
	}
	return false;
}

bool disk_is_empty(const struct view *view, const struct slice *cells)
{
	return slice_is(view->name, "disks") &&
	       slice_is(cell_named(view, cells, "SIZE"), "0") &&
	       disk_is_virtual(cell_named(view, cells, "DISK"));
}

bool disk_without_medium(const struct view *view, const struct slice *cells)
{
	/* The size that drivers report until they have seen a medium. */
	static const struct {
		char name[3];
		u64 bytes;
	} drives[] = { { "sr", 0x1fffffULL * 512 },
		       { "fd", 4096 },
		       { "sd", 0 } };
	struct slice disk;
	unsigned int i;
	u64 bytes;

	if (!slice_is(view->name, "disks") ||
	    !cell_size(cell_named(view, cells, "SIZE"), &bytes))
		return false;
	disk = cell_named(view, cells, "DISK");
	for (i = 0; i < ARRAY_SIZE(drives); i++)
		if (disk.len > 2 && !memcmp(disk.p, drives[i].name, 2))
			return bytes == drives[i].bytes || !bytes;
	return false;
}

const char *known_counting(void)
{
	return "interrupts, cpus, softirqs, dimms, disks, netdevs, pci, power";
}
