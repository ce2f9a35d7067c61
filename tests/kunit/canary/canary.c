// SPDX-License-Identifier: GPL-2.0
/* Leaks some memory when loaded, to test the leak detector. */
#include <linux/module.h>
#include <linux/slab.h>

/* Not in the init section: once freed, its addresses have no symbols. */
static noinline int lose(void)
{
	unsigned int i;

	/* Several, since a stale pointer on a stack may hide one. */
	for (i = 0; i < 8; i++)
		if (!kmalloc(200, GFP_KERNEL))
			return -ENOMEM;
	return 0;
}

static int __init canary_init(void)
{
	return lose();
}

static void __exit canary_exit(void)
{
}

module_init(canary_init);
module_exit(canary_exit);

MODULE_DESCRIPTION("Leaks memory, for a test");
MODULE_LICENSE("GPL");
