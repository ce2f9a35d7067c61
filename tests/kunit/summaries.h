/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A made-up machine's summary. First include module/summary_text.c,
 * module/summary.c, and what those need.
 */
#ifndef HWI_KUNIT_SUMMARIES_H
#define HWI_KUNIT_SUMMARIES_H

#include "rows.h"

#include "devices.h"

/**
 * struct fake - a summary, and a machine with more of everything than it shows
 * @rows: the lines
 * @sys: devices: one for each record below
 * @cpu: CPUs
 * @memory: the system, then zones and nodes in turn
 * @irq: ten of them
 * @action: the handler of all but the first
 * @disk: the first is a partition, the second on nothing, the third empty
 * @netdev: the first is on nothing
 * @name: of disks and interfaces
 */
struct fake {
	struct rows rows;
	struct fake_devices sys;
	struct hwi_cpu cpu[8];
	struct hwi_memory memory[21];
	struct hwi_irq irq[10];
	struct hwi_irq_action action;
	struct hwi_disk disk[9];
	struct hwi_netdev netdev[9];
	char name[18][4];
};

static inline void restart(struct kunit *test, struct fake *fake)
{
	rows_begin(test, &fake->rows, summary_columns,
		   ARRAY_SIZE(summary_columns));
}

static inline struct fake *begin(struct kunit *test)
{
	struct fake *fake = kunit_kzalloc(test, sizeof(*fake), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, fake);
	devices_begin(test, &fake->sys);
	restart(test, fake);
	return fake;
}

/* All lines so far, with one space between key and value; then start afresh. */
static inline const char *lines(struct kunit *test, struct fake *fake)
{
	const size_t room = 8192;
	char *text = kunit_kzalloc(test, room, GFP_KERNEL);
	unsigned int nr;
	size_t len = 0;

	KUNIT_ASSERT_TRUE(test, text);
	for (nr = 0; nr < fake->rows.table.rows; nr++)
		len += scnprintf(text + len, room - len, "%s\n",
				 rows_line(test, &fake->rows, nr));
	KUNIT_EXPECT_EQ(test, fake->rows.table.error, 0);
	restart(test, fake);
	return text;
}

#define EXPECT_LINES(test, fake, want) \
	EXPECT_STRING(test, lines(test, fake), want)

/*
 * A letter for each CPU: o offline, a absent; if online, P for the first of its
 * package and its core, C for the first of its core, . for any other.
 */
static inline struct hwi_cpus cpus(struct kunit *test, struct fake *fake,
				   const char *kinds)
{
	struct hwi_cpus cpus = { .first = fake->cpu };
	struct hwi_cpu *at = fake->cpu;

	KUNIT_ASSERT_TRUE(test, strlen(kinds) <= ARRAY_SIZE(fake->cpu));
	for (; *kinds; kinds++, at++)
		*at = (struct hwi_cpu){
			.next = kinds[1] ? at + 1 : NULL,
			.cpu = at - fake->cpu,
			.state = *kinds == 'o' ? HWI_CPU_OFFLINE :
				 *kinds == 'a' ? HWI_CPU_ABSENT :
						 HWI_CPU_ONLINE,
			.first_in_package = *kinds == 'P',
			.first_in_core = *kinds == 'P' || *kinds == 'C',
		};
	return cpus;
}

/* The system and that many nodes, each after a zone. */
static inline struct hwi_memories memories(struct fake *fake,
					   unsigned int nodes)
{
	struct hwi_memories memories = { .first = fake->memory };
	struct hwi_memory *at = fake->memory;
	unsigned int i;

	memset(fake->memory, 0, sizeof(fake->memory));
	at->node = NUMA_NO_NODE;
	at->kb[HWI_MEMORY_MANAGED] = 4096;
	at->kb[HWI_MEMORY_AVAILABLE] = 512;
	for (i = 0; i < 2 * nodes; i++, at = at->next) {
		at->next = at + 1;
		at[1].node = i / 2;
		at[1].kb[HWI_MEMORY_MANAGED] = 2048;
		at[1].kb[HWI_MEMORY_FREE] = i;
		if (!(i % 2))
			at[1].zone = "DMA";
	}
	return memories;
}

static inline void add_on_bus(struct kunit *test, struct fake *fake,
			      const char *bus, const char *driver,
			      const char *prefix)
{
	devices_add(test, &fake->sys, NULL, bus, bus ? NULL : "x", "d", driver)
		->id.prefix = prefix;
}

static inline struct hwi_irqs irqs(struct fake *fake, const u64 *totals,
				   unsigned int nr)
{
	struct hwi_irqs irqs = { .first = nr ? fake->irq : NULL, .nr = nr };
	unsigned int i;

	fake->action.name = "act";
	for (i = 0; i < nr; i++)
		fake->irq[i] = (struct hwi_irq){
			.next = i + 1 < nr ? &fake->irq[i + 1] : NULL,
			.irq = i,
			.used = true,
			.actions = i ? &fake->action : NULL,
			.counts.total = totals[i],
		};
	return irqs;
}

/* That many disks on hardware, after three that do not count. */
static inline struct hwi_disks disks(struct kunit *test, struct fake *fake,
				     unsigned int nr)
{
	struct hwi_disks disks = { .first = fake->disk, .nr = nr + 3 };
	struct hwi_device *on =
		devices_add(test, &fake->sys, NULL, "pci", NULL, "0", "nvme");
	unsigned int i;

	for (i = 0; i < nr + 3; i++) {
		snprintf(fake->name[i], sizeof(fake->name[i]), "d%u", i);
		fake->disk[i] = (struct hwi_disk){
			.next = i < nr + 2 ? &fake->disk[i + 1] : NULL,
			.device = devices_add(test, &fake->sys, on, NULL,
					      "block", fake->name[i], NULL),
			.below = i == 1 ? NULL : on,
			.partition = !i,
			.size = i == 2 ? 0 : 1 << 20,
			.read_only = i == 4,
			.read_sectors = 4,
			.write_sectors = 3,
		};
	}
	return disks;
}

/* That many interfaces on hardware, after one that is not. */
static inline struct hwi_netdevs netdevs(struct kunit *test, struct fake *fake,
					 unsigned int nr)
{
	struct hwi_netdevs netdevs = { .first = fake->netdev, .nr = nr + 1 };
	struct hwi_device *on =
		devices_add(test, &fake->sys, NULL, "pci", NULL, "1", NULL);
	unsigned int i;

	for (i = 0; i < nr + 1; i++) {
		char *name = fake->name[ARRAY_SIZE(fake->disk) + i];

		snprintf(name, sizeof(fake->name[0]), "e%u", i);
		fake->netdev[i] = (struct hwi_netdev){
			.next = i < nr ? &fake->netdev[i + 1] : NULL,
			.name = name,
			.below = i ? on : NULL,
			.state = i == 1 ? 99 : IF_OPER_UP,
			.rx_bytes = 2047,
			.tx_bytes = 1023,
		};
	}
	return netdevs;
}

#endif
