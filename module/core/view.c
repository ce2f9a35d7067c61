// SPDX-License-Identifier: GPL-2.0
/* The list of views, and their entries in /proc/hwinsight. */
#include <linux/kernel.h>
#include <linux/proc_fs.h>

#include "view.h"

/*
 * Kbuild passes HWI_VIEWS, one HWI_VIEW(name) for each word of hwi-views, and
 * HWI_SLOW_VIEWS likewise.
 */
#define HWI_VIEW(name) HWI_DECLARE_VIEW(name);
HWI_VIEWS
HWI_SLOW_VIEWS
#undef HWI_VIEW

#define HWI_VIEW(name) &hwi_view_##name,
static const struct hwi_view *const views[] = { HWI_VIEWS HWI_SLOW_VIEWS };
#undef HWI_VIEW

/* The first ones are in "all". */
#define HWI_VIEW(name) nr_##name,
enum { HWI_VIEWS nr_in_all };
#undef HWI_VIEW

static struct proc_dir_entry *directory;

/**
 * hwi_views_of() - the views that a file shows
 * @entry: what the file's entry in /proc was created with: a member of the
 *	list of views, or NULL for the file "all"
 * @list: result
 *
 * Context: any, the list is constant.
 * Return: how many.
 */
unsigned int hwi_views_of(const struct hwi_view *const *entry,
			  const struct hwi_view *const **list)
{
	*list = entry ? entry : views;
	return entry ? 1 : nr_in_all;
}

/* Mode 0444 for all: what each opener sees is decided at open. */
static bool create(const char *name, const struct hwi_view *const *entry)
{
	return proc_create_data(name, 0444, directory, &hwi_file_ops,
				(void *)entry);
}

/**
 * hwi_views_init() - create /proc/hwinsight and its files
 *
 * Context: process context, may sleep.
 * Return: 0 or -ENOMEM, with nothing left behind.
 */
int hwi_views_init(void)
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
	hwi_views_exit();
	return -ENOMEM;
}

/**
 * hwi_views_exit() - remove the files
 *
 * proc waits until no call is in progress and releases files that are still
 * open; reading one of those gives -EIO from then on.
 *
 * Context: process context, may sleep.
 */
void hwi_views_exit(void)
{
	proc_remove(directory);
}
