// SPDX-License-Identifier: GPL-2.0
/* Finds in /proc what a process has on the file systems of a device. */
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include "verify.h"

#define HELD(name, entry)                                                   \
	{                                                                   \
		.column = (name), .rows = ROWS_OTHERS, .lookup = LOOK_HELD, \
		.compare = COMPARE_NUMBER, .file = entry                    \
	}

const struct rule held_rules[HELD_RULES] = {
	{ .column = "COMM",
	  .compare = COMPARE_COMM,
	  .file = "status",
	  .label = "Name:" },
	HELD("FILES", "fd"),
	HELD("CWD", "cwd"),
	HELD("ROOT", "root"),
	HELD("EXE", "exe"),
	HELD("MAPS", "maps"),
};

static bool numbers_of(struct slice number, u64 *major, u64 *minor)
{
	struct slice first, second;

	return slice_split(number, ':', &first, &second) &&
	       cell_u64(first, major) && cell_u64(second, minor);
}

/*
 * The number of a block device if a file system mounted here has that number:
 * file systems on several devices, such as btrfs, have numbers of their own.
 */
static bool mounted_number(struct kernel_files *files, struct slice device,
			   u64 *major, u64 *minor)
{
	char path[KERNEL_PATH];
	struct slice number, text, line, word;
	unsigned int i;

	fill_path(path, "{class}/dev", device, device);
	number = kernel_line(files, path);
	if (!numbers_of(number, major, minor))
		return false;
	text = kernel_text(files, "/proc/self/mountinfo");
	while (line_off(&text, &line)) {
		for (i = 0; i < 3; i++)
			blank_next(&line, &word);
		if (slice_same(word, number))
			return true;
	}
	return false;
}

/* Count the target of a link, if it exists; false if it is not accessible. */
static bool place(const char *path, u64 major, u64 minor, u64 *count)
{
	struct stat st;

	if (stat(path, &st))
		return false;
	*count += major(st.st_dev) == major && minor(st.st_dev) == minor;
	return true;
}

/* Count the descriptors on it; false if they are not accessible. */
static bool descriptors(const char *path, u64 major, u64 minor, u64 *count)
{
	char full[KERNEL_PATH + 256];
	DIR *dir = opendir(path);
	const char *entry;

	if (!dir)
		return false;
	while ((entry = directory_next(&dir))) {
		text_print(full, sizeof(full), "%s/%s", path, entry);
		place(full, major, minor, count);
	}
	return true;
}

/* "7f0c5e400000-7f0c5e500000 r-xp 00000000 08:01 1234  /usr/bin/cat" */
static bool mappings(struct slice text, u64 major, u64 minor, u64 *count)
{
	char number[SHORT_TEXT];
	struct slice line, word;
	unsigned int i;

	text_print(number, sizeof(number), "%02x:%02x", (unsigned int)major,
		   (unsigned int)minor);
	if (!text.p)
		return false;
	while (line_off(&text, &line)) {
		for (i = 0; i < 4; i++)
			blank_next(&line, &word);
		*count += slice_is(word, number);
	}
	return true;
}

struct slice held(struct kernel_files *files, const char *path,
		  struct slice device, char to[SHORT_TEXT])
{
	const struct slice none = { NULL, 0 };
	u64 major, minor, count = 0;
	char full[KERNEL_PATH];
	const char *name = strrchr(path, '/');
	bool known;

	if (!name || !kernel_path(full, files->root, path) ||
	    !mounted_number(files, device, &major, &minor))
		return none;
	if (!strcmp(name, "/fd"))
		known = descriptors(full, major, minor, &count);
	else if (!strcmp(name, "/maps"))
		known = mappings(kernel_text(files, path), major, minor,
				 &count);
	else
		known = place(full, major, minor, &count);
	return known ? short_text(to, "%llu", count) : none;
}
