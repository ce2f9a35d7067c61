// SPDX-License-Identifier: GPL-2.0
/* Copies the processes that use hardware into records. */
#include <linux/fdtable.h>
#include <linux/fs.h>
#include <linux/hash.h>
#include <linux/pid.h>
#include <linux/rcupdate.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>
#include <linux/sched/task.h>

#include "compat.h"
#include "irq_record.h"
#include "process_access.h"
#include "process_record.h"

/* Files that are looked at before the locks are let go. */
#define BATCH 512

#define NUMBER_BITS 6

/**
 * struct number - a device that a process has open
 * @next: the one found before it
 * @same: the next one in its bucket
 * @number: see hwi_open_number()
 */
struct number {
	struct number *next;
	struct number *same;
	u64 number;
};

/**
 * struct collector - a walk over all processes
 * @arena: where the copies go
 * @processes: what is being filled
 * @link: where the next process is linked in
 * @access: what may be shown
 * @want_files: open files of modules are copied too
 * @threads: IRQ threads, by their number in the initial pid namespace
 * @numbers: of the process being looked at
 * @nr_numbers: how many
 * @bucket: finds them
 * @batch: files that are left to look at
 */
struct collector {
	struct hwi_arena *arena;
	struct hwi_processes *processes;
	struct hwi_process **link;
	const struct hwi_access *access;
	bool want_files;
	struct hwi_index threads;
	struct number *numbers;
	unsigned int nr_numbers;
	struct number *bucket[1 << NUMBER_BITS];
	unsigned int batch;
};

static void add_number(struct collector *c, u64 number)
{
	struct number **bucket = &c->bucket[hash_64(number, NUMBER_BITS)], *at;

	for (at = *bucket; at; at = at->same)
		if (at->number == number)
			return;
	at = hwi_arena_alloc(c->arena, sizeof(*at));
	if (!at)
		return;
	at->number = number;
	at->same = *bucket;
	*bucket = at;
	at->next = c->numbers;
	c->numbers = at;
	c->nr_numbers++;
}

static void add_file(struct collector *c, const struct file *file)
{
	struct hwi_processes *processes = c->processes;
	unsigned long key = (unsigned long)file;
	struct hwi_open_file *at;

	if (processes->files && processes->files->key == key)
		return;
	at = hwi_arena_alloc(c->arena, sizeof(*at));
	if (!at)
		return;
	at->key = key;
	at->owner = (unsigned long)file->f_op->owner;
	at->next = processes->files;
	processes->files = at;
	processes->nr_files++;
}

/*
 * Called with the descriptor table's lock held, which keeps the file open: so
 * it has its inode, and its operations with their module.
 * Returns the descriptor to go on with, or 0 to do so now.
 */
static int look(const void *data, struct file *file, unsigned int fd)
{
	struct collector *c = (void *)data;
	const struct inode *inode = file_inode(file);

	if (S_ISCHR(inode->i_mode) || S_ISBLK(inode->i_mode))
		add_number(c, hwi_open_number(inode->i_rdev,
					      S_ISBLK(inode->i_mode)));
	if (c->want_files && file->f_op->owner)
		add_file(c, file);
	if (c->arena->overflow)
		return -ENOMEM;
	return --c->batch ? 0 : fd + 1;
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
	int next = 0;

	task_lock(task);
	if (!fd)
		copy_task(task, to);
	to->known = hwi_access_descriptors(c->access, task);
	if (to->known && task->files) {
		c->batch = BATCH;
		next = iterate_fd(task->files, fd, look, c);
		to->known = hwi_access_descriptors(c->access, task);
	}
	task_unlock(task);
	return to->known && next > 0 ? next : 0;
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

/* No lock is held here. */
static void keep(struct collector *c, const struct hwi_process *process)
{
	const struct number *number;
	struct hwi_process *to;
	unsigned int i = 0;

	if (process->irq < 0 && !(process->known && c->nr_numbers))
		return;
	to = hwi_arena_alloc(c->arena, sizeof(*to));
	if (!to)
		return;
	*to = *process;
	to->next = NULL;
	to->nr_numbers = process->known ? c->nr_numbers : 0;
	to->numbers = hwi_arena_alloc(c->arena,
				      array_size(to->nr_numbers, sizeof(u64)));
	if (!to->numbers)
		return;
	for (number = c->numbers; number && i < to->nr_numbers;
	     number = number->next)
		to->numbers[i++] = number->number;
	hwi_numbers_sort(to);
	*c->link = to;
	c->link = &to->next;
	c->processes->nr++;
}

/*
 * The process with the lowest number from @nr on. A pid found in an RCU
 * section is good until that ends, and longer with a reference; so is the
 * task that it leads to, without one.
 * Returns its number, or 0 if there is none.
 */
static int copy_next(struct collector *c, int nr)
{
	struct hwi_process process = {};
	struct task_struct *task;
	unsigned int fd = 0;
	struct pid *pid;

	if (c->nr_numbers)
		memset(c->bucket, 0, sizeof(c->bucket));
	c->numbers = NULL;
	c->nr_numbers = 0;
	rcu_read_lock();
	pid = find_ge_pid(nr, c->access->pid_ns);
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
	if (!fd)
		goto out;
	while (fd) {
		cond_resched();
		rcu_read_lock();
		task = pid_task(pid, PIDTYPE_TGID);
		fd = task ? copy_batch(c, task, fd, &process) : 0;
		rcu_read_unlock();
	}
	put_pid(pid);
out:
	keep(c, &process);
	return nr;
}

/**
 * hwi_processes_collect() - copy the processes that use hardware
 * @processes: result: those that have a device open, as far as the opener may
 *	know, and IRQ threads
 * @arena: where the copies go; its overflow is set if they do not fit
 * @access: what the opener may see
 * @irqs: the interrupts, whose threads are looked for
 * @files: copy which open files are of modules, too
 *
 * As a walk of /proc does, it goes from number to number, so that it never
 * keeps a lock for long, and the whole is not of one moment.
 *
 * Context: process context; may reschedule.
 */
void hwi_processes_collect(struct hwi_processes *processes,
			   struct hwi_arena *arena,
			   const struct hwi_access *access,
			   const struct hwi_irqs *irqs, bool files)
{
	struct collector c = {
		.arena = arena,
		.processes = processes,
		.link = &processes->first,
		.access = access,
		.want_files = files,
	};
	const struct hwi_irq_action *action;
	struct hwi_irq *irq;
	int nr = 0;

	*processes = (struct hwi_processes){};
	if (!hwi_index_init(&c.threads, arena, irqs->nr))
		return;
	for (irq = irqs->first; irq; irq = irq->next) {
		for (action = irq->actions; action; action = action->next) {
			if (action->pid)
				hwi_index_add(&c.threads, action->pid, irq);
			if (action->pid2)
				hwi_index_add(&c.threads, action->pid2, irq);
		}
	}
	while (!arena->overflow && (nr = copy_next(&c, nr + 1)))
		cond_resched();
}
