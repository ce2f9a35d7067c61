/* SPDX-License-Identifier: GPL-2.0 */
/* A resource: its record, its columns and its row. */
#ifndef HWI_RESOURCE_ROWS_H
#define HWI_RESOURCE_ROWS_H

#include <linux/ioport.h>

#include "core/row.h"
#include "owner.h"

/**
 * struct hwi_resource - a copied resource
 * @next: in the order of /proc/iomem, parents before children
 * @parent: NULL for children of the root
 * @owner: the device that owns it, if any
 * @key: the original, to compare and, under resource_lock only, to walk
 * @start: first address
 * @end: last address
 * @flags: IORESOURCE_*
 * @level: 0 for children of the root
 * @name: copied, since the original goes with its driver; NULL if it has none
 */
struct hwi_resource {
	struct hwi_resource *next;
	struct hwi_resource *parent;
	const struct hwi_device *owner;
	const struct resource *key;
	u64 start;
	u64 end;
	unsigned long flags;
	unsigned int level;
	const char *name;
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

/**
 * struct hwi_resource_style - how a tree is shown
 * @addresses: addresses may be shown
 * @digits: least digits of an address, as /proc/iomem and /proc/ioports do
 */
struct hwi_resource_style {
	bool addresses;
	unsigned int digits;
};

#define HWI_RESOURCE_COLUMNS 8
extern const struct hwi_column hwi_resource_columns[HWI_RESOURCE_COLUMNS];

int hwi_resources_collect(struct hwi_resources *resources,
			  struct hwi_arena *arena, const struct resource *root);
void hwi_resources_copy(struct hwi_resources *to, struct hwi_arena *arena,
			const struct resource *root);
void hwi_resources_own(struct hwi_resources *resources,
		       const struct hwi_owners *owners,
		       enum hwi_claim_type type);
void hwi_resource_row(struct hwi_row *row, const struct hwi_resource *resource,
		      const struct hwi_resource_style *style);
void hwi_resources_show(struct hwi_table *table,
			const struct hwi_resources *resources,
			const struct hwi_resource_style *style);

#endif
