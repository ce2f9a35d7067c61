/* SPDX-License-Identifier: GPL-2.0 */
/* Which device, and which driver, a range or an interrupt belongs to. */
#ifndef HWI_OWNERS_H
#define HWI_OWNERS_H

#include <linux/hash.h>
#include <linux/types.h>

#include "arena.h"

struct device;

/**
 * struct hwi_owner - a device, by name
 * @key: address of its struct device, only ever compared
 * @device: "bus:name"
 * @driver: its driver's name; no text if none is bound
 */
struct hwi_owner {
	unsigned long key;
	struct hwi_str device;
	struct hwi_str driver;
};

/**
 * struct hwi_claim - a range or an interrupt that a device has
 * @next: in its bucket or list
 * @key: identity: the address of the struct resource, only ever compared, or
 *	the interrupt number
 * @start: first address
 * @end: last address
 * @owner: whose
 */
struct hwi_claim {
	struct hwi_claim *next;
	unsigned long key;
	u64 start;
	u64 end;
	const struct hwi_owner *owner;
};

#define HWI_CLAIM_BITS 6

/**
 * struct hwi_owners - what all devices claim of one kind of resource
 * @arena: where it is kept
 * @bucket: claims found by their key
 * @ranges: claims found by range (PNP: its resources are not in the tree)
 * @lowest: of @ranges
 * @highest: of @ranges
 */
struct hwi_owners {
	struct hwi_arena *arena;
	struct hwi_claim *bucket[1 << HWI_CLAIM_BITS];
	struct hwi_claim *ranges;
	u64 lowest;
	u64 highest;
};

void hwi_owners_init(struct hwi_owners *owners, struct hwi_arena *arena);
void hwi_owners_add_key(struct hwi_owners *owners, unsigned long key, u64 start,
			u64 end, const struct hwi_owner *owner);
void hwi_owners_add_range(struct hwi_owners *owners, u64 start, u64 end,
			  const struct hwi_owner *owner);
const struct hwi_owner *hwi_owners_in_ranges(const struct hwi_owners *owners,
					     u64 start, u64 end);
void hwi_owner_copy(struct hwi_arena *arena, const struct device *dev,
		    struct hwi_owner *owner);
void hwi_owners_collect(struct hwi_owners *owners, unsigned long type);

/* Lookups are inline: each row of a tree asks twice. */
static inline const struct hwi_claim *
hwi_same_key(const struct hwi_claim *claim, unsigned long key)
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
static inline const struct hwi_claim *
hwi_owners_first(const struct hwi_owners *owners, unsigned long key)
{
	return hwi_same_key(owners->bucket[hash_long(key, HWI_CLAIM_BITS)],
			    key);
}

/**
 * hwi_owners_next() - the next claim of the same key
 * @claim: a claim that hwi_owners_first() or this function returned
 *
 * Return: the claim or NULL.
 */
static inline const struct hwi_claim *
hwi_owners_next(const struct hwi_claim *claim)
{
	return hwi_same_key(claim->next, claim->key);
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
static inline const struct hwi_owner *
hwi_owners_by_key(const struct hwi_owners *owners, unsigned long key, u64 start,
		  u64 end)
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
static inline const struct hwi_owner *
hwi_owners_by_range(const struct hwi_owners *owners, u64 start, u64 end)
{
	if (start < owners->lowest || end > owners->highest)
		return NULL;
	return hwi_owners_in_ranges(owners, start, end);
}

#endif
