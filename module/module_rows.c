// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>
#include <linux/stringhash.h>

#include "core/pause.h"
#include "device_rows.h"
#include "module_rows.h"

const struct hwi_column hwi_module_columns[HWI_MODULE_COLUMNS] = {
	{ "MODULE", 's' },  { "STATE", 's' }, { "SIZE", 'z' },
	{ "REFS", 'u' },    { "TAINT", 's' }, { "DEVICES", 'w' },
	{ "VERSION", 's' },
};

static const char *const states[] = {
	[HWI_MODULE_BUILTIN] = "builtin",
	[HWI_MODULE_LIVE] = "live",
	[HWI_MODULE_LOADING] = "loading",
	[HWI_MODULE_UNLOADING] = "unloading",
};

static unsigned long key_of(const char *name)
{
	return full_name_hash(NULL, name, strlen(name));
}

static struct hwi_module *find(const struct hwi_index *by_name,
			       const char *name)
{
	const struct hwi_index_entry *entry;
	struct hwi_module *module;

	for (entry = hwi_index_first(by_name, key_of(name)); entry;
	     entry = hwi_index_next(entry)) {
		module = entry->record;
		if (!strcmp(module->name, name))
			return module;
	}
	return NULL;
}

static int index_by_name(struct hwi_index *by_name, struct hwi_arena *arena,
			 const struct hwi_modules *modules)
{
	struct hwi_module *module;
	int err = 0;

	for (module = modules->first; module && !err; module = module->next)
		err = hwi_index_fill(by_name, arena, modules->nr,
				     key_of(module->name), module);
	return err;
}

/* Returns false if there is no room. */
static bool give_device(struct hwi_arena *arena, struct hwi_module *module,
			const struct hwi_device *device)
{
	struct hwi_module_device *at = hwi_arena_alloc(arena, sizeof(*at));

	if (!at)
		return false;
	at->next = NULL;
	at->device = device;
	if (module->last_device)
		module->last_device->next = at;
	else
		module->devices = at;
	module->last_device = at;
	return true;
}

/**
 * hwi_modules_join() - give each module the devices its drivers are bound to
 * @modules: as they were collected
 * @arena: where the lists go
 * @devices: arranged
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_modules_join(struct hwi_modules *modules, struct hwi_arena *arena,
		     const struct hwi_devices *devices)
{
	const struct hwi_device *device = devices->first;
	struct hwi_index by_name = {};
	struct hwi_module *module;
	int err = index_by_name(&by_name, arena, modules);

	while (!err && device) {
		module = device->bus && device->driver && device->module ?
				 find(&by_name, device->module) :
				 NULL;
		if (!module || give_device(arena, module, device))
			device = device->next;
		else
			err = hwi_arena_pause(arena);
	}
	return err;
}

/*
 * Taint flags by letter, as in /proc/modules. Their numbers never change:
 * admin-guide/tainted-kernels.rst.
 */
static void taint_cell(struct hwi_row *row, unsigned long taints)
{
	static const char letters[] = "PFSRMBUDAWCIOELKXTNJ";
	struct hwi_text *text = hwi_cell_begin(row);
	unsigned int i;

	for (i = 0; letters[i]; i++)
		if (taints & BIT(i))
			hwi_text_char(text, letters[i]);
	hwi_cell_end(row);
}

static void devices_cell(struct hwi_row *row, const struct hwi_module *module)
{
	struct hwi_text *text = hwi_cell_begin(row);
	const struct hwi_module_device *at;

	if (!module->devices)
		hwi_text_str(text, "none");
	for (at = module->devices; at; at = at->next) {
		if (at != module->devices)
			hwi_text_char(text, ',');
		hwi_text_escaped(text, at->device->device, HWI_ESCAPE_ITEM);
	}
	hwi_cell_end(row);
}

/**
 * hwi_module_row() - fill the row of a module
 * @row: the row, of hwi_module_columns
 * @module: joined
 */
void hwi_module_row(struct hwi_row *row, const struct hwi_module *module)
{
	bool loaded = module->state != HWI_MODULE_BUILTIN;

	hwi_cell_str(row, module->name);
	hwi_cell_word(row, states[module->state]);
	if (loaded)
		hwi_cell_size(row, module->size);
	else
		hwi_cell_none(row);
	hwi_cell_id(row, loaded && module->has_refs ? module->refs : -1);
	taint_cell(row, module->taints);
	devices_cell(row, module);
	hwi_cell_line(row, module->version);
}
