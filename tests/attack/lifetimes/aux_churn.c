// SPDX-License-Identifier: GPL-2.0
/*
 * For tests/attack only: an auxiliary-bus driver that comes and goes for as
 * long as this module is loaded. The bus allocates the driver's name when it is
 * registered, and frees it as soon as it is unregistered.
 */
#include <linux/auxiliary_bus.h>
#include <linux/delay.h>
#include <linux/err.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

#define NR 64

static unsigned int rounds;
module_param(rounds, uint, 0444);
MODULE_PARM_DESC(rounds, "how often the driver has come and gone");

/* Long, so that copying it takes time. */
static char name[1000];
static struct auxiliary_device *devices[NR];
static struct task_struct *churn;

static int probe(struct auxiliary_device *dev,
		 const struct auxiliary_device_id *id)
{
	return 0;
}

static const struct auxiliary_device_id ids[] = {
	{ .name = "aux_churn.dev" },
	{},
};

static struct auxiliary_driver driver = {
	.name = name,
	.probe = probe,
	.id_table = ids,
};

static int come_and_go(void *data)
{
	while (!kthread_should_stop()) {
		if (auxiliary_driver_register(&driver))
			break;
		cond_resched();
		auxiliary_driver_unregister(&driver);
		rounds++;
	}
	while (!kthread_should_stop())
		msleep(20);
	return 0;
}

static void release(struct device *dev)
{
	kfree(to_auxiliary_dev(dev));
}

static int add(unsigned int i)
{
	struct auxiliary_device *dev = kzalloc(sizeof(*dev), GFP_KERNEL);
	int err;

	if (!dev)
		return -ENOMEM;
	dev->name = "dev";
	dev->id = i;
	dev->dev.parent = &platform_bus;
	dev->dev.release = release;
	err = auxiliary_device_init(dev);
	if (err) {
		kfree(dev);
		return err;
	}
	/* The name does not fit into a uevent. */
	dev_set_uevent_suppress(&dev->dev, true);
	err = auxiliary_device_add(dev);
	if (err) {
		auxiliary_device_uninit(dev);
		return err;
	}
	devices[i] = dev;
	return 0;
}

static void remove_all(void)
{
	unsigned int i;

	for (i = 0; i < NR && devices[i]; i++) {
		auxiliary_device_delete(devices[i]);
		auxiliary_device_uninit(devices[i]);
	}
}

static int __init aux_churn_init(void)
{
	unsigned int i;
	int err = 0;

	memset(name, 'x', sizeof(name) - 1);
	for (i = 0; i < NR && !err; i++)
		err = add(i);
	if (!err) {
		churn = kthread_run(come_and_go, NULL, "aux_churn");
		err = PTR_ERR_OR_ZERO(churn);
	}
	if (err)
		remove_all();
	return err;
}
module_init(aux_churn_init);

static void __exit aux_churn_exit(void)
{
	kthread_stop(churn);
	remove_all();
}
module_exit(aux_churn_exit);

MODULE_DESCRIPTION("A driver that comes and goes, for the hwinsight tests");
MODULE_LICENSE("GPL");
