// SPDX-License-Identifier: GPL-2.0
/*
 * What only a driver knows, and sysfs shows. Such a value cannot be asked for
 * behind sysfs's back: whoever made the file may take it away at any time,
 * under locks that nobody else knows (CPU hotplug, a class's mutex, none at
 * all), and only sysfs waits for those who are inside. So it is asked for as by
 * `cat`: through a mount of sysfs of our own, which is in no namespace.
 */
#include <linux/cred.h>
#include <linux/err.h>
#include <linux/file.h>
#include <linux/fs.h>
#include <linux/kernel.h>
#include <linux/mount.h>
#include <linux/sched/task.h>
#include <linux/string.h>

#include "core/compat.h"
#include "core/pause.h"
#include "sysfs_file.h"

/* Set once, before there is a view; NULL in a kernel without sysfs. */
static struct vfsmount *mount;
/* The kernel's own: what is shown goes by the opener, see hwi_sysfs_read(). */
static const struct cred *cred;

/**
 * hwi_sysfs_init() - get ready to read
 *
 * Context: process context, may sleep.
 * Return: 0 or a negative error number, with nothing left behind.
 */
int hwi_sysfs_init(void)
{
	struct file_system_type *type = get_fs_type("sysfs");

	/* It is built in: there is no reference to its module to drop. */
	if (!type)
		return 0;
	cred = prepare_kernel_cred(&init_task);
	if (!cred)
		return -ENOMEM;
	mount = kern_mount(type);
	if (!IS_ERR(mount))
		return 0;
	put_cred(cred);
	return PTR_ERR(mount);
}

/**
 * hwi_sysfs_exit() - let go of sysfs
 *
 * Context: process context, may sleep; there is no view any more.
 */
void hwi_sysfs_exit(void)
{
	if (!mount)
		return;
	kern_unmount(mount);
	put_cred(cred);
}

/*
 * A security module would judge the reader, who knows nothing of this path. An
 * open file has no hold on a device: sysfs holds it during each read.
 */
static struct file *open_path(struct hwi_sysfs *sysfs, const char *path,
			      int flags)
{
	const struct cred *old;
	struct file *file;

	if (!mount)
		return ERR_PTR(-ENOENT);
	old = override_creds(cred);
	file = hwi_file_open_root(mount, path, flags);
	revert_creds(old);
	if (file == ERR_PTR(-ENOMEM) || file == ERR_PTR(-ENFILE))
		sysfs->error = -ENOMEM;
	return file;
}

static ssize_t read_all(struct hwi_sysfs *sysfs, struct file *file)
{
	const struct cred *old;
	ssize_t len;
	loff_t at = 0;

	if (!(file_inode(file)->i_mode & (sysfs->admin ? 0444 : 0004)))
		return -EACCES;
	old = override_creds(cred);
	len = kernel_read(file, sysfs->text, sizeof(sysfs->text), &at);
	revert_creds(old);
	return len < (ssize_t)sizeof(sysfs->text) ? len : -EFBIG;
}

/**
 * hwi_sysfs_read() - read a file
 * @sysfs: who reads; its text is what the file says
 * @dir: the directory, from the root of sysfs
 * @name: the file, from there
 *
 * The file's mode says who may read it, and the opener is who counts.
 *
 * Context: process context, may sleep. Nothing is locked while a driver
 * answers; but sysfs keeps what it needs for that from going away.
 * Return: 0; -ENOENT if there is none; -EACCES if the opener may not; or what
 * the driver says.
 */
int hwi_sysfs_read(struct hwi_sysfs *sysfs, const char *dir, const char *name)
{
	char path[HWI_SYSFS_PATH];
	struct file *file;
	ssize_t len;

	sysfs->text[0] = '\0';
	if (snprintf(path, sizeof(path), "%s/%s", dir, name) >=
	    (int)sizeof(path))
		return -ENAMETOOLONG;
	file = open_path(sysfs, path, O_RDONLY);
	if (IS_ERR(file))
		return PTR_ERR(file);
	len = read_all(sysfs, file);
	/*
	 * It goes when the reader returns, with its page, which is charged to
	 * the reader's cgroup. There are as many as the hardware has values.
	 */
	fput(file);
	if (len < 0) {
		sysfs->text[0] = '\0';
		return len;
	}
	while (len && sysfs->text[len - 1] == '\n')
		len--;
	sysfs->text[len] = '\0';
	return 0;
}

/**
 * hwi_sysfs_s64() - read a number
 * @sysfs: who reads
 * @dir: the directory
 * @name: the file
 * @value: result
 *
 * Context: as hwi_sysfs_read().
 * Return: whether it says a number.
 */
bool hwi_sysfs_s64(struct hwi_sysfs *sysfs, const char *dir, const char *name,
		   s64 *value)
{
	return !hwi_sysfs_read(sysfs, dir, name) &&
	       !kstrtoll(sysfs->text, 10, value);
}

/**
 * hwi_sysfs_asleep() - whether asking a class's device would wake hardware
 * @sysfs: who reads
 * @dir: the device's directory
 *
 * Context: as hwi_sysfs_read(); no driver is asked.
 * Return: whether its parent, or the one above, where the parent is of a class
 * itself, is suspended or on the way.
 */
bool hwi_sysfs_asleep(struct hwi_sysfs *sysfs, const char *dir)
{
	static const char *const files[] = {
		"device/power/runtime_status",
		"device/device/power/runtime_status",
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(files); i++)
		if (!hwi_sysfs_read(sysfs, dir, files[i]) &&
		    !strncmp(sysfs->text, "suspend", strlen("suspend")))
			return true;
	return false;
}

/**
 * struct listing - a walk over a directory
 * @context: what the file system knows of it
 * @arena: where to copy to
 * @fn: whom it calls
 * @data: what that gets
 */
struct listing {
	struct dir_context context;
	struct hwi_arena *arena;
	hwi_sysfs_entry_fn *fn;
	void *data;
};

/* Names are not terminated in every file system; in sysfs they are. */
static HWI_FILLDIR(each_entry, context, name)
{
	struct listing *listing =
		container_of(context, struct listing, context);

	if (name[0] != '.')
		listing->fn(listing->arena, name, listing->data);
	return HWI_FILLDIR_ON(!listing->arena->overflow);
}

/**
 * hwi_sysfs_list() - call a function for each entry of a directory
 * @sysfs: who reads
 * @arena: where it copies to; what did not fit is for the caller to see
 * @dir: the directory, from the root of sysfs; may be missing
 * @fn: the function
 * @data: what it gets
 *
 * Context: process context, may sleep.
 */
void hwi_sysfs_list(struct hwi_sysfs *sysfs, struct hwi_arena *arena,
		    const char *dir, hwi_sysfs_entry_fn *fn, void *data)
{
	struct listing listing = {
		.context.actor = each_entry,
		.arena = arena,
		.fn = fn,
		.data = data,
	};
	struct file *file = open_path(sysfs, dir, O_RDONLY | O_DIRECTORY);

	if (IS_ERR(file))
		return;
	iterate_dir(file, &listing.context);
	fput(file);
}
