/* SPDX-License-Identifier: GPL-2.0 */
/* Which row of one take of a view is which row of the other. */
#ifndef PAIR_H
#define PAIR_H

#include "grid.h"
#include "known.h"
#include "same.h"

#define NO_MATE ((size_t)-1)

/* A column that both takes have. */
struct column_pair {
	unsigned int column[2];
	enum sameness sameness;
	bool compared; /* else it only identifies rows */
	bool parent; /* names another row of the view */
};

struct take {
	struct grid grid;
	struct item *items; /* as they are sorted */
	size_t *mate; /* of each row, in the other take */
	unsigned char *level; /* of known->identities it was found by */
};

struct pairing {
	struct take take[2];
	struct known known;
	struct column_pair column[MAX_COLUMNS];
	unsigned int columns;
	size_t *above; /* the parent of each row of the first take; or NULL */
	bool patient; /* parents find their mates before what is below them */
};

/*
 * Pair the rows of two takes: those that are the same all over, then those
 * that agree in each of known->identities in turn. False, and told, without
 * memory. To be given to pairing_free() in any case.
 */
bool pairing_make(struct pairing *pairing, const struct view *a,
		  const struct view *b, bool counters);
void pairing_free(struct pairing *pairing);

/* Whether the cells of a column are the same in row @a and row @b. */
bool pairing_same(const struct pairing *pairing, const struct column_pair *p,
		  size_t a, size_t b);

/* Whether row @a of the first take and its mate differ in what is compared. */
bool pairing_changed(const struct pairing *pairing, size_t a);

#endif
