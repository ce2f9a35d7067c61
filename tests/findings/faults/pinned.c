// SPDX-License-Identifier: GPL-2.0
/* For tests/findings only: a module that is held, and nothing holds it. */
#include <linux/module.h>

static int __init pinned_init(void)
{
	__module_get(THIS_MODULE);
	return 0;
}
module_init(pinned_init);

static void __exit pinned_exit(void)
{
}
module_exit(pinned_exit);

MODULE_DESCRIPTION("A fault for the hwinsight tests; never install it");
MODULE_LICENSE("GPL");
