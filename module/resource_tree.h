/* SPDX-License-Identifier: GPL-2.0 */
/* The resource tree, copied. */
#ifndef HWI_RESOURCE_TREE_H
#define HWI_RESOURCE_TREE_H

#include <linux/ioport.h>

#include "owners.h"

/**
 * struct hwi_resource - a copied resource
 * @next: in the order of /proc/iomem, parents before children
 * @parent: NULL for children of the root
 * @owner: resolved by hwi_resource_own()
 * @key: the original, to compare and, under resource_lock only, to walk
 * @start: first address
 * @end: last address
 * @flags: IORESOURCE_*
 * @level: 0 for children of the root
 * @name: copied, since the original goes with its driver
 */
struct hwi_resource {
	struct hwi_resource *next;
	struct hwi_resource *parent;
	const struct hwi_owner *owner;
	const struct resource *key;
	u64 start;
	u64 end;
	unsigned long flags;
	unsigned int level;
	struct hwi_str name;
};

/**
 * struct hwi_resources - a copied tree
 * @first: the first resource, NULL for an empty tree
 * @nr: how many
 */
struct hwi_resources {
	struct hwi_resource *first;
	unsigned int nr;
};

void hwi_resources_copy(struct hwi_resources *to, struct hwi_arena *arena,
			const struct resource *root);
struct hwi_str hwi_resource_flags(struct hwi_arena *arena, unsigned long flags);

/**
 * hwi_resource_own() - find the owner of a resource
 * @resource: of a copied tree, after its parent
 * @owners: what devices claim
 *
 * First by identity (PCI and platform devices' resources are in the tree),
 * then as the parent, then by the PNP device whose range it lies in.
 */
static inline void hwi_resource_own(struct hwi_resource *resource,
				    const struct hwi_owners *owners)
{
	const struct hwi_owner *owner;

	owner = hwi_owners_by_key(owners, (unsigned long)resource->key,
				  resource->start, resource->end);
	if (!owner && resource->parent)
		owner = resource->parent->owner;
	if (!owner)
		owner = hwi_owners_by_range(owners, resource->start,
					    resource->end);
	resource->owner = owner;
}

#endif
