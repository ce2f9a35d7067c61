/* SPDX-License-Identifier: GPL-2.0 */
/* A module: its record, its columns and its row. */
#ifndef HWI_MODULE_ROWS_H
#define HWI_MODULE_ROWS_H

#include "core/index.h"
#include "core/row.h"

struct hwi_device;
struct hwi_devices;

/* The order is that of the words. */
enum hwi_module_state {
	HWI_MODULE_BUILTIN,
	HWI_MODULE_LIVE,
	HWI_MODULE_LOADING,
	HWI_MODULE_UNLOADING,
};

/**
 * struct hwi_module_device - a device that a module's driver is bound to
 * @next: in the order of the devices
 * @device: the device
 */
struct hwi_module_device {
	struct hwi_module_device *next;
	const struct hwi_device *device;
};

/**
 * struct hwi_module - a copied module, or a part of the kernel with parameters
 * @next: in the order of the kernel's list
 * @name: its name
 * @version: NULL if it has none, or is not live, or built in
 * @state: what it is doing; all below is only set if it is not built in
 * @size: bytes, as in /proc/modules
 * @has_refs: @refs is set: the kernel counts them
 * @refs: as in /proc/modules; negative while it is unloading
 * @taints: bits of the kernel's taint flags
 * @devices: bound to its drivers
 * @last_device: the last of them
 */
struct hwi_module {
	struct hwi_module *next;
	const char *name;
	const char *version;
	enum hwi_module_state state;
	u64 size;
	bool has_refs;
	int refs;
	unsigned long taints;
	struct hwi_module_device *devices;
	struct hwi_module_device *last_device;
};

/**
 * struct hwi_modules - the copied modules
 * @first: the first, NULL if there are none
 * @nr: how many
 */
struct hwi_modules {
	struct hwi_module *first;
	unsigned int nr;
};

#define HWI_MODULE_COLUMNS 7
extern const struct hwi_column hwi_module_columns[HWI_MODULE_COLUMNS];

int hwi_modules_collect(struct hwi_modules *modules, struct hwi_arena *arena,
			const struct hwi_devices *devices);
int hwi_modules_join(struct hwi_modules *modules, struct hwi_arena *arena,
		     const struct hwi_devices *devices);
void hwi_module_row(struct hwi_row *row, const struct hwi_module *module);

#endif
