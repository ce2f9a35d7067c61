/* SPDX-License-Identifier: GPL-2.0 */
/* Which cells of two takes are the same. */
#ifndef SAME_H
#define SAME_H

#include "grid.h"

/* How cells of a column are compared. */
enum sameness {
	SAME_ALL,
	SAME_BUT_PIDS, /* of threads, which every boot has anew */
	SAME_BUT_MOMENT, /* but for words that tell of a moment: pending */
};

bool cells_same(struct slice a, struct slice b, enum sameness sameness);

/*
 * FNV-1a, from HASH_BEGIN on. It only brings rows together that may be mates:
 * they are compared.
 */
#define HASH_BEGIN 0xcbf29ce484222325ULL
u64 cell_hash(u64 h, struct slice s, enum sameness sameness);

#endif
