// SPDX-License-Identifier: GPL-2.0
/*
 * For tests/attack only: interrupt domains that are freed, with their names,
 * while interrupts are still mapped in them, as some drivers leave them behind
 * (i2c-cht-wc, amdgpu). The interrupts have no handler and are no MSIs.
 */
#include <linux/delay.h>
#include <linux/err.h>
#include <linux/irq.h>
#include <linux/irqdomain.h>
#include <linux/kthread.h>
#include <linux/module.h>

#define NR 8

static unsigned int rounds;
module_param(rounds, uint, 0444);
MODULE_PARM_DESC(rounds, "how often a domain has come and gone");

static struct task_struct *churn;

static int map(struct irq_domain *domain, unsigned int irq,
	       irq_hw_number_t hwirq)
{
	/* As it is before request_irq() sets a handler. */
	irq_set_chip_and_handler(irq, &dummy_irq_chip, handle_simple_irq);
	return 0;
}

static const struct irq_domain_ops ops = { .map = map };

/* Leave the interrupts without a domain long enough for readers to see them. */
static int come_and_go(void)
{
	struct fwnode_handle *fwnode;
	struct irq_domain *domain;
	unsigned int irqs[NR], i;

	fwnode = irq_domain_alloc_named_fwnode("hwinsight-tests-domain");
	if (!fwnode)
		return -ENOMEM;
	domain = irq_domain_create_linear(fwnode, NR, &ops, NULL);
	if (!domain) {
		irq_domain_free_fwnode(fwnode);
		return -ENOMEM;
	}
	for (i = 0; i < NR; i++)
		irqs[i] = irq_create_mapping(domain, i);
	msleep(20);
	irq_domain_remove(domain);
	irq_domain_free_fwnode(fwnode);
	msleep(50);
	/* irq_dispose_mapping() would dereference the freed domain. */
	for (i = 0; i < NR; i++)
		if (irqs[i])
			irq_free_descs(irqs[i], 1);
	return 0;
}

static int loop(void *data)
{
	while (!kthread_should_stop()) {
		if (come_and_go())
			msleep(20);
		else
			rounds++;
	}
	return 0;
}

static int __init domain_churn_init(void)
{
	churn = kthread_run(loop, NULL, "domain_churn");
	return PTR_ERR_OR_ZERO(churn);
}
module_init(domain_churn_init);

static void __exit domain_churn_exit(void)
{
	kthread_stop(churn);
}
module_exit(domain_churn_exit);

MODULE_DESCRIPTION("Domains that come and go, for the hwinsight tests");
MODULE_LICENSE("GPL");
