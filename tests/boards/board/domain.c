// SPDX-License-Identifier: GPL-2.0
/* A power domain, and a device in it that has no driver. */
#include <linux/err.h>
#include <linux/platform_device.h>
#include <linux/pm_domain.h>

#include "board.h"

#ifdef CONFIG_PM_GENERIC_DOMAINS
static struct generic_pm_domain domain = { .name = "board_pd" };
static struct platform_device *member;

/* Nothing to free; but v6.1 sets no release(), and warns of it on removal. */
static void release_domain(struct device *dev)
{
}

int board_add_domain(void)
{
	int err = pm_genpd_init(&domain, NULL, false);

	if (err)
		return err;
	if (!domain.dev.release)
		domain.dev.release = release_domain;
	member = platform_device_register_simple("hwinsight-board-member", -1,
						 NULL, 0);
	err = PTR_ERR_OR_ZERO(member);
	if (err)
		goto remove_domain;
	err = pm_genpd_add_device(&domain, &member->dev);
	if (!err)
		return 0;
	platform_device_unregister(member);
remove_domain:
	pm_genpd_remove(&domain);
	return err;
}

void board_remove_domain(void)
{
	pm_genpd_remove_device(&member->dev);
	platform_device_unregister(member);
	pm_genpd_remove(&domain);
}
#else
int board_add_domain(void)
{
	return 0;
}

void board_remove_domain(void)
{
}
#endif
