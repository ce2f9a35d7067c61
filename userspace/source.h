/* SPDX-License-Identifier: GPL-2.0 */
/* Where views come from: the running kernel, or a captured tree. */
#ifndef SOURCE_H
#define SOURCE_H

#include <dirent.h>

#include "err.h"
#include "text.h"

/* What this reads at most; a view of 100,000 rows is a tenth of it. */
#ifndef SOURCE_MAX
#define SOURCE_MAX (256UL << 20)
#endif

struct source {
	char directory[4096];
	bool captured;
};

/* The running kernel, or with @root the tree captured there. */
enum exit_code source_init(struct source *source, const char *root);

/*
 * The names of the views, sorted, or less than 0 with @code set after a
 * complaint. To be given to source_names_free().
 */
int source_names(const struct source *source, struct dirent ***names,
		 enum exit_code *code);
void source_names_free(struct dirent **names, int n);

/* Read a view. On DONE text->p is the caller's to free; else it was told. */
enum exit_code source_read(const struct source *source, const char *name,
			   struct slice *text);

#endif
