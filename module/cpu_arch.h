/* SPDX-License-Identifier: GPL-2.0 */
/* What only the architecture knows about a CPU. */
#ifndef HWI_CPU_ARCH_H
#define HWI_CPU_ARCH_H

#include "cpu_rows.h"

enum hwi_cpu_type hwi_cpu_type(unsigned int cpu);
const char *hwi_cpu_model(unsigned int cpu, char *buffer);
unsigned int hwi_cpu_khz(unsigned int cpu);

#endif
