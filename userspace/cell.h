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

/* Whether a cell is what its type says. */
bool cell_fits(char type, struct slice cell);

/* What a type looks like, for messages. */
const char *cell_expected(char type);

/* A decimal number that fits; false if it is none. */
bool cell_u64(struct slice cell, u64 *value);

/* The bytes of a size, 4K is 4096; false if it is none. */
bool cell_size(struct slice cell, u64 *bytes);

/* What a cell of type u, i, x, z or d is worth. */
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
 * How far a counter went, false if it went back. One that @wraps begins again
 * at 0 after 2^32, or is a sum of such; then a small step forward is taken for
 * that, and a large one for a counter that was reset.
 */
bool counter_step(bool wraps, u64 before, u64 now, u64 *step);

/* A range of a CPU list: "2-5" or "2". */
bool item_range(struct slice item, u64 *first, u64 *last);

/*
 * For texts without types=: of the types in @candidates, a set of bits,
 * those that @cell leaves possible; and the one to take in the end.
 */
#define CANDIDATES_ALL 0x3f
unsigned int cell_candidates(unsigned int candidates, struct slice cell);
char cell_guess(unsigned int candidates);

#endif
