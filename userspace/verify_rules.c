// SPDX-License-Identifier: GPL-2.0
/*
 * Which file of the kernel has the value of which column, as a table:
 *
 *	COLUMN how FILE|SECTION|LABEL|NTH
 *
 * The value is in FILE, behind the line SECTION if there is one, in the line
 * that begins with the words of LABEL (* is any word): the NTH word after it,
 * or 0 for all of the rest. Without a LABEL it is the first line. Without a FILE
 * all parts left out are those of the rule before. In all of them % is the first cell of the row,
 * & the number and ^ what follows the / in a name such as node0/DMA32, $ the
 * cell itself, and @ the directory in sysfs of the device bus:name, ~ that of
 * the device class:name.
 *
 * A line "?c" says for which rows the rules after it are: n that are numbers,
 * s `system`, N names without / but s, z names with /, L those that are not
 * `builtin`, P other processes than this, which is another with each reading,
 * and * all.
 *
 * how: = text; # a number; t ticks of 10 ms as ms; k pages as kB; s sectors as
 * a size; b bytes as a size; h kHz as MHz; d a decimal that stood still; c text,
 * but for upper case; ^ text up to a dash; v a number behind a letter; w the
 * word `wakeup` among words if it is `enabled`; l where a link leads, m the
 * same, of a module; x whether the file is there; o `online` if it lists
 * the row, else `offline`; S the sum of the CPU's column in a table; L the same,
 * as the least.
 */
#include <string.h>
#include <unistd.h>

#include "verify_rules.h"

static const char rules[] =
	"interrupts\n"
	"?n\n"
	"AFFINITY = /proc/irq/%/smp_affinity_list\n"
	"EFFECTIVE = /proc/irq/%/effective_affinity_list\n"
	"NODE = /proc/irq/%/node\n"
	"UNHANDLED # /proc/irq/%/spurious||unhandled|1\n"
	"CHIP = /sys/kernel/irq/%/chip_name\n"
	"HWIRQ = /sys/kernel/irq/%/hwirq\n"
	"TRIGGER ^ /sys/kernel/irq/%/type\n"
	"STATE w /sys/kernel/irq/%/wakeup\n"
	"cpus\n"
	"STATE o /sys/devices/system/cpu/online\n"
	"NODE x /sys/devices/system/cpu/cpu%/node$\n"
	"PACKAGE = /sys/devices/system/cpu/cpu%/topology/physical_package_id\n"
	"DIE = /sys/devices/system/cpu/cpu%/topology/die_id\n"
	"CORE = /sys/devices/system/cpu/cpu%/topology/core_id\n"
	"SIBLINGS = /sys/devices/system/cpu/cpu%/topology/thread_siblings_list\n"
	"MIN_MHZ h /sys/devices/system/cpu/cpu%/cpufreq/cpuinfo_min_freq\n"
	"MAX_MHZ h /sys/devices/system/cpu/cpu%/cpufreq/cpuinfo_max_freq\n"
	"MHZ d /proc/cpuinfo|processor : %|cpu MHz :|0\n"
	"MODEL = ||model name :\n"
	"USER t /proc/stat||cpu%|1\n"
	"NICE t |||2\n"
	"SYSTEM t |||3\n"
	"IDLE t |||4\n"
	"IOWAIT t |||5\n"
	"IRQ t |||6\n"
	"SOFTIRQ t |||7\n"
	"STEAL t |||8\n"
	"SOFTIRQS S /proc/softirqs\n"
	"INTERRUPTS L /proc/interrupts\n"
	"memory\n"
	"?s\n"
	"MANAGED # /proc/meminfo||MemTotal:|1\n"
	"FREE # ||MemFree:\n"
	"AVAILABLE # ||MemAvailable:\n"
	"ANON # ||AnonPages:\n"
	"SLAB # ||Slab:\n"
	"DIRTY # ||Dirty:\n"
	"WRITEBACK # ||Writeback:\n"
	"?N\n"
	"MANAGED # /sys/devices/system/node/%/meminfo||* * MemTotal:|1\n"
	"FREE # ||* * MemFree:\n"
	"ANON # ||* * AnonPages:\n"
	"FILE # ||* * FilePages:\n"
	"SLAB # ||* * Slab:\n"
	"DIRTY # ||* * Dirty:\n"
	"WRITEBACK # ||* * Writeback:\n"
	"?z\n"
	"FREE k /proc/zoneinfo|Node &, zone ^|pages free|1\n"
	"MIN k ||min\n"
	"LOW k ||low\n"
	"HIGH k ||high\n"
	"PRESENT k ||present\n"
	"MANAGED k ||managed\n"
	"modules\n"
	"SIZE b /proc/modules||%|1\n"
	"REFS # |||2\n"
	"STATE c |||4\n"
	"?L\n"
	"VERSION = /sys/module/%/version\n"
	"disks\n"
	"DEV v /sys/class/block/%/dev\n"
	"SIZE s /sys/class/block/%/size\n"
	"RO = /sys/class/block/%/ro\n"
	"READS # /proc/diskstats||* * %|1\n"
	"READ_SECTORS # |||3\n"
	"READ_MS # |||4\n"
	"WRITES # |||5\n"
	"WRITE_SECTORS # |||7\n"
	"WRITE_MS # |||8\n"
	"INFLIGHT # |||9\n"
	"netdevs\n"
	"MTU = /sys/class/net/%/mtu\n"
	"STATE = /sys/class/net/%/operstate\n"
	"SPEED = /sys/class/net/%/speed\n"
	"RX_BYTES # /proc/net/dev||%:|1\n"
	"RX_PACKETS # |||2\n"
	"RX_ERRORS # |||3\n"
	"RX_DROPPED # |||4\n"
	"TX_BYTES # |||9\n"
	"TX_PACKETS # |||10\n"
	"TX_ERRORS # |||11\n"
	"TX_DROPPED # |||12\n"
	"devices\n"
	"DEV v @/dev\n"
	"DEV v ~/dev\n"
	"NODE = @/numa_node\n"
	"MODULE m @/driver/module\n"
	"processes\n"
	"STATE = /proc/%/status||State:|1\n"
	"THREADS # ||Threads:\n"
	"COMM = ||Name:|0\n"
	"?P\n"
	"RSS_KB # ||VmRSS:|1\n";

/* FILE|SECTION|LABEL|NTH, the parts of which @rule has from the one before. */
static void read_parts(struct rule *rule, struct slice line)
{
	struct slice file = part_off(&line, '|');
	u64 nth;

	if (file.len) {
		rule->file = file;
		rule->section.len = 0;
		rule->label.len = 0;
		rule->nth = 0;
	}
	file = part_off(&line, '|');
	if (file.len)
		rule->section = file;
	file = part_off(&line, '|');
	if (file.len)
		rule->label = file;
	if (cell_number(line, &nth))
		rule->nth = nth;
}

unsigned int rules_read(struct rule *to, struct slice view)
{
	struct slice text = slice_of(rules), line;
	struct rule rule = { .rows = '*' };
	unsigned int n = 0;
	bool mine = false;

	while (line_off(&text, &line) && n < MAX_RULES) {
		if (line.p[0] == '?') {
			rule.rows = line.p[1];
			continue;
		}
		rule.column = part_off(&line, ' ');
		if (!line.len) {
			mine = slice_same(rule.column, view);
			rule.rows = '*';
			continue;
		}
		rule.how = part_off(&line, ' ').p[0];
		read_parts(&rule, line);
		if (mine)
			to[n++] = rule;
	}
	return n;
}

bool rule_applies(const struct rule *rule, const struct slice *cells)
{
	struct slice key = cells[0];
	bool system = slice_is(key, "system");
	u64 number;

	switch (rule->rows) {
	case 'n':
		return cell_number(key, &number);
	case 's':
		return system;
	case 'N':
		return !system && !memchr(key.p, '/', key.len);
	case 'z':
		return memchr(key.p, '/', key.len);
	case 'L':
		return !slice_is(cells[1], "builtin");
	case 'P':
		return cell_number(key, &number) && number != (u64)getpid();
	default:
		return true;
	}
}
