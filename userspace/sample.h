/* SPDX-License-Identifier: GPL-2.0 */
/* A line of Prometheus's text format, put piece by piece. */
#ifndef SAMPLE_H
#define SAMPLE_H

#include "cell.h"
#include "out.h"

/* The labels of a sample; after its name, before its value. */
struct labels {
	struct out *out;
	bool any;
};

/* What comes before a label that is put as it is: name="value". */
void begin_label(struct labels *labels);

/* A column is a label by its name in lower case; "-" and "*" are none. */
void put_label(struct labels *labels, struct slice name, struct slice value);

/* Seconds, of MILLISECONDS, have a point; other units are put as they are. */
void end_sample(struct labels *labels, u64 value, char unit);

#endif
