/* SPDX-License-Identifier: GPL-2.0 */
/* Whether a reference would keep a module. */
#ifndef HWI_MODULE_LIVE_H
#define HWI_MODULE_LIVE_H

#include <linux/module.h>

/**
 * hwi_module_live() - whether try_module_get() can be relied on
 * @mod: the module, or NULL for what is built in
 *
 * A module gives references from before its init runs, but if that fails it
 * is freed in spite of them. Once it is live it stays so until it is unloaded,
 * and from then on none is given. So this is asked first.
 *
 * Context: any; the caller keeps the memory of @mod.
 * Return: true if a reference that is given from now on keeps it.
 */
static inline bool hwi_module_live(const struct module *mod)
{
	return !mod || READ_ONCE(mod->state) == MODULE_STATE_LIVE;
}

#endif
