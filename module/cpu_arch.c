// SPDX-License-Identifier: GPL-2.0
#ifdef CONFIG_X86
#include <asm/processor.h>
#include <asm/tsc.h>
#endif
#include <linux/kernel.h>
#include <linux/string.h>

#include "cpu_arch.h"

/**
 * hwi_cpu_model() - the CPU's name, as the hardware gives it
 * @cpu: CPU number
 *
 * Context: cpus_read_lock() held: written while a CPU comes up.
 * Return: a string that stays, or NULL where the architecture has none (ARM
 * has numbers) or the CPU was never up.
 */
const char *hwi_cpu_model(unsigned int cpu)
{
#ifdef CONFIG_X86
	const char *model = skip_spaces(cpu_data(cpu).x86_model_id);

	return *model ? model : NULL;
#else
	return NULL;
#endif
}

/**
 * hwi_cpu_khz() - the frequency where there is no cpufreq driver
 * @cpu: CPU number
 *
 * Context: any.
 * Return: kHz, as calibrated at boot and shown by /proc/cpuinfo; 0 if unknown.
 */
unsigned int hwi_cpu_khz(unsigned int cpu)
{
#ifdef CONFIG_X86
	return cpu_khz;
#else
	return 0;
#endif
}
