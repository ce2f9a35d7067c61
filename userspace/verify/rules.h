/* SPDX-License-Identifier: GPL-2.0 */
/* Which of the kernel's values belongs in which column. */
#ifndef VERIFY_RULES_H
#define VERIFY_RULES_H

#include "grid.h"
#include "kernel_files.h"

/* Which rows a rule is for. */
enum rule_rows {
	ROWS_ALL,
	ROWS_NUMBERED, /* whose first cell is a number */
	ROWS_SYSTEM, /* the row `system` */
	ROWS_NODES, /* neither that nor a zone */
	ROWS_ZONES, /* such as node0/DMA32 */
	ROWS_ONLINE, /* CPUs that are online */
	ROWS_LOADED, /* modules that are not built in */
	ROWS_OTHERS, /* processes except this one, which differs each time */
};

/* Where in its file the value is. */
enum rule_lookup {
	LOOK_LINE, /* see struct rule */
	LOOK_LINK, /* the last component of a link's target */
	LOOK_LINKED, /* a line, or -1 of an interface without a carrier */
	LOOK_EXISTS, /* the cell itself, if there is such a file */
	LOOK_CPU_STATE, /* `online`, `offline` or `absent`, by the lists there */
	LOOK_HELD, /* how many in @file are on the row's DEVICE */
	LOOK_CPU_SUM, /* the sum of a CPU's column in a table */
};

/* How a cell is compared with the kernel's value. */
enum compare {
	COMPARE_TEXT,
	COMPARE_IF_ANY, /* text, if the kernel has any */
	COMPARE_IF_SHOWN, /* text without blanks around it, if there is any */
	COMPARE_DASHES, /* text; the kernel has blanks for dashes */
	COMPARE_CHOSEN, /* text; the kernel has it in brackets among others */
	COMPARE_CUT, /* text; the kernel shows the first 31 bytes */
	COMPARE_COMM, /* text; a kernel thread's may be cut to 15 bytes */
	COMPARE_MODEL, /* text, except on ARM, where it names no part */
	COMPARE_LOWER, /* text; the kernel's is in lower case */
	COMPARE_MODULE, /* text, where - and _ are equal */
	COMPARE_BEFORE_DASH, /* the cell up to a dash */
	COMPARE_TRIGGER, /* the same; `-` agrees with `edge` */
	COMPARE_AFTER_LETTER, /* the cell without its first letter */
	COMPARE_WAKEUP, /* the cell has `wakeup` if the value is `enabled` */
	COMPARE_ADDRESS, /* hexadecimal, with or without leading zeroes */
	COMPARE_MHZ, /* the kernel's is in kHz */
	COMPARE_ENABLED, /* 1 if the kernel counts any; else it may be on, too */
	COMPARE_STEADY, /* text, if it did not change between the readings */
	COMPARE_NUMBER,
	COMPARE_NUMBER_IF_SHOWN, /* the same, if the cell has any */
	COMPARE_COUNTER32, /* either may be cut to 32 bits */
	COMPARE_COUNTER32_LEAST, /* the same, but the cell may be higher */
	COMPARE_TICKS, /* milliseconds; the kernel has ticks of 10 */
	COMPARE_PAGES, /* kB; the kernel has pages */
	COMPARE_SECTORS, /* a size; the kernel has sectors of 512 bytes */
	COMPARE_BYTES, /* a size; the kernel has bytes */
};

/*
 * The value is in @file, in the line that begins with the words of @label (* is
 * any word): the @nth word after it, or 0 for all of the rest. If the label has
 * two lines, the first begins a line above. Without one it is the first line. In
 * both, names in braces stand for parts of the row:
 *
 *	{row}     its first cell; of a clock its name, of a regulator its directory
 *	{cell}    the cell that is compared
 *	{node}    the number in a first cell such as node0/DMA32
 *	{zone}    what follows the / there
 *	{device}  the directory in sysfs of a first cell bus:name or class:name
 *	{class}   only of class:name
 */
struct rule {
	const char *column;
	const char *file, *label;
	/* Bytes: there are hundreds of rules. */
	enum compare compare : 8;
	enum rule_rows rows : 8;
	enum rule_lookup lookup : 8;
	unsigned char nth;
};

/* For the view holders: see held.c. */
#define HELD_RULES 6
extern const struct rule held_rules[HELD_RULES];

/* The rules of one view. */
struct rule_table {
	const char *view;
	const char *below; /* where files are that begin with neither / nor { */
	const struct rule *rules;
	unsigned int n;
};

/* Of the views in rules_devices.c. */
#define DEVICE_TABLES 7
extern const struct rule_table device_tables[DEVICE_TABLES];

/* The rules of @view; NULL if there are none. */
const struct rule_table *rules_of(struct slice view);

/* Whether a rule applies to a row. */
bool rule_applies(const struct rule *rule, const struct view *view,
		  const struct slice *cells);

#endif
