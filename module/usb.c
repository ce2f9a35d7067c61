// SPDX-License-Identifier: GPL-2.0
#include "machine.h"
#include "usb_rows.h"

static void usb_show(struct hwi_table *table, const struct hwi_machine *machine)
{
	const struct hwi_usb *usb;

	for (usb = machine->usbs.first; usb; usb = usb->next)
		hwi_table_add(table, hwi_usb_row, usb);
}

HWI_DECLARE_VIEW(usb);
const struct hwi_view hwi_view_usb = {
	.name = "usb",
	.columns = hwi_usb_columns,
	.nr_columns = HWI_USB_COLUMNS,
	.parts = BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_USB),
	.show = usb_show,
};
