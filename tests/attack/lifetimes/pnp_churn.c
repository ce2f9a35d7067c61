// SPDX-License-Identifier: GPL-2.0
/*
 * For tests/attack only: a PNP device without a driver, whose resources are
 * allocated and freed, again and again, as pnp_activate_dev() and the sysfs
 * file "resources" do: under pnp_res_mutex, which no module can take.
 *   insmod pnp_churn.ko device=00:04
 */
#include <linux/device.h>
#include <linux/err.h>
#include <linux/kthread.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/pnp.h>
#include <linux/sched.h>
#include <linux/slab.h>

#define NR 2000 /* a long list takes long to walk */

/* As in drivers/pnp/base.h. */
struct pnp_resource {
	struct list_head list;
	struct resource res;
};

static char *device;
module_param(device, charp, 0444);
MODULE_PARM_DESC(device, "the PNP device, which must have no driver");

static unsigned int rounds;
module_param(rounds, uint, 0444);
MODULE_PARM_DESC(rounds, "how often its resources have come and gone");

static struct task_struct *churn;
static struct device *dev;

/* Matches nothing: only registered to find the PNP bus. */
static const struct pnp_device_id ids[] = {
	{ .id = "HWI0000" },
	{ .id = "" },
};

static struct pnp_driver driver = {
	.name = "pnp_churn",
	.id_table = ids,
};

static void add_resources(struct list_head *resources)
{
	struct pnp_resource *to;
	unsigned int i;

	for (i = 0; i < NR; i++) {
		to = kzalloc(sizeof(*to), GFP_KERNEL);
		if (!to)
			return;
		to->res.flags = IORESOURCE_BUS;
		list_add_tail(&to->list, resources);
	}
}

static void free_resources(struct list_head *resources)
{
	struct pnp_resource *at, *next;

	list_for_each_entry_safe(at, next, resources, list) {
		if (at->res.flags != IORESOURCE_BUS)
			continue;
		list_del(&at->list);
		kfree(at);
	}
}

static int come_and_go(void *data)
{
	struct list_head *resources = &to_pnp_dev(dev)->resources;

	while (!kthread_should_stop()) {
		add_resources(resources);
		cond_resched();
		free_resources(resources);
		cond_resched();
		rounds++;
	}
	return 0;
}

static int __init pnp_churn_init(void)
{
	int err = pnp_register_driver(&driver);

	if (err)
		return err;
	dev = device ?
		      bus_find_device_by_name(driver.driver.bus, NULL, device) :
		      NULL;
	if (!dev || dev->driver) {
		err = dev ? -EBUSY : -ENODEV;
		goto error;
	}
	churn = kthread_run(come_and_go, NULL, "pnp_churn");
	err = PTR_ERR_OR_ZERO(churn);
	if (!err)
		return 0;
error:
	put_device(dev);
	pnp_unregister_driver(&driver);
	return err;
}
module_init(pnp_churn_init);

static void __exit pnp_churn_exit(void)
{
	kthread_stop(churn);
	put_device(dev);
	pnp_unregister_driver(&driver);
}
module_exit(pnp_churn_exit);

MODULE_DESCRIPTION("Resources that come and go, for the hwinsight tests");
MODULE_LICENSE("GPL");
