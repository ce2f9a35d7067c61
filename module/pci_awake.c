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
 * Unbinding a device, and removing it, take its lock. Removal of a host
 * bridge, whose driver knows how to read config space, removes each device
 * below it first. So with the lock of a registered device, its resources may
 * be looked at and its config space be read. Whoever has the lock now may be
 * about to remove it, and is not waited for.
 *
 * Context: process context.
 * Return: true if it is locked; false if it cannot be, or is gone.
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
 * hwi_pci_unlock() - let it go
 * @pdev: as it was locked
 *
 * Context: process context.
 */
void hwi_pci_unlock(struct pci_dev *pdev)
{
	device_unlock(&pdev->dev);
}

/* Without power management at run time a device is awake if its bridge is. */
static bool bridge_is_awake(const struct pci_dev *pdev)
{
	struct pci_dev *bridge = pdev->bus->self;

	return !bridge || pm_runtime_active(&bridge->dev);
}

/**
 * hwi_pci_stay_awake() - keep a PCI device awake that is
 * @pdev: the device, locked
 *
 * A device that is awake may be asked; it stays so until
 * hwi_pci_may_sleep(), and with it the bridges it is behind. Nothing is woken
 * up.
 *
 * Context: process context.
 * Return: whether it is.
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
 * hwi_pci_may_sleep() - it need not stay awake any more
 * @pdev: the device, locked
 * @awake: as hwi_pci_stay_awake() found it
 *
 * Context: process context.
 */
void hwi_pci_may_sleep(struct pci_dev *pdev, struct hwi_pci_awake awake)
{
	if (awake.held)
		pm_runtime_put(&pdev->dev);
}
#endif
