// SPDX-License-Identifier: GPL-2.0
/* Copies the processes that use hardware into records. */
#include <linux/fdtable.h>
#include <linux/fs.h>
#include <linux/pid.h>
#include <linux/rcupdate.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>
#include <linux/sched/task.h>

#include "core/compat.h"
#include "core/pause.h"
#include "irq_rows.h"
#include "process_access.h"
#include "process_rows.h"

/**
 * struct collector - a walk over all processes
 * @arena: where the copies go
 * @processes: what is being filled
 * @link: where the next process is linked in
 * @access: what may be shown
 * @threads: IRQ threads, by their number in the initial pid namespace
 * @open: what the process being looked at has open
 */
struct collector {
	struct hwi_arena *arena;
	struct hwi_processes *processes;
	struct hwi_process **link;
	const struct hwi_access *access;
	struct hwi_index threads;
	struct hwi_open open;
};

/* A file opened with O_PATH is a name, and holds no device. */
static void look(struct collector *c, const struct file *file)
{
	const struct inode *inode = file_inode(file);
	bool block = S_ISBLK(inode->i_mode);

	if ((block || S_ISCHR(inode->i_mode)) && !(file->f_mode & FMODE_PATH))
		hwi_open_add(&c->open, hwi_open_number(inode->i_rdev, block));
}

/*
 * Look at a batch of files from @fd on. The table's lock keeps them open, and
 * so they have their inodes. A table may have room for very many, and few of
 * them: so what is looked through in its bitmap is a batch of words, too.
 * Returns the descriptor to go on with, or 0 at the end.
 */
static unsigned int look_at_files(struct collector *c,
				  struct files_struct *files, unsigned int fd)
{
	unsigned int end, nr;
	struct fdtable *fdt;
	struct file *file;

	spin_lock(&files->file_lock);
	fdt = files_fdtable(files);
	end = min_t(unsigned int, fdt->max_fds, fd + HWI_BATCH * BITS_PER_LONG);
	for (nr = 0; nr < HWI_BATCH; nr++, fd++) {
		fd = find_next_bit(fdt->open_fds, end, fd);
		if (fd >= end)
			break;
		file = rcu_dereference_protected(
			fdt->fd[fd], lockdep_is_held(&files->file_lock));
		if (file)
			look(c, file);
	}
	if (fd >= fdt->max_fds)
		fd = 0;
	spin_unlock(&files->file_lock);
	return fd;
}

/* Called with task_lock() held, which keeps mm and, before v6.14, comm. */
static void copy_task(struct task_struct *task, struct hwi_process *to)
{
	bool own = task->mm && !(task->flags & PF_KTHREAD);

	to->state = task_state_to_char(task);
	to->cpu = task_cpu(task);
	/* What a task and its group share is freed with the task, by RCU. */
	to->threads = get_nr_threads(task);
	to->rss = own ? (long)hwi_mm_rss(task->mm) : -1;
	memcpy(to->comm, task->comm, sizeof(to->comm));
	to->comm[sizeof(to->comm) - 1] = '\0';
}

/*
 * Copy a task, if @fd is 0, and a batch of what it has open. Asked again
 * after that, since its credentials may change at any time: whoever is still
 * who they were has been that all the while.
 *
 * RCU keeps the task. task_lock() keeps it from letting go of its memory and
 * its descriptor table. Returns the descriptor to go on with, or 0 at the end.
 */
static unsigned int copy_batch(struct collector *c, struct task_struct *task,
			       unsigned int fd, struct hwi_process *to)
{
	unsigned int next = 0;

	task_lock(task);
	if (!fd)
		copy_task(task, to);
	to->known = hwi_access_descriptors(c->access, task);
	if (to->known && task->files) {
		next = look_at_files(c, task->files, fd);
		to->known = hwi_access_descriptors(c->access, task);
	}
	task_unlock(task);
	return to->known ? next : 0;
}

/* Called in an RCU section, as all that looks at a task. */
static bool wanted(struct collector *c, struct task_struct *task,
		   struct hwi_process *to)
{
	const struct hwi_access *access = c->access;
	const struct hwi_irq *irq = NULL;

	if (access->pids && (task->flags & PF_KTHREAD))
		irq = hwi_index_find(&c->threads, task_pid_nr(task));
	to->irq = irq ? (int)irq->irq : -1;
	return irq || access->descriptors ||
	       (access->own_descriptors &&
		hwi_access_same(access->cred, __task_cred(task)));
}

/* Returns NULL if it did not fit. */
static struct hwi_process *copy_kept(struct hwi_arena *arena,
				     const struct hwi_process *process,
				     const struct hwi_open *open)
{
	size_t size = process->nr_open * sizeof(*open->number);
	struct hwi_mark mark = hwi_arena_mark(arena);
	struct hwi_process *to = hwi_arena_alloc(arena, sizeof(*to));

	if (to) {
		*to = *process;
		to->open = hwi_arena_alloc(arena, size);
	}
	if (arena->overflow) {
		hwi_arena_rewind(arena, mark);
		return NULL;
	}
	memcpy(to->open, open->number, size);
	return to;
}

/* No lock is held here. */
static int keep(struct collector *c, struct hwi_process *process)
{
	struct hwi_process *to;
	int err;

	if (process->irq < 0 && !(process->known && c->open.nr))
		return 0;
	if (process->known) {
		process->nr_open = c->open.nr;
		process->more_open = c->open.more;
	}
	while (!(to = copy_kept(c->arena, process, &c->open))) {
		err = hwi_arena_pause(c->arena);
		if (err)
			return err;
	}
	*c->link = to;
	c->link = &to->next;
	c->processes->nr++;
	return 0;
}

/*
 * The rest of what a process has open, batch by batch; @pid is referenced.
 * Looking at a descriptor table is killable between the batches.
 */
static int copy_rest(struct collector *c, struct pid *pid, unsigned int fd,
		     struct hwi_process *to)
{
	struct task_struct *task;
	int err = 0;

	while (fd) {
		err = hwi_pause();
		if (err)
			break;
		rcu_read_lock();
		task = pid_task(pid, PIDTYPE_TGID);
		fd = task ? copy_batch(c, task, fd, to) : 0;
		rcu_read_unlock();
	}
	return err;
}

/*
 * The process with the lowest number from @nr on. A pid found in an RCU
 * section is good until that ends, and longer with a reference; so is the
 * task that it leads to, without one.
 * Returns its number, 0 if there is none, or an error.
 */
static int copy_next(struct collector *c, int nr)
{
	struct hwi_process process = {};
	struct task_struct *task;
	unsigned int fd = 0;
	struct pid *pid;
	int err = 0;

	c->open.nr = 0;
	c->open.more = 0;
	rcu_read_lock();
	pid = hwi_find_ge_pid(nr, c->access->pid_ns);
	nr = pid ? pid_nr_ns(pid, c->access->pid_ns) : 0;
	task = pid ? pid_task(pid, PIDTYPE_TGID) : NULL;
	if (!task || !wanted(c, task, &process)) {
		rcu_read_unlock();
		return nr;
	}
	process.pid = nr;
	fd = copy_batch(c, task, 0, &process);
	if (fd)
		get_pid(pid);
	rcu_read_unlock();
	if (fd) {
		err = copy_rest(c, pid, fd, &process);
		put_pid(pid);
	}
	if (!err)
		err = keep(c, &process);
	return err ? err : nr;
}

/* Threads of interrupts, by their process ID. Returns false without room. */
static bool index_threads(struct collector *c, const struct hwi_irq *irq)
{
	const struct hwi_irq_action *action;

	if (!c->threads.bucket &&
	    !hwi_index_init(&c->threads, c->arena, HWI_BATCH))
		return false;
	for (action = irq->actions; action; action = action->next) {
		if (action->pid && !hwi_index_add(&c->threads, c->arena,
						  action->pid, (void *)irq))
			return false;
		if (action->pid2 && !hwi_index_add(&c->threads, c->arena,
						   action->pid2, (void *)irq))
			return false;
	}
	return true;
}

/**
 * hwi_processes_collect() - copy the processes that use hardware
 * @processes: result, joined: those that have a device open, as far as the
 *	opener may know, and IRQ threads
 * @arena: where the copies go
 * @access: what the opener may see
 * @irqs: the interrupts, whose threads are looked for
 * @devices: the devices, arranged
 *
 * As a walk of /proc does, it goes from number to number, so that it never
 * keeps a lock for long, and the whole is not of one moment.
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_processes_collect(struct hwi_processes *processes,
			  struct hwi_arena *arena,
			  const struct hwi_access *access,
			  const struct hwi_irqs *irqs,
			  const struct hwi_devices *devices)
{
	struct collector c = {
		.arena = arena,
		.processes = processes,
		.link = &processes->first,
		.access = access,
	};
	const struct hwi_irq *irq = irqs->first;
	int err = 0, nr = 1;

	*processes = (struct hwi_processes){};
	while (!err && irq) {
		if (index_threads(&c, irq))
			irq = irq->next;
		else
			err = hwi_arena_pause(arena);
	}
	while (!err && nr > 0) {
		nr = copy_next(&c, nr);
		err = nr < 0 ? nr : hwi_pause();
		if (nr > 0)
			nr++;
	}
	return err ? err : hwi_processes_join(processes, arena, devices);
}
