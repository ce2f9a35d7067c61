// SPDX-License-Identifier: GPL-2.0
/* Copies the processes that use hardware into records. */
#include <linux/fs.h>
#include <linux/pid.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>
#include <linux/sched/task.h>

#include "core/compat.h"
#include "core/pause.h"
#include "irq_rows.h"
#include "process_access.h"
#include "process_rows.h"
#include "process_walk.h"

/**
 * struct collector - a walk over all processes
 * @arena: where the copies go
 * @processes: what is being filled
 * @link: where the next process is linked in
 * @access: what may be shown
 * @threads: IRQ threads, by their number in the initial pid namespace
 * @process: the process being looked at
 * @open: the devices it has open
 * @fd: the descriptor to go on with
 */
struct collector {
	struct hwi_arena *arena;
	struct hwi_processes *processes;
	struct hwi_process **link;
	const struct hwi_access *access;
	struct hwi_index threads;
	struct hwi_process process;
	struct hwi_open open;
	unsigned int fd;
};

/* A file opened with O_PATH is only a name: it holds no device. */
static void look_at_file(void *data, const struct file *file)
{
	const struct inode *inode = file_inode(file);
	bool block = S_ISBLK(inode->i_mode);
	struct collector *c = data;

	if ((block || S_ISCHR(inode->i_mode)) && !(file->f_mode & FMODE_PATH))
		hwi_open_add(&c->open, hwi_open_number(inode->i_rdev, block));
}

static bool look(void *data, struct task_struct *task)
{
	unsigned int left = HWI_BATCH;
	struct collector *c = data;

	c->fd = hwi_process_files(task, c->fd, &left, look_at_file, c);
	return c->fd;
}

/* task_lock() keeps mm and, before v6.14, comm. */
static void copy(void *data, struct task_struct *task)
{
	struct hwi_process *to = &((struct collector *)data)->process;
	bool own = task->mm && !(task->flags & PF_KTHREAD);

	to->state = task_state_to_char(task);
	to->cpu = task_cpu(task);
	/* What a thread group shares is freed with the task, by RCU. */
	to->threads = get_nr_threads(task);
	to->rss = own ? (long)hwi_mm_rss(task->mm) : -1;
	memcpy(to->comm, task->comm, sizeof(to->comm));
	to->comm[sizeof(to->comm) - 1] = '\0';
}

static bool begin(void *data, struct task_struct *task, int pid)
{
	struct collector *c = data;
	const struct hwi_access *access = c->access;
	const struct hwi_irq *irq = NULL;

	if (access->pids && (task->flags & PF_KTHREAD))
		irq = hwi_index_find(&c->threads, task_pid_nr(task));
	c->process = (struct hwi_process){
		.pid = pid,
		.irq = irq ? (int)irq->irq : -1,
	};
	c->open.nr = 0;
	c->open.more = 0;
	c->fd = 0;
	return irq || hwi_access_process(access, task);
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

static int end(void *data, bool known)
{
	struct collector *c = data;
	struct hwi_process *process = &c->process, *to;
	int err;

	process->known = known;
	if (process->irq < 0 && !(known && c->open.nr))
		return 0;
	if (known) {
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

/* Notes interrupt threads by process ID. Returns false if there is no room. */
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
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_processes_collect(struct hwi_processes *processes,
			  struct hwi_arena *arena,
			  const struct hwi_access *access,
			  const struct hwi_irqs *irqs,
			  const struct hwi_devices *devices)
{
	static const struct hwi_visitor visitor = {
		.begin = begin,
		.copy = copy,
		.look = look,
		.end = end,
	};
	struct collector c = {
		.arena = arena,
		.processes = processes,
		.link = &processes->first,
		.access = access,
	};
	const struct hwi_irq *irq = irqs->first;
	int err = 0;

	*processes = (struct hwi_processes){};
	while (!err && irq) {
		if (index_threads(&c, irq))
			irq = irq->next;
		else
			err = hwi_arena_pause(arena);
	}
	if (!err)
		err = hwi_process_walk(access, &visitor, &c);
	return err ? err : hwi_processes_join(processes, arena, devices);
}
