// SPDX-License-Identifier: GPL-2.0
#include <linux/device.h>
#include <linux/pm_runtime.h>

#include "core/compat.h"
#include "pci_awake.h"

#ifdef CONFIG_PCI
/**
 * hwi_pci_lock() - keep a PCI device from being unbound and removed
 * @pdev: the device, which the caller holds
 *
 * Unbinding and removing a device take its lock, and so does resetting it.
 * A host bridge, whose driver knows how to read config space, goes only after
 * every device below it. So while a registered device is locked, its resources
 * and its config space may be read. The lock is only tried: its holder may be
 * removing the device.
 *
 * Context: process context.
 * Return: true if it is locked; false if somebody else has the lock, or the
 * device is gone.
 */
bool hwi_pci_lock(struct pci_dev *pdev)
{
	if (!device_trylock(&pdev->dev))
		return false;
	if (device_is_registered(&pdev->dev))
		return true;
	device_unlock(&pdev->dev);
	return false;
}

/**
 * hwi_pci_unlock() - undo hwi_pci_lock()
 * @pdev: the device
 *
 * Context: process context.
 */
void hwi_pci_unlock(struct pci_dev *pdev)
{
	device_unlock(&pdev->dev);
}

/* If runtime PM is disabled, only a bridge can put the device to sleep. */
static bool bridge_is_awake(const struct pci_dev *pdev)
{
	struct pci_dev *bridge = pdev->bus->self;

	return !bridge || pm_runtime_active(&bridge->dev);
}

/**
 * hwi_pci_stay_awake() - keep a PCI device awake if it is
 * @pdev: the device, locked
 *
 * A device that is awake stays so until hwi_pci_may_sleep(), and so do the
 * bridges above it. One that is asleep is not woken.
 *
 * Context: process context.
 * Return: whether it is awake, for hwi_pci_may_sleep().
 */
struct hwi_pci_awake hwi_pci_stay_awake(struct pci_dev *pdev)
{
	int active = hwi_pm_get_if_active(&pdev->dev);
	bool awake = active > 0 || (active == -EINVAL && bridge_is_awake(pdev));

	return (struct hwi_pci_awake){
		.awake = awake && pdev->current_state != PCI_D3cold,
		.held = active > 0,
	};
}

/**
 * hwi_pci_may_sleep() - undo hwi_pci_stay_awake()
 * @pdev: the device, locked
 * @awake: what hwi_pci_stay_awake() returned
 *
 * Context: process context.
 */
void hwi_pci_may_sleep(struct pci_dev *pdev, struct hwi_pci_awake awake)
{
	if (awake.held)
		pm_runtime_put(&pdev->dev);
}
#endif
