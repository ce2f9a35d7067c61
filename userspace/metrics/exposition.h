/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Samples and their headers, in the text format of Prometheus or OpenMetrics.
 */
#ifndef EXPOSITION_H
#define EXPOSITION_H

#include "buffer.h"
#include "cell.h"
#include "earlier.h"
#include "metrics.h"
#include "out.h"

/* The line that names the boot of a file. */
#define BOOT_COMMENT "# hwinsight boot "

struct exposition {
	struct out *out;
	bool openmetrics; /* OpenMetrics 1.0 instead of Prometheus's own */
	struct buffer series; /* the current sample: name{labels} */
	bool labels; /* it has labels */
	bool counter; /* the family is a counter */
	bool cut; /* a 32-bit counter: print only those bits */
	bool wraps; /* it may wrap at 2^32 */
	bool restarts; /* a new device of the same name counts from 0 */
	struct earlier earlier; /* no counter falls below it */
};

/* HELP and TYPE of a metric. */
void family_begin(struct exposition *exposition, const char *name,
		  const char *help);

/* A sample: its name, then its labels, then its value. */
void sample_begin(struct exposition *exposition, const char *name);

/* Add a column as a label, its name in lower case; "-" and "*" are left out. */
void sample_label(struct exposition *exposition, struct slice name,
		  struct slice value);

/* Add a label as it is: name="value". */
void sample_constant(struct exposition *exposition, const char *label);

/* End a sample with a value; parts of a unit get a decimal point. */
void sample_end(struct exposition *exposition, u64 value,
		enum metric_unit unit);

/* The same for a negative value. */
void sample_end_negative(struct exposition *exposition, u64 value,
			 enum metric_unit unit);

void exposition_free(struct exposition *exposition);

#endif
