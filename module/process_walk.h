/* SPDX-License-Identifier: GPL-2.0 */
/* Walks over the processes whose open files an opener may see. */
#ifndef HWI_PROCESS_WALK_H
#define HWI_PROCESS_WALK_H

#include "core/access.h"

struct file;
struct task_struct;

/**
 * struct hwi_visitor - what to do with each process
 * @begin: whether to look at it; called in an RCU section, with its number
 * @copy: copies what everybody may see; may be NULL
 * @look: looks at HWI_BATCH items at most of what the opener may see; returns
 *	true to be called again, with the locks dropped in between
 * @end: all of it was looked at, and was the opener's to see or not; called
 *	with no lock held
 * @pause: in place of hwi_pause(), before @look is called again; may be NULL
 *
 * @copy and @look are called in an RCU section, with task_lock() held: that
 * keeps the task from letting go of its memory, its descriptors, its root and
 * its directory. They copy, and do nothing else.
 */
struct hwi_visitor {
	bool (*begin)(void *data, struct task_struct *task, int pid);
	void (*copy)(void *data, struct task_struct *task);
	bool (*look)(void *data, struct task_struct *task);
	int (*end)(void *data, bool known);
	int (*pause)(void *data);
};

int hwi_process_walk(const struct hwi_access *access,
		     const struct hwi_visitor *visitor, void *data);
unsigned int
hwi_process_files(struct task_struct *task, unsigned int fd, unsigned int *left,
		  void (*look)(void *data, const struct file *file),
		  void *data);

#endif
