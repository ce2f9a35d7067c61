// SPDX-License-Identifier: GPL-2.0
#include "device_record.h"
#include "module_record.h"
#include "view.h"

static const struct hwi_column modules_columns[] = {
	HWI_COLUMN("MODULE", 's'),  HWI_COLUMN("STATE", 's'),
	HWI_COLUMN("SIZE", 'z'),    HWI_COLUMN("REFS", 'u'),
	HWI_COLUMN("DEVICES", 'w'), HWI_COLUMN("TAINT", 's'),
	HWI_COLUMN("VERSION", 's'),
};

static const char *const module_states[] = {
	[HWI_MODULE_BUILTIN] = "builtin",
	[HWI_MODULE_LIVE] = "live",
	[HWI_MODULE_LOADING] = "loading",
	[HWI_MODULE_UNLOADING] = "unloading",
};

static void add_row(struct hwi_table *table, const struct hwi_module *module)
{
	struct hwi_arena *arena = table->arena;
	struct hwi_row cells, *row = &cells;

	if (!hwi_row_begin(row, table))
		return;
	hwi_cell_str(row, module->name);
	hwi_cell_ready(row,
		       hwi_arena_copy(arena, module_states[module->state]));
	if (module->state == HWI_MODULE_BUILTIN) {
		hwi_cell_none(row);
		hwi_cell_none(row);
	} else {
		hwi_cell_size(row, module->size);
		hwi_cell_id(row, module->refs);
	}
	hwi_cell_ready(row, hwi_module_devices_text(arena, module));
	hwi_cell_ready(row, hwi_module_taint_text(arena, module->taints));
	hwi_cell_text(row, module->version);
	hwi_row_end(row, table);
}

static int modules_fill(struct hwi_snapshot *snap)
{
	struct hwi_arena *arena = &snap->arena;
	const struct hwi_module *module;
	struct hwi_modules modules;
	struct hwi_devices devices;

	if (!hwi_devices_collect(&devices, arena, snap->access->net))
		return 0;
	hwi_modules_collect(&modules, arena);
	hwi_modules_give_devices(&modules, arena, &devices);
	if (!hwi_table_reserve(&snap->table, modules.nr))
		return 0;
	for (module = modules.first; module; module = module->next)
		add_row(&snap->table, module);
	return 0;
}

const struct hwi_view hwi_view_modules = {
	.name = "modules",
	.columns = modules_columns,
	.nr_columns = ARRAY_SIZE(modules_columns),
	.fill = modules_fill,
};
