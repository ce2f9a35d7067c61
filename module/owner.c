// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "owner.h"

/**
 * hwi_owners_init() - start without claims
 * @owners: what to initialise
 */
void hwi_owners_init(struct hwi_owners *owners)
{
	unsigned int type;

	*owners = (struct hwi_owners){};
	owners->link = &owners->first;
	for (type = 0; type < HWI_CLAIM_TYPES; type++)
		owners->lowest[type] = U64_MAX;
}

/**
 * hwi_owners_add() - add a claim
 * @owners: where to add claims
 * @claim: in the same arena
 *
 * Context: any; safe under spinlocks.
 */
void hwi_owners_add(struct hwi_owners *owners, struct hwi_claim *claim)
{
	enum hwi_claim_type type = claim->type;

	claim->next = NULL;
	*owners->link = claim;
	owners->link = &claim->next;
	owners->nr++;
	if (!claim->ranged)
		return;
	claim->same = owners->ranges[type];
	owners->ranges[type] = claim;
	owners->lowest[type] = min(owners->lowest[type], claim->start);
	owners->highest[type] = max(owners->highest[type], claim->end);
}

static int index_claim(struct hwi_owners *owners, struct hwi_arena *arena,
		       struct hwi_claim *claim)
{
	struct hwi_index *index = &owners->by_key[claim->type];
	struct hwi_index_entry *entry;

	if (claim->ranged)
		return 0;
	claim->same = NULL;
	entry = hwi_index_first(index, claim->key);
	if (!entry)
		return hwi_index_fill(index, arena, owners->nr, claim->key,
				      claim);
	claim->same = entry->record;
	entry->record = claim;
	return 0;
}

/**
 * hwi_owners_index() - index the claims, once all are there
 * @owners: the claims
 * @arena: where the indexes go
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_owners_index(struct hwi_owners *owners, struct hwi_arena *arena)
{
	struct hwi_claim *claim;
	int err = 0;

	for (claim = owners->first; claim && !err; claim = claim->next)
		err = index_claim(owners, arena, claim);
	return err;
}

/**
 * hwi_owners_first() - the claims of a key
 * @owners: where to look
 * @type: of what
 * @key: the address of a struct resource, or an interrupt's number
 *
 * Return: the last one found, NULL for none; its @same leads to the others.
 */
const struct hwi_claim *hwi_owners_first(const struct hwi_owners *owners,
					 enum hwi_claim_type type,
					 unsigned long key)
{
	return hwi_index_find(&owners->by_key[type], key);
}

/**
 * hwi_owners_by_key() - whose resource this is
 * @owners: where to look
 * @type: of what
 * @key: address of the struct resource in the tree
 * @start: its first address
 * @end: its last address
 *
 * Tree and devices are not copied under one lock. In between, a device may go
 * and its memory become another's, but hardly with the same range as well.
 *
 * Return: the device or NULL.
 */
const struct hwi_device *hwi_owners_by_key(const struct hwi_owners *owners,
					   enum hwi_claim_type type,
					   unsigned long key, u64 start,
					   u64 end)
{
	const struct hwi_claim *claim = hwi_owners_first(owners, type, key);

	for (; claim; claim = claim->same)
		if (claim->start == start && claim->end == end)
			return claim->device;
	return NULL;
}

/**
 * hwi_owners_by_range() - in whose range this lies
 * @owners: where to look
 * @type: of what
 * @start: first address
 * @end: last address
 *
 * Return: the device with the smallest range that holds all of it, or NULL.
 */
const struct hwi_device *hwi_owners_by_range(const struct hwi_owners *owners,
					     enum hwi_claim_type type,
					     u64 start, u64 end)
{
	const struct hwi_claim *claim, *best = NULL;

	if (start < owners->lowest[type] || end > owners->highest[type])
		return NULL;
	for (claim = owners->ranges[type]; claim; claim = claim->same) {
		if (start < claim->start || end > claim->end)
			continue;
		if (!best ||
		    claim->end - claim->start < best->end - best->start)
			best = claim;
	}
	return best ? best->device : NULL;
}
