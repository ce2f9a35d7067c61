/* SPDX-License-Identifier: GPL-2.0 */
/* The caches of a CPU. */
#ifndef HWI_CPU_CACHES_H
#define HWI_CPU_CACHES_H

#include <linux/cacheinfo.h>

#include "arena.h"

struct hwi_str hwi_cpu_caches(struct hwi_arena *arena, unsigned int cpu);
struct hwi_str hwi_cache_text(struct hwi_arena *arena, struct hwi_str before,
			      const struct cacheinfo *cache);

#endif
