/* SPDX-License-Identifier: GPL-2.0 */
#ifndef HWI_CPUTYPE_ARCH_H
#define HWI_CPUTYPE_ARCH_H

#include "cputype_rows.h"

extern const struct hwi_cpu_names hwi_cpu_names;

/* Room for a model that is written as numbers. */
#define HWI_CPU_MODEL 24

/* As the vendor_id of s390's /proc/cpuinfo. */
#define HWI_S390_VENDOR "IBM/S390"

void hwi_cpu_kind(unsigned int cpu, struct hwi_cpu_kind *kind);
const char *hwi_cpu_part(unsigned int cpu, char *buffer);

#endif
