// SPDX-License-Identifier: GPL-2.0
#include <linux/hardirq.h>
#include <linux/kernel.h>
#include <linux/percpu.h>

#ifdef CONFIG_X86
#include <asm/hypervisor.h>
#include <asm/processor.h>
#endif

#include "irq_arch.h"

/*
 * irq_stat, and the labels of arch_show_interrupts(), which is not exported.
 * Up to some 7.x each counter is a member, after that one of an array.
 */
#if defined(CONFIG_X86) && defined(HWI_HAVE_X86_IRQ_COUNTS)
#define AT(member, which) \
	((int)offsetof(irq_cpustat_t, counts) + (int)sizeof(int) * (which))
/* Such a kernel lists what should not happen only once it did. */
#define UNLIKELY HWI_SHOWN_COUNTED
#define OF_AMD HWI_SHOWN_AMD
#elif defined(CONFIG_X86)
#define AT(member, which) ((int)offsetof(irq_cpustat_t, member))
#define UNLIKELY HWI_SHOWN
#define OF_AMD HWI_SHOWN
#endif

#if IS_ENABLED(CONFIG_KVM) || \
	(defined(CONFIG_HAVE_KVM) && !defined(HWI_HAVE_X86_IRQ_COUNTS))
#define POSTED_INTERRUPTS
#endif

const struct hwi_arch_irq hwi_arch_irqs[] = {
#ifdef CONFIG_X86
	{ HWI_STR_INIT("NMI"), HWI_STR_INIT("Non-maskable interrupts"),
	  AT(__nmi_count, IRQ_COUNT_NMI) },
#ifdef CONFIG_X86_LOCAL_APIC
	{ HWI_STR_INIT("LOC"), HWI_STR_INIT("Local timer interrupts"),
	  AT(apic_timer_irqs, IRQ_COUNT_APIC_TIMER) },
	{ HWI_STR_INIT("SPU"), HWI_STR_INIT("Spurious interrupts"),
	  AT(irq_spurious_count, IRQ_COUNT_SPURIOUS), UNLIKELY },
	{ HWI_STR_INIT("PMI"),
	  HWI_STR_INIT("Performance monitoring interrupts"),
	  AT(apic_perf_irqs, IRQ_COUNT_APIC_PERF) },
	{ HWI_STR_INIT("IWI"), HWI_STR_INIT("IRQ work interrupts"),
	  AT(apic_irq_work_irqs, IRQ_COUNT_IRQ_WORK) },
	{ HWI_STR_INIT("RTR"), HWI_STR_INIT("APIC ICR read retries"),
	  AT(icr_read_retry_count, IRQ_COUNT_ICR_READ_RETRY), UNLIKELY },
	{ HWI_STR_INIT("PLT"), HWI_STR_INIT("Platform interrupts"),
	  AT(x86_platform_ipis, IRQ_COUNT_X86_PLATFORM_IPI),
	  HWI_SHOWN_COUNTED },
#endif
#ifdef CONFIG_SMP
	{ HWI_STR_INIT("RES"), HWI_STR_INIT("Rescheduling interrupts"),
	  AT(irq_resched_count, IRQ_COUNT_RESCHEDULE) },
	{ HWI_STR_INIT("CAL"), HWI_STR_INIT("Function call interrupts"),
	  AT(irq_call_count, IRQ_COUNT_CALL_FUNCTION) },
#endif
#if defined(CONFIG_SMP) || defined(HWI_HAVE_X86_IRQ_COUNTS)
	{ HWI_STR_INIT("TLB"), HWI_STR_INIT("TLB shootdowns"),
	  AT(irq_tlb_count, IRQ_COUNT_TLB) },
#endif
#ifdef CONFIG_X86_THERMAL_VECTOR
	{ HWI_STR_INIT("TRM"), HWI_STR_INIT("Thermal event interrupts"),
	  AT(irq_thermal_count, IRQ_COUNT_THERMAL_APIC) },
#endif
#ifdef CONFIG_X86_MCE_THRESHOLD
	{ HWI_STR_INIT("THR"), HWI_STR_INIT("Threshold APIC interrupts"),
	  AT(irq_threshold_count, IRQ_COUNT_THRESHOLD_APIC) },
#endif
#ifdef CONFIG_X86_MCE_AMD
	{ HWI_STR_INIT("DFR"), HWI_STR_INIT("Deferred Error APIC interrupts"),
	  AT(irq_deferred_error_count, IRQ_COUNT_DEFERRED_ERROR), OF_AMD },
#endif
#ifdef CONFIG_X86_MCE
#ifdef HWI_HAVE_X86_IRQ_COUNTS
	{ HWI_STR_INIT("MCE"), HWI_STR_INIT("Machine check exceptions"),
	  AT(, IRQ_COUNT_MCE_EXCEPTION) },
	{ HWI_STR_INIT("MCP"), HWI_STR_INIT("Machine check polls"),
	  AT(, IRQ_COUNT_MCE_POLL) },
#else
	{ HWI_STR_INIT("MCE"), HWI_STR_INIT("Machine check exceptions"), -1 },
	{ HWI_STR_INIT("MCP"), HWI_STR_INIT("Machine check polls"), -1 },
#endif
#endif
#ifdef CONFIG_X86_HV_CALLBACK_VECTOR
	{ HWI_STR_INIT("HYP"), HWI_STR_INIT("Hypervisor callback interrupts"),
	  AT(irq_hv_callback_count, IRQ_COUNT_HYPERVISOR_CALLBACK),
	  HWI_SHOWN_CALLBACK },
#endif
#if IS_ENABLED(CONFIG_HYPERV)
	{ HWI_STR_INIT("HRE"),
	  HWI_STR_INIT("Hyper-V reenlightenment interrupts"),
	  AT(irq_hv_reenlightenment_count, IRQ_COUNT_HYPERV_REENLIGHTENMENT),
	  HWI_SHOWN_HYPERV },
	{ HWI_STR_INIT("HVS"), HWI_STR_INIT("Hyper-V stimer0 interrupts"),
	  AT(hyperv_stimer0_count, IRQ_COUNT_HYPERV_STIMER0),
	  HWI_SHOWN_HYPERV },
#endif
#ifdef HWI_HAVE_X86_IRQ_COUNTS
	{ HWI_STR_INIT("ERR"), HWI_STR_INIT("PIC/APIC error interrupts"),
	  AT(, IRQ_COUNT_PIC_APIC_ERROR), UNLIKELY },
#ifdef CONFIG_X86_IO_APIC
	{ HWI_STR_INIT("MIS"), HWI_STR_INIT("Misrouted IO/APIC interrupts"),
	  AT(, IRQ_COUNT_IOAPIC_MISROUTED), UNLIKELY },
#endif
#else
	{ HWI_STR_INIT("ERR"), HWI_STR_INIT("PIC/APIC error interrupts"), -1,
	  UNLIKELY },
#ifdef CONFIG_X86_IO_APIC
	{ HWI_STR_INIT("MIS"), HWI_STR_INIT("Misrouted IO-APIC interrupts"), -1,
	  UNLIKELY },
#endif
#endif
#ifdef POSTED_INTERRUPTS
	{ HWI_STR_INIT("PIN"),
	  HWI_STR_INIT("Posted-interrupt notification event"),
	  AT(kvm_posted_intr_ipis, IRQ_COUNT_POSTED_INTR) },
	{ HWI_STR_INIT("NPI"), HWI_STR_INIT("Nested posted-interrupt event"),
	  AT(kvm_posted_intr_nested_ipis, IRQ_COUNT_POSTED_INTR_NESTED) },
	{ HWI_STR_INIT("PIW"), HWI_STR_INIT("Posted-interrupt wakeup event"),
	  AT(kvm_posted_intr_wakeup_ipis, IRQ_COUNT_POSTED_INTR_WAKEUP) },
#endif
#if defined(HWI_HAVE_X86_IRQ_COUNTS) && defined(CONFIG_GUEST_PERF_EVENTS)
	{ HWI_STR_INIT("VPMI"), HWI_STR_INIT("Perf Guest Mediated PMI"),
	  AT(, IRQ_COUNT_PERF_GUEST_MEDIATED_PMI) },
#endif
#if defined(HWI_HAVE_X86_IRQ_COUNTS) && defined(CONFIG_X86_POSTED_MSI)
	{ HWI_STR_INIT("PMN"), HWI_STR_INIT("Posted MSI notification event"),
	  AT(, IRQ_COUNT_POSTED_MSI_NOTIFICATION), HWI_SHOWN_COUNTED },
#endif
#endif
};

const unsigned int hwi_nr_arch_irqs = ARRAY_SIZE(hwi_arch_irqs);

/**
 * hwi_arch_irq_counters() - where a CPU has its counters
 * @cpu: which CPU, online or not
 *
 * Context: any. They are per-CPU variables, which exist for every possible CPU
 * and are never freed.
 * Return: the place, for hwi_arch_irq_count().
 */
const void *hwi_arch_irq_counters(unsigned int cpu)
{
#ifdef CONFIG_X86
	return per_cpu_ptr(&irq_stat, cpu);
#else
	return NULL;
#endif
}

#ifdef CONFIG_X86
/* Those that may call back by the vector that HYP counts. */
static bool hypervisor_calls_back(void)
{
	return hypervisor_is_type(X86_HYPER_KVM) ||
	       hypervisor_is_type(X86_HYPER_MS_HYPERV) ||
	       hypervisor_is_type(X86_HYPER_XEN_HVM) ||
	       hypervisor_is_type(X86_HYPER_ACRN);
}
#endif

/**
 * hwi_arch_irq_expected() - whether a counter is listed while it is zero
 * @shown: what that depends on, if it is not always
 *
 * A kernel has counters of hardware and hypervisors that are not there. It
 * leaves them out of /proc/interrupts by what is not exported: whether their
 * vector is set up. Here it is whether it may be on such a machine.
 *
 * Context: any. What is asked is set at boot and does not change.
 * Return: false if it may not, or the kernel lists it only once it counted.
 */
bool hwi_arch_irq_expected(enum hwi_arch_shown shown)
{
	switch (shown) {
#ifdef CONFIG_X86
	case HWI_SHOWN_AMD:
		return boot_cpu_data.x86_vendor == X86_VENDOR_AMD ||
		       boot_cpu_data.x86_vendor == X86_VENDOR_HYGON;
	case HWI_SHOWN_HYPERV:
		return hypervisor_is_type(X86_HYPER_MS_HYPERV);
	case HWI_SHOWN_CALLBACK:
		return hypervisor_calls_back();
#endif
	default:
		return false;
	}
}

/**
 * hwi_arch_irqs_of_cpu() - all counters of one CPU together
 * @cpu: CPU number
 *
 * Context: any.
 * Return: the sum of those that can be read.
 */
u64 hwi_arch_irqs_of_cpu(unsigned int cpu)
{
	const void *counters = hwi_arch_irq_counters(cpu);
	u64 sum = 0;
	unsigned int i;

	for (i = 0; i < hwi_nr_arch_irqs; i++)
		if (hwi_arch_irqs[i].offset >= 0)
			sum += hwi_arch_irq_count(&hwi_arch_irqs[i], counters);
	return sum;
}
