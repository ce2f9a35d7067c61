// SPDX-License-Identifier: GPL-2.0
/* The files in /proc/hwinsight: open, access, read by rows, release. */
#include <linux/fs.h>
#include <linux/math64.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/utsname.h>

#include "text.h"
#include "view.h"

#define FORMAT_VERSION "1"

#define HWI_VIEW(name) &hwi_view_##name,
static const struct hwi_view *const views[] = { HWI_VIEWS };
#undef HWI_VIEW

static struct proc_dir_entry *directory;

/**
 * struct reader - an open file
 * @snap: its snapshot
 * @error: why there is none, 0 if there is one
 * @fresh: the next read begins anew
 */
struct reader {
	struct hwi_snapshot snap;
	int error;
	bool fresh;
};

static void *reader_token(struct reader *reader, loff_t pos)
{
	/* Position 0 is the two header lines, row n is position n + 1. */
	if (pos < 0 || pos > reader->snap.table.rows)
		return NULL;
	return (void *)(unsigned long)(pos + 1);
}

static void *view_start(struct seq_file *m, loff_t *pos)
{
	struct reader *reader = m->private;

	if (reader->fresh) {
		reader->error = hwi_snapshot_take(&reader->snap);
		reader->fresh = false;
	}
	if (reader->error)
		return ERR_PTR(reader->error);
	return reader_token(reader, *pos);
}

static void *view_next(struct seq_file *m, void *v, loff_t *pos)
{
	return reader_token(m->private, ++*pos);
}

static void view_stop(struct seq_file *m, void *v)
{
}

/*
 * Written without seq_printf(), which would cost as much as twenty rows. The
 * strings are constants of the view and of the running kernel.
 */
static char *put(char *p, const char *text)
{
	size_t len = strlen(text);

	memcpy(p, text, len);
	return p + len;
}

static size_t show_metadata(const struct hwi_snapshot *snap, char *dst,
			    size_t room)
{
	const struct hwi_view *view = snap->view;
	u32 ns, digit;
	char *p = dst;
	u64 seconds;
	unsigned int i;

	if (room < 2 * __NEW_UTS_LEN + 256)
		return 0;
	p = put(p, "# hwinsight " FORMAT_VERSION " ");
	p = put(p, view->name);
	p = put(p, " rows=");
	p = hwi_text_u64(p, snap->table.rows);
	p = put(p, " taken=");
	seconds = div_u64_rem(snap->taken, NSEC_PER_SEC, &ns);
	p = hwi_text_u64(p, seconds);
	*p++ = '.';
	for (digit = NSEC_PER_SEC / 10; digit; digit /= 10)
		*p++ = '0' + ns / digit % 10;
	/* The initial UTS namespace's release and machine never change. */
	p = put(p, " release=");
	p = put(p, init_utsname()->release);
	p = put(p, " arch=");
	p = put(p, init_utsname()->machine);
	p = put(p, " types=");
	for (i = 0; i < view->nr_columns; i++)
		*p++ = view->columns[i].type;
	*p++ = '\n';
	return p - dst;
}

static int view_show(struct seq_file *m, void *v)
{
	const struct reader *reader = m->private;
	const struct hwi_table *table = &reader->snap.table;
	unsigned long row = (unsigned long)v;
	size_t room, len, more;
	char *dst;

	room = seq_get_buf(m, &dst);
	if (row > 1) {
		len = hwi_table_row(table, row - 2, dst, room);
		/* 0 is "does not fit"; -1 makes seq_file find more room. */
		seq_commit(m, len ? (int)len : -1);
		return 0;
	}
	len = show_metadata(&reader->snap, dst, room);
	more = len ? hwi_table_header(table, dst + len, room - len) : 0;
	seq_commit(m, more ? (int)(len + more) : -1);
	return 0;
}

static const struct seq_operations view_seq_ops = {
	.start = view_start,
	.next = view_next,
	.stop = view_stop,
	.show = view_show,
};

static int view_open(struct inode *inode, struct file *file)
{
	struct hwi_access access;
	struct reader *reader;
	int err;

	err = hwi_access_check(file, &access);
	if (err)
		return err;
	reader = __seq_open_private(file, &view_seq_ops, sizeof(*reader));
	if (!reader)
		return -ENOMEM;
	reader->snap.view = pde_data(inode);
	reader->snap.access = access;
	reader->fresh = true;
	return 0;
}

/*
 * A read at offset 0 asks for a fresh snapshot; any other goes on with the
 * one there is, wherever it seeks. Threads that share a file and race here
 * share its snapshot too: one of them refreshes it, under seq_file's mutex.
 */
static ssize_t view_read_iter(struct kiocb *iocb, struct iov_iter *to)
{
	struct seq_file *m = iocb->ki_filp->private_data;
	struct reader *reader = m->private;

	if (iocb->ki_pos == 0)
		reader->fresh = true;
	return seq_read_iter(iocb, to);
}

static int view_release(struct inode *inode, struct file *file)
{
	struct seq_file *m = file->private_data;
	struct reader *reader = m->private;

	hwi_snapshot_release(&reader->snap);
	return seq_release_private(inode, file);
}

static const struct proc_ops view_proc_ops = {
	.proc_open = view_open,
	.proc_read_iter = view_read_iter,
	.proc_lseek = seq_lseek,
	.proc_release = view_release,
};

/**
 * hwi_view_init() - create /proc/hwinsight and its files
 *
 * Context: process context, may sleep.
 * Return: 0 or -ENOMEM, with nothing left behind.
 */
int hwi_view_init(void)
{
	unsigned int i;

	directory = proc_mkdir("hwinsight", NULL);
	if (!directory)
		return -ENOMEM;
	for (i = 0; i < ARRAY_SIZE(views); i++) {
		/* Any of 0444: what each opener sees is decided at open. */
		if (!proc_create_data(views[i]->name, 0444, directory,
				      &view_proc_ops, (void *)views[i])) {
			hwi_view_exit();
			return -ENOMEM;
		}
	}
	return 0;
}

/**
 * hwi_view_exit() - remove the files, wait for readers, free what they left
 *
 * proc waits until no call is in progress and releases files that are still
 * open; reading one of those gives -EIO from then on.
 *
 * Context: process context, may sleep.
 */
void hwi_view_exit(void)
{
	proc_remove(directory);
	hwi_snapshot_exit();
}
