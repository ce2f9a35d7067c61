// SPDX-License-Identifier: GPL-2.0
/* The list of views, and their entries in /proc/hwinsight. */
#include <linux/kernel.h>
#include <linux/proc_fs.h>

#include "buffer.h"
#include "view.h"

#define HWI_VIEW(name) &hwi_view_##name,
static const struct hwi_view *const views[] = { HWI_VIEWS };
#undef HWI_VIEW

/* What the last snapshot of each view took: the next one begins with that. */
static size_t sizes[ARRAY_SIZE(views)];

static struct proc_dir_entry *directory;

/**
 * hwi_view_list() - the views that a file shows
 * @entry: what the file's entry in /proc was created with: a member of the
 *	list of views, or NULL for the file "all"
 * @list: result
 *
 * Context: any, the list is constant.
 * Return: how many.
 */
unsigned int hwi_view_list(const struct hwi_view *const *entry,
			   const struct hwi_view *const **list)
{
	*list = entry ? entry : views;
	return entry ? 1 : ARRAY_SIZE(views);
}

/**
 * hwi_view_size() - where a view's last size is kept
 * @entry: a member of the list of views
 *
 * Context: any; a word that is read and written whole.
 * Return: the place, 0 at first.
 */
size_t *hwi_view_size(const struct hwi_view *const *entry)
{
	return &sizes[entry - views];
}

/* Any of 0444: what each opener sees is decided at open. */
static bool create(const char *name, const struct hwi_view *const *entry)
{
	return proc_create_data(name, 0444, directory, &hwi_file_ops,
				(void *)entry);
}

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
	for (i = 0; i < ARRAY_SIZE(views); i++)
		if (!create(views[i]->name, &views[i]))
			goto fail;
	if (create(HWI_ALL, NULL))
		return 0;
fail:
	hwi_view_exit();
	return -ENOMEM;
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
	hwi_buffer_exit();
}
