// SPDX-License-Identifier: GPL-2.0
#include <linux/capability.h>
#include <linux/cred.h>
#include <linux/fs.h>
#include <linux/nsproxy.h>
#include <linux/pid_namespace.h>
#include <linux/proc_fs.h>
#include <linux/sched.h>
#include <linux/sched/task.h>
#include <linux/user_namespace.h>
#include <linux/utsname.h>
#include <net/net_namespace.h>

#include "access.h"
#include "tunables.h"

/*
 * The answer only decides what is shown, so asking must not leave an audit
 * record. current is the opener.
 */
static bool capable_quietly(int capability)
{
	return ns_capable_noaudit(&init_user_ns, capability);
}

/* What has_pid_permissions() in fs/proc/base.c answers for a kernel thread. */
static bool pids_hidden(struct file *file)
{
	struct proc_fs_info *info = proc_sb_info(file_inode(file)->i_sb);

	if (info->hide_pid == HIDEPID_OFF)
		return false;
	/* gid= lets a group in, except under hidepid=ptraceable. */
	if (info->hide_pid != HIDEPID_NOT_PTRACEABLE &&
	    in_group_p(info->pid_gid))
		return false;
	return !capable_quietly(CAP_SYS_PTRACE);
}

/*
 * A pod may share the host's user, pid and UTS namespaces, but its runtime
 * gives it a cgroup namespace of its own. init_cgroup_ns is not exported;
 * init_task, which never leaves it, is.
 */
static bool in_init_namespaces(const struct file *file)
{
	return file->f_cred->user_ns == &init_user_ns &&
	       task_active_pid_ns(current) == &init_pid_ns &&
	       current->nsproxy->uts_ns == &init_uts_ns &&
	       current->nsproxy->cgroup_ns == init_task.nsproxy->cgroup_ns;
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
		.admin = capable_quietly(CAP_SYS_ADMIN),
		.ptrace = capable_quietly(CAP_SYS_PTRACE),
		.resource = capable_quietly(CAP_SYS_RESOURCE),
		.init_namespaces = in_init_namespaces(file),
		.pids_hidden = pids_hidden(file),
		/*
		 * An io_uring worker may have been created before its owner set
		 * the flag.
		 */
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
 * hwi_access_release() - release what hwi_access_open() took
 * @access: as it was set there
 *
 * Context: process context, may sleep.
 */
void hwi_access_release(struct hwi_access *access)
{
	put_net(access->net);
}
