// SPDX-License-Identifier: GPL-2.0
#include <linux/hash.h>
#include <linux/kernel.h>
#include <linux/log2.h>
#include <linux/string.h>

#include "index.h"
#include "pause.h"

#define MAX_BITS 14

static unsigned int bits_of(unsigned int nr)
{
	return clamp_t(unsigned int, order_base_2(nr | 1), 1, MAX_BITS);
}

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
	size_t size = sizeof(*index->bucket) << bits_of(nr);

	index->bits = bits_of(nr);
	index->nr = 0;
	index->bucket = hwi_arena_alloc(arena, size);
	if (!index->bucket)
		return false;
	memset(index->bucket, 0, size);
	return true;
}

/**
 * hwi_index_link() - add a record whose entry is allocated already
 * @index: where to add it, initialised
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
 * @index: where to add it, initialised
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

/**
 * hwi_index_fill() - add one of many records, making room for it
 * @index: where to add it, zeroed or initialised
 * @arena: where its buckets and its entry will be
 * @nr: about how many records it will have
 * @key: to find it by
 * @record: the record; it is found before others of the same key
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_index_fill(struct hwi_index *index, struct hwi_arena *arena,
		   unsigned int nr, unsigned long key, void *record)
{
	int err = 0;

	if (!index->bucket && !hwi_index_init(index, arena, nr)) {
		err = hwi_arena_more(arena, sizeof(*index->bucket)
						    << bits_of(nr));
		if (err)
			return err;
		hwi_index_init(index, arena, nr);
	}
	while (!err && !hwi_index_add(index, arena, key, record))
		err = hwi_arena_pause(arena);
	if (!err && ++index->nr % HWI_BATCH == 0)
		err = hwi_pause();
	return err;
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
