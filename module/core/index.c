// SPDX-License-Identifier: GPL-2.0
#include <linux/hash.h>
#include <linux/kernel.h>
#include <linux/log2.h>
#include <linux/string.h>

#include "index.h"

#define MAX_BITS 14

/**
 * hwi_index_init() - begin an empty index
 * @index: what to initialise
 * @arena: where its buckets will be
 * @nr: about how many records it will have
 *
 * Context: any; safe under spinlocks.
 * Return: false with @arena->overflow set if there is no room.
 */
bool hwi_index_init(struct hwi_index *index, struct hwi_arena *arena,
		    unsigned int nr)
{
	size_t size;

	index->bits = clamp_t(unsigned int, order_base_2(nr | 1), 1, MAX_BITS);
	size = sizeof(*index->bucket) << index->bits;
	index->bucket = hwi_arena_alloc(arena, size);
	if (!index->bucket)
		return false;
	memset(index->bucket, 0, size);
	return true;
}

/**
 * hwi_index_link() - add a record whose entry is allocated already
 * @index: where to, initialised
 * @entry: in the same arena as the index
 * @key: to find it by
 * @record: the record; it is found before others of the same key
 *
 * Context: any; safe under spinlocks.
 */
void hwi_index_link(struct hwi_index *index, struct hwi_index_entry *entry,
		    unsigned long key, void *record)
{
	struct hwi_index_entry **bucket =
		&index->bucket[hash_long(key, index->bits)];

	entry->key = key;
	entry->record = record;
	entry->next = *bucket;
	*bucket = entry;
}

/**
 * hwi_index_add() - add a record
 * @index: where to, initialised
 * @arena: where its entry will be
 * @key: to find it by
 * @record: the record; it is found before others of the same key
 *
 * Context: any; safe under spinlocks.
 * Return: false with @arena->overflow set if there is no room.
 */
bool hwi_index_add(struct hwi_index *index, struct hwi_arena *arena,
		   unsigned long key, void *record)
{
	struct hwi_index_entry *entry = hwi_arena_alloc(arena, sizeof(*entry));

	if (entry)
		hwi_index_link(index, entry, key, record);
	return entry;
}

static struct hwi_index_entry *with_key(struct hwi_index_entry *entry,
					unsigned long key)
{
	while (entry && entry->key != key)
		entry = entry->next;
	return entry;
}

/**
 * hwi_index_first() - find the first record with a key
 * @index: where to look
 * @key: as it was added
 *
 * Return: its entry, or NULL.
 */
struct hwi_index_entry *hwi_index_first(const struct hwi_index *index,
					unsigned long key)
{
	if (!index->bucket)
		return NULL;
	return with_key(index->bucket[hash_long(key, index->bits)], key);
}

/**
 * hwi_index_next() - find the next record with the same key
 * @entry: of the one before
 *
 * Return: its entry, or NULL.
 */
struct hwi_index_entry *hwi_index_next(const struct hwi_index_entry *entry)
{
	return with_key(entry->next, entry->key);
}

/**
 * hwi_index_find() - find a record
 * @index: where to look
 * @key: as it was added
 *
 * Return: the record that was last added with this key, or NULL.
 */
void *hwi_index_find(const struct hwi_index *index, unsigned long key)
{
	const struct hwi_index_entry *entry = hwi_index_first(index, key);

	return entry ? entry->record : NULL;
}
