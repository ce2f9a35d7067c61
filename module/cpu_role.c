// SPDX-License-Identifier: GPL-2.0
/* What a CPU is used for: by cpufreq, and by whoever isolates CPUs. */
#include <linux/cpufreq.h>
#include <linux/cpumask.h>
#include <linux/rcupdate.h>
#include <linux/rwsem.h>

#include "core/compat.h"
#include "cpu_role.h"

#ifdef CONFIG_CPU_FREQ
/*
 * A governor may belong to a module, and stays as long as the policy uses it.
 * The policy's lock is held for writing while that changes, and a driver may
 * take its time over it, so the lock is only tried. Drivers that choose
 * frequencies themselves have no governor; sysfs then shows one of these two
 * words.
 */
static void copy_governor(struct hwi_arena *arena,
			  struct cpufreq_policy *policy, struct hwi_cpu *to)
{
	if (!down_read_trylock(&policy->rwsem))
		return;
	if (policy->governor)
		to->governor = hwi_arena_copy(arena, policy->governor->name);
	else if (policy->policy == CPUFREQ_POLICY_PERFORMANCE)
		to->governor = "performance";
	else if (policy->policy == CPUFREQ_POLICY_POWERSAVE)
		to->governor = "powersave";
	up_read(&policy->rwsem);
}

/**
 * hwi_cpu_copy_policy() - copy what decides about a CPU's frequency
 * @arena: where to copy; its overflow is set if it does not fit
 * @policy: the CPU's, referenced: its driver cannot leave meanwhile, since it
 *	waits for all policies to be put
 * @to: the CPU
 *
 * Context: process context; tries the policy's lock.
 */
void hwi_cpu_copy_policy(struct hwi_arena *arena, struct cpufreq_policy *policy,
			 struct hwi_cpu *to)
{
	copy_governor(arena, policy, to);
	to->cpufreq_driver =
		hwi_arena_copy(arena, cpufreq_get_current_driver());
}
#endif

/**
 * hwi_cpu_isolation() - what a CPU is kept free of
 * @cpu: CPU number
 *
 * Context: any. The masks are constant since boot, or replaced under RCU.
 * Return: BIT() of enum hwi_cpu_isolation.
 */
unsigned long hwi_cpu_isolation(unsigned int cpu)
{
	unsigned long isolated = 0;

	rcu_read_lock();
	if (!cpumask_test_cpu(cpu, housekeeping_cpumask(HWI_HK(DOMAIN))))
		isolated |= BIT(HWI_CPU_NO_DOMAIN);
	if (!cpumask_test_cpu(cpu, housekeeping_cpumask(HWI_HK(MANAGED_IRQ))))
		isolated |= BIT(HWI_CPU_NO_MANAGED_IRQ);
	if (!cpumask_test_cpu(cpu, housekeeping_cpumask(HWI_HK(TICK))))
		isolated |= BIT(HWI_CPU_NO_TICK);
	rcu_read_unlock();
	return isolated;
}
