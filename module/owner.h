/* SPDX-License-Identifier: GPL-2.0 */
/* Which device a range of addresses or an interrupt line belongs to. */
#ifndef HWI_OWNER_H
#define HWI_OWNER_H

#include "core/index.h"

struct hwi_device;

/* What devices claim. */
enum hwi_claim_type {
	HWI_CLAIM_MEM,
	HWI_CLAIM_IO,
	HWI_CLAIM_IRQ,
	HWI_CLAIM_TYPES,
};

/**
 * struct hwi_claim - a range or an interrupt that a device has
 * @next: in the order they were found
 * @same: the claim found before it of the same key, or of a range
 * @type: of what
 * @ranged: owns whatever lies in its range; else found by its key
 * @key: the address of the struct resource, only ever compared, or the
 *	interrupt's number
 * @start: first address
 * @end: last address
 * @device: whose
 * @host: of a window, the address of its host's struct device, only ever
 *	compared; hwi_owners_find_hosts() then sets @device
 */
struct hwi_claim {
	struct hwi_claim *next;
	const struct hwi_claim *same;
	enum hwi_claim_type type;
	bool ranged;
	unsigned long key;
	u64 start;
	u64 end;
	struct hwi_device *device;
	unsigned long host;
};

/**
 * struct hwi_owners - what all devices claim
 * @first: the claims
 * @link: where the next one is linked in
 * @nr: how many
 * @windows: windows of PCI hosts, not yet among the claims
 * @by_key: finds them, of each type
 * @ranges: the last of the ranges found, of each type
 * @lowest: of the ranges, of each type
 * @highest: of the ranges, of each type
 */
struct hwi_owners {
	struct hwi_claim *first;
	struct hwi_claim **link;
	unsigned int nr;
	struct hwi_claim *windows;
	struct hwi_index by_key[HWI_CLAIM_TYPES];
	struct hwi_claim *ranges[HWI_CLAIM_TYPES];
	u64 lowest[HWI_CLAIM_TYPES];
	u64 highest[HWI_CLAIM_TYPES];
};

void hwi_owners_init(struct hwi_owners *owners);
void hwi_owners_add(struct hwi_owners *owners, struct hwi_claim *claim);
int hwi_owners_index(struct hwi_owners *owners, struct hwi_arena *arena);
const struct hwi_claim *hwi_owners_first(const struct hwi_owners *owners,
					 enum hwi_claim_type type,
					 unsigned long key);
const struct hwi_device *hwi_owners_by_key(const struct hwi_owners *owners,
					   enum hwi_claim_type type,
					   unsigned long key, u64 start,
					   u64 end);
const struct hwi_device *hwi_owners_by_range(const struct hwi_owners *owners,
					     enum hwi_claim_type type,
					     u64 start, u64 end);

#endif
