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
	owners->arena = arena;
	owners->ranges = NULL;
	owners->lowest = U64_MAX;
	owners->highest = 0;
	memset(owners->bucket, 0, sizeof(owners->bucket));
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

/**
 * hwi_owners_in_ranges() - hwi_owners_by_range() of what may lie in one
 * @owners: where to look
 * @start: first address
 * @end: last address
 *
 * Return: the owner of the smallest range that holds all of it, or NULL.
 */
const struct hwi_owner *hwi_owners_in_ranges(const struct hwi_owners *owners,
					     u64 start, u64 end)
{
	const struct hwi_claim *claim, *best = NULL;

	for (claim = owners->ranges; claim; claim = claim->next) {
		if (start < claim->start || end > claim->end)
			continue;
		if (!best ||
		    claim->end - claim->start < best->end - best->start)
			best = claim;
	}
	return best ? best->owner : NULL;
}
