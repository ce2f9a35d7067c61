// SPDX-License-Identifier: GPL-2.0
#include <linux/errno.h>

#include "access.h"

/**
 * hwi_access_decide() - the access rules, given the facts
 * @opener: the facts
 * @summary: the view is the summary, which can be the only one open to everyone
 * @access: what the open file may show; its flags are set on success only
 *
 * /proc is shared with containers, whose runtimes mask /proc/interrupts by
 * its path and do not know these files. So an opener outside the initial
 * namespaces is refused, unless CAP_SYS_ADMIN there makes it moot.
 *
 * Return: 0, or -EACCES.
 */
int hwi_access_decide(const struct hwi_opener *opener, bool summary,
		      struct hwi_access *access)
{
	int needed = summary ? HWI_UNPRIVILEGED_SUMMARY : HWI_UNPRIVILEGED_ALL;

	if (!opener->admin &&
	    (!opener->init_namespaces || opener->unprivileged < needed))
		return -EACCES;
	/* As in /proc/iomem and /proc/ioports. */
	access->addresses = opener->admin;
	/* As in /sys/firmware and /sys/class/dmi. */
	access->firmware = opener->admin;
	/* IRQ threads only exist in the initial pid namespace. */
	access->pids = opener->init_namespaces && !opener->pids_hidden;
	/* As in /proc/PID/fd. */
	access->descriptors = opener->ptrace;
	/*
	 * Landlock takes even these from a sandboxed process, and a module
	 * cannot ask it. But an unprivileged process can be in a sandbox only
	 * with no_new_privs set.
	 */
	access->own_descriptors = !opener->no_new_privs;
	access->unlimited = opener->resource;
	return 0;
}
