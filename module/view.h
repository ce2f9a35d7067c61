/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What a view is. To add one: write <name>.c with a `const struct hwi_view
 * hwi_view_<name>`, and put <name> into hwi-views in Kbuild. To add a column:
 * append it to the view's columns, and its cell to the view's row function; the
 * cell that was last becomes hwi_cell_str(), if it was hwi_cell_text().
 */
#ifndef HWI_VIEW_H
#define HWI_VIEW_H

#include "row.h"
#include "snapshot.h"

/**
 * struct hwi_view - a view, one file in /proc/hwinsight
 * @name: the file's name
 * @columns: its columns
 * @nr_columns: how many
 * @summary: stays readable where dev.hwinsight.unprivileged is 1
 * @fill: copies what the kernel knows under the locks that make it safe, then
 *	formats it into snap->table. May sleep. Allocates only from
 *	snap->arena, and is called again with a larger one if that overflows.
 *	Returns 0 or a negative errno, which the reader gets.
 */
struct hwi_view {
	const char *name;
	const struct hwi_column *columns;
	unsigned int nr_columns;
	bool summary;
	int (*fill)(struct hwi_snapshot *snap);
};

/* Kbuild passes HWI_VIEWS, one HWI_VIEW(name) for each word of hwi-views. */
#ifdef HWI_VIEWS
#define HWI_VIEW(name) extern const struct hwi_view hwi_view_##name;
HWI_VIEWS
#undef HWI_VIEW
#endif

/* The file that holds every view, and is none itself. */
#define HWI_ALL "all"

extern const struct proc_ops hwi_file_ops;

int hwi_view_init(void);
void hwi_view_exit(void);
unsigned int hwi_view_list(const struct hwi_view *const *entry,
			   const struct hwi_view *const **list);
size_t *hwi_view_size(const struct hwi_view *const *entry);

#endif
