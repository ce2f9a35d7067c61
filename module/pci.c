// SPDX-License-Identifier: GPL-2.0
#include "machine.h"
#include "pci_rows.h"

static void pci_show(struct hwi_table *table, const struct hwi_machine *machine)
{
	const struct hwi_pci *pci;

	for (pci = machine->pcis.first; pci; pci = pci->next)
		hwi_table_add(table, hwi_pci_row, pci);
}

HWI_DECLARE_VIEW(pci);
const struct hwi_view hwi_view_pci = {
	.name = "pci",
	.columns = hwi_pci_columns,
	.nr_columns = HWI_PCI_COLUMNS,
	.parts = BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_IRQS) |
		 BIT_ULL(HWI_PART_PCI),
	.show = pci_show,
};
