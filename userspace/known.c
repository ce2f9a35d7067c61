// SPDX-License-Identifier: GPL-2.0
#include "known.h"

#define LIST(text)                     \
	{                              \
		text, sizeof(text) - 1 \
	}
#define TIMES "USER,NICE,SYSTEM,IOWAIT,IRQ,SOFTIRQ,STEAL"

static const struct known views[] = {
	{ "iomem", .key = LIST("DEVICE,NAME,LVL") },
	{ "ioports", .key = LIST("DEVICE,NAME,LVL") },
	{ "interrupts", LIST("IRQ"), LIST("TOTAL,UNHANDLED,PERCPU"), LIST(""),
	  LIST("TOTAL"), LIST("DEVICE,DRIVER,ACTIONS") },
	{ "cpus", LIST("CPU"), LIST(TIMES ",IDLE,INTERRUPTS,SOFTIRQS"),
	  LIST("MHZ"), LIST("USER,NICE,SYSTEM,IRQ,SOFTIRQ,STEAL"),
	  LIST("STATE,NODE") },
	{ "memory", .key = LIST("SCOPE"),
	  .gauges = LIST("FREE,AVAILABLE,ANON,FILE,SLAB,DIRTY,WRITEBACK") },
	{ "modules", .key = LIST("MODULE"), .gauges = LIST("REFS") },
	{ "disks", LIST("DISK"),
	  LIST("READS,READ_SECTORS,READ_MS,WRITES,WRITE_SECTORS,WRITE_MS"),
	  LIST("INFLIGHT"), LIST("READ_SECTORS,WRITE_SECTORS"),
	  LIST("DEVICE,DRIVER") },
	{ "netdevs", LIST("NETDEV"),
	  LIST("RX_BYTES,RX_PACKETS,RX_ERRORS,RX_DROPPED,"
	       "TX_BYTES,TX_PACKETS,TX_ERRORS,TX_DROPPED"),
	  LIST(""), LIST("RX_BYTES,TX_BYTES"), LIST("STATE,DEVICE,DRIVER") },
	{ "processes", .key = LIST("PID,COMM"),
	  .gauges = LIST("STATE,CPU,THREADS,RSS_KB") },
	{ "findings", .key = LIST("CHECK,SUBJECT"), .gauges = LIST("DETAIL") },
};

struct known known_view(const struct view *view)
{
	struct known first = { .key = view->column[0] };
	unsigned int i;

	for (i = 0; i < sizeof(views) / sizeof(*views); i++)
		if (slice_is(view->name, views[i].view))
			return views[i];
	return first;
}

const char *known_counting(void)
{
	return "interrupts, cpus, disks, netdevs";
}
