/* SPDX-License-Identifier: GPL-2.0 */
/* Samples and the lines before them, in Prometheus's or OpenMetrics' text format. */
#ifndef EXPOSITION_H
#define EXPOSITION_H

#include "buffer.h"
#include "cell.h"
#include "earlier.h"
#include "metrics.h"
#include "out.h"

/* Tells which boot a file is of. */
#define BOOT_COMMENT "# hwinsight boot "

struct exposition {
	struct out *out;
	bool openmetrics; /* version 1.0 of that, not Prometheus's own */
	struct buffer series; /* of the sample being made: name{labels} */
	bool labels; /* it has some */
	bool counter; /* so is the family */
	bool cut; /* a counter of 32 bits: only those are printed */
	bool wraps; /* it may begin again at 2^32 */
	bool restarts; /* a new device of the same name counts from 0 */
	struct earlier earlier; /* no counter falls below it */
};

/* HELP and TYPE of a metric. */
void family_begin(struct exposition *exposition, const char *name,
		  const char *help);

/* A sample: its name, then its labels, then its value. */
void sample_begin(struct exposition *exposition, const char *name);

/* A column is a label by its name in lower case; "-" and "*" are none. */
void sample_label(struct exposition *exposition, struct slice name,
		  struct slice value);

/* A label that is put as it is: name="value". */
void sample_constant(struct exposition *exposition, const char *label);

/* What is in parts of a unit gets a point; other units are put as they are. */
void sample_end(struct exposition *exposition, u64 value,
		enum metric_unit unit);

/* The same of a value below zero. */
void sample_end_negative(struct exposition *exposition, u64 value,
			 enum metric_unit unit);

void exposition_free(struct exposition *exposition);

#endif
