// SPDX-License-Identifier: GPL-2.0
/* Copies the kernel's modules into records. */
#include <linux/kobject.h>
#include <linux/module.h>

#include "core/compat.h"
#include "core/kset_walk.h"
#include "module_live.h"
#include "module_rows.h"

/**
 * struct collector - a walk over all modules
 * @arena: where the copies go
 * @modules: what is being filled
 * @link: where the next one is linked in
 */
struct collector {
	struct hwi_arena *arena;
	struct hwi_modules *modules;
	struct hwi_module **link;
};

static enum hwi_module_state state_of(const struct module *mod)
{
	switch (READ_ONCE(mod->state)) {
	case MODULE_STATE_LIVE:
		return HWI_MODULE_LIVE;
	case MODULE_STATE_GOING:
		return HWI_MODULE_UNLOADING;
	default:
		return HWI_MODULE_LOADING;
	}
}

/*
 * The version is freed before the module leaves the list. A reference keeps a
 * live module, and so its version. It is held during the copy only; an attempt
 * to unload the module at that moment finds it in use.
 */
static const char *copy_version(struct hwi_arena *arena, struct module *mod)
{
	const char *version;

	if (!READ_ONCE(mod->version) || !hwi_module_live(mod) ||
	    !try_module_get(mod))
		return NULL;
	version = hwi_arena_copy(arena, mod->version);
	module_put(mod);
	return version;
}

static void copy_module(struct kobject *kobj, void *data)
{
	struct collector *c = data;
	struct module_kobject *mk =
		container_of(kobj, struct module_kobject, kobj);
	struct module *mod = mk->mod;
	struct hwi_module *to = hwi_arena_alloc(c->arena, sizeof(*to));

	if (!to)
		return;
	*to = (struct hwi_module){ .state = HWI_MODULE_BUILTIN };
	to->name = hwi_arena_copy(c->arena, kobject_name(kobj));
	if (mod) {
		to->state = state_of(mod);
		to->size = hwi_module_size(mod);
		to->has_refs = hwi_module_refs(mod, &to->refs);
		to->taints = READ_ONCE(mod->taints);
		to->version = copy_version(c->arena, mod);
	}
	if (c->arena->overflow)
		return;
	*c->link = to;
	c->link = &to->next;
	c->modules->nr++;
}

/* The release function, for which free_module() waits, is the kernel's own. */
static bool can_park(struct kobject *kobj)
{
	return true;
}

/**
 * hwi_modules_collect() - copy all modules, and join them with their devices
 * @modules: result
 * @arena: where the copies go
 * @devices: the devices, arranged
 *
 * The kset that this module is in, module_kset, lists every module that is
 * loaded, and what is built in and has parameters. A module leaves it before
 * its memory is freed: free_module() waits for the release of its kobject,
 * which takes it off the list. Without sysfs there is no such list, and no
 * module is shown.
 *
 * Context: process context, may sleep; takes module_kset's list_lock.
 * Return: as hwi_kset_walk().
 */
int hwi_modules_collect(struct hwi_modules *modules, struct hwi_arena *arena,
			const struct hwi_devices *devices)
{
	struct collector c = {
		.arena = arena,
		.modules = modules,
		.link = &modules->first,
	};
	struct hwi_kset kset = { .can_park = can_park };
	int err;

	*modules = (struct hwi_modules){};
	if (!hwi_module_kset(&kset.kset, &kset.ktype))
		return 0;
	err = hwi_kset_walk(&kset, arena, copy_module, &c);
	return err ? err : hwi_modules_join(modules, arena, devices);
}
