// SPDX-License-Identifier: GPL-2.0
/* Counts the modules that use a module. */
#include <linux/kernfs.h>
#include <linux/kobject.h>
#include <linux/module.h>
#include <linux/spinlock.h>
#include <linux/sysfs.h>

#include "module_live.h"
#include "module_record.h"

/**
 * struct held - a module that is held
 * @next: the next one
 * @record: its record
 * @mod: with a reference
 */
struct held {
	struct held *next;
	struct hwi_module *record;
	struct module *mod;
};

static struct hwi_module *record_of(const struct hwi_modules *modules,
				    const struct module *mod)
{
	struct hwi_module *module = modules->first;

	while (module && module->key != (unsigned long)mod)
		module = module->next;
	return module;
}

/* Under module_kset's list_lock, as hwi_modules_collect() says. */
static struct held *hold(struct held *list, struct hwi_arena *arena,
			 const struct hwi_modules *modules, struct module *mod)
{
	struct hwi_module *record;
	struct held *held;

	if (!hwi_module_live(mod) || module_refcount(mod) <= 0)
		return list;
	record = record_of(modules, mod);
	if (!record || record->refs <= 0)
		return list;
	held = hwi_arena_alloc(arena, sizeof(*held));
	if (!held || !try_module_get(mod))
		return list;
	held->next = list;
	held->record = record;
	held->mod = mod;
	return held;
}

static void count_holders(const struct hwi_modules *modules,
			  const struct held *held)
{
#ifdef CONFIG_SYSFS
	const struct hwi_module *module;
	char name[MODULE_NAME_LEN];
	struct kernfs_node *link;

	for (module = modules->first; module; module = module->next) {
		if (!module->key || module->name.len >= sizeof(name))
			continue;
		memcpy(name, module->name.text, module->name.len);
		name[module->name.len] = '\0';
		link = sysfs_get_dirent(held->mod->holders_dir->sd, name);
		if (!link)
			continue;
		sysfs_put(link);
		held->record->holders++;
	}
#endif
}

/**
 * hwi_modules_give_holders() - count the modules that use each module
 * @modules: as collected
 * @arena: for what is needed meanwhile
 *
 * The list of a module's users is under a mutex that is not exported; but
 * each has a link in /sys/module/NAME/holders, which sysfs finds by name.
 * That may sleep, so a reference is taken first: it keeps a live module that
 * way, and so its directory. Only modules that are in use, which could not be
 * unloaded anyway, are held.
 *
 * Context: process context, may sleep.
 */
void hwi_modules_give_holders(struct hwi_modules *modules,
			      struct hwi_arena *arena)
{
	const struct kobj_type *module_ktype = THIS_MODULE->mkobj.kobj.ktype;
	struct kset *kset = THIS_MODULE->mkobj.kobj.kset;
	struct held *held = NULL;
	struct module_kobject *mk;
	struct kobject *kobj;

	spin_lock(&kset->list_lock);
	list_for_each_entry(kobj, &kset->list, entry) {
		mk = container_of(kobj, struct module_kobject, kobj);
		if (kobj->ktype == module_ktype && mk->mod)
			held = hold(held, arena, modules, mk->mod);
	}
	spin_unlock(&kset->list_lock);
	for (; held; held = held->next) {
		cond_resched();
		count_holders(modules, held);
		module_put(held->mod);
	}
}
