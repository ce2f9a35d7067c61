// SPDX-License-Identifier: GPL-2.0
/* A file in /proc/hwinsight: open, access, read by rows, release. */
#include <linux/fs.h>
#include <linux/math64.h>
#include <linux/overflow.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/utsname.h>

#include "buffer.h"
#include "text.h"
#include "tunables.h"
#include "view.h"

#define FORMAT_VERSION "1"

/**
 * struct reader - an open file
 * @access: what it may show
 * @error: why there are no snapshots, 0 if there are
 * @fresh: the next read begins anew
 * @at: the snapshot that the file's position is in
 * @part: of that snapshot: 0 is its two header lines, n + 1 is block n of rows
 * @nr: how many snapshots
 * @snaps: of one view, or of every view
 */
struct reader {
	struct hwi_access access;
	int error;
	bool fresh;
	unsigned int at;
	unsigned int part;
	unsigned int nr;
	struct hwi_snapshot snaps[];
};

/* Take them all; together they may hold what the tunable allows. */
static int take(struct reader *reader)
{
	size_t max = hwi_tunable_snapshot_max();
	unsigned int i;
	int err;

	for (i = 0; i < reader->nr; i++) {
		err = hwi_snapshot_take(&reader->snaps[i], max);
		if (err)
			return err;
		max -= reader->snaps[i].arena.size;
	}
	return 0;
}

static void *view_start(struct seq_file *m, loff_t *pos)
{
	struct reader *reader = m->private;
	loff_t part = *pos;
	unsigned int i, blocks;

	if (reader->fresh) {
		reader->error = take(reader);
		reader->fresh = false;
	}
	if (reader->error)
		return ERR_PTR(reader->error);
	for (i = 0; i < reader->nr; i++) {
		blocks = hwi_table_blocks(&reader->snaps[i].table);
		if (part <= blocks) {
			reader->at = i;
			reader->part = part;
			return reader;
		}
		part -= blocks + 1;
	}
	return NULL;
}

static void *view_next(struct seq_file *m, void *v, loff_t *pos)
{
	struct reader *reader = v;

	++*pos;
	if (++reader->part <=
	    hwi_table_blocks(&reader->snaps[reader->at].table))
		return reader;
	reader->part = 0;
	return ++reader->at < reader->nr ? reader : NULL;
}

static void view_stop(struct seq_file *m, void *v)
{
}

/*
 * Written without seq_printf(), which would cost as much as twenty rows. The
 * strings are constants of the view and of the running kernel.
 */
static __always_inline char *put(char *p, const char *text)
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
	const struct reader *reader = v;
	const struct hwi_snapshot *snap = &reader->snaps[reader->at];
	size_t room, len, more;
	char *dst;

	room = seq_get_buf(m, &dst);
	if (reader->part) {
		len = hwi_table_block(&snap->table, reader->part - 1, dst,
				      room);
		/* 0 is "does not fit"; -1 makes seq_file find more room. */
		seq_commit(m, len ? (int)len : -1);
		return 0;
	}
	len = show_metadata(snap, dst, room);
	more = len ? hwi_table_header(&snap->table, dst + len, room - len) : 0;
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
	const struct hwi_view *const *list;
	unsigned int nr = hwi_view_list(pde_data(inode), &list), i;
	struct hwi_access access = {};
	struct reader *reader;
	int err;

	err = hwi_access_open(file, nr == 1 && list[0]->summary, &access);
	if (err)
		return err;
	reader = __seq_open_private(file, &view_seq_ops,
				    struct_size(reader, snaps, nr));
	if (!reader) {
		hwi_access_release(&access);
		return -ENOMEM;
	}
	hwi_buffer_give(file->private_data);
	reader->access = access;
	reader->fresh = true;
	reader->nr = nr;
	for (i = 0; i < nr; i++) {
		reader->snaps[i].view = list[i];
		reader->snaps[i].last_size = hwi_view_size(&list[i]);
		reader->snaps[i].access = &reader->access;
	}
	return 0;
}

/*
 * A read at offset 0 asks for fresh snapshots; any other goes on with those
 * there are, wherever it seeks. Threads that share a file and race here share
 * its snapshots too: one of them refreshes them, under seq_file's mutex.
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
	unsigned int i;

	for (i = 0; i < reader->nr; i++)
		hwi_snapshot_release(&reader->snaps[i]);
	hwi_access_release(&reader->access);
	hwi_buffer_take(m);
	return seq_release_private(inode, file);
}

const struct proc_ops hwi_file_ops = {
	.proc_open = view_open,
	.proc_read_iter = view_read_iter,
	.proc_lseek = seq_lseek,
	.proc_release = view_release,
};
