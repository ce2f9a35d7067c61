// SPDX-License-Identifier: GPL-2.0
#include <linux/capability.h>
#include <linux/cred.h>
#include <linux/fs.h>
#include <linux/nsproxy.h>
#include <linux/pid_namespace.h>
#include <linux/proc_fs.h>
#include <linux/sched.h>
#include <linux/user_namespace.h>
#include <linux/utsname.h>
#include <net/net_namespace.h>

#include "access.h"
#include "tunables.h"

/* As has_pid_permissions() of fs/proc/base.c judges a kernel thread. */
static bool pids_hidden(struct file *file)
{
	struct proc_fs_info *info = proc_sb_info(file_inode(file)->i_sb);

	if (info->hide_pid == HIDEPID_OFF)
		return false;
	/* The group of gid= is let in, but for hidepid=ptraceable. */
	if (info->hide_pid != HIDEPID_NOT_PTRACEABLE &&
	    in_group_p(info->pid_gid))
		return false;
	return !file_ns_capable(file, &init_user_ns, CAP_SYS_PTRACE);
}

/**
 * hwi_access_open() - decide what an open file may show
 * @file: the file that is being opened
 * @summary: the view is the summary
 * @access: result; to be given to hwi_access_release() on success
 *
 * Called at open, when current is the opener and its credentials are
 * file->f_cred; the decision is kept with the file, so that handing the file
 * to another process neither widens nor narrows it.
 *
 * Context: process context of the opener. current's namespaces are stable
 * for current itself; no lock is needed.
 * Return: 0, or -EACCES.
 */
int hwi_access_open(struct file *file, bool summary, struct hwi_access *access)
{
	struct hwi_opener opener = {
		.admin = file_ns_capable(file, &init_user_ns, CAP_SYS_ADMIN),
		.ptrace = file_ns_capable(file, &init_user_ns, CAP_SYS_PTRACE),
		.init_namespaces = file->f_cred->user_ns == &init_user_ns &&
				   task_active_pid_ns(current) ==
					   &init_pid_ns &&
				   current->nsproxy->uts_ns == &init_uts_ns,
		.pids_hidden = pids_hidden(file),
		/* A worker of io_uring may be older than what its owner set. */
		.no_new_privs = task_no_new_privs(current) ||
				current->flags & PF_IO_WORKER,
		.unprivileged = hwi_tunable_unprivileged(),
	};
	int err = hwi_access_decide(&opener, summary, access);

	if (err)
		return err;
	access->cred = file->f_cred;
	access->pid_ns = proc_pid_ns(file_inode(file)->i_sb);
	access->net = get_net(current->nsproxy->net_ns);
	return 0;
}

/**
 * hwi_access_release() - let go of what hwi_access_open() took
 * @access: as it was set there
 *
 * Context: process context, may sleep.
 */
void hwi_access_release(struct hwi_access *access)
{
	put_net(access->net);
}
