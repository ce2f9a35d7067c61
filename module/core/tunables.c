// SPDX-License-Identifier: GPL-2.0
#include <linux/compiler.h>
#include <linux/errno.h>
#include <linux/kconfig.h>
#include <linux/sysctl.h>

#include "access.h"
#include "compat.h"
#include "tunables.h"

#define KB 1024

/* 64 MiB: a machine of 10,000 resources needs 3. */
#define SNAPSHOT_MAX_KB (64 * KB)

static int unprivileged = HWI_UNPRIVILEGED_ALL;
static int unprivileged_min = HWI_UNPRIVILEGED_NOTHING;
static int unprivileged_max = HWI_UNPRIVILEGED_ALL;

static int snapshot_max_kb = SNAPSHOT_MAX_KB;
/* Less holds no view; more than 1 GiB is a mistake. */
static int snapshot_max_kb_min = 64;
static int snapshot_max_kb_max = 1024 * KB;

/*
 * What all open files of a user may hold together: 600 open files of a view of
 * 50 KB, or one read of a machine with 30,000 devices.
 */
static int user_max_kb = 32 * KB;
static int user_max_kb_min = 64;
static int user_max_kb_max = 1024 * KB;

/* proc_dointvec_minmax() answers a bad value with EINVAL and keeps the old. */
static struct ctl_table tunables[] = {
	{
		.procname = "unprivileged",
		.data = &unprivileged,
		.maxlen = sizeof(unprivileged),
		.mode = 0644,
		.proc_handler = proc_dointvec_minmax,
		.extra1 = &unprivileged_min,
		.extra2 = &unprivileged_max,
	},
	{
		.procname = "snapshot_max_kb",
		.data = &snapshot_max_kb,
		.maxlen = sizeof(snapshot_max_kb),
		.mode = 0644,
		.proc_handler = proc_dointvec_minmax,
		.extra1 = &snapshot_max_kb_min,
		.extra2 = &snapshot_max_kb_max,
	},
	{
		.procname = "user_max_kb",
		.data = &user_max_kb,
		.maxlen = sizeof(user_max_kb),
		.mode = 0644,
		.proc_handler = proc_dointvec_minmax,
		.extra1 = &user_max_kb_min,
		.extra2 = &user_max_kb_max,
	},
	HWI_CTL_TABLE_END
};

static struct ctl_table_header *header;

/**
 * hwi_tunables_init() - create /proc/sys/dev/hwinsight
 *
 * Context: process context, may sleep.
 * Return: 0 or -ENOMEM.
 */
int hwi_tunables_init(void)
{
	header = register_sysctl("dev/hwinsight", tunables);
	return header || !IS_ENABLED(CONFIG_SYSCTL) ? 0 : -ENOMEM;
}

/**
 * hwi_tunables_exit() - remove it, once nobody uses it
 *
 * Context: process context, may sleep.
 */
void hwi_tunables_exit(void)
{
	unregister_sysctl_table(header);
}

/**
 * hwi_tunable_unprivileged() - what unprivileged users may open
 *
 * Context: any; an int is read whole.
 * Return: of enum hwi_unprivileged.
 */
int hwi_tunable_unprivileged(void)
{
	return READ_ONCE(unprivileged);
}

/**
 * hwi_tunable_user_max() - what the open files of one user may hold together
 *
 * Context: any; an int is read whole.
 * Return: bytes.
 */
size_t hwi_tunable_user_max(void)
{
	return (size_t)READ_ONCE(user_max_kb) * KB;
}

/**
 * hwi_tunable_snapshot_max() - what one open file may hold
 *
 * Context: any; an int is read whole.
 * Return: bytes.
 */
size_t hwi_tunable_snapshot_max(void)
{
	return (size_t)READ_ONCE(snapshot_max_kb) * KB;
}
