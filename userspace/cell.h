/* SPDX-License-Identifier: GPL-2.0 */
/* The types of cells, as types= in a view's first line declares them. */
#ifndef CELL_H
#define CELL_H

#include "parse.h"

/* Whether a cell is what its type says; "-" and "*" fit every type. */
bool cell_fits(char type, struct slice cell);

/* What a type looks like, for messages. */
const char *cell_expected(char type);

/* A decimal number that fits; false if it is none. */
bool cell_number(struct slice cell, unsigned long *value);

/* The bytes of a size, 4K is 4096; false if it is none. */
bool cell_size(struct slice cell, unsigned long long *bytes);

/*
 * Take the next item off a comma separated list. False when none is left.
 */
bool item_next(struct slice *list, struct slice *item);

/* A range of a CPU list: "2-5" or "2". */
bool item_range(struct slice item, unsigned long *first, unsigned long *last);

#endif
