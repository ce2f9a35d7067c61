// SPDX-License-Identifier: GPL-2.0
/*
 * For tests/bench only: more resources and more interrupts than a small
 * virtual machine has, and an empty seq_file. All of it goes with rmmod.
 */
#include <linux/interrupt.h>
#include <linux/ioport.h>
#include <linux/irq.h>
#include <linux/irqdesc.h>
#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/sizes.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#define SLOT 0x1000
#define PER_PARENT 8 /* a parent and seven children */
#define BUSY_EVERY 16 /* every 16th interrupt has a count */

static unsigned int resources;
module_param(resources, uint, 0444);
MODULE_PARM_DESC(resources, "how many resources to add to iomem");

static unsigned int irqs;
module_param(irqs, uint, 0444);
MODULE_PARM_DESC(irqs, "how many interrupts to add");

/**
 * struct slot - an added resource
 * @res: the resource
 * @name: its name
 */
struct slot {
	struct resource res;
	char name[24];
};

static struct resource window = { .name = "bench", .flags = IORESOURCE_MEM };
static struct slot *slots;
static unsigned int slots_added;
static int irq_base = -1;
static unsigned int irqs_requested;

static void remove_resources(void)
{
	/* Children follow their parents in the array, so release backwards. */
	while (slots_added)
		release_resource(&slots[--slots_added].res);
	if (window.parent)
		release_resource(&window);
	vfree(slots);
	slots = NULL;
}

static int add_resource(unsigned int i)
{
	struct slot *slot = &slots[i];
	struct slot *parent = &slots[i - i % PER_PARENT];
	unsigned int last = min(i - i % PER_PARENT + PER_PARENT, resources);

	snprintf(slot->name, sizeof(slot->name), "bench %u", i);
	slot->res.name = slot->name;
	slot->res.flags = IORESOURCE_MEM | IORESOURCE_BUSY;
	slot->res.start = window.start + (resource_size_t)i * SLOT;
	slot->res.end = slot->res.start + SLOT - 1;
	if (parent != slot)
		return request_resource(&parent->res, &slot->res);
	/* A parent spans its children. */
	slot->res.flags = IORESOURCE_MEM;
	slot->res.end = window.start + (resource_size_t)last * SLOT - 1;
	return request_resource(&window, &slot->res);
}

static int add_resources(void)
{
	int err;

	if (!resources)
		return 0;
	slots = vzalloc(array_size(resources, sizeof(*slots)));
	if (!slots)
		return -ENOMEM;
	/* Above 4 GiB, which a machine with little memory leaves free. */
	err = allocate_resource(&iomem_resource, &window,
				(resource_size_t)resources * SLOT, SZ_4G,
				iomem_resource.end, SLOT, NULL, NULL);
	while (!err && slots_added < resources) {
		err = add_resource(slots_added);
		if (!err)
			slots_added++;
	}
	if (err)
		remove_resources();
	return err;
}

static irqreturn_t handle(int irq, void *data)
{
	return IRQ_HANDLED;
}

static void remove_irqs(void)
{
	while (irqs_requested)
		free_irq(irq_base + --irqs_requested, &irqs);
	if (irq_base >= 0)
		irq_free_descs(irq_base, irqs);
	irq_base = -1;
}

static int add_irq(unsigned int irq)
{
	unsigned long flags;
	int err;

	irq_set_chip_and_handler(irq, &dummy_irq_chip, handle_simple_irq);
	err = request_irq(irq, handle, 0, "bench", &irqs);
	if (err || irq % BUSY_EVERY)
		return err;
	local_irq_save(flags);
	generic_handle_irq(irq);
	local_irq_restore(flags);
	return 0;
}

static int add_irqs(void)
{
	int err = 0;

	if (!irqs)
		return 0;
	/* No owner, or each requested interrupt would pin this module. */
	irq_base = __irq_alloc_descs(-1, 64, irqs, NUMA_NO_NODE, NULL, NULL);
	if (irq_base < 0)
		return irq_base;
	while (!err && irqs_requested < irqs) {
		err = add_irq(irq_base + irqs_requested);
		if (!err)
			irqs_requested++;
	}
	if (err)
		remove_irqs();
	return err;
}

static int empty_show(struct seq_file *m, void *v)
{
	return 0;
}

static int __init bench_load_init(void)
{
	int err;

	err = add_resources();
	if (err)
		return err;
	err = add_irqs();
	if (err)
		goto out_resources;
	err = -ENOMEM;
	if (!proc_create_single("bench_empty", 0444, NULL, empty_show))
		goto out_irqs;
	return 0;

out_irqs:
	remove_irqs();
out_resources:
	remove_resources();
	return err;
}
module_init(bench_load_init);

static void __exit bench_load_exit(void)
{
	remove_proc_entry("bench_empty", NULL);
	remove_irqs();
	remove_resources();
}
module_exit(bench_load_exit);

MODULE_DESCRIPTION("Load for the hwinsight benchmark; never install it");
MODULE_LICENSE("GPL");
