// SPDX-License-Identifier: GPL-2.0
/* Labels of interrupts that /proc/interrupts names instead of numbering. */
#include <linux/kernel.h>

#ifdef CONFIG_S390
#include <asm/irq.h>
#endif

#include "core/compat.h"
#include "irq_arch.h"

/*
 * The labels of inter-processor interrupts in /proc/interrupts, by number. The
 * kernel exports none of them.
 */
static const struct {
	const char *label;
	const char *text;
} ipis[] = {
#ifdef CONFIG_ARM64
	{ "IPI0", "Rescheduling interrupts" },
	{ "IPI1", "Function call interrupts" },
	{ "IPI2", "CPU stop interrupts" },
	{ "IPI3", HWI_ARM64_IPI3_TEXT },
	{ "IPI4", "Timer broadcast interrupts" },
	{ "IPI5", "IRQ work interrupts" },
#ifdef HWI_ARM64_IPI_WAKES_UP
	{ "IPI6", "CPU wake-up interrupts" },
#else
	{ "IPI6", "CPU backtrace interrupts" },
	{ "IPI7", "KGDB roundup interrupts" },
#endif
#endif
#ifdef CONFIG_ARM
	/* The eighth, for backtraces, is not listed. */
	{ "IPI0", "CPU wakeup interrupts" },
	{ "IPI1", "Timer broadcast interrupts" },
	{ "IPI2", "Rescheduling interrupts" },
	{ "IPI3", "Function call interrupts" },
	{ "IPI4", "CPU stop interrupts" },
	{ "IPI5", "IRQ work interrupts" },
	{ "IPI6", "completion interrupts" },
#endif
#ifdef CONFIG_RISCV
	{ "IPI0", "Rescheduling interrupts" },
	{ "IPI1", "Function call interrupts" },
	{ "IPI2", "CPU stop interrupts" },
	{ "IPI3", "CPU stop (for crash dump) interrupts" },
	{ "IPI4", "IRQ work interrupts" },
	{ "IPI5", "Timer broadcast interrupts" },
	{ "IPI6", "CPU backtrace interrupts" },
	{ "IPI7", "KGDB roundup interrupts" },
#endif
};

#ifdef CONFIG_S390
static const char *const base_labels[NR_IRQS_BASE] = {
	[EXT_INTERRUPT] = "EXT",
	[IO_INTERRUPT] = "I/O",
	[THIN_INTERRUPT] = "AIO",
};
#endif

/**
 * hwi_irq_label() - give an interrupt the label that /proc/interrupts does
 * @irq: the interrupt, copied
 * @ipis_seen: how many for other CPUs came before it
 *
 * An interrupt that is not listed there is marked as not used.
 */
void hwi_irq_label(struct hwi_irq *irq, unsigned int *ipis_seen)
{
#ifdef CONFIG_S390
	if (irq->irq < NR_IRQS_BASE)
		irq->label = base_labels[irq->irq];
#endif
	if (!irq->ipi)
		return;
	if (*ipis_seen < ARRAY_SIZE(ipis)) {
		irq->label = ipis[*ipis_seen].label;
		irq->text = ipis[*ipis_seen].text;
	} else {
		irq->used = false;
	}
	++*ipis_seen;
}
