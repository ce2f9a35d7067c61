// SPDX-License-Identifier: GPL-2.0
/*
 * Copies PCI functions in three steps: take references under the lock of the
 * device list, read each function without that lock, drop the references.
 */
#include <linux/device.h>
#include <linux/kernfs.h>
#include <linux/pci.h>

#include "core/compat.h"
#include "core/pause.h"
#include "device_show.h"
#include "device_walk.h"
#include "pci_awake.h"
#include "pci_rows.h"
#include "runtime.h"

#ifdef CONFIG_PCI
static bool is_pci(struct device *dev, struct module **owner)
{
	return dev->bus == &pci_bus_type;
}

/* Set before a function is listed, and constant until it is released. */
static void copy_facts(struct hwi_pci *to, const struct pci_dev *pdev)
{
	*to = (struct hwi_pci){
		.key = (unsigned long)&pdev->dev,
		.bus_key = (unsigned long)pdev->bus,
		.class = pdev->class,
		.vendor = pdev->vendor,
		.product = pdev->device,
		.sub_vendor = pdev->subsystem_vendor,
		.sub_product = pdev->subsystem_device,
		.revision = pdev->revision,
		.number = PCI_SLOT(pdev->devfn),
		.speaks_for_link = !PCI_FUNC(pdev->devfn) && !pdev->is_virtfn,
		.aspm = -1,
		.msi_max = -1,
		.iommu = -1,
		.vfs = -1,
		.vfs_max = -1,
	};
}

/*
 * Single words, which sysfs reads without a lock, too. What SR-IOV allocates is
 * freed with the device, which is held.
 */
static void copy_state(struct hwi_pci *to, struct pci_dev *pdev)
{
	pci_power_t power = READ_ONCE(pdev->current_state);
	int number = (__force int)power;

	if (number >= (__force int)PCI_D0 && number <= (__force int)PCI_UNKNOWN)
		to->power = pci_power_name(power);
	to->runtime = hwi_runtime_status(&pdev->dev);
	if (!pdev->is_physfn)
		return;
	to->vfs = pci_num_vf(pdev);
	to->vfs_max = pci_sriov_get_totalvfs(pdev);
}

/* Called with the device's lock, without which nobody moves its resources. */
static void copy_bars(struct hwi_pci *to, const struct pci_dev *pdev)
{
	const struct resource *res;
	unsigned int i;

	for (i = 0; i < HWI_PCI_BARS; i++) {
		/* A bridge has fewer, and its windows come after the ROM. */
		res = &pdev->resource[i];
		if (!res->flags || res->end <= res->start)
			continue;
		to->bar[i] = (struct hwi_pci_bar){
			.size = resource_size(res),
			.io = res->flags & IORESOURCE_IO,
			.prefetch = res->flags & IORESOURCE_PREFETCH,
		};
	}
}

static struct hwi_pci_link read_max(struct pci_dev *pdev)
{
	u32 cap = 0, cap2 = 0;

	pcie_capability_read_dword(pdev, PCI_EXP_LNKCAP, &cap);
	pcie_capability_read_dword(pdev, PCI_EXP_LNKCAP2, &cap2);
	return hwi_pci_link_max(cap, cap2);
}

/* A port whose link is the one below it, not the one to its bridge. */
static bool is_switch_port(struct pci_dev *pdev)
{
	return pci_pcie_type(pdev) == PCI_EXP_TYPE_DOWNSTREAM ||
	       pci_pcie_type(pdev) == PCI_EXP_TYPE_PCIE_BRIDGE;
}

/*
 * A function has a reference to its bus, and the bus to its bridge. While the
 * function is awake, so is the bridge.
 */
static void read_link(struct hwi_pci *to, struct pci_dev *pdev)
{
	struct pci_dev *bridge = pdev->bus->self;
	u16 status = 0, control = 0;

	if (!pci_is_pcie(pdev))
		return;
	to->link_max = read_max(pdev);
	pcie_capability_read_word(pdev, PCI_EXP_LNKSTA, &status);
	to->link = hwi_pci_link_now(status);
	if (!to->link_max.width)
		return;
	if (!to->aspm_hidden) {
		pcie_capability_read_word(pdev, PCI_EXP_LNKCTL, &control);
		to->aspm = control & PCI_EXP_LNKCTL_ASPMC;
	}
	if (bridge && pci_is_pcie(bridge) && !is_switch_port(pdev))
		to->port_max = read_max(bridge);
}

static void read_messages(struct hwi_pci *to, struct pci_dev *pdev)
{
	bool msix = pdev->msix_cap && !pdev->msi_enabled;
	u16 flags;

	if (!msix && !pdev->msi_cap)
		return;
	if (pci_read_config_word(pdev,
				 msix ? pdev->msix_cap + PCI_MSIX_FLAGS :
					pdev->msi_cap + PCI_MSI_FLAGS,
				 &flags) ||
	    flags == U16_MAX)
		return;
	to->msi_max = msix ? (flags & PCI_MSIX_FLAGS_QSIZE) + 1 :
			     1 << ((flags & PCI_MSI_FLAGS_QMASK) >> 1);
}

/*
 * Called with the device's lock: see hwi_pci_lock(). The link's registers are
 * public in sysfs, as current_link_speed and the like.
 */
static void look_locked(struct hwi_pci *to, struct pci_dev *pdev)
{
	struct hwi_pci_awake awake;

	if (!hwi_pci_lock(pdev))
		return;
	copy_bars(to, pdev);
	to->looked = true;
	awake = hwi_pci_stay_awake(pdev);
	if (awake.awake) {
		read_link(to, pdev);
		if (!to->msi_max_hidden)
			read_messages(to, pdev);
	}
	hwi_pci_may_sleep(pdev, awake);
	hwi_pci_unlock(pdev);
}

/*
 * The counters are freed with the device, which is held. The functions that
 * show them are the PCI core's, not a driver's, and take no lock.
 */
static void show_aer(struct hwi_pci *to, struct pci_dev *pdev,
		     struct hwi_shower *shower)
{
	static const char *const names[HWI_AER_KINDS] = {
		[HWI_AER_COR] = "aer_dev_correctable",
		[HWI_AER_NONFATAL] = "aer_dev_nonfatal",
		[HWI_AER_FATAL] = "aer_dev_fatal",
	};
	unsigned int i;

#ifdef CONFIG_PCIEAER
	if (!pdev->aer_cap)
		return;
#endif
	for (i = 0; i < HWI_AER_KINDS; i++)
		if (hwi_shower_show_name(shower, &pdev->dev, names[i]) > 0 &&
		    hwi_pci_aer_total(shower->page, &to->aer[i]))
			to->has_aer |= BIT(i);
}

/* The target of a symlink in @directory, with a reference; NULL if none. */
static struct kernfs_node *follow(struct kernfs_node *directory,
				  const char *name)
{
	struct kernfs_node *link = NULL, *target = NULL;

	if (directory)
		link = kernfs_find_and_get_ns(directory, name, NULL);
	/* A link holds its target. */
	if (link && kernfs_type(link) == KERNFS_LINK) {
		target = link->symlink.target_kn;
		kernfs_get(target);
	}
	kernfs_put(link);
	return target;
}

/*
 * The number of the group is the name of the target of "iommu_group".
 * dev->iommu_group can go while the device is held, and so can the device's
 * directory. So the path starts from the bus, which stays, and each step takes
 * a reference.
 */
static int iommu_group(struct kernfs_node *devices, struct pci_dev *pdev)
{
	struct kernfs_node *dir = follow(devices, dev_name(&pdev->dev));
	struct kernfs_node *group = follow(dir, "iommu_group");
	int number = -1;

	if (group) {
		rcu_read_lock();
		if (kstrtoint(hwi_kernfs_name(group), 10, &number))
			number = -1;
		rcu_read_unlock();
	}
	kernfs_put(group);
	kernfs_put(dir);
	return number;
}

static int collect(struct hwi_pcis *pcis, struct hwi_arena *arena,
		   const struct hwi_held *held, struct hwi_shower *shower,
		   struct kernfs_node *devices)
{
	struct hwi_pci **link = &pcis->first, *to;
	struct pci_dev *pdev;
	int err = 0;

	while (!err && held) {
		to = hwi_arena_alloc(arena, sizeof(*to));
		if (to) {
			pdev = to_pci_dev(held->dev);
			copy_facts(to, pdev);
			hwi_pci_hide(to, shower->admin,
				     IS_ENABLED(CONFIG_PCIEASPM));
			look_locked(to, pdev);
			copy_state(to, pdev);
			show_aer(to, pdev, shower);
			to->iommu = iommu_group(devices, pdev);
			*link = to;
			link = &to->next;
			pcis->nr++;
			held = held->next;
		}
		err = hwi_arena_pause(arena);
	}
	return err;
}
#endif

/**
 * hwi_pcis_collect() - copy all PCI functions
 * @pcis: result
 * @arena: where the copies go
 * @admin: the opener has CAP_SYS_ADMIN
 *
 * Context: process context, may sleep; takes one device's lock at a time.
 * Return: as hwi_kset_walk().
 */
int hwi_pcis_collect(struct hwi_pcis *pcis, struct hwi_arena *arena, bool admin)
{
#ifdef CONFIG_PCI
	struct kset *bus = bus_get_kset(&pci_bus_type);
	struct kernfs_node *devices = NULL;
	struct hwi_shower shower;
	struct hwi_held *list;
	int err;

	*pcis = (struct hwi_pcis){};
	err = hwi_shower_init(&shower, admin);
	if (err)
		return err;
	/* The directory of the built-in bus stays. */
	if (bus && bus->kobj.sd)
		devices = kernfs_find_and_get_ns(bus->kobj.sd, "devices", NULL);
	err = hwi_device_hold(arena, is_pci, &list);
	if (!err)
		err = collect(pcis, arena, list, &shower, devices);
	hwi_device_put(list);
	kernfs_put(devices);
	hwi_shower_free(&shower);
	return err ? err : hwi_pci_slots_collect(pcis, arena);
#else
	*pcis = (struct hwi_pcis){};
	return 0;
#endif
}
