/* SPDX-License-Identifier: GPL-2.0 */
/* Finds records by a number, such as the address of what was copied. */
#ifndef HWI_INDEX_H
#define HWI_INDEX_H

#include "arena.h"

/**
 * struct hwi_index_entry - a record and its key
 * @next: in its bucket
 * @key: the number
 * @record: the record
 */
struct hwi_index_entry {
	struct hwi_index_entry *next;
	unsigned long key;
	void *record;
};

/**
 * struct hwi_index - a hash table in an arena
 * @bucket: 1 << @bits lists; NULL before hwi_index_init()
 * @bits: of the hash
 * @nr: records that hwi_index_fill() has added
 */
struct hwi_index {
	struct hwi_index_entry **bucket;
	unsigned int bits;
	unsigned int nr;
};

bool hwi_index_init(struct hwi_index *index, struct hwi_arena *arena,
		    unsigned int nr);
void hwi_index_link(struct hwi_index *index, struct hwi_index_entry *entry,
		    unsigned long key, void *record);
bool hwi_index_add(struct hwi_index *index, struct hwi_arena *arena,
		   unsigned long key, void *record);
int hwi_index_fill(struct hwi_index *index, struct hwi_arena *arena,
		   unsigned int nr, unsigned long key, void *record);
void *hwi_index_find(const struct hwi_index *index, unsigned long key);
struct hwi_index_entry *hwi_index_first(const struct hwi_index *index,
					unsigned long key);
struct hwi_index_entry *hwi_index_next(const struct hwi_index_entry *entry);

#endif
