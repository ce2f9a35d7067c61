/* SPDX-License-Identifier: GPL-2.0 */
#ifndef RATES_PRINT_H
#define RATES_PRINT_H

#include "pen.h"
#include "rates.h"

/* Where a block of rates is to fit. */
struct frame {
	size_t width, lines; /* NO_EDGE: whatever it takes */
	size_t top; /* rows at most */
	const char *mark; /* before what is no row: "# " or "" */
	const char *on, *off; /* around the column names */
	const char *end; /* of a line, but for the last there is room for */
};

/*
 * Print what was counted and the busiest rows, as many as there is room for.
 * Returns how many lines that took.
 */
size_t rates_print(struct out *out, const struct rates *rates,
		   const struct frame *frame);

#endif
