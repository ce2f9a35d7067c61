/* SPDX-License-Identifier: GPL-2.0 */
#ifndef HWI_CPU_ROLE_H
#define HWI_CPU_ROLE_H

#include "cpu_rows.h"

struct cpufreq_policy;

void hwi_cpu_copy_policy(struct hwi_arena *arena, struct cpufreq_policy *policy,
			 struct hwi_cpu *to);
unsigned long hwi_cpu_isolation(unsigned int cpu);

#endif
