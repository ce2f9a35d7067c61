/* SPDX-License-Identifier: GPL-2.0 */
/* Pairing the rows of two takes of a view. */
#ifndef PAIR_H
#define PAIR_H

#include "grid.h"
#include "known.h"
#include "same.h"

#define NO_MATE ((size_t)-1)

/* A column common to both takes. */
struct column_pair {
	unsigned int column[2];
	enum sameness sameness;
	bool compared; /* else it only identifies rows */
	bool parent; /* names another row of the view */
};

struct take {
	struct grid grid;
	struct item *items; /* in sort order */
	size_t *mate; /* of each row, in the other take */
	unsigned char *level; /* which of known->identities paired it */
};

struct pairing {
	struct take take[2];
	struct known known;
	struct column_pair column[MAX_COLUMNS];
	unsigned int columns;
	size_t *above; /* the parent of each row of the first take; or NULL */
	bool patient; /* pair parents before their children */
};

/*
 * Pair the rows of two takes: first those that are equal, then those that agree
 * in each of known->identities in turn. False after a complaint if out of
 * memory. The caller calls pairing_free() in any case.
 */
bool pairing_make(struct pairing *pairing, const struct view *a,
		  const struct view *b, bool counters);
void pairing_free(struct pairing *pairing);

/* Whether row @a and row @b have equal cells in a column. */
bool pairing_same(const struct pairing *pairing, const struct column_pair *p,
		  size_t a, size_t b);

/* Whether row @a of the first take and its mate differ. */
bool pairing_changed(const struct pairing *pairing, size_t a);

#endif
