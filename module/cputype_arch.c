// SPDX-License-Identifier: GPL-2.0
/*
 * Identifies CPUs on each architecture, as /proc/cpuinfo does. What an
 * architecture does not export stays unknown.
 */
#include <linux/cpu.h>
#include <linux/cpumask.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/kernfs.h>
#include <linux/of.h>
#include <linux/string.h>

#ifdef CONFIG_X86
#include <asm/cpufeature.h>
#include <asm/processor.h>
#endif
#ifdef CONFIG_ARM64
#include <asm/cpu.h>
#include <asm/cpufeature.h>
#include <asm/cputype.h>
#endif
#ifdef CONFIG_ARM
#include <asm/cputype.h>
#include <asm/elf.h>
#include <asm/hwcap.h>
#include <asm/procinfo.h>
#endif
#ifdef CONFIG_RISCV
#include <asm/hwcap.h>
#endif
#ifdef CONFIG_PPC
#include <asm/reg.h>
#endif
#ifdef CONFIG_S390
#include <asm/processor.h>
#endif

#include "cputype_arch.h"

#ifdef CONFIG_ARM64
/* Name of the CPUs with this implementer and part in MIDR. */
struct hwi_part_name {
	u32 midr;
	const char *name;
};
#endif

#if defined(CONFIG_X86) || defined(CONFIG_ARM64) || defined(CONFIG_ARM) || \
	defined(CONFIG_RISCV)
/* Made by cpu_names.awk. */
#include "cpu_names.inc"

#define NR_FLAGS ARRAY_SIZE(flag_names)
static_assert(NR_FLAGS <= HWI_CPU_FLAGS);

#ifdef CONFIG_X86
static_assert(ARRAY_SIZE(bug_names) <= HWI_CPU_BUGS);
#endif

const struct hwi_cpu_names hwi_cpu_names = {
	.flags = flag_names,
	.nr_flags = NR_FLAGS,
#ifdef CONFIG_X86
	.bugs = bug_names,
	.nr_bugs = ARRAY_SIZE(bug_names),
#endif
};
#else
const struct hwi_cpu_names hwi_cpu_names;
#endif

#define SET(member, ...) snprintf(member, sizeof(member), __VA_ARGS__)

#ifdef CONFIG_X86
/* cpus_read_lock() keeps cpu_data(), which is set while a CPU comes up. */
static void identify(unsigned int cpu, struct hwi_cpu_kind *kind)
{
	struct cpuinfo_x86 *data = &cpu_data(cpu);
	unsigned int i;

	SET(kind->vendor, "%s", data->x86_vendor_id);
	SET(kind->family, "%u", data->x86);
	SET(kind->model, "%u", data->x86_model);
	SET(kind->stepping, "%u", data->x86_stepping);
	kind->microcode = data->microcode;
	kind->has_flags = true;
	kind->has_bugs = true;
	for (i = 0; i < NR_FLAGS; i++)
		if (flag_names[i] && test_cpu_cap(data, i))
			__set_bit(i, kind->flags);
	for (i = 0; i < ARRAY_SIZE(bug_names); i++)
		if (bug_names[i] && test_cpu_cap(data, 32 * NCAPINTS + i))
			__set_bit(i, kind->bugs);
}
#elif defined(CONFIG_ARM64)
/*
 * A CPU's registers are in a per-CPU variable that is not exported, but the
 * kobject of cpuN/regs in sysfs is a member of it. That kobject exists while
 * the CPU is online, as cpus_read_lock() keeps it; the node is held.
 */
static bool find_midr(unsigned int cpu, u32 *midr)
{
	struct device *dev = get_cpu_device(cpu);
	struct kernfs_node *regs;

	if (!dev || !dev->kobj.sd)
		return false;
	regs = kernfs_find_and_get_ns(dev->kobj.sd, "regs", NULL);
	if (!regs)
		return false;
	*midr = container_of((struct kobject *)regs->priv, struct cpuinfo_arm64,
			     kobj)
			->reg_midr;
	kernfs_put(regs);
	return true;
}

static const char *name_part(unsigned int cpu, char *buffer)
{
	unsigned int i;
	u32 midr;

	if (!find_midr(cpu, &midr))
		return NULL;
	for (i = 0; i < ARRAY_SIZE(part_names); i++)
		if ((midr & MIDR_CPU_MODEL_MASK) == part_names[i].midr)
			return part_names[i].name;
	snprintf(buffer, HWI_CPU_MODEL, "0x%02x,0x%03x", MIDR_IMPLEMENTOR(midr),
		 MIDR_PARTNUM(midr));
	return buffer;
}

static void identify_by_midr(unsigned int cpu, struct hwi_cpu_kind *kind)
{
	u32 midr;

	if (!find_midr(cpu, &midr))
		return;
	SET(kind->vendor, "0x%02x", MIDR_IMPLEMENTOR(midr));
	SET(kind->model, "0x%03x", MIDR_PARTNUM(midr));
	SET(kind->stepping, "r%up%u", MIDR_VARIANT(midr), MIDR_REVISION(midr));
}

/* The kernel knows only the features that all CPUs have. */
static void identify(unsigned int cpu, struct hwi_cpu_kind *kind)
{
	unsigned int i;

	SET(kind->family, "8");
	identify_by_midr(cpu, kind);
	kind->has_flags = true;
	for (i = 0; i < NR_FLAGS; i++)
		if (flag_names[i] && cpu_have_feature(i))
			__set_bit(i, kind->flags);
}
#elif defined(CONFIG_ARM)
/*
 * Only the boot CPU's registers are exported. They hold for another CPU if the
 * device tree has the same "compatible" for both.
 */
static bool as_the_first(unsigned int cpu)
{
	const struct device *dev = get_cpu_device(cpu);
	const struct device *first = get_cpu_device(0);
	const char *model, *model0;

	return dev == first ||
	       (dev && first &&
		!of_property_read_string(dev->of_node, "compatible", &model) &&
		!of_property_read_string(first->of_node, "compatible",
					 &model0) &&
		!strcmp(model, model0));
}

static void identify(unsigned int cpu, struct hwi_cpu_kind *kind)
{
	u64 caps = elf_hwcap | (u64)elf_hwcap2 << 32;
	unsigned int i;

	if (as_the_first(cpu)) {
		SET(kind->vendor, "0x%02x", processor_id >> 24);
		SET(kind->model, "0x%03x", processor_id >> 4 & 0xfff);
		SET(kind->stepping, "r%up%u", processor_id >> 20 & 0xf,
		    processor_id & 0xf);
	}
	/* cpu_architecture() is not exported; this starts with it. */
	if (!strncmp(elf_platform, "v7", 2))
		SET(kind->family, "7");
	kind->has_flags = true;
	for (i = 0; i < NR_FLAGS; i++)
		if (flag_names[i] && caps >> i & 1)
			__set_bit(i, kind->flags);
}
#elif defined(CONFIG_RISCV)
/* The kernel exports only the extensions that all harts have. */
static void identify(unsigned int cpu, struct hwi_cpu_kind *kind)
{
	unsigned int i;

	kind->has_flags = true;
	for (i = 0; i < NR_FLAGS; i++)
		if (flag_names[i] && __riscv_isa_extension_available(NULL, i))
			__set_bit(i, kind->flags);
}
#elif defined(CONFIG_PPC)
/* All CPUs of a machine are of one kind. */
static void identify(unsigned int cpu, struct hwi_cpu_kind *kind)
{
	u32 pvr = mfspr(SPRN_PVR);

	SET(kind->model, "%04x", PVR_VER(pvr));
	SET(kind->stepping, "%04x", PVR_REV(pvr));
}
#elif defined(CONFIG_S390)
/* All CPUs of a machine are of one kind. */
static void identify(unsigned int cpu, struct hwi_cpu_kind *kind)
{
	struct cpuid id;

	get_cpu_id(&id);
	SET(kind->vendor, HWI_S390_VENDOR);
	SET(kind->model, "%04X", id.machine);
}
#else
static void identify(unsigned int cpu, struct hwi_cpu_kind *kind)
{
}
#endif

/**
 * hwi_cpu_kind() - identify a CPU
 * @cpu: CPU number, online
 * @kind: result
 *
 * Context: process context, cpus_read_lock() held; kernfs may sleep.
 */
void hwi_cpu_kind(unsigned int cpu, struct hwi_cpu_kind *kind)
{
	memset(kind, 0, sizeof(*kind));
	identify(cpu, kind);
}

/**
 * hwi_cpu_part() - name a CPU by its own registers
 * @cpu: CPU number
 * @buffer: HWI_CPU_MODEL bytes, for implementer and part if the kernel's header
 *	has no name
 *
 * Context: process context, cpus_read_lock() held; kernfs may sleep.
 * Return: @buffer, or a constant; NULL if the CPU is not online, or the
 * architecture has no such names.
 */
const char *hwi_cpu_part(unsigned int cpu, char *buffer)
{
#ifdef CONFIG_ARM64
	return name_part(cpu, buffer);
#else
	return NULL;
#endif
}
