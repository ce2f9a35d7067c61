/* SPDX-License-Identifier: GPL-2.0 */
/* Copies the caches of a CPU. */
#ifndef HWI_CPU_CACHE_H
#define HWI_CPU_CACHE_H

#include "cpu_rows.h"

struct hwi_cache *hwi_cpu_caches(struct hwi_arena *arena, unsigned int cpu);

#endif
