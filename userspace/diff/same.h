/* SPDX-License-Identifier: GPL-2.0 */
/* Comparing the cells of two takes. */
#ifndef SAME_H
#define SAME_H

#include "grid.h"

/* How cells of a column are compared. */
enum sameness {
	SAME_ALL,
	SAME_BUT_PIDS, /* of threads, which differ from boot to boot */
	SAME_BUT_MOMENT, /* except momentary words such as pending */
};

bool cells_same(struct slice a, struct slice b, enum sameness sameness);

/*
 * FNV-1a, starting from HASH_BEGIN. It only finds candidates, which are then
 * compared.
 */
#define HASH_BEGIN 0xcbf29ce484222325ULL
u64 cell_hash(u64 h, struct slice s, enum sameness sameness);

#endif
