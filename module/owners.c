// SPDX-License-Identifier: GPL-2.0
#include <linux/hash.h>
#include <linux/kernel.h>

#include "owners.h"

/**
 * hwi_owners_init() - begin with no claims
 * @owners: what to initialise
 * @arena: where claims will be kept
 */
void hwi_owners_init(struct hwi_owners *owners, struct hwi_arena *arena)
{
	unsigned int i;

	owners->arena = arena;
	owners->ranges = NULL;
	owners->lowest = U64_MAX;
	owners->highest = 0;
	for (i = 0; i < ARRAY_SIZE(owners->bucket); i++)
		owners->bucket[i] = NULL;
}

static struct hwi_claim *add(struct hwi_owners *owners, struct hwi_claim **list,
			     unsigned long key, u64 start, u64 end,
			     const struct hwi_owner *owner)
{
	struct hwi_claim *claim =
		hwi_arena_alloc(owners->arena, sizeof(*claim));

	if (!claim)
		return NULL;
	claim->key = key;
	claim->start = start;
	claim->end = end;
	claim->owner = owner;
	claim->next = *list;
	*list = claim;
	return claim;
}

/**
 * hwi_owners_add_key() - add a claim that is found by its key
 * @owners: where to
 * @key: address of a struct resource, or an interrupt number
 * @start: first address
 * @end: last address
 * @owner: whose
 *
 * Context: any; safe under spinlocks.
 */
void hwi_owners_add_key(struct hwi_owners *owners, unsigned long key, u64 start,
			u64 end, const struct hwi_owner *owner)
{
	add(owners, &owners->bucket[hash_long(key, HWI_CLAIM_BITS)], key, start,
	    end, owner);
}

/**
 * hwi_owners_add_range() - add a claim that is found by what lies in it
 * @owners: where to
 * @start: first address
 * @end: last address
 * @owner: whose
 *
 * Context: any; safe under spinlocks.
 */
void hwi_owners_add_range(struct hwi_owners *owners, u64 start, u64 end,
			  const struct hwi_owner *owner)
{
	if (!add(owners, &owners->ranges, 0, start, end, owner))
		return;
	owners->lowest = min(owners->lowest, start);
	owners->highest = max(owners->highest, end);
}

static const struct hwi_claim *same_key(const struct hwi_claim *claim,
					unsigned long key)
{
	while (claim && claim->key != key)
		claim = claim->next;
	return claim;
}

/**
 * hwi_owners_first() - the first claim of a key
 * @owners: where to look
 * @key: as in hwi_owners_add_key()
 *
 * Return: the claim or NULL.
 */
const struct hwi_claim *hwi_owners_first(const struct hwi_owners *owners,
					 unsigned long key)
{
	return same_key(owners->bucket[hash_long(key, HWI_CLAIM_BITS)], key);
}

/**
 * hwi_owners_next() - the next claim of the same key
 * @claim: a claim that hwi_owners_first() or this function returned
 *
 * Return: the claim or NULL.
 */
const struct hwi_claim *hwi_owners_next(const struct hwi_claim *claim)
{
	return same_key(claim->next, claim->key);
}

/**
 * hwi_owners_by_key() - whose resource this is
 * @owners: where to look
 * @key: address of the struct resource in the tree
 * @start: its first address
 * @end: its last address
 *
 * Tree and devices are not copied under one lock. A device that went between,
 * and whose memory became another's, does not have the same range too.
 *
 * Return: the owner or NULL.
 */
const struct hwi_owner *hwi_owners_by_key(const struct hwi_owners *owners,
					  unsigned long key, u64 start, u64 end)
{
	const struct hwi_claim *claim = hwi_owners_first(owners, key);

	for (; claim; claim = hwi_owners_next(claim))
		if (claim->start == start && claim->end == end)
			return claim->owner;
	return NULL;
}

/**
 * hwi_owners_by_range() - in whose range this lies
 * @owners: where to look
 * @start: first address
 * @end: last address
 *
 * Return: the owner of the smallest range that holds all of it, or NULL.
 */
const struct hwi_owner *hwi_owners_by_range(const struct hwi_owners *owners,
					    u64 start, u64 end)
{
	const struct hwi_claim *claim, *best = NULL;

	if (start < owners->lowest || end > owners->highest)
		return NULL;
	for (claim = owners->ranges; claim; claim = claim->next) {
		if (start < claim->start || end > claim->end)
			continue;
		if (!best ||
		    claim->end - claim->start < best->end - best->start)
			best = claim;
	}
	return best ? best->owner : NULL;
}
