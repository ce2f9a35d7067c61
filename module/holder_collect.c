// SPDX-License-Identifier: GPL-2.0
/* Copies which processes keep the file systems of block devices busy. */
#include <linux/file.h>
#include <linux/fs.h>
#include <linux/fs_struct.h>
#include <linux/jiffies.h>
#include <linux/kdev_t.h>
#include <linux/mm.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>

#include "core/compat.h"
#include "core/pause.h"
#include "holder_rows.h"
#include "process_access.h"
#include "process_walk.h"

/* How long one read waits for locked mappings, a jiffy at a time. */
#define WAITS_EACH 2
#define WAITS_MS 40

/* What to look at next in a process. */
enum stage {
	STAGE_PLACES,
	STAGE_FILES,
	STAGE_MAPS,
};

/**
 * struct collector - a walk over all processes
 * @arena: where the copies go
 * @holders: result
 * @link: where the next one is linked in
 * @access: what may be shown
 * @pid: the current process
 * @comm: its name
 * @holds: what it keeps busy
 * @stage: what to look at next
 * @fd: the next descriptor
 * @address: the next address
 * @busy: somebody else has its mappings locked
 * @waits: how often they were waited for, in jiffies
 * @waited: the same, of all processes
 */
struct collector {
	struct hwi_arena *arena;
	struct hwi_holders *holders;
	struct hwi_holder **link;
	const struct hwi_access *access;
	int pid;
	char comm[HWI_COMM_LEN];
	struct hwi_holds holds;
	enum stage stage;
	unsigned int fd;
	unsigned long address;
	bool busy;
	unsigned int waits;
	unsigned int waited;
};

/*
 * The record for a file system's device; NULL if it is not on a device. The
 * caller keeps a file or directory on it, and so the superblock and its type.
 * s_dev and s_id are set before anything can be opened. s_bdev is not followed:
 * a file system on several devices may be replacing it.
 */
static struct hwi_hold *hold_of(struct collector *c,
				const struct super_block *sb)
{
	u32 dev = sb->s_dev;
	struct hwi_hold *hold;

	if (MAJOR(dev))
		return hwi_holds_of(&c->holds, dev);
	/* On several devices, as with btrfs. */
	if (!(sb->s_type->fs_flags & FS_REQUIRES_DEV))
		return NULL;
	hold = hwi_holds_of(&c->holds, dev);
	memcpy(hold->id, sb->s_id, sizeof(hold->id));
	hold->id[sizeof(hold->id) - 1] = '\0';
	return hold;
}

/* @fs holds both directories, and its lock keeps them from being changed. */
static void look_at_directories(struct collector *c, struct fs_struct *fs)
{
	struct hwi_hold *hold;

	hwi_fs_lock(fs);
	hold = hold_of(c, fs->pwd.dentry->d_sb);
	if (hold)
		hold->cwd = true;
	hold = hold_of(c, fs->root.dentry->d_sb);
	if (hold)
		hold->root = true;
	hwi_fs_unlock(fs);
}

/* With a reference of its own: prctl() can change mm->exe_file at any time. */
static void look_at_program(struct collector *c, struct mm_struct *mm)
{
	struct file *file = hwi_mm_exe_file(mm);
	struct hwi_hold *hold;

	if (!file)
		return;
	hold = hold_of(c, file_inode(file)->i_sb);
	if (hold)
		hold->exe = true;
	fput(file);
}

/* hwi_process_files() keeps the file. O_PATH keeps a file system busy, too. */
static void look_at_file(void *data, const struct file *file)
{
	struct hwi_hold *hold = hold_of(data, file_inode(file)->i_sb);

	if (hold)
		hold->files++;
}

/*
 * Looks at a batch of mappings, and returns whether there are more.
 * task_lock(), held by the caller, keeps task->mm; a reference might become the
 * last one, and leave tearing it down to this process. mmap_lock, held for
 * reading, keeps the mappings and their files. It is only tried: its holder may
 * be waiting for a page of a file system that user space serves.
 */
static bool look_at_maps(struct collector *c, struct mm_struct *mm,
			 unsigned int left)
{
	struct vm_area_struct *vma = NULL;
	const struct file *file;
	struct hwi_hold *hold;

	if (!mm || c->holds.maps_unknown)
		return false;
	c->busy = left && !mmap_read_trylock(mm);
	if (!left || c->busy)
		return true;
	for (; left; left--) {
		vma = find_vma(mm, c->address);
		if (!vma)
			break;
		c->address = vma->vm_end;
		file = vma->vm_file;
		if (!file || hwi_file_is_behind(file))
			continue;
		hold = hold_of(c, file_inode(file)->i_sb);
		if (hold)
			hold->maps++;
	}
	mmap_read_unlock(mm);
	return vma;
}

/* A batch, which may span several stages. Under task_lock(). */
static bool look(void *data, struct task_struct *task)
{
	unsigned int left = HWI_BATCH;
	struct collector *c = data;

	switch (c->stage) {
	case STAGE_PLACES:
		memcpy(c->comm, task->comm, sizeof(c->comm));
		c->comm[sizeof(c->comm) - 1] = '\0';
		if (task->fs)
			look_at_directories(c, task->fs);
		if (task->mm)
			look_at_program(c, task->mm);
		c->stage = STAGE_FILES;
		fallthrough;
	case STAGE_FILES:
		c->fd = hwi_process_files(task, c->fd, &left, look_at_file, c);
		if (c->fd)
			return true;
		c->stage = STAGE_MAPS;
		fallthrough;
	default:
		return look_at_maps(c, task->mm, left);
	}
}

/*
 * Between batches exec() may replace the mappings; the walk continues at the
 * same address in the new ones. The figures of one process may be of different
 * moments.
 */
static int pause(void *data)
{
	struct collector *c = data;

	if (!c->busy)
		return hwi_pause();
	if (c->waits == WAITS_EACH || jiffies_to_msecs(c->waited) >= WAITS_MS) {
		c->holds.maps_unknown = true;
		return hwi_pause();
	}
	c->waits++;
	c->waited++;
	schedule_timeout_killable(1);
	return fatal_signal_pending(current) ? -EINTR : 0;
}

/* Kernel threads only share init's root and directory. */
static bool begin(void *data, struct task_struct *task, int pid)
{
	struct collector *c = data;

	if (task->flags & PF_KTHREAD || !hwi_access_process(c->access, task))
		return false;
	c->pid = pid;
	c->holds.nr = 0;
	c->holds.others = (struct hwi_hold){};
	c->holds.maps_unknown = false;
	c->stage = STAGE_PLACES;
	c->fd = 0;
	c->address = 0;
	c->busy = false;
	c->waits = 0;
	return true;
}

/* No lock is held here. */
static int keep(struct collector *c, const struct hwi_hold *hold, bool others)
{
	struct hwi_holder *to;
	int err;

	while (!(to = hwi_arena_alloc(c->arena, sizeof(*to)))) {
		err = hwi_arena_pause(c->arena);
		if (err)
			return err;
	}
	*to = (struct hwi_holder){
		.pid = c->pid,
		.others = others,
		.maps_unknown = c->holds.maps_unknown,
		.hold = *hold,
	};
	memcpy(to->comm, c->comm, sizeof(to->comm));
	*c->link = to;
	c->link = &to->next;
	c->holders->nr++;
	return 0;
}

static int end(void *data, bool known)
{
	struct collector *c = data;
	unsigned int i;
	int err = 0;

	if (!known)
		return 0;
	for (i = 0; !err && i < c->holds.nr; i++)
		err = keep(c, &c->holds.hold[i], false);
	if (!err && hwi_holds_others(&c->holds))
		err = keep(c, &c->holds.others, true);
	return err;
}

/**
 * hwi_holders_collect() - copy which processes keep which block devices busy
 * @holders: result, joined
 * @arena: where the copies go
 * @access: what the opener may see
 * @devices: the devices
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_holders_collect(struct hwi_holders *holders, struct hwi_arena *arena,
			const struct hwi_access *access,
			const struct hwi_devices *devices)
{
	static const struct hwi_visitor visitor = {
		.begin = begin,
		.look = look,
		.end = end,
		.pause = pause,
	};
	struct collector *c;
	int err;

	*holders = (struct hwi_holders){};
	while (!(c = hwi_arena_alloc(arena, sizeof(*c)))) {
		err = hwi_arena_pause(arena);
		if (err)
			return err;
	}
	*c = (struct collector){
		.arena = arena,
		.holders = holders,
		.link = &holders->first,
		.access = access,
	};
	err = hwi_process_walk(access, &visitor, c);
	return err ? err : hwi_holders_join(holders, arena, devices);
}
