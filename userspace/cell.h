/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The types of cells, as types= in a view's first line declares them:
 *
 *	u unsigned integer	x hexadecimal		z size (4K)
 *	i signed integer	d decimal (12.345)	s string
 *	c CPU list (0-3,8)	p counts (0:12,3:4)	w words (mem,busy)
 *
 * Any other letter is a string: the format can grow.
 */
#ifndef CELL_H
#define CELL_H

#include "text.h"

typedef unsigned long long u64;

/* "-" and "*", which fit every type. */
bool cell_special(struct slice cell);

/* Whether a cell is valid for its type. */
bool cell_fits(char type, struct slice cell);

/* What a type looks like, for messages. */
const char *cell_expected(char type);

/* Parse a decimal number; false if it is not one or does not fit. */
bool cell_u64(struct slice cell, u64 *value);

/* Parse a size into bytes (4K is 4096); false if it is not one. */
bool cell_size(struct slice cell, u64 *bytes);

/* The value of a cell of type u, i, x, z or d. */
struct value {
	bool negative;
	u64 whole;
	struct slice fraction; /* the digits after the point */
};

/* False if @cell is "-", "*", or not of @type, or if @type has no order. */
bool cell_value(char type, struct slice cell, struct value *number);

/* Less than, equal to, or greater than 0. */
int value_order(const struct value *a, const struct value *b);

/*
 * How far a counter advanced; false if it went back. A counter that @wraps
 * restarts at 0 after 2^32, or is a sum of such counters: if it appears to
 * fall, a small step modulo 2^32 counts as a wrap and a large one as a reset.
 */
bool counter_step(bool wraps, u64 before, u64 now, u64 *step);

/* A range of a CPU list: "2-5" or "2". */
bool item_range(struct slice item, u64 *first, u64 *last);

/*
 * For texts without types=: the types in the bit set @candidates that @cell
 * could have; and the one to settle on in the end.
 */
#define CANDIDATES_ALL 0x3f
unsigned int cell_candidates(unsigned int candidates, struct slice cell);
char cell_guess(unsigned int candidates);

#endif
