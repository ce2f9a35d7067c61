// SPDX-License-Identifier: GPL-2.0
#include <linux/hardirq.h>
#include <linux/kernel.h>
#include <linux/percpu.h>

#include "irq_arch.h"

/*
 * irq_stat, and the labels of arch_show_interrupts(), which is not exported.
 * Up to some 7.x each counter is a member, after that one of an array.
 */
#if defined(CONFIG_X86) && defined(HWI_HAVE_X86_IRQ_COUNTS)
#define AT(member, which) \
	((int)offsetof(irq_cpustat_t, counts) + (int)sizeof(int) * (which))
#elif defined(CONFIG_X86)
#define AT(member, which) ((int)offsetof(irq_cpustat_t, member))
#endif

const struct hwi_arch_irq hwi_arch_irqs[] = {
#ifdef CONFIG_X86
	{ "NMI", "Non-maskable interrupts", AT(__nmi_count, IRQ_COUNT_NMI) },
#ifdef CONFIG_X86_LOCAL_APIC
	{ "LOC", "Local timer interrupts",
	  AT(apic_timer_irqs, IRQ_COUNT_APIC_TIMER) },
	{ "SPU", "Spurious interrupts",
	  AT(irq_spurious_count, IRQ_COUNT_SPURIOUS) },
	{ "PMI", "Performance monitoring interrupts",
	  AT(apic_perf_irqs, IRQ_COUNT_APIC_PERF) },
	{ "IWI", "IRQ work interrupts",
	  AT(apic_irq_work_irqs, IRQ_COUNT_IRQ_WORK) },
	{ "RTR", "APIC ICR read retries",
	  AT(icr_read_retry_count, IRQ_COUNT_ICR_READ_RETRY) },
#endif
#ifdef CONFIG_SMP
	{ "RES", "Rescheduling interrupts",
	  AT(irq_resched_count, IRQ_COUNT_RESCHEDULE) },
	{ "CAL", "Function call interrupts",
	  AT(irq_call_count, IRQ_COUNT_CALL_FUNCTION) },
	{ "TLB", "TLB shootdowns", AT(irq_tlb_count, IRQ_COUNT_TLB) },
#endif
#ifdef CONFIG_X86_THERMAL_VECTOR
	{ "TRM", "Thermal event interrupts",
	  AT(irq_thermal_count, IRQ_COUNT_THERMAL_APIC) },
#endif
#ifdef CONFIG_X86_MCE_THRESHOLD
	{ "THR", "Threshold APIC interrupts",
	  AT(irq_threshold_count, IRQ_COUNT_THRESHOLD_APIC) },
#endif
#ifdef CONFIG_X86_MCE_AMD
	{ "DFR", "Deferred Error APIC interrupts",
	  AT(irq_deferred_error_count, IRQ_COUNT_DEFERRED_ERROR) },
#endif
#ifdef CONFIG_X86_MCE
#ifdef HWI_HAVE_X86_IRQ_COUNTS
	{ "MCE", "Machine check exceptions", AT(, IRQ_COUNT_MCE_EXCEPTION) },
	{ "MCP", "Machine check polls", AT(, IRQ_COUNT_MCE_POLL) },
#else
	{ "MCE", "Machine check exceptions", -1 },
	{ "MCP", "Machine check polls", -1 },
#endif
#endif
#ifdef CONFIG_X86_HV_CALLBACK_VECTOR
	{ "HYP", "Hypervisor callback interrupts",
	  AT(irq_hv_callback_count, IRQ_COUNT_HYPERVISOR_CALLBACK) },
#endif
#if IS_ENABLED(CONFIG_HYPERV)
	{ "HRE", "Hyper-V reenlightenment interrupts",
	  AT(irq_hv_reenlightenment_count, IRQ_COUNT_HYPERV_REENLIGHTENMENT) },
	{ "HVS", "Hyper-V stimer0 interrupts",
	  AT(hyperv_stimer0_count, IRQ_COUNT_HYPERV_STIMER0) },
#endif
#ifdef HWI_HAVE_X86_IRQ_COUNTS
	{ "ERR", "PIC/APIC error interrupts", AT(, IRQ_COUNT_PIC_APIC_ERROR) },
#ifdef CONFIG_X86_IO_APIC
	{ "MIS", "Misrouted IO-APIC interrupts",
	  AT(, IRQ_COUNT_IOAPIC_MISROUTED) },
#endif
#else
	{ "ERR", "PIC/APIC error interrupts", -1 },
#ifdef CONFIG_X86_IO_APIC
	{ "MIS", "Misrouted IO-APIC interrupts", -1 },
#endif
#endif
#if IS_ENABLED(CONFIG_KVM)
	{ "PIN", "Posted-interrupt notification event",
	  AT(kvm_posted_intr_ipis, IRQ_COUNT_POSTED_INTR) },
	{ "NPI", "Nested posted-interrupt event",
	  AT(kvm_posted_intr_nested_ipis, IRQ_COUNT_POSTED_INTR_NESTED) },
	{ "PIW", "Posted-interrupt wakeup event",
	  AT(kvm_posted_intr_wakeup_ipis, IRQ_COUNT_POSTED_INTR_WAKEUP) },
#endif
#if defined(HWI_HAVE_X86_IRQ_COUNTS) && defined(CONFIG_GUEST_PERF_EVENTS)
	{ "VPMI", "Perf Guest Mediated PMI",
	  AT(, IRQ_COUNT_PERF_GUEST_MEDIATED_PMI) },
#endif
#if defined(HWI_HAVE_X86_IRQ_COUNTS) && defined(CONFIG_X86_POSTED_MSI)
	{ "PMN", "Posted MSI notification event",
	  AT(, IRQ_COUNT_POSTED_MSI_NOTIFICATION) },
#endif
#endif
};

const unsigned int hwi_nr_arch_irqs = ARRAY_SIZE(hwi_arch_irqs);

/**
 * hwi_arch_irq_count() - read a counter
 * @irq: which one; its offset is not -1
 * @cpu: of which CPU, online or not
 *
 * Context: any. The counters are per-CPU variables that exist for every
 * possible CPU and are never freed; a word is read whole.
 * Return: the count.
 */
unsigned int hwi_arch_irq_count(const struct hwi_arch_irq *irq,
				unsigned int cpu)
{
#ifdef CONFIG_X86
	const char *stat = (const char *)per_cpu_ptr(&irq_stat, cpu);

	return READ_ONCE(*(const unsigned int *)(stat + irq->offset));
#else
	return 0;
#endif
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
	u64 sum = 0;
	unsigned int i;

	for (i = 0; i < hwi_nr_arch_irqs; i++)
		if (hwi_arch_irqs[i].offset >= 0)
			sum += hwi_arch_irq_count(&hwi_arch_irqs[i], cpu);
	return sum;
}
