// SPDX-License-Identifier: GPL-2.0
#include <linux/device.h>
#include <linux/pci.h>

#include "core/pause.h"
#include "device_walk.h"
#include "pci_awake.h"
#include "pci_bars.h"

#ifdef CONFIG_PCI
/* Bridges have windows instead; a virtual function's BARs are its PF's. */
static bool has_bars(struct device *dev, struct module **owner)
{
	struct pci_dev *pdev;

	if (dev->bus != &pci_bus_type)
		return false;
	pdev = to_pci_dev(dev);
	return pdev->hdr_type == PCI_HEADER_TYPE_NORMAL &&
	       pdev->class >> 16 != PCI_BASE_CLASS_BRIDGE &&
	       !pdev->non_compliant_bars && !pdev->is_virtfn;
}

struct bars_of {
	struct hwi_bar bar[PCI_STD_NUM_BARS];
	unsigned int nr;
};

static struct hwi_bar *add(struct bars_of *bars, const struct pci_dev *pdev,
			   unsigned int number, unsigned long flags)
{
	struct hwi_bar *bar = &bars->bar[bars->nr++];

	*bar = (struct hwi_bar){
		.key = (unsigned long)&pdev->dev,
		.number = number,
		.flags = flags,
	};
	return bar;
}

/*
 * A BAR that the device has but the kernel dropped: its register still holds
 * the read-only type bits, or the firmware's address. A 32-bit BAR that is not
 * prefetchable and has no address cannot be told from a missing one.
 * Returns the number of registers that it takes.
 */
static unsigned int add_lost(struct bars_of *bars, struct pci_dev *pdev,
			     unsigned int i)
{
	unsigned long flags = IORESOURCE_MEM;
	u32 value;

	if (pci_user_read_config_dword(pdev, PCI_BASE_ADDRESS_0 + 4 * i,
				       &value) ||
	    !value || value == U32_MAX)
		return 1;
	if ((value & PCI_BASE_ADDRESS_SPACE) == PCI_BASE_ADDRESS_SPACE_IO)
		flags = IORESOURCE_IO;
	add(bars, pdev, i, flags)->given_up = true;
	return flags == IORESOURCE_MEM &&
			       (value & PCI_BASE_ADDRESS_MEM_TYPE_MASK) ==
				       PCI_BASE_ADDRESS_MEM_TYPE_64 ?
		       2 :
		       1;
}

static void look(struct bars_of *bars, struct pci_dev *pdev, bool ask)
{
	const struct resource *res;
	struct hwi_bar *bar;
	unsigned int i, n;

	for (i = 0; i < PCI_STD_NUM_BARS; i += n) {
		res = &pdev->resource[i];
		n = res->flags & IORESOURCE_MEM_64 ? 2 : 1;
		if (!res->flags) {
			if (ask)
				n = add_lost(bars, pdev, i);
			continue;
		}
		if (res->parent || res->end <= res->start ||
		    res->flags & IORESOURCE_DISABLED)
			continue;
		bar = add(bars, pdev, i, res->flags);
		bar->start = res->start;
		bar->end = res->end;
	}
}

static void look_awake(struct bars_of *bars, struct pci_dev *pdev)
{
	struct hwi_pci_awake awake = hwi_pci_stay_awake(pdev);

	look(bars, pdev, awake.awake);
	hwi_pci_may_sleep(pdev, awake);
}

static void look_locked(struct bars_of *bars, struct pci_dev *pdev, bool lost)
{
	bars->nr = 0;
	if (!hwi_pci_lock(pdev))
		return;
	if (lost)
		look_awake(bars, pdev);
	else
		look(bars, pdev, false);
	hwi_pci_unlock(pdev);
}
#endif

/**
 * hwi_bars_collect() - copy the BARs that are not in the resource tree
 * @bars: result
 * @arena: where the copies go
 * @lost: also find those that the kernel dropped. That reads config space,
 *	which an unprivileged reader must not cause
 *
 * Context: process context, may sleep; takes one device's lock at a time.
 * Return: as hwi_kset_walk().
 */
int hwi_bars_collect(struct hwi_bars *bars, struct hwi_arena *arena, bool lost)
{
#ifdef CONFIG_PCI
	struct hwi_bar **link = &bars->first, *to;
	struct hwi_held *list, *held;
	struct bars_of of = {};
	unsigned int i;
	int err;

	bars->first = NULL;
	err = hwi_device_hold(arena, has_bars, &list);
	for (held = list; !err && held; held = held->next) {
		look_locked(&of, to_pci_dev(held->dev), lost);
		for (i = 0; !err && i < of.nr;) {
			to = hwi_arena_alloc(arena, sizeof(*to));
			if (!to) {
				err = hwi_arena_pause(arena);
				continue;
			}
			*to = of.bar[i++];
			*link = to;
			link = &to->next;
		}
		if (!err)
			err = hwi_pause();
	}
	hwi_device_put(list);
	return err;
#else
	bars->first = NULL;
	return 0;
#endif
}
