/* SPDX-License-Identifier: GPL-2.0 */
#ifndef RATES_PRINT_H
#define RATES_PRINT_H

#include "pen.h"
#include "rates.h"

/* The space for a block of rates. */
struct frame {
	size_t width, lines; /* NO_EDGE: unlimited */
	size_t top; /* at most this many rows */
	const char *mark; /* prefix of lines that are not rows: "# " or "" */
	const char *on, *off; /* around the column names */
	const char *end; /* after each line except the last that fits */
};

/*
 * Print a title and as many of the busiest rows as fit. Returns the number of
 * lines.
 */
size_t rates_print(struct out *out, const struct rates *rates,
		   const struct frame *frame);

#endif
