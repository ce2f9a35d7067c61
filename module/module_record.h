/* SPDX-License-Identifier: GPL-2.0 */
/* The kernel's modules, copied. */
#ifndef HWI_MODULE_RECORD_H
#define HWI_MODULE_RECORD_H

#include "arena.h"

struct hwi_device;
struct hwi_devices;
struct hwi_processes;

/* The order is that of module_states. */
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
 * @same: the next one in its bucket
 * @key: address of the struct module, only ever compared; 0 if built in
 * @name: its name
 * @version: no text if it has none, or is not live, or built in
 * @state: what it is doing; all below is only set if it is not built in
 * @size: bytes, as in /proc/modules
 * @refs: as in /proc/modules; negative while it is unloading
 * @taints: bits of the kernel's taint flags
 * @devices: bound to its drivers, see hwi_modules_give_devices()
 * @last_device: the last of them
 * @files: open files that hold it, see hwi_modules_give_files()
 * @holders: modules that use it, see hwi_modules_give_holders()
 */
struct hwi_module {
	struct hwi_module *next;
	struct hwi_module *same;
	unsigned long key;
	struct hwi_str name;
	struct hwi_str version;
	enum hwi_module_state state;
	u64 size;
	int refs;
	unsigned long taints;
	struct hwi_module_device *devices;
	struct hwi_module_device *last_device;
	unsigned int files;
	unsigned int holders;
};

#define HWI_MODULE_BITS 6

/**
 * struct hwi_modules - the copied modules
 * @first: the first, NULL if there are none
 * @nr: how many
 * @bucket: finds them by name
 */
struct hwi_modules {
	struct hwi_module *first;
	unsigned int nr;
	struct hwi_module *bucket[1 << HWI_MODULE_BITS];
};

void hwi_modules_collect(struct hwi_modules *modules, struct hwi_arena *arena);
void hwi_modules_index(struct hwi_modules *modules);
struct hwi_module *hwi_modules_find(const struct hwi_modules *modules,
				    struct hwi_str name);
void hwi_modules_give_devices(struct hwi_modules *modules,
			      struct hwi_arena *arena,
			      const struct hwi_devices *devices);
void hwi_modules_give_files(struct hwi_modules *modules,
			    struct hwi_arena *arena,
			    const struct hwi_processes *processes);
void hwi_modules_give_holders(struct hwi_modules *modules,
			      struct hwi_arena *arena);
struct hwi_str hwi_module_taint_text(struct hwi_arena *arena,
				     unsigned long taints);
struct hwi_str hwi_module_devices_text(struct hwi_arena *arena,
				       const struct hwi_module *module);

#endif
