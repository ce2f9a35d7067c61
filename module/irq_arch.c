// SPDX-License-Identifier: GPL-2.0
#include <linux/cpumask.h>
#include <linux/hardirq.h>
#include <linux/kernel.h>
#include <linux/percpu.h>

#ifdef CONFIG_X86
#include <asm/hypervisor.h>
#include <asm/processor.h>
#endif
#ifdef CONFIG_PPC
#include <asm/cpu_has_feature.h>
#endif
#ifdef CONFIG_S390
#include <asm/irq.h>
#endif

#include "core/compat.h"
#include "irq_arch.h"

/**
 * enum shown - when a counter that is zero is listed
 * @SHOWN_ALWAYS: always
 * @SHOWN_COUNTED: never
 * @SHOWN_AMD: on AMD's processors and their like
 * @SHOWN_CALLBACK: under a hypervisor that has a callback vector
 * @SHOWN_HYPERV: under Hyper-V
 * @SHOWN_BARE: on POWER without a hypervisor
 * @SHOWN_DOORBELL: on POWER with doorbells
 */
enum shown {
	SHOWN_ALWAYS,
	SHOWN_COUNTED,
	SHOWN_AMD,
	SHOWN_CALLBACK,
	SHOWN_HYPERV,
	SHOWN_BARE,
	SHOWN_DOORBELL,
};

/**
 * struct arch_irq - a counter that has no interrupt number
 * @label: as /proc/interrupts has it
 * @text: what it counts
 * @offset: of the counter in the architecture's per-CPU statistics, or -1 where
 *	the kernel does not export it
 * @shown: when it is listed while it is zero: as far as can be told, when
 *	/proc/interrupts does
 */
struct arch_irq {
	const char *label;
	const char *text;
	int offset;
	enum shown shown;
};

/* irq_stat, and the labels of arch_show_interrupts(), which is not exported. */
#ifdef CONFIG_X86
#define AT(member, which) HWI_X86_IRQ(member, which)
#define ADDED(which) HWI_X86_IRQ_ADDED(which)
#define UNLIKELY (HWI_X86_IRQ_HIDES_UNLIKELY ? SHOWN_COUNTED : SHOWN_ALWAYS)
#define OF_AMD (HWI_X86_IRQ_HIDES_UNLIKELY ? SHOWN_AMD : SHOWN_ALWAYS)
#endif

#if defined(CONFIG_PPC)
#define AT(member) ((int)offsetof(irq_cpustat_t, member))
#elif defined(CONFIG_S390)
#define AT(class) ((int)sizeof(int) * (class))
#endif

static const struct arch_irq arch_irqs[] = {
#if defined(CONFIG_ARM) || defined(CONFIG_ARM64)
	{ "Err", "Spurious interrupts", -1 },
#endif
#ifdef CONFIG_PPC
	{ "LOC", "Local timer interrupts for timer event device",
	  AT(timer_irqs_event) },
	{ "BCT", "Broadcast timer interrupts for timer event device",
	  AT(broadcast_irqs_event) },
	/* /proc/interrupts calls it LOC again, but a label has to be unique. */
	{ "LOC2", "Local timer interrupts for others", AT(timer_irqs_others) },
	{ "SPU", "Spurious interrupts", AT(spurious_irqs) },
	{ "PMI", "Performance monitoring interrupts", AT(pmu_irqs) },
	{ "MCE", "Machine check exceptions", AT(mce_exceptions) },
#ifdef CONFIG_PPC_BOOK3S_64
	{ "HMI", "Hypervisor Maintenance Interrupts", -1, SHOWN_BARE },
#endif
	{ "NMI", "System Reset interrupts", AT(sreset_irqs) },
#ifdef CONFIG_PPC_WATCHDOG
	{ "WDG", "Watchdog soft-NMI interrupts", AT(soft_nmi_irqs) },
#endif
#ifdef CONFIG_PPC_DOORBELL
	{ "DBL", "Doorbell interrupts", AT(doorbell_irqs), SHOWN_DOORBELL },
#endif
#endif
#ifdef CONFIG_S390
	{ "CLK", "[EXT] Clock Comparator", AT(IRQEXT_CLK) },
	{ "EXC", "[EXT] External Call", AT(IRQEXT_EXC) },
	{ "EMS", "[EXT] Emergency Signal", AT(IRQEXT_EMS) },
	{ "TMR", "[EXT] CPU Timer", AT(IRQEXT_TMR) },
	{ "TAL", "[EXT] Timing Alert", AT(IRQEXT_TLA) },
	{ "PFL", "[EXT] Pseudo Page Fault", AT(IRQEXT_PFL) },
	{ "DSD", "[EXT] DASD Diag", AT(IRQEXT_DSD) },
	{ "VRT", "[EXT] Virtio", AT(IRQEXT_VRT) },
	{ "SCP", "[EXT] Service Call", AT(IRQEXT_SCP) },
	{ "IUC", "[EXT] IUCV", AT(IRQEXT_IUC) },
	{ "CMS", "[EXT] CPU-Measurement: Sampling", AT(IRQEXT_CMS) },
	{ "CMC", "[EXT] CPU-Measurement: Counter", AT(IRQEXT_CMC) },
	{ "FTP", "[EXT] HMC FTP Service", AT(IRQEXT_FTP) },
	{ "CIO", "[I/O] Common I/O Layer Interrupt", AT(IRQIO_CIO) },
	{ "DAS", "[I/O] DASD", AT(IRQIO_DAS) },
	{ "C15", "[I/O] 3215", AT(IRQIO_C15) },
	{ "C70", "[I/O] 3270", AT(IRQIO_C70) },
	{ "TAP", "[I/O] Tape", AT(IRQIO_TAP) },
	{ "VMR", "[I/O] Unit Record Devices", AT(IRQIO_VMR) },
#ifdef HWI_S390_IRQ_LCS
	{ "LCS", "[I/O] LCS", AT(IRQIO_LCS) },
#endif
	{ "CTC", "[I/O] CTC", AT(IRQIO_CTC) },
	{ "ADM", "[I/O] EADM Subchannel", AT(IRQIO_ADM) },
	{ "CSC", "[I/O] CHSC Subchannel", AT(IRQIO_CSC) },
	{ "VIR", "[I/O] Virtual I/O Devices", AT(IRQIO_VIR) },
	{ "QAI", "[AIO] QDIO Adapter Interrupt", AT(IRQIO_QAI) },
	{ "APB", "[AIO] AP Bus", AT(IRQIO_APB) },
	{ "PCF", "[AIO] PCI Floating Interrupt", AT(IRQIO_PCF) },
	{ "PCD", "[AIO] PCI Directed Interrupt", AT(IRQIO_PCD) },
	{ "MSI", "[AIO] MSI Interrupt", AT(IRQIO_MSI) },
	{ "VAI", "[AIO] Virtual I/O Devices AI", AT(IRQIO_VAI) },
	{ "GAL", "[AIO] GIB Alert", AT(IRQIO_GAL) },
	{ "NMI", "[NMI] Machine Check", AT(NMI_NMI) },
	{ "RST", "[CPU] CPU Restart", AT(CPU_RST) },
#endif
#ifdef CONFIG_X86
	{ "NMI", "Non-maskable interrupts", AT(__nmi_count, IRQ_COUNT_NMI) },
#ifdef CONFIG_X86_LOCAL_APIC
	{ "LOC", "Local timer interrupts",
	  AT(apic_timer_irqs, IRQ_COUNT_APIC_TIMER) },
	{ "SPU", "Spurious interrupts",
	  AT(irq_spurious_count, IRQ_COUNT_SPURIOUS), UNLIKELY },
	{ "PMI", "Performance monitoring interrupts",
	  AT(apic_perf_irqs, IRQ_COUNT_APIC_PERF) },
	{ "IWI", "IRQ work interrupts",
	  AT(apic_irq_work_irqs, IRQ_COUNT_IRQ_WORK) },
	{ "RTR", "APIC ICR read retries",
	  AT(icr_read_retry_count, IRQ_COUNT_ICR_READ_RETRY), UNLIKELY },
	{ "PLT", "Platform interrupts",
	  AT(x86_platform_ipis, IRQ_COUNT_X86_PLATFORM_IPI), SHOWN_COUNTED },
#endif
#ifdef CONFIG_SMP
	{ "RES", "Rescheduling interrupts",
	  AT(irq_resched_count, IRQ_COUNT_RESCHEDULE) },
	{ "CAL", "Function call interrupts",
	  AT(irq_call_count, IRQ_COUNT_CALL_FUNCTION) },
#endif
#ifdef HWI_X86_IRQ_TLB
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
	  AT(irq_deferred_error_count, IRQ_COUNT_DEFERRED_ERROR), OF_AMD },
#endif
#ifdef CONFIG_X86_MCE
	{ "MCE", "Machine check exceptions", ADDED(IRQ_COUNT_MCE_EXCEPTION) },
	{ "MCP", "Machine check polls", ADDED(IRQ_COUNT_MCE_POLL) },
#endif
#ifdef CONFIG_X86_HV_CALLBACK_VECTOR
	{ "HYP", "Hypervisor callback interrupts",
	  AT(irq_hv_callback_count, IRQ_COUNT_HYPERVISOR_CALLBACK),
	  SHOWN_CALLBACK },
#endif
#if IS_ENABLED(CONFIG_HYPERV)
	{ "HRE", "Hyper-V reenlightenment interrupts",
	  AT(irq_hv_reenlightenment_count, IRQ_COUNT_HYPERV_REENLIGHTENMENT),
	  SHOWN_HYPERV },
	{ "HVS", "Hyper-V stimer0 interrupts",
	  AT(hyperv_stimer0_count, IRQ_COUNT_HYPERV_STIMER0), SHOWN_HYPERV },
#endif
	{ "ERR", "PIC/APIC error interrupts", ADDED(IRQ_COUNT_PIC_APIC_ERROR),
	  UNLIKELY },
#ifdef CONFIG_X86_IO_APIC
	{ "MIS", HWI_X86_IRQ_MIS_TEXT, ADDED(IRQ_COUNT_IOAPIC_MISROUTED),
	  UNLIKELY },
#endif
#ifdef HWI_X86_IRQ_POSTED
	{ "PIN", "Posted-interrupt notification event",
	  AT(kvm_posted_intr_ipis, IRQ_COUNT_POSTED_INTR) },
	{ "NPI", "Nested posted-interrupt event",
	  AT(kvm_posted_intr_nested_ipis, IRQ_COUNT_POSTED_INTR_NESTED) },
	{ "PIW", "Posted-interrupt wakeup event",
	  AT(kvm_posted_intr_wakeup_ipis, IRQ_COUNT_POSTED_INTR_WAKEUP) },
#endif
#ifdef HWI_X86_IRQ_VPMI
	{ "VPMI", "Perf Guest Mediated PMI",
	  ADDED(IRQ_COUNT_PERF_GUEST_MEDIATED_PMI) },
#endif
#ifdef HWI_X86_IRQ_PMN
	{ "PMN", "Posted MSI notification event",
	  ADDED(IRQ_COUNT_POSTED_MSI_NOTIFICATION), SHOWN_COUNTED },
#endif
#endif
};

/*
 * A CPU's counters are per-CPU variables, which exist for every possible CPU
 * and are never freed.
 */
static const void *counters_of(unsigned int cpu)
{
#if defined(CONFIG_X86) || defined(CONFIG_PPC) || defined(CONFIG_S390)
	return per_cpu_ptr(&irq_stat, cpu);
#else
	return NULL;
#endif
}

/* A word is read whole. */
static unsigned int count_of(const struct arch_irq *irq, const void *counters)
{
	return READ_ONCE(*(const unsigned int *)(counters + irq->offset));
}

#ifdef CONFIG_X86
/* Hypervisors that may use the callback vector, which HYP counts. */
static bool hypervisor_calls_back(void)
{
	return hypervisor_is_type(X86_HYPER_KVM) ||
	       hypervisor_is_type(X86_HYPER_MS_HYPERV) ||
	       hypervisor_is_type(X86_HYPER_XEN_HVM) ||
	       hypervisor_is_type(X86_HYPER_ACRN);
}
#endif

/*
 * Whether a counter is listed while it is zero. Kernels have counters for
 * hardware and hypervisors that are not there. /proc/interrupts leaves a
 * counter out if its vector is not set up, which is not exported. Here it is
 * left out if such a machine cannot use it, which is known at boot and never
 * changes.
 */
static bool is_expected(const struct arch_irq *irq)
{
	switch (irq->shown) {
	case SHOWN_ALWAYS:
		return true;
#ifdef CONFIG_X86
	case SHOWN_AMD:
		return boot_cpu_data.x86_vendor == X86_VENDOR_AMD ||
		       boot_cpu_data.x86_vendor == X86_VENDOR_HYGON;
	case SHOWN_HYPERV:
		return hypervisor_is_type(X86_HYPER_MS_HYPERV);
	case SHOWN_CALLBACK:
		return hypervisor_calls_back();
#endif
#ifdef CONFIG_PPC
	case SHOWN_BARE:
		return cpu_has_feature(CPU_FTR_HVMODE);
	case SHOWN_DOORBELL:
		return cpu_has_feature(CPU_FTR_DBELL);
#endif
	default:
		return false;
	}
}

static void copy_all(struct hwi_arena *arena, void *data)
{
	struct hwi_arch_count **link = data, *to;
	const struct arch_irq *irq;
	unsigned int i, cpu;

	*link = NULL;
	for (i = 0; i < ARRAY_SIZE(arch_irqs); i++) {
		irq = &arch_irqs[i];
		to = hwi_arena_alloc(arena, sizeof(*to));
		if (!to)
			return;
		*to = (struct hwi_arch_count){
			.label = irq->label,
			.text = irq->text,
			.counted = irq->offset >= 0,
		};
		for_each_possible_cpu(cpu)
			if (to->counted &&
			    !hwi_counts_add(&to->counts, arena, cpu,
					    count_of(irq, counters_of(cpu))))
				return;
		if (!to->counts.nr && !is_expected(irq))
			continue;
		*link = to;
		link = &to->next;
	}
}

/**
 * hwi_arch_irqs_collect() - copy the architecture's counters
 * @first: result
 * @arena: where they go
 *
 * Context: process context, may sleep; takes no lock.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_arch_irqs_collect(struct hwi_arch_count **first,
			  struct hwi_arena *arena)
{
	return hwi_arena_fit(arena, copy_all, first);
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
	const void *counters = counters_of(cpu);
	u64 sum = 0;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(arch_irqs); i++)
		if (arch_irqs[i].offset >= 0)
			sum += count_of(&arch_irqs[i], counters);
	return sum;
}
