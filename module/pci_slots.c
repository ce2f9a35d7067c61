// SPDX-License-Identifier: GPL-2.0
/* Copies PCI slots, as /sys/bus/pci/slots lists them. */
#include <linux/kobject.h>
#include <linux/pci.h>

#include "core/compat.h"
#include "core/kset_walk.h"
#include "pci_rows.h"

#if defined(CONFIG_PCI) && defined(CONFIG_SYSFS)
/**
 * struct slots - a walk over the slots
 * @arena: where the copies go
 * @pcis: result
 * @link: where the next one is linked in
 */
struct slots {
	struct hwi_arena *arena;
	struct hwi_pcis *pcis;
	struct hwi_pci_slot **link;
};

/*
 * Under the kset's list_lock: a slot is freed only after it has left the list,
 * and has a reference to its bus until then.
 */
static void copy_slot(struct kobject *kobj, void *data)
{
	const struct pci_slot *slot = container_of(kobj, struct pci_slot, kobj);
	struct slots *slots = data;
	struct hwi_pci_slot *to = hwi_arena_alloc(slots->arena, sizeof(*to));

	if (!to)
		return;
	*to = (struct hwi_pci_slot){
		.bus_key = (unsigned long)slot->bus,
		.number = slot->number,
		.all = hwi_pci_slot_is_bus(slot),
		.name = hwi_arena_copy(slots->arena, kobject_name(kobj)),
	};
	if (!to->name)
		return;
	*slots->link = to;
	slots->link = &to->next;
	slots->pcis->nr_slots++;
}

/*
 * The last reference to a slot has to be dropped under pci_slot_mutex, which is
 * not exported: the release takes the slot off its bus's list. So none is
 * taken.
 */
static bool can_park(struct kobject *kobj)
{
	return false;
}

/* The walk needs the type, which all slots share and which is not exported. */
static const struct kobj_type *type_of_first(struct kset *kset)
{
	const struct kobj_type *type = NULL;

	spin_lock(&kset->list_lock);
	if (!list_empty(&kset->list))
		type = list_first_entry(&kset->list, struct kobject, entry)
			       ->ktype;
	spin_unlock(&kset->list_lock);
	return type;
}
#endif

/**
 * hwi_pci_slots_collect() - copy the PCI slots
 * @pcis: result
 * @arena: where the copies go
 *
 * Context: process context, may sleep; takes the lock of the list of slots.
 * Return: as hwi_kset_walk().
 */
int hwi_pci_slots_collect(struct hwi_pcis *pcis, struct hwi_arena *arena)
{
#if defined(CONFIG_PCI) && defined(CONFIG_SYSFS)
	struct hwi_kset slots = { .can_park = can_park };
	struct slots to = {
		.arena = arena,
		.pcis = pcis,
		.link = &pcis->slots,
	};

	/* NULL if the kernel could not allocate it at boot. */
	slots.kset = pci_slots_kset;
	if (!slots.kset)
		return 0;
	slots.ktype = type_of_first(slots.kset);
	return slots.ktype ? hwi_kset_walk(&slots, arena, copy_slot, &to) : 0;
#else
	return 0;
#endif
}
