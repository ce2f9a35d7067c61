// SPDX-License-Identifier: GPL-2.0
#include <linux/cred.h>
#include <linux/fdtable.h>
#include <linux/pid.h>
#include <linux/rcupdate.h>
#include <linux/sched.h>
#include <linux/sched/task.h>

#include "core/compat.h"
#include "core/pause.h"
#include "process_access.h"
#include "process_walk.h"

/**
 * struct walk - a walk over all processes
 * @access: what the opener may see
 * @visitor: what to do with each
 * @data: what the visitor gets
 * @known: the opener may see all that was looked at in this one
 */
struct walk {
	const struct hwi_access *access;
	const struct hwi_visitor *visitor;
	void *data;
	bool known;
};

/**
 * hwi_process_files() - look at a batch of the files that a process has open
 * @task: its task, with task_lock() held
 * @fd: the descriptor to begin with
 * @left: how many items may still be looked at in this batch; is counted down
 * @look: called for each file
 * @data: what it gets
 *
 * The table's lock keeps them open, and so keeps their inodes. A table may be
 * huge and nearly empty: so the words of its bitmap count as items, too.
 *
 * Context: any but interrupts; takes the table's lock.
 * Return: the descriptor to go on with, or 0 at the end.
 */
unsigned int
hwi_process_files(struct task_struct *task, unsigned int fd, unsigned int *left,
		  void (*look)(void *data, const struct file *file), void *data)
{
	struct files_struct *files = task->files;
	unsigned int end;
	struct fdtable *fdt;
	struct file *file;

	if (!files)
		return 0;
	spin_lock(&files->file_lock);
	fdt = files_fdtable(files);
	end = min_t(unsigned int, fdt->max_fds, fd + HWI_BATCH * BITS_PER_LONG);
	for (; *left; (*left)--, fd++) {
		fd = find_next_bit(fdt->open_fds, end, fd);
		if (fd >= end)
			break;
		file = rcu_dereference_protected(
			fdt->fd[fd], lockdep_is_held(&files->file_lock));
		if (file)
			look(data, file);
	}
	if (fd >= fdt->max_fds)
		fd = 0;
	spin_unlock(&files->file_lock);
	return fd;
}

/*
 * Looks at a batch of a task. Its credentials may change at any time, so access
 * is checked again afterwards: if they are still the same, they were all along.
 *
 * RCU keeps the task. task_lock() keeps it from releasing what it has.
 * Returns whether there is more.
 */
static bool visit_batch(struct walk *walk, struct task_struct *task, bool first)
{
	const struct hwi_visitor *visitor = walk->visitor;
	bool more = false;

	task_lock(task);
	if (first && visitor->copy)
		visitor->copy(walk->data, task);
	walk->known = hwi_access_descriptors(walk->access, task);
	if (walk->known) {
		more = visitor->look(walk->data, task);
		walk->known = hwi_access_descriptors(walk->access, task);
	}
	task_unlock(task);
	return walk->known && more;
}

/*
 * Looks at the rest of a process, batch by batch; @pid is referenced. Killable
 * between batches.
 */
static int visit_rest(struct walk *walk, struct pid *pid)
{
	const struct hwi_visitor *visitor = walk->visitor;
	struct task_struct *task;
	bool more = true;
	int err = 0;

	while (more) {
		err = visitor->pause ? visitor->pause(walk->data) : hwi_pause();
		if (err)
			break;
		rcu_read_lock();
		task = pid_task(pid, PIDTYPE_TGID);
		more = task && visit_batch(walk, task, false);
		rcu_read_unlock();
	}
	return err;
}

/*
 * The process with the lowest number from @nr on. A pid found in an RCU section
 * is valid until that ends, and longer with a reference; so is the task that it
 * leads to, without one.
 * Returns its number, 0 if there is none, or an error.
 */
static int visit_next(struct walk *walk, int nr)
{
	const struct hwi_visitor *visitor = walk->visitor;
	struct pid_namespace *ns = walk->access->pid_ns;
	struct task_struct *task;
	struct pid *pid;
	int err = 0;
	bool more;

	rcu_read_lock();
	pid = hwi_find_ge_pid(nr, ns);
	nr = pid ? pid_nr_ns(pid, ns) : 0;
	task = pid ? pid_task(pid, PIDTYPE_TGID) : NULL;
	if (!task || !visitor->begin(walk->data, task, nr)) {
		rcu_read_unlock();
		return nr;
	}
	more = visit_batch(walk, task, true);
	if (more)
		get_pid(pid);
	rcu_read_unlock();
	if (more) {
		err = visit_rest(walk, pid);
		put_pid(pid);
	}
	if (!err)
		err = visitor->end(walk->data, walk->known);
	return err ? err : nr;
}

/**
 * hwi_process_walk() - visit every process
 * @access: what the opener may see
 * @visitor: what is done with each
 * @data: what the visitor gets
 *
 * Like a walk over /proc, it goes from number to number, so that no lock is
 * held for long; the whole is not of one moment.
 *
 * Context: process context, may sleep.
 * Return: 0, -EINTR, or the visitor's error.
 */
int hwi_process_walk(const struct hwi_access *access,
		     const struct hwi_visitor *visitor, void *data)
{
	struct walk walk = { access, visitor, data };
	int err = 0, nr = 1;

	while (!err && nr > 0) {
		nr = visit_next(&walk, nr);
		err = nr < 0 ? nr : hwi_pause();
		if (nr > 0)
			nr++;
	}
	return err;
}
