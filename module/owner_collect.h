/* SPDX-License-Identifier: GPL-2.0 */
/* Copies what devices claim: resources and interrupt lines. */
#ifndef HWI_OWNER_COLLECT_H
#define HWI_OWNER_COLLECT_H

#include "device_rows.h"
#include "owner.h"

struct device;
struct hwi_held;
struct pci_bus;
struct resource;

void hwi_owners_copy(struct hwi_owners *owners, struct hwi_arena *arena,
		     struct hwi_device *device, unsigned long claims,
		     struct device *dev);
void hwi_owners_add_irq(struct hwi_owners *owners, struct hwi_arena *arena,
			struct hwi_device *device, unsigned int irq);
void hwi_owners_add_resource(struct hwi_owners *owners, struct hwi_arena *arena,
			     struct hwi_device *device, unsigned long claims,
			     const struct resource *res);
bool hwi_owners_claim_of(struct hwi_claim *claim, unsigned long claims,
			 const struct resource *res);
bool hwi_owners_wants_held(const struct device *dev);
bool hwi_owners_can_claim(const struct device *dev);
int hwi_owners_collect_held(struct hwi_owners *owners, struct hwi_arena *arena,
			    const struct hwi_devices *devices,
			    unsigned long claims, const struct hwi_held *held);

bool hwi_owner_is_root_bus(const struct device *dev);
void hwi_owners_copy_windows(struct hwi_owners *owners, struct hwi_arena *arena,
			     unsigned long claims, struct device *dev);
void hwi_owners_find_hosts(struct hwi_owners *owners,
			   const struct hwi_devices *devices);

bool hwi_owner_in_tree(const struct device *dev);
void hwi_owners_copy_tree(struct hwi_owners *owners, struct hwi_arena *arena,
			  struct hwi_device *device, struct device *dev);

#endif
