/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What a view is. To add one: write <name>.c with a `const struct hwi_view
 * hwi_view_<name>`, and put <name> into hwi-views in Kbuild. CONTRIBUTING.md
 * has the steps.
 */
#ifndef HWI_VIEW_H
#define HWI_VIEW_H

#include "row.h"
#include "table.h"

struct hwi_machine;

/**
 * struct hwi_view - a view, one file in /proc/hwinsight
 * @name: the file's name
 * @columns: its columns
 * @nr_columns: how many
 * @parts: of the machine it shows, BIT_ULL() of enum hwi_part
 * @alone: parts it shows besides when it is read by itself, not in "all";
 *	@show looks at machine->parts
 * @summary: stays readable where dev.hwinsight.unprivileged is 1
 * @show: makes rows of the machine's records; pure, takes no locks
 */
struct hwi_view {
	const char *name;
	const struct hwi_column *columns;
	unsigned int nr_columns;
	u64 parts;
	u64 alone;
	bool summary;
	void (*show)(struct hwi_table *table,
		     const struct hwi_machine *machine);
};

/* Precedes the definition of a view, which only view.c refers to. */
#define HWI_DECLARE_VIEW(name) extern const struct hwi_view hwi_view_##name

/* The file with every view but the slow ones; it is not a view itself. */
#define HWI_ALL "all"

extern const struct proc_ops hwi_file_ops;

int hwi_views_init(void);
void hwi_views_exit(void);
unsigned int hwi_views_of(const struct hwi_view *const *entry,
			  const struct hwi_view *const **list);

#endif
