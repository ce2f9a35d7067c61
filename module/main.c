// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>

#include "core/tunables.h"
#include "core/view.h"
#include "sysfs_file.h"

static int __init hwinsight_init(void)
{
	int err = hwi_tunables_init();

	if (err)
		return err;
	err = hwi_sysfs_init();
	if (err)
		goto no_sysfs;
	err = hwi_views_init();
	if (!err)
		return 0;
	hwi_sysfs_exit();
no_sysfs:
	hwi_tunables_exit();
	return err;
}

static void __exit hwinsight_exit(void)
{
	hwi_views_exit();
	hwi_sysfs_exit();
	hwi_tunables_exit();
}

module_init(hwinsight_init);
module_exit(hwinsight_exit);

MODULE_DESCRIPTION("Consolidated hardware views in /proc/hwinsight");
MODULE_AUTHOR("The hwinsight developers");
MODULE_LICENSE("GPL");
MODULE_VERSION(HWI_VERSION);
