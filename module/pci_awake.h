/* SPDX-License-Identifier: GPL-2.0 */
/* When the resources and the config space of a PCI device may be read. */
#ifndef HWI_PCI_AWAKE_H
#define HWI_PCI_AWAKE_H

#include <linux/pci.h>

#ifdef CONFIG_PCI
/**
 * struct hwi_pci_awake - whether a device is awake
 * @awake: it is awake, and stays so
 * @held: a runtime PM reference keeps it active
 */
struct hwi_pci_awake {
	bool awake;
	bool held;
};

bool hwi_pci_lock(struct pci_dev *pdev);
void hwi_pci_unlock(struct pci_dev *pdev);
struct hwi_pci_awake hwi_pci_stay_awake(struct pci_dev *pdev);
void hwi_pci_may_sleep(struct pci_dev *pdev, struct hwi_pci_awake awake);
#endif

#endif
