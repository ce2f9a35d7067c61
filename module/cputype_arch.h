/* SPDX-License-Identifier: GPL-2.0 */
#ifndef HWI_CPUTYPE_ARCH_H
#define HWI_CPUTYPE_ARCH_H

#include "cputype_rows.h"

extern const struct hwi_cpu_names hwi_cpu_names;

void hwi_cpu_kind(unsigned int cpu, struct hwi_cpu_kind *kind);

#endif
