// SPDX-License-Identifier: GPL-2.0
/* Copies the kernel's modules into records. */
#include <linux/kobject.h>
#include <linux/module.h>
#include <linux/spinlock.h>

#include "compat.h"
#include "module_live.h"
#include "module_record.h"

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
 * live module from being unloaded, so from that. It is held for the length of
 * the copy only; an unload in this moment finds the module in use.
 */
static struct hwi_str copy_version(struct hwi_arena *arena, struct module *mod)
{
	struct hwi_str version = { NULL, 0 };

	if (!READ_ONCE(mod->version) || !hwi_module_live(mod) ||
	    !try_module_get(mod))
		return version;
	version = hwi_arena_copy(arena, mod->version);
	module_put(mod);
	return version;
}

static void copy_module(struct hwi_arena *arena, struct module *mod,
			struct hwi_module *to)
{
	to->key = (unsigned long)mod;
	to->state = state_of(mod);
	to->size = hwi_module_size(mod);
	to->refs = module_refcount(mod);
	to->taints = READ_ONCE(mod->taints);
	to->version = copy_version(arena, mod);
}

/**
 * hwi_modules_collect() - copy all modules, and index them by name
 * @modules: result
 * @arena: where the copies go; its overflow is set if they do not fit
 *
 * The kset that this module is in, module_kset, lists every module that is
 * loaded, and what is built in and has parameters. Under its list_lock none
 * can leave it. A module leaves it before its memory is freed: free_module()
 * waits for the release of its kobject, which takes it off the list.
 *
 * Context: any; takes a spinlock, copies only.
 */
void hwi_modules_collect(struct hwi_modules *modules, struct hwi_arena *arena)
{
	const struct kobj_type *module_ktype = THIS_MODULE->mkobj.kobj.ktype;
	struct kset *kset = THIS_MODULE->mkobj.kobj.kset;
	struct hwi_module **link = &modules->first, *at;
	struct module_kobject *mk;
	struct kobject *kobj;

	modules->first = NULL;
	modules->nr = 0;
	spin_lock(&kset->list_lock);
	list_for_each_entry(kobj, &kset->list, entry) {
		if (kobj->ktype != module_ktype)
			continue;
		at = hwi_arena_alloc(arena, sizeof(*at));
		if (!at)
			break;
		mk = container_of(kobj, struct module_kobject, kobj);
		*at = (struct hwi_module){ .state = HWI_MODULE_BUILTIN };
		at->name = hwi_arena_copy(arena, kobject_name(kobj));
		if (mk->mod)
			copy_module(arena, mk->mod, at);
		*link = at;
		link = &at->next;
		modules->nr++;
	}
	spin_unlock(&kset->list_lock);
	hwi_modules_index(modules);
}
