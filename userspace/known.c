// SPDX-License-Identifier: GPL-2.0
#include "known.h"

#define COLUMNS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const struct known views[] = {
	{
		.view = "iomem",
		.identity = COLUMNS("DEVICE", "NAME", "LVL"),
	},
	{
		.view = "ioports",
		.identity = COLUMNS("DEVICE", "NAME", "LVL"),
	},
	{
		.view = "interrupts",
		.identity = COLUMNS("IRQ"),
		.counters = COLUMNS("TOTAL", "UNHANDLED", "PERCPU"),
		.busy = COLUMNS("TOTAL"),
		.labels = COLUMNS("DEVICE", "DRIVER", "ACTIONS"),
	},
	{
		.view = "cpus",
		.identity = COLUMNS("CPU"),
		.counters = COLUMNS("USER", "NICE", "SYSTEM", "IOWAIT", "IRQ",
				    "SOFTIRQ", "STEAL", "IDLE", "INTERRUPTS",
				    "SOFTIRQS"),
		.gauges = COLUMNS("MHZ"),
		.busy = COLUMNS("USER", "NICE", "SYSTEM", "IRQ", "SOFTIRQ",
				"STEAL"),
		.labels = COLUMNS("STATE", "NODE"),
	},
	{
		.view = "memory",
		.identity = COLUMNS("SCOPE"),
		.gauges = COLUMNS("FREE", "AVAILABLE", "ANON", "FILE", "SLAB",
				  "DIRTY", "WRITEBACK"),
	},
	{
		.view = "modules",
		.identity = COLUMNS("MODULE"),
		.gauges = COLUMNS("REFS"),
	},
	{
		.view = "disks",
		.identity = COLUMNS("DISK"),
		.counters = COLUMNS("READS", "READ_SECTORS", "READ_MS",
				    "WRITES", "WRITE_SECTORS", "WRITE_MS"),
		.gauges = COLUMNS("INFLIGHT"),
		.busy = COLUMNS("READ_SECTORS", "WRITE_SECTORS"),
		.labels = COLUMNS("DEVICE", "DRIVER"),
	},
	{
		.view = "netdevs",
		.identity = COLUMNS("NETDEV"),
		.counters = COLUMNS("RX_BYTES", "RX_PACKETS", "RX_ERRORS",
				    "RX_DROPPED", "TX_BYTES", "TX_PACKETS",
				    "TX_ERRORS", "TX_DROPPED"),
		.busy = COLUMNS("RX_BYTES", "TX_BYTES"),
		.labels = COLUMNS("STATE", "DEVICE", "DRIVER"),
	},
	{
		.view = "processes",
		.identity = COLUMNS("PID", "COMM"),
		.gauges = COLUMNS("STATE", "CPU", "THREADS", "RSS_KB"),
	},
	{
		.view = "findings",
		.identity = COLUMNS("CHECK", "SUBJECT"),
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

bool known_identity(const struct known *known, const struct view *view,
		    struct slice name)
{
	if (!known->identity)
		return slice_same(name, view->column[0]);
	return column_listed(known->identity, name);
}

const char *known_counting(void)
{
	return "interrupts, cpus, disks, netdevs";
}
