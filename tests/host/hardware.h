/* SPDX-License-Identifier: GPL-2.0 */
/* What the subjects need from the kernel's headers, besides kernel.h. */
#ifndef HWI_HOST_HARDWARE_H
#define HWI_HOST_HARDWARE_H

/* CPUs. */
#define nr_cpu_ids 8U
#define NR_CPUS 64
#define CONFIG_NR_CPUS NR_CPUS
#define NUMA_NO_NODE (-1)

struct cpumask {
	DECLARE_BITMAP(bits, NR_CPUS);
};

#define cpumask_bits(mask) ((mask)->bits)

static inline void cpumask_set_cpu(unsigned int cpu, struct cpumask *mask)
{
	__set_bit(cpu, mask->bits);
}

static inline bool cpumask_test_cpu(int cpu, const struct cpumask *mask)
{
	return test_bit(cpu, mask->bits);
}

enum cache_type {
	CACHE_TYPE_NOCACHE = 0,
	CACHE_TYPE_INST = BIT(0),
	CACHE_TYPE_DATA = BIT(1),
	CACHE_TYPE_UNIFIED = BIT(2),
};

/* As on x86. */
#define CONFIG_GENERIC_IRQ_SHOW_LEVEL 0
#define IS_ENABLED(option) (option)

static inline bool bitmap_empty(const unsigned long *map, unsigned int bits)
{
	return find_first_bit(map, bits) == bits;
}

static inline bool bitmap_intersects(const unsigned long *a,
				     const unsigned long *b, unsigned int bits)
{
	unsigned int i;

	for (i = 0; i < bits; i++)
		if (test_bit(i, a) && test_bit(i, b))
			return true;
	return false;
}

static inline bool bitmap_subset(const unsigned long *a, const unsigned long *b,
				 unsigned int bits)
{
	unsigned int i;

	for (i = 0; i < bits; i++)
		if (test_bit(i, a) && !test_bit(i, b))
			return false;
	return true;
}

static inline __printf(3, 0) int vscnprintf(char *dst, size_t size,
					    const char *format, va_list args)
{
	int len = vsnprintf(dst, size, format, args);

	return (size_t)len < size ? len : size ? (int)size - 1 : 0;
}

/* linux/ioport.h */
struct resource {
	resource_size_t start;
	resource_size_t end;
	const char *name;
	unsigned long flags;
	unsigned long desc;
	struct resource *parent, *sibling, *child;
};

#define IORESOURCE_BITS 0x000000ff
#define IORESOURCE_TYPE_BITS 0x00001f00
#define IORESOURCE_IO 0x00000100
#define IORESOURCE_MEM 0x00000200
#define IORESOURCE_REG 0x00000300
#define IORESOURCE_IRQ 0x00000400
#define IORESOURCE_DMA 0x00000800
#define IORESOURCE_BUS 0x00001000
#define IORESOURCE_PREFETCH 0x00002000
#define IORESOURCE_READONLY 0x00004000
#define IORESOURCE_CACHEABLE 0x00008000
#define IORESOURCE_MEM_64 0x00100000
#define IORESOURCE_WINDOW 0x00200000
#define IORESOURCE_MUXED 0x00400000
#define IORESOURCE_SYSRAM 0x01000000
#define IORESOURCE_EXCLUSIVE 0x08000000
#define IORESOURCE_DISABLED 0x10000000
#define IORESOURCE_UNSET 0x20000000
#define IORESOURCE_AUTO 0x40000000
#define IORESOURCE_BUSY 0x80000000
#define IORESOURCE_SYSTEM_RAM (IORESOURCE_MEM | IORESOURCE_SYSRAM)

static const struct resource iomem_resource, ioport_resource;

/* linux/timekeeping.h, linux/time_namespace.h */
struct timespec64 {
	s64 tv_sec;
	long tv_nsec;
};

static inline void ktime_get_boottime_ts64(struct timespec64 *now)
{
	static s64 seconds;

	*now = (struct timespec64){ .tv_sec = ++seconds };
}

#define timens_add_boottime(now) ((void)(now))
#define timespec64_to_ns(now) ((now)->tv_sec * NSEC_PER_SEC + (now)->tv_nsec)

/* linux/irq.h */
enum {
	IRQ_TYPE_NONE = 0,
	IRQ_TYPE_EDGE_RISING = 1,
	IRQ_TYPE_EDGE_FALLING = 2,
	IRQ_TYPE_EDGE_BOTH = 3,
	IRQ_TYPE_LEVEL_HIGH = 4,
	IRQ_TYPE_LEVEL_LOW = 8,
};

/* linux/if.h */
enum {
	IF_OPER_UNKNOWN,
	IF_OPER_NOTPRESENT,
	IF_OPER_DOWN,
	IF_OPER_LOWERLAYERDOWN,
	IF_OPER_TESTING,
	IF_OPER_DORMANT,
	IF_OPER_UP,
};

/* linux/pci_ids.h */
#define PCI_BASE_CLASS_MEMORY 0x05
#define PCI_BASE_CLASS_BRIDGE 0x06
#define PCI_BASE_CLASS_SYSTEM 0x08

/* linux/panic.h */
#define TAINT_PROPRIETARY_MODULE 0
#define TAINT_FORCED_MODULE 1
#define TAINT_CPU_OUT_OF_SPEC 2
#define TAINT_FORCED_RMMOD 3
#define TAINT_MACHINE_CHECK 4
#define TAINT_BAD_PAGE 5
#define TAINT_USER 6
#define TAINT_DIE 7
#define TAINT_OVERRIDDEN_ACPI_TABLE 8
#define TAINT_WARN 9
#define TAINT_CRAP 10
#define TAINT_FIRMWARE_WORKAROUND 11
#define TAINT_OOT_MODULE 12
#define TAINT_UNSIGNED_MODULE 13
#define TAINT_SOFTLOCKUP 14

#define TAINT_FLAGS_COUNT 19

static inline int test_taint(unsigned int flag)
{
	return flag == TAINT_WARN;
}

/* linux/interrupt.h */
enum {
	HI_SOFTIRQ,
	TIMER_SOFTIRQ,
	NET_TX_SOFTIRQ,
	NET_RX_SOFTIRQ,
	BLOCK_SOFTIRQ,
	IRQ_POLL_SOFTIRQ,
	TASKLET_SOFTIRQ,
	SCHED_SOFTIRQ,
	HRTIMER_SOFTIRQ,
	RCU_SOFTIRQ,
	NR_SOFTIRQS,
};

/* linux/cpumask.h, linux/topology.h */
static const struct cpumask host_cpus = { { 0x1 } };
#define cpu_online_mask (&host_cpus)
#define cpu_present_mask (&host_cpus)
#define cpu_to_node(cpu) ((int)(cpu) / 2)

/* linux/dmi.h */
enum {
	DMI_BIOS_VENDOR,
	DMI_BIOS_VERSION,
	DMI_BIOS_DATE,
	DMI_SYS_VENDOR,
	DMI_PRODUCT_NAME,
	DMI_BOARD_VENDOR,
	DMI_BOARD_NAME,
	DMI_STRING_MAX,
};

struct dmi_header {
	u8 type;
	u8 length;
	u16 handle;
};

static const char *dmi_get_system_info(int field)
{
	(void)field;
	return NULL;
}

/* linux/utsname.h */
#define __NEW_UTS_LEN 64

struct new_utsname {
	const char *release;
	const char *machine;
};

static const struct new_utsname *init_utsname(void)
{
	static const struct new_utsname host = { "6.1.0-host", "x86_64" };

	return &host;
}

#endif
