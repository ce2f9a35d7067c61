// SPDX-License-Identifier: GPL-2.0
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "grid.h"
#include "join.h"
#include "mounts.h"

/* A line of mountinfo, parsed. */
struct mount {
	struct slice device, point, source;
};

/* Take a line off @text: "ID PARENT MAJ:MIN ROOT POINT ... - TYPE SOURCE ...". */
static bool mount_next(struct slice *text, struct mount *mount)
{
	struct slice line, word;
	unsigned int i, dash = 0;

	memset(mount, 0, sizeof(*mount));
	if (!slice_split(*text, '\n', &line, text))
		return false;
	for (i = 1; slice_split(line, ' ', &word, &line); i++) {
		if (i == 3)
			mount->device = word;
		else if (i == 5)
			mount->point = word;
		else if (i > 5 && slice_is(word, "-"))
			dash = i;
		else if (dash && i == dash + 2)
			mount->source = word;
	}
	return true;
}

/* Whether a mount is of a disk: by number, or by name if it has none. */
static bool mounted(const struct mount *mount, struct slice device,
		    struct slice disk)
{
	struct slice name = mount->source;

	if (device.len && *device.p == 'b' && mount->device.len) {
		device.p++;
		device.len--;
		if (slice_same(device, mount->device))
			return true;
	}
	/* Btrfs numbers its file systems itself, 0:N. */
	if (mount->device.len < 2 || memcmp(mount->device.p, "0:", 2) ||
	    name.len < 5 || memcmp(name.p, "/dev/", 5))
		return false;
	name.p += 5;
	name.len -= 5;
	return text_same(name, disk);
}

static void add_mounts(struct buffer *buffer, const struct join *join,
		       const struct view *view, const struct slice *cells)
{
	struct slice info = *(struct slice *)join->context;
	struct slice device = cell_named(view, cells, "DEV");
	struct slice disk = cell_named(view, cells, "DISK");
	struct mount mount;
	bool any = false;

	while (mount_next(&info, &mount)) {
		if (!mount.point.len || !mounted(&mount, device, disk))
			continue;
		if (any)
			buffer_char(buffer, ',');
		join_escaped(buffer, mount.point, ',');
		any = true;
	}
	if (!any)
		buffer_text(buffer, "none");
}

/* The path of a disk's attribute in sysfs, where / becomes ! in names. */
static bool disk_path(char to[512], const struct source *source,
		      struct slice disk, const char *what)
{
	char name[DISK_NAME];

	return disk_in_sysfs(name, disk, false).len &&
	       text_print(to, 512, "%s/sys/class/block/%s/%s",
			  source->root ? source->root : "", name, what) < 512;
}

/*
 * What a disk is built on: the disks below it, or the file of a loop. The
 * module cannot know: the kernel exports neither.
 */
static void add_parts(struct buffer *buffer, const struct join *join,
		      const struct view *view, const struct slice *cells)
{
	const struct source *source = join->context;
	struct slice disk = cell_named(view, cells, "DISK"), text, line;
	struct dirent **names;
	char path[512];
	u64 lines;
	int n, i;

	if (disk_path(path, source, disk, "loop/backing_file") &&
	    !file_read(path, false, &text, &lines)) {
		line = text;
		slice_split(text, '\n', &line, &text);
		join_escaped(buffer, line, ',');
		if (!line.len)
			buffer_text(buffer, "none");
		free((char *)line.p);
		return;
	}
	n = disk_path(path, source, disk, "slaves") ?
		    scandir(path, &names, NULL, alphasort) :
		    -1;
	lines = 0;
	for (i = 0; i < n; i++) {
		if (*names[i]->d_name != '.') {
			buffer_text(buffer, lines++ ? "," : "");
			join_escaped(buffer, slice_of(names[i]->d_name), ',');
		}
		free(names[i]);
	}
	if (n >= 0)
		free(names);
	if (!lines)
		buffer_text(buffer, "none");
}

bool mounts_read(const struct source *source, struct slice *info)
{
	char path[sizeof(source->directory) + 32];
	u64 lines;

	if (source->file)
		text_print(path, sizeof(path), "%s" MOUNTS_SUFFIX,
			   source->file);
	else
		text_print(path, sizeof(path), "%s/proc/self/mountinfo",
			   source->root ? source->root : "");
	return !file_read(path, false, info, &lines);
}

/* A captured tree may have none. */
static bool has_sysfs(const struct source *source)
{
	char path[512];

	return text_print(path, sizeof(path), "%s/sys/class/block",
			  source->root ? source->root : "") < 512 &&
	       !access(path, F_OK);
}

enum exit_code mounts_join(const struct source *source, struct view *view,
			   char **text)
{
	struct join joins[2];
	enum exit_code code;
	struct slice info;
	unsigned int n = 0;
	bool mounts;

	*text = NULL;
	if (!slice_is(view->name, "disks"))
		return DONE;
	mounts = mounts_read(source, &info);
	if (mounts)
		joins[n++] = (struct join){ "MOUNTS", 'w', add_mounts, &info };
	if (!source->file && has_sysfs(source))
		joins[n++] = (struct join){ "PARTS", 'w', add_parts,
					    (void *)source };
	code = join_columns(view, joins, n, text);
	if (mounts)
		free((char *)info.p);
	return code;
}
