// SPDX-License-Identifier: GPL-2.0
/*
 * For tests/findings only: a cpufreq driver, which no emulated machine has. It
 * sets no frequency.
 */
#include <linux/cpufreq.h>
#include <linux/module.h>

static int init(struct cpufreq_policy *policy)
{
	policy->cpuinfo.min_freq = 800000;
	policy->cpuinfo.max_freq = 2400000;
	policy->min = policy->cpuinfo.min_freq;
	policy->max = policy->cpuinfo.max_freq;
	policy->policy = CPUFREQ_POLICY_POWERSAVE;
	return 0;
}

static int verify(struct cpufreq_policy_data *policy)
{
	cpufreq_verify_within_cpu_limits(policy);
	return 0;
}

/* With setpolicy() the driver itself chooses, and there is no governor. */
static int set_policy(struct cpufreq_policy *policy)
{
	return 0;
}

static unsigned int get(unsigned int cpu)
{
	return 1600000;
}

static struct cpufreq_driver driver = {
	.name = "hwinsight_test",
	.init = init,
	.verify = verify,
	.setpolicy = set_policy,
	.get = get,
};

static int __init frequency_init(void)
{
	return cpufreq_register_driver(&driver);
}
module_init(frequency_init);

static void __exit frequency_exit(void)
{
	cpufreq_unregister_driver(&driver);
}
module_exit(frequency_exit);

MODULE_DESCRIPTION("A cpufreq driver for the hwinsight tests; never install it");
MODULE_LICENSE("GPL");
