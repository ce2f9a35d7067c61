// SPDX-License-Identifier: GPL-2.0
/*
 * Values that only a driver knows are read from sysfs, as `cat` does, through a
 * mount of our own that is in no mount namespace. Calling a driver's show()
 * directly would not be safe: the file can be removed at any time, under locks
 * that differ by subsystem and are not exported (CPU hotplug, a class's mutex,
 * or none), and only kernfs waits for readers that are inside.
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

/* Set before any view can be opened; NULL on a kernel without sysfs. */
static struct vfsmount *mount;
/* init's credentials: hwi_sysfs_read() checks the opener's rights. */
static const struct cred *cred;

/**
 * hwi_sysfs_init() - mount sysfs
 *
 * Context: process context, may sleep.
 * Return: 0 or a negative error number, with nothing left behind.
 */
int hwi_sysfs_init(void)
{
	struct file_system_type *type = get_fs_type("sysfs");

	/* sysfs is built in, so there is no module reference to drop. */
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
 * hwi_sysfs_exit() - undo hwi_sysfs_init()
 *
 * Context: process context, may sleep; no view can be read any more.
 */
void hwi_sysfs_exit(void)
{
	if (!mount)
		return;
	kern_unmount(mount);
	put_cred(cred);
}

/*
 * With the kernel's credentials, since a security module has no rule about this
 * path for the reader. An open file does not keep a device; kernfs does, during
 * each read.
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
 * @sysfs: the reader; its text gets the contents
 * @dir: the directory, from the root of sysfs
 * @name: the file, from there
 *
 * The file's mode is checked against the opener's rights.
 *
 * Context: process context, may sleep. No lock of this module is held while a
 * driver answers; removing the device waits for it, as for any reader of sysfs.
 * Return: 0, -ENOENT, -EACCES if the opener may not read it, or the driver's
 * error.
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
	 * Its page, charged to the reader's cgroup, is freed when the reader
	 * returns to user space. The hardware bounds how many there are.
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
 * @sysfs: the reader
 * @dir: the directory
 * @name: the file
 * @value: result
 *
 * Context: as hwi_sysfs_read().
 * Return: true if it could be read, and is a number.
 */
bool hwi_sysfs_s64(struct hwi_sysfs *sysfs, const char *dir, const char *name,
		   s64 *value)
{
	return !hwi_sysfs_read(sysfs, dir, name) &&
	       !kstrtoll(sysfs->text, 10, value);
}

/**
 * hwi_sysfs_asleep() - whether asking a class device would wake hardware
 * @sysfs: the reader
 * @dir: the class device's directory
 *
 * Context: as hwi_sysfs_read(); no driver is asked.
 * Return: true if its parent is suspended or suspending, or the device above
 * that, as where the parent is a class device, too.
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
 * @context: the VFS's part of it
 * @arena: where to copy to
 * @fn: called for each entry
 * @data: its argument
 */
struct listing {
	struct dir_context context;
	struct hwi_arena *arena;
	hwi_sysfs_entry_fn *fn;
	void *data;
};

/* Not every file system terminates names with a NUL; sysfs does. */
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
 * @sysfs: the reader
 * @arena: where it copies to; the caller checks for overflow
 * @dir: the directory, from the root of sysfs; may be missing
 * @fn: the function
 * @data: its argument
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
