// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "fit.h"
#include "pen.h"

/* A cell wider than this does not make its column wider. */
#define MOST 64
/* The least width of a column that can be cut, and the gap between columns. */
#define LEAST 12
#define GAP 2
/* The most useful columns get up to this, if the screen is wide enough. */
#define FIRST 4
#define LEAST_OF_FIRST 24

/*
 * The columns of each view, the most useful first. Columns not named here come
 * last.
 */
static const struct {
	const char *view, *order;
} importance[] = {
	{ "iomem", "START,END,NAME,DEVICE,DRIVER,SIZE,LVL,FLAGS" },
	{ "ioports", "START,END,NAME,DEVICE,DRIVER,SIZE,LVL,FLAGS" },
	{ "interrupts",
	  "IRQ,TOTAL,DEVICE,ACTIONS,DRIVER,EFFECTIVE,PERCPU,AFFINITY,STATE,"
	  "CHIP,NODE,UNHANDLED,TRIGGER,HWIRQ,DOMAIN" },
	{ "cpus",
	  "CPU,STATE,MHZ,USER,SYSTEM,IDLE,INTERRUPTS,NODE,PACKAGE,CORE,"
	  "MODEL,IOWAIT,MAX_MHZ,STEAL,SIBLINGS,CACHES,SOFTIRQ,IRQ,SOFTIRQS,"
	  "MIN_MHZ,NICE,DIE,TYPE,GOVERNOR,ISOLATED,CPUFREQ_DRIVER,GUEST" },
	{ "cputypes",
	  "CPUS,NAME,VENDOR,FAMILY,MODEL,STEPPING,MICROCODE,CAPACITY,BUGS,"
	  "FLAGS" },
	{ "softirqs", "SOFTIRQ,TOTAL,PERCPU" },
	{ "memory",
	  "SCOPE,MANAGED,FREE,AVAILABLE,ANON,FILE,SLAB,DIRTY,WRITEBACK,"
	  "PRESENT,MIN,LOW,HIGH,START,SWAP_FREE,SWAP_CACHED,FREE_ORDERS" },
	{ "dimms", "LOCATOR,SIZE,TYPE,MT_S,CE,UE,PART,MAKER,BANK,EDAC" },
	{ "devices",
	  "DEVICE,DRIVER,NAME,CLASS,DEV,IRQS,NODE,MODULE,ID,PARENT,BUS" },
	{ "modules", "MODULE,STATE,SIZE,REFS,DEVICES,VERSION,TAINT" },
	{ "disks",
	  "DISK,SIZE,DRIVER,DEVICE,MOUNTS,PARTS,MODEL,NAME,RO,READS,WRITES,"
	  "PARENT,INFLIGHT,READ_MS,WRITE_MS,READ_SECTORS,WRITE_SECTORS,DEV,"
	  "NODE,SERIAL,FIRMWARE,ROTATIONAL,SCHEDULER,CACHE,QUEUES" },
	{ "netdevs",
	  "NETDEV,STATE,SPEED,DRIVER,DEVICE,LOWER,RX_BYTES,TX_BYTES,MTU,"
	  "RX_ERRORS,TX_ERRORS,RX_DROPPED,TX_DROPPED,RX_PACKETS,TX_PACKETS,"
	  "MAC,RXQ,TXQ" },
	{ "pci",
	  "ADDRESS,CLASS,ID,DRIVER,LINK,LINK_MAX,PORT_MAX,POWER,RUNTIME,"
	  "AER_FATAL,AER_NONFATAL,AER_COR,ASPM,MSI,MSI_MAX,IOMMU,NODE,SLOT,"
	  "VFS,VFS_MAX,SUBSYS,BARS" },
	{ "usb",
	  "PATH,ID,SPEED,PRODUCT,MA,STATE,INTERFACES,RUNTIME,MAKER,SERIAL" },
	{ "power", "DEVICE,RUNTIME,CONTROL,WAKEUP,USAGE,CHILDREN,SUSPENDED_MS,"
		   "ACTIVE_MS,EVENTS,DOMAIN" },
	{ "processes", "PID,COMM,STATE,CPU,DEVICES,RSS_KB,IRQ,THREADS" },
	{ "holders", "PID,COMM,DEVICE,FILES,CWD,ROOT,EXE,MAPS" },
	{ "sensors", "SENSOR,VALUE,UNIT,ALARM,CHIP,LABEL,LIMIT,DEVICE" },
	{ "supplies",
	  "NAME,TYPE,STATUS,CAPACITY,ALARM,UV,UA,TEMP,MODEL,DEVICE" },
	{ "regulators",
	  "NAME,USERS,UV,STATE,SUPPLY,DEVICE,MIN_UV,MAX_UV,ALWAYS_ON" },
	{ "gpios", "CHIP,LINE,NAME,CONSUMER,DIRECTION,VALUE,IRQ,DEVICE" },
	{ "clocks", "DEVICE,INDEX,CLOCK,RATE,ENABLED,PARENT" },
	{ "findings", "SEVERITY,SUBJECT,DETAIL,CHECK" },
	{ "firmware", "KEY,VALUE" },
	{ "summary", "KEY,VALUE" },
};

/* Texts and lists can be cut; half a number would be another number. */
static bool can_be_cut(char type)
{
	return !memchr("uizxd", type, 5);
}

void fit_begin(struct fit *fit, const struct rows *rows)
{
	unsigned int i;

	memset(fit, 0, sizeof(*fit));
	for (i = 0; i < rows->columns; i++)
		fit->width[i] = pen_width(rows_name(rows, i));
}

void fit_measure(struct fit *fit, unsigned int i, struct slice cell)
{
	size_t width = pen_width(cell);

	if (width > fit->width[i])
		fit->width[i] = width;
}

/* The indexes of the chosen columns, the most useful first. */
static void order_columns(const struct rows *rows, unsigned int *order)
{
	struct slice names = { NULL, 0 }, name;
	bool taken[MAX_COLUMNS] = { false };
	unsigned int i, n = 0;

	for (i = 0; i < ARRAY_SIZE(importance); i++)
		if (slice_is(rows->view->name, importance[i].view))
			names = slice_of(importance[i].order);
	while (item_next(&names, &name)) {
		for (i = 0; i < rows->columns; i++) {
			if (taken[i] || !slice_same(rows_name(rows, i), name))
				continue;
			taken[i] = true;
			order[n++] = i;
		}
	}
	for (i = 0; i < rows->columns; i++)
		if (!taken[i])
			order[n++] = i;
}

/* The least width of the @place-th most useful column. */
static size_t least(const struct rows *rows, const struct fit *fit,
		    unsigned int i, unsigned int place, size_t screen)
{
	size_t name = pen_width(rows_name(rows, i)), width = fit->width[i];
	size_t most = LEAST;

	if (!can_be_cut(rows_type(rows, i)))
		return width;
	if (place < FIRST && screen / 4 > LEAST)
		most = screen / 4 < LEAST_OF_FIRST ? screen / 4 :
						     LEAST_OF_FIRST;
	if (width > most)
		width = most;
	return width > name ? width : name;
}

void fit_end(struct fit *fit, const struct rows *rows, size_t screen)
{
	unsigned int order[MAX_COLUMNS], i, j;
	size_t wanted[MAX_COLUMNS], used = 0, more;
	bool full = false;

	order_columns(rows, order);
	for (j = 0; j < rows->columns; j++) {
		i = order[j];
		wanted[i] = fit->width[i];
		if (can_be_cut(rows_type(rows, i)) && wanted[i] > MOST &&
		    screen != NO_EDGE && i + 1 < rows->columns)
			wanted[i] = MOST;
		fit->width[i] = least(rows, fit, i, j, screen);
		more = fit->width[i] + (j ? GAP : 0);
		/*
		 * Never show a less useful column in place of a more useful
		 * one.
		 */
		full |= screen != NO_EDGE && j && used + more > screen;
		if (full)
			fit->width[i] = 0;
		else
			used += more;
	}
	for (j = 0; j < rows->columns; j++) {
		i = order[j];
		if (!fit->width[i])
			continue;
		more = wanted[i] > fit->width[i] ? wanted[i] - fit->width[i] :
						   0;
		if (screen != NO_EDGE && more > screen - used)
			more = used < screen ? screen - used : 0;
		fit->width[i] += more;
		used += more;
	}
	for (i = 0; i < rows->columns; i++)
		if (fit->width[i])
			fit->last = i;
}
