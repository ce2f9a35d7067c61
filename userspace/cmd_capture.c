// SPDX-License-Identifier: GPL-2.0
/*
 * hwinsight capture: all views of one moment into a file, with where disks are
 * mounted beside it, which the module cannot know.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "file.h"
#include "mounts.h"
#include "plain.h"

static enum exit_code write_file(const char *path, struct slice text)
{
	struct out *out = calloc(1, sizeof(*out));
	enum exit_code code = DONE;
	int err;

	if (!out)
		return complain(FAILED, "out of memory");
	out->fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (out->fd < 0) {
		code = complain(FAILED, "%s: %s", path, strerror(errno));
	} else {
		out_slice(out, text);
		err = out_flush(out);
		if (close(out->fd) && !err)
			err = errno;
		if (err)
			code = complain(FAILED, "%s: %s", path, strerror(err));
	}
	free(out);
	return code;
}

/* FILE.mountinfo, if there is any. */
static enum exit_code write_mounts(const struct source *source,
				   const char *path)
{
	char beside[4096];
	enum exit_code code;
	struct slice info;

	if (snprintf(beside, sizeof(beside), "%s" MOUNTS_SUFFIX, path) >=
	    (int)sizeof(beside))
		return complain(FAILED, "%s: the path is too long", path);
	if (!mounts_read(source, &info))
		return DONE;
	code = write_file(beside, info);
	free((char *)info.p);
	return code;
}

/* Tell of the views that the module could not make. */
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
		wrote = write_file(path, text);
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
	.help = "write all views to FILE, or print them",
	.run = cmd_capture,
};
