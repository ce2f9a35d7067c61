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
 * hwi_cpu_capacity() - how much work a CPU does
 * @cpu: CPU number
 *
 * Context: any; a word of a per-CPU variable.
 * Return: of the 1024 that the most capable one does; 0 if unknown.
 */
unsigned int hwi_cpu_capacity(unsigned int cpu)
{
#if defined(arch_scale_cpu_capacity) && \
	(defined(CONFIG_X86) || defined(HWI_HAVE_CPU_SCALE))
	return arch_scale_cpu_capacity(cpu);
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
#ifdef HWI_HAVE_X86_CPU_TYPE
	switch (cpu_data(cpu).topo.cpu_type) {
	case TOPO_CPU_TYPE_PERFORMANCE:
		return HWI_CPU_PERFORMANCE;
	case TOPO_CPU_TYPE_EFFICIENCY:
		return HWI_CPU_EFFICIENCY;
	case TOPO_CPU_TYPE_LOW_POWER:
		return HWI_CPU_LOW_POWER;
	default:
		return HWI_CPU_ANY;
	}
#elif defined(HWI_HAVE_X86_INTEL_TYPE)
	/* Of CPUID.1A: it is zero where there is no such leaf. */
	switch (cpu_data(cpu).x86_vendor == X86_VENDOR_INTEL ?
			cpu_data(cpu).topo.intel_type :
			0) {
	case 0x40:
		return HWI_CPU_PERFORMANCE;
	case 0x20:
		return HWI_CPU_EFFICIENCY;
	default:
		return HWI_CPU_ANY;
	}
#else
	return HWI_CPU_ANY;
#endif
}
