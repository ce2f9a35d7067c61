// SPDX-License-Identifier: GPL-2.0
/*
 * hwinsight capture: save one snapshot of all views, and next to it the mount
 * table, which the module cannot know.
 */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "file.h"
#include "mounts.h"
#include "plain.h"

static enum exit_code put_text(struct out *out, void *text)
{
	out_slice(out, *(struct slice *)text);
	return DONE;
}

/* Write FILE.mountinfo, if there is a mount table. */
static enum exit_code write_mounts(const struct source *source,
				   const char *path)
{
	char beside[4096];
	enum exit_code code;
	struct slice info;

	if (text_print(beside, sizeof(beside), "%s" MOUNTS_SUFFIX, path) >=
	    (int)sizeof(beside))
		return complain(FAILED, "%s: the path is too long", path);
	if (!mounts_read(source, &info))
		return DONE;
	code = file_write(beside, put_text, &info);
	free((char *)info.p);
	return code;
}

/* Report the views that the module could not produce. */
static enum exit_code check_views(struct source *source, struct slice text)
{
	struct reading reading = { .source = source, .rest = text };

	while (reading_next(&reading))
		;
	return reading.code;
}

static enum exit_code cmd_capture(struct out *out, struct request *request)
{
	enum exit_code code = plain_only(request, "capture"), wrote = DONE;
	const char *path = request->args[0];
	struct slice text;

	if (code == DONE && request->n > 1)
		code = complain(USAGE, "capture takes one FILE");
	if (code == DONE && request->source.file)
		code = complain(USAGE, "capture: %s is a capture already",
				request->source.file);
	if (code == DONE)
		code = source_text(&request->source, "all", &text);
	if (code != DONE)
		return code;
	if (path && strcmp(path, "-"))
		wrote = file_write(path, put_text, &text);
	else
		out_slice(out, text);
	if (path && strcmp(path, "-") && wrote == DONE)
		wrote = write_mounts(&request->source, path);
	code = check_views(&request->source, text);
	free((char *)text.p);
	return wrote != DONE ? wrote : code;
}

const struct command command_capture = {
	.name = "capture",
	.args = "[FILE]",
	.help = "save all views to FILE, or print them",
	.run = cmd_capture,
};
