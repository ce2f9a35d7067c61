// SPDX-License-Identifier: GPL-2.0
#include <linux/ioport.h>

#include "device_record.h"
#include "text.h"
#include "view.h"

static const struct hwi_column devices_columns[] = {
	HWI_COLUMN("DEVICE", 's'), HWI_COLUMN("BUS", 's'),
	HWI_COLUMN("CLASS", 's'),  HWI_COLUMN("DRIVER", 's'),
	HWI_COLUMN("MODULE", 's'), HWI_COLUMN("DEV", 's'),
	HWI_COLUMN("NODE", 'u'),   HWI_COLUMN("IRQS", 'c'),
	HWI_COLUMN("PARENT", 's'), HWI_COLUMN("ID", 's'),
};

/* A list of ranges, as of CPUs. */
static struct hwi_str irqs_text(struct hwi_arena *arena,
				const struct hwi_device *device)
{
	const struct hwi_device_irq *at = device->irqs, *last;
	struct hwi_str none = { NULL, 0 };
	char *begin, *p;
	size_t room = 0;

	for (last = at; last; last = last->next)
		room += HWI_U64_MAX_LEN;
	if (!room)
		return hwi_arena_copy(arena, "none");
	begin = hwi_arena_text_begin(arena, room);
	if (!begin)
		return none;
	for (p = begin; at; at = last->next) {
		if (p != begin)
			*p++ = ',';
		for (last = at; last->next && last->next->irq == last->irq + 1;)
			last = last->next;
		p = hwi_text_u64(p, at->irq);
		if (last != at) {
			*p++ = '-';
			p = hwi_text_u64(p, last->irq);
		}
	}
	return hwi_arena_text_end(arena, begin, p);
}

static void add_row(struct hwi_table *table, const struct hwi_device *device)
{
	struct hwi_arena *arena = table->arena;
	struct hwi_row cells, *row = &cells;
	struct hwi_str none = { NULL, 0 };

	if (!hwi_row_begin(row, table))
		return;
	hwi_cell_str(row, device->device);
	hwi_cell_str(row, device->bus);
	hwi_cell_str(row, device->class);
	hwi_cell_str(row, device->driver);
	hwi_cell_str(row, device->module);
	hwi_cell_ready(row, hwi_device_number(arena, device));
	hwi_cell_id(row, device->node);
	hwi_cell_ready(row, irqs_text(arena, device));
	hwi_cell_str(row, device->parent ? device->parent->device : none);
	hwi_cell_text(row, hwi_device_id_text(arena, &device->id));
	hwi_row_end(row, table);
}

static int devices_fill(struct hwi_snapshot *snap)
{
	struct hwi_arena *arena = &snap->arena;
	const struct hwi_device *device;
	struct hwi_devices devices;
	struct hwi_owners owners;
	struct hwi_irqs irqs;

	if (!hwi_devices_collect(&devices, arena, snap->access->net))
		return 0;
	hwi_irqs_collect(&irqs, arena, true);
	hwi_owners_init(&owners, arena);
	hwi_owners_collect(&owners, IORESOURCE_IRQ);
	if (arena->overflow)
		return 0;
	hwi_devices_give_irqs(&devices, arena, &irqs, &owners);
	if (!hwi_table_reserve(&snap->table, devices.nr))
		return 0;
	for (device = devices.first; device; device = device->next)
		if (hwi_device_shown(device))
			add_row(&snap->table, device);
	return 0;
}

const struct hwi_view hwi_view_devices = {
	.name = "devices",
	.columns = devices_columns,
	.nr_columns = ARRAY_SIZE(devices_columns),
	.fill = devices_fill,
};
