// SPDX-License-Identifier: GPL-2.0
#include <linux/capability.h>
#include <linux/cred.h>
#include <linux/rcupdate.h>
#include <linux/sched.h>
#include <linux/uidgid.h>

#include "core/compat.h"
#include "process_access.h"

/**
 * hwi_access_same() - one set of credentials may look into another
 * @cred: of who looks
 * @of: of the task
 *
 * The rule of __ptrace_may_access() and cap_ptrace_access_check() for
 * PTRACE_MODE_READ_FSCREDS without CAP_SYS_PTRACE. It guards the links in
 * /proc/PID/fd, and cwd, root, exe and maps in /proc/PID.
 *
 * Return: true if they are of the same user, and @of can do no more.
 */
bool hwi_access_same(const struct cred *cred, const struct cred *of)
{
	return uid_eq(cred->fsuid, of->euid) && uid_eq(cred->fsuid, of->suid) &&
	       uid_eq(cred->fsuid, of->uid) && gid_eq(cred->fsgid, of->egid) &&
	       gid_eq(cred->fsgid, of->sgid) && gid_eq(cred->fsgid, of->gid) &&
	       cred->user_ns == of->user_ns &&
	       cap_issubset(of->cap_permitted, cred->cap_effective);
}

/**
 * hwi_access_process() - whether an opener may see anything of a task
 * @access: the opener's
 * @task: the task
 *
 * A first check, before any lock is taken; hwi_access_descriptors() has the
 * last word.
 *
 * Context: rcu_read_lock() held, which keeps its credentials.
 * Return: false if not.
 */
bool hwi_access_process(const struct hwi_access *access,
			const struct task_struct *task)
{
	return access->descriptors ||
	       (access->own_descriptors &&
		hwi_access_same(access->cred, __task_cred(task)));
}

/**
 * hwi_access_descriptors() - whether an opener may see what a task holds
 * @access: the opener's
 * @task: the task
 *
 * The task must not have changed its credentials since it was started: before,
 * it could have opened what its user cannot. The kernel clears dumpability,
 * then changes the credentials; so they are read in the opposite order. A task
 * without memory has ended, and is refused: kernels differ in what remains of
 * its dumpability.
 *
 * Context: rcu_read_lock() held, which keeps its credentials; task_lock()
 * held, which keeps its memory.
 * Return: true if it may.
 */
bool hwi_access_descriptors(const struct hwi_access *access,
			    struct task_struct *task)
{
	if (access->descriptors)
		return true;
	if (!hwi_access_process(access, task))
		return false;
	/* Pairs with the barrier in commit_creds(). */
	smp_rmb();
	return task->mm && hwi_task_dumpable(task);
}
