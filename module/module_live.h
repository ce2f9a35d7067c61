/* SPDX-License-Identifier: GPL-2.0 */
/* Whether a reference keeps a module. */
#ifndef HWI_MODULE_LIVE_H
#define HWI_MODULE_LIVE_H

#include <linux/module.h>

/**
 * hwi_module_live() - whether try_module_get() can be relied on
 * @mod: the module, or NULL for what is built in
 *
 * try_module_get() succeeds from before the module's init runs, but if init
 * fails the module is freed in spite of references. A live module stays live
 * until it is unloaded, after which no reference is given. So ask this first.
 *
 * Context: any; the caller keeps the memory of @mod.
 * Return: true if a reference that is given from now on keeps it.
 */
static inline bool hwi_module_live(const struct module *mod)
{
	return !mod || READ_ONCE(mod->state) == MODULE_STATE_LIVE;
}

#endif
