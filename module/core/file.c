// SPDX-License-Identifier: GPL-2.0
/* A file in /proc/hwinsight: open, read, seek, release. */
#include <linux/cred.h>
#include <linux/fs.h>
#include <linux/mutex.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/slab.h>

#include "compat.h"
#include "snapshot.h"
#include "tunables.h"

/**
 * struct reader - an open file
 * @access: what it may show
 * @budget: what it may hold
 * @lock: held by whoever reads or seeks; a snapshot is taken under it, and
 *	not under the seq_file's own, which cannot be waited for killably
 * @taken: there is a snapshot
 * @text: that snapshot
 * @nr: how many views
 * @views: the views
 */
struct reader {
	struct hwi_access access;
	struct hwi_budget budget;
	struct mutex lock; /* whoever reads or seeks */
	bool taken;
	struct hwi_pages text;
	unsigned int nr;
	const struct hwi_view *const *views;
};

static void *text_start(struct seq_file *m, loff_t *pos)
{
	struct reader *reader = m->private;

	return *pos < reader->text.nr ? reader : NULL;
}

static void *text_next(struct seq_file *m, void *v, loff_t *pos)
{
	++*pos;
	return text_start(m, pos);
}

static void text_stop(struct seq_file *m, void *v)
{
}

static int text_show(struct seq_file *m, void *v)
{
	const struct reader *reader = v;
	const char *page;
	size_t len;

	page = hwi_pages_get(&reader->text, m->index, &len);
	if (page)
		seq_write(m, page, len);
	return 0;
}

static const struct seq_operations text_seq_ops = {
	.start = text_start,
	.next = text_next,
	.stop = text_stop,
	.show = text_show,
};

static int file_open(struct inode *inode, struct file *file)
{
	struct hwi_access access = {};
	struct reader *reader;
	int err;

	reader = kzalloc(sizeof(*reader), GFP_KERNEL_ACCOUNT);
	if (!reader)
		return -ENOMEM;
	reader->nr = hwi_views_of(hwi_pde_data(inode), &reader->views);
	err = hwi_access_open(
		file, reader->nr == 1 && reader->views[0]->summary, &access);
	if (err)
		goto fail;
	reader->access = access;
	err = hwi_budget_init(&reader->budget, file->f_cred->euid,
			      !access.unlimited);
	if (err)
		goto fail_access;
	err = seq_open(file, &text_seq_ops);
	if (err)
		goto fail_budget;
	((struct seq_file *)file->private_data)->private = reader;
	hwi_pages_init(&reader->text, &reader->budget);
	mutex_init(&reader->lock);
	return 0;

fail_budget:
	hwi_budget_exit(&reader->budget);
fail_access:
	hwi_access_release(&reader->access);
fail:
	kfree(reader);
	return err;
}

/* What is charged for the seq_file's page and the file itself. */
#define OVERHEAD (PAGE_SIZE + sizeof(struct reader))

static int take_snapshot(struct reader *reader)
{
	int err;

	reader->budget.max = hwi_tunable_snapshot_max();
	if (!reader->taken) {
		err = hwi_budget_take(&reader->budget, OVERHEAD);
		if (err)
			return err;
	}
	err = hwi_snapshot_take(&reader->text, reader->views, reader->nr,
				&reader->access);
	if (err && !reader->taken)
		hwi_budget_give(&reader->budget, OVERHEAD);
	else
		reader->taken = true;
	return err;
}

/*
 * A read at offset 0 takes a fresh snapshot; any other read continues the
 * current one, wherever it seeks.
 */
static ssize_t file_read_iter(struct kiocb *iocb, struct iov_iter *to)
{
	struct seq_file *m = iocb->ki_filp->private_data;
	struct reader *reader = m->private;
	ssize_t ret = 0;

	if (mutex_lock_killable(&reader->lock))
		return -EINTR;
	if (iocb->ki_pos == 0 || !reader->taken)
		ret = take_snapshot(reader);
	if (!ret)
		ret = seq_read_iter(iocb, to);
	mutex_unlock(&reader->lock);
	return ret;
}

static loff_t file_lseek(struct file *file, loff_t offset, int whence)
{
	struct seq_file *m = file->private_data;
	struct reader *reader = m->private;
	loff_t ret = 0;

	if (mutex_lock_killable(&reader->lock))
		return -EINTR;
	/* Seeking needs a text to seek in. */
	if (!reader->taken && offset)
		ret = take_snapshot(reader);
	if (!ret)
		ret = seq_lseek(file, offset, whence);
	mutex_unlock(&reader->lock);
	return ret;
}

static int file_release(struct inode *inode, struct file *file)
{
	struct seq_file *m = file->private_data;
	struct reader *reader = m->private;

	hwi_pages_free(&reader->text);
	if (reader->taken)
		hwi_budget_give(&reader->budget, OVERHEAD);
	hwi_budget_exit(&reader->budget);
	hwi_access_release(&reader->access);
	kfree(reader);
	return seq_release(inode, file);
}

const struct proc_ops hwi_file_ops = {
	.proc_open = file_open,
	.proc_read_iter = file_read_iter,
	.proc_lseek = file_lseek,
	.proc_release = file_release,
};
