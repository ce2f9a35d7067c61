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

#include "access.h"

/* As has_pid_permissions() of fs/proc/base.c judges a kernel thread. */
static bool pids_hidden(struct file *file)
{
	struct proc_fs_info *info = proc_sb_info(file_inode(file)->i_sb);

	if (info->hide_pid == HIDEPID_OFF || in_group_p(info->pid_gid))
		return false;
	return !file_ns_capable(file, &init_user_ns, CAP_SYS_PTRACE);
}

/**
 * hwi_access_check() - decide what an open file may show
 * @file: the file that is being opened
 * @access: result
 *
 * Called at open, when current is the opener and its credentials are
 * file->f_cred; the decision is kept with the file, so that handing the file
 * to another process neither widens nor narrows it.
 *
 * Context: process context of the opener. current's namespaces are stable
 * for current itself; no lock is needed.
 * Return: 0, or -EACCES.
 */
int hwi_access_check(struct file *file, struct hwi_access *access)
{
	struct hwi_opener opener = {
		.admin = file_ns_capable(file, &init_user_ns, CAP_SYS_ADMIN),
		.init_namespaces =
			file->f_cred->user_ns == &init_user_ns &&
			task_active_pid_ns(current) == &init_pid_ns &&
			current->nsproxy->uts_ns == &init_uts_ns,
		.pids_hidden = pids_hidden(file),
	};

	return hwi_access_decide(&opener, access);
}
