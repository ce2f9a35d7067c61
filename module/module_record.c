// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>
#include <linux/hash.h>

#include "device_record.h"
#include "module_record.h"
#include "process_record.h"

static unsigned int hash(struct hwi_str name)
{
	unsigned int sum = name.len, i;

	for (i = 0; i < name.len; i++)
		sum = sum * 31 + name.text[i];
	return hash_32(sum, HWI_MODULE_BITS);
}

/**
 * hwi_modules_index() - make modules findable by name
 * @modules: as they were collected
 */
void hwi_modules_index(struct hwi_modules *modules)
{
	struct hwi_module *module, **bucket;

	memset(modules->bucket, 0, sizeof(modules->bucket));
	for (module = modules->first; module; module = module->next) {
		bucket = &modules->bucket[hash(module->name)];
		module->same = *bucket;
		*bucket = module;
	}
}

/**
 * hwi_modules_find() - find a module by its name
 * @modules: indexed
 * @name: as in /proc/modules; may have no text
 *
 * Return: the module, or NULL.
 */
struct hwi_module *hwi_modules_find(const struct hwi_modules *modules,
				    struct hwi_str name)
{
	struct hwi_module *module = modules->bucket[hash(name)];

	while (module && (module->name.len != name.len ||
			  memcmp(module->name.text, name.text, name.len)))
		module = module->same;
	return module;
}

/**
 * hwi_modules_give_devices() - tell each module what its drivers are bound to
 * @modules: indexed
 * @arena: where the lists go
 * @devices: arranged
 */
void hwi_modules_give_devices(struct hwi_modules *modules,
			      struct hwi_arena *arena,
			      const struct hwi_devices *devices)
{
	const struct hwi_device *device;
	struct hwi_module_device *at;
	struct hwi_module *module;

	for (device = devices->first; device; device = device->next) {
		if (!device->bus.len || !device->driver.len)
			continue;
		module = hwi_modules_find(modules, device->module);
		if (!module)
			continue;
		at = hwi_arena_alloc(arena, sizeof(*at));
		if (!at)
			return;
		at->next = NULL;
		at->device = device;
		if (module->last_device)
			module->last_device->next = at;
		else
			module->devices = at;
		module->last_device = at;
	}
}

/**
 * hwi_modules_give_files() - count the open files that hold each module
 * @modules: as collected after @processes, so that a new module is there
 * @arena: where the indexes go
 * @processes: collected with their files
 *
 * A file that is open in several places, or by several processes, holds its
 * module once.
 */
void hwi_modules_give_files(struct hwi_modules *modules,
			    struct hwi_arena *arena,
			    const struct hwi_processes *processes)
{
	const struct hwi_open_file *file;
	struct hwi_index by_key, seen;
	struct hwi_module *module;

	if (!hwi_index_init(&by_key, arena, modules->nr) ||
	    !hwi_index_init(&seen, arena, processes->nr_files))
		return;
	for (module = modules->first; module; module = module->next)
		if (module->key)
			hwi_index_add(&by_key, module->key, module);
	for (file = processes->files; file; file = file->next) {
		module = hwi_index_find(&by_key, file->owner);
		if (!module || hwi_index_find(&seen, file->key))
			continue;
		hwi_index_add(&seen, file->key, module);
		module->files++;
	}
}

/**
 * hwi_module_taint_text() - taint flags by letter, as in /proc/modules
 * @arena: where the string goes
 * @taints: the flags
 *
 * The numbers of the flags never change: admin-guide/tainted-kernels.rst.
 *
 * Return: the string; no text if no flag is set.
 */
struct hwi_str hwi_module_taint_text(struct hwi_arena *arena,
				     unsigned long taints)
{
	static const char letters[] = "PFSRMBUDAWCIOELKXTNJ";
	char text[sizeof(letters)], *p = text;
	struct hwi_str none = { NULL, 0 };
	unsigned int i;

	for (i = 0; letters[i]; i++)
		if (taints & BIT(i))
			*p++ = letters[i];
	*p = '\0';
	return p == text ? none : hwi_arena_copy(arena, text);
}

/**
 * hwi_module_devices_text() - the devices of a module, as a list
 * @arena: where the string goes
 * @module: the module, with its devices
 *
 * Return: "pci:0000:00:02.0,usb:1-1" or "none".
 */
struct hwi_str hwi_module_devices_text(struct hwi_arena *arena,
				       const struct hwi_module *module)
{
	const struct hwi_module_device *at;
	struct hwi_str none = { NULL, 0 };
	size_t room = 0;
	char *begin, *p;

	for (at = module->devices; at; at = at->next)
		room += HWI_ITEM_MAX(at->device->device) + 1;
	if (!room)
		return hwi_arena_copy(arena, "none");
	begin = hwi_arena_text_begin(arena, room);
	if (!begin)
		return none;
	for (p = begin, at = module->devices; at; at = at->next) {
		if (p != begin)
			*p++ = ',';
		p = hwi_text_put_item(p, at->device->device);
	}
	return hwi_arena_text_end(arena, begin, p);
}
