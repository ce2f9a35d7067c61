// SPDX-License-Identifier: GPL-2.0
#include <linux/hash.h>
#include <linux/kernel.h>
#include <linux/log2.h>

#include "index.h"

#define MAX_BITS 16

/**
 * hwi_index_init() - begin an empty index
 * @index: what to initialise
 * @arena: where it will be kept
 * @nr: about how many records it will have
 *
 * Return: false if the arena is too small (its overflow is set).
 */
bool hwi_index_init(struct hwi_index *index, struct hwi_arena *arena,
		    unsigned int nr)
{
	unsigned int i;

	index->arena = arena;
	index->bits = clamp_t(unsigned int, order_base_2(nr | 1), 1, MAX_BITS);
	index->bucket =
		hwi_arena_alloc(arena, sizeof(*index->bucket) << index->bits);
	for (i = 0; index->bucket && i < 1U << index->bits; i++)
		index->bucket[i] = NULL;
	return index->bucket;
}

/**
 * hwi_index_add() - add a record; one that has the same key is hidden by it
 * @index: where to; hwi_index_init() returned true
 * @key: to find it by
 * @record: the record
 */
void hwi_index_add(struct hwi_index *index, unsigned long key, void *record)
{
	struct hwi_index_entry *entry =
		hwi_arena_alloc(index->arena, sizeof(*entry));
	struct hwi_index_entry **bucket =
		&index->bucket[hash_long(key, index->bits)];

	if (!entry)
		return;
	entry->key = key;
	entry->record = record;
	entry->next = *bucket;
	*bucket = entry;
}

/**
 * hwi_index_find() - find a record
 * @index: where to look; hwi_index_init() returned true
 * @key: as it was added
 *
 * Return: the record that was last added with this key, or NULL.
 */
void *hwi_index_find(const struct hwi_index *index, unsigned long key)
{
	const struct hwi_index_entry *entry =
		index->bucket[hash_long(key, index->bits)];

	while (entry && entry->key != key)
		entry = entry->next;
	return entry ? entry->record : NULL;
}
