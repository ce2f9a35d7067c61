// SPDX-License-Identifier: GPL-2.0
#ifdef CONFIG_X86
#include <asm/processor.h>
#include <asm/tsc.h>
#endif
#ifdef CONFIG_PPC
#include <asm/cputable.h>
#endif
#ifdef CONFIG_S390
#include <asm/processor.h>
#endif
#include <linux/cpu.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/of.h>
#include <linux/string.h>
#include <linux/topology.h>

#include "core/compat.h"
#include "cpu_arch.h"
#include "cputype_arch.h"

/**
 * hwi_cpu_model() - the CPU's name, as the hardware or the device tree gives it
 * @cpu: CPU number
 * @buffer: HWI_CPU_MODEL bytes, for where the hardware has only numbers
 *
 * Context: process context, cpus_read_lock() held: written while a CPU comes
 * up; kernfs may sleep.
 * Return: @buffer, or a string that stays; NULL where there is no name, or the
 * CPU was never up.
 */
const char *hwi_cpu_model(unsigned int cpu, char *buffer)
{
#ifdef CONFIG_X86
	const char *model = skip_spaces(cpu_data(cpu).x86_model_id);

	return *model ? model : NULL;
#elif defined(CONFIG_PPC)
	return cur_cpu_spec->cpu_name;
#elif defined(CONFIG_S390)
	struct cpuid id;

	/* All CPUs of a machine are of one kind. */
	get_cpu_id(&id);
	snprintf(buffer, HWI_CPU_MODEL, HWI_S390_VENDOR " %04X", id.machine);
	return buffer;
#else
	const struct device *dev = get_cpu_device(cpu);
	const char *model;

	if (dev && dev->of_node &&
	    !of_property_read_string(dev->of_node, "compatible", &model))
		return model;
	return hwi_cpu_part(cpu, buffer);
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

/**
 * hwi_cpu_type() - what a CPU is made for
 * @cpu: CPU number
 *
 * Context: cpus_read_lock() held: written while a CPU comes up.
 * Return: HWI_CPU_ANY where the kernel does not keep it.
 */
enum hwi_cpu_type hwi_cpu_type(unsigned int cpu)
{
#ifdef CONFIG_X86
	switch (hwi_x86_cpu_type(&cpu_data(cpu))) {
	case HWI_X86_PERFORMANCE:
		return HWI_CPU_PERFORMANCE;
	case HWI_X86_EFFICIENCY:
		return HWI_CPU_EFFICIENCY;
	case HWI_X86_LOW_POWER:
		return HWI_CPU_LOW_POWER;
	}
#endif
	return HWI_CPU_ANY;
}
