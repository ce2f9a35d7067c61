// SPDX-License-Identifier: GPL-2.0
#ifdef CONFIG_X86
#include <asm/processor.h>
#include <asm/tsc.h>
#endif
#ifdef CONFIG_PPC
#include <asm/cputable.h>
#endif
#include <linux/cpu.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/of.h>
#include <linux/string.h>

#include "cpu_arch.h"

/**
 * hwi_cpu_model() - the CPU's name, as the hardware or the device tree gives it
 * @cpu: CPU number
 *
 * Context: cpus_read_lock() held: written while a CPU comes up.
 * Return: a string that stays, or NULL where there is none (ARM and s390 have
 * numbers) or the CPU was never up.
 */
const char *hwi_cpu_model(unsigned int cpu)
{
#ifdef CONFIG_X86
	const char *model = skip_spaces(cpu_data(cpu).x86_model_id);

	return *model ? model : NULL;
#elif defined(CONFIG_PPC)
	return cur_cpu_spec->cpu_name;
#else
	const struct device *dev = get_cpu_device(cpu);
	const char *model = NULL;

	if (dev && dev->of_node)
		of_property_read_string(dev->of_node, "compatible", &model);
	return model;
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
