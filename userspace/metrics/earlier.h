/* SPDX-License-Identifier: GPL-2.0 */
/* The output of an earlier run, so that no counter falls below it. */
#ifndef EARLIER_H
#define EARLIER_H

#include "cell.h"
#include "err.h"

struct earlier {
	char *text;
	struct earlier_sample *samples; /* sorted by series */
	size_t n;
};

/*
 * Read @path, the metrics of the previous run. A file that does not exist, or
 * is from another boot than @boot, has no samples.
 */
enum exit_code earlier_read(struct earlier *earlier, const char *path,
			    struct slice boot);
void earlier_free(struct earlier *earlier);

/* The value of @series, in thousandths if @thousandths; false if absent. */
bool earlier_value(const struct earlier *earlier, struct slice series,
		   bool thousandths, u64 *value);

#endif
