// SPDX-License-Identifier: GPL-2.0
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "file.h"
#include "mounts.h"

static void add_attribute(struct buffer *buffer, const char *key,
			  struct slice value)
{
	buffer_text(buffer, key);
	buffer_slice(buffer, value);
}

/* A cell, with what the format wants escaped, and @also. */
static void add_escaped(struct buffer *buffer, struct slice s, char also)
{
	size_t i;

	for (i = 0; i < s.len; i++) {
		unsigned char c = s.p[i];

		if (c > ' ' && c != 0x7f && c != (unsigned char)also) {
			buffer_char(buffer, c);
			continue;
		}
		buffer_char(buffer, '\\');
		buffer_char(buffer, '0' + (c >> 6));
		buffer_char(buffer, '0' + (c >> 3 & 7));
		buffer_char(buffer, '0' + (c & 7));
	}
}

/* What a line of mountinfo says. */
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

/* Whether a mount is of a disk by number; or by name, if it has no number. */
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

static void add_mounts(struct buffer *buffer, struct slice info,
		       struct slice device, struct slice disk)
{
	struct mount mount;
	bool any = false;

	while (mount_next(&info, &mount)) {
		if (!mount.point.len || !mounted(&mount, device, disk))
			continue;
		if (any)
			buffer_char(buffer, ',');
		add_escaped(buffer, mount.point, ',');
		any = true;
	}
	if (!any)
		buffer_text(buffer, "none");
}

static void add_header(struct buffer *buffer, const struct view *view)
{
	char rows[SHORT_TEXT];
	unsigned int i;

	add_attribute(buffer, "# hwinsight " FORMAT_VERSION " ", view->name);
	add_attribute(buffer, " rows=", short_text(rows, "%llu", view->rows));
	add_attribute(buffer, " taken=", view->taken);
	add_attribute(buffer, " release=", view->release);
	add_attribute(buffer, " arch=", view->arch);
	add_attribute(buffer,
		      " types=", (struct slice){ view->type, view->columns });
	buffer_text(buffer, "w\n#");
	for (i = 0; i < view->columns; i++)
		add_attribute(buffer, " ", view->column[i]);
	buffer_text(buffer, " MOUNTS\n");
}

static void add_rows(struct buffer *buffer, const struct view *view,
		     struct slice info, unsigned int device, unsigned int disk)
{
	struct slice cells[MAX_COLUMNS], body = view->body;
	unsigned int i;

	while (row_next(view, &body, cells)) {
		for (i = 0; i < view->columns; i++) {
			add_escaped(buffer, cells[i], ' ');
			buffer_char(buffer, ' ');
		}
		add_mounts(buffer, info, cells[device], cells[disk]);
		buffer_char(buffer, '\n');
	}
}

bool mounts_read(const struct source *source, struct slice *info)
{
	char path[sizeof(source->directory) + 32];
	u64 lines;

	if (source->file)
		snprintf(path, sizeof(path), "%s" MOUNTS_SUFFIX, source->file);
	else
		snprintf(path, sizeof(path), "%s/proc/self/mountinfo",
			 source->root ? source->root : "");
	return !file_read(path, false, info, &lines);
}

enum exit_code mounts_join(const struct source *source, struct view *view,
			   char **text)
{
	struct buffer buffer = { .p = NULL };
	struct problem problem = { 0 };
	unsigned int device, disk, there;
	struct slice info, rest;

	*text = NULL;
	if (!slice_is(view->name, "disks") || view->columns == MAX_COLUMNS ||
	    !view_place(view, slice_of("DEV"), &device) ||
	    !view_place(view, slice_of("DISK"), &disk) ||
	    view_place(view, slice_of("MOUNTS"), &there) ||
	    !mounts_read(source, &info))
		return DONE;
	add_header(&buffer, view);
	add_rows(&buffer, view, info, device, disk);
	free((void *)info.p);
	rest = (struct slice){ buffer.p, buffer.used };
	if (!buffer.failed && view_parse(view, &rest, &problem)) {
		*text = buffer.p;
		return DONE;
	}
	buffer_free(&buffer);
	return complain(FAILED, "disks: cannot join the mount points: %s",
			buffer.failed ? "too much text" : problem.what);
}
