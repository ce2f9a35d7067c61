// SPDX-License-Identifier: GPL-2.0
#include "machine.h"
#include "module_rows.h"

static void modules_show(struct hwi_table *table,
			 const struct hwi_machine *machine)
{
	const struct hwi_module *module;

	for (module = machine->modules.first; module; module = module->next)
		hwi_table_add(table, hwi_module_row, module);
}

HWI_DECLARE_VIEW(modules);
const struct hwi_view hwi_view_modules = {
	.name = "modules",
	.columns = hwi_module_columns,
	.nr_columns = HWI_MODULE_COLUMNS,
	.parts = BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_MODULES),
	.show = modules_show,
};
