// SPDX-License-Identifier: GPL-2.0
#include "device_rows.h"
#include "machine.h"

static void devices_show(struct hwi_table *table,
			 const struct hwi_machine *machine)
{
	const struct hwi_device *device;

	for (device = machine->devices.first; device; device = device->next)
		if (hwi_device_shown(device))
			hwi_table_add(table, hwi_device_row, device);
}

HWI_DECLARE_VIEW(devices);
const struct hwi_view hwi_view_devices = {
	.name = "devices",
	.columns = hwi_device_columns,
	.nr_columns = HWI_DEVICE_COLUMNS,
	.parts = BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_IRQS),
	.show = devices_show,
};
