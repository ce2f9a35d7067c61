// SPDX-License-Identifier: GPL-2.0
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "file.h"
#include "source.h"

static const char views_path[] = "/proc/hwinsight";

enum exit_code source_init(struct source *source, const char *root,
			   const char *file)
{
	size_t len = root ? strlen(root) : 0;

	memset(source, 0, sizeof(*source));
	if (root && file)
		return complain(USAGE, "--root and --file cannot be combined");
	if (len + sizeof(views_path) > sizeof(source->directory))
		return complain(USAGE, "%s: the path is too long", root);
	if (len)
		memcpy(source->directory, root, len);
	memcpy(source->directory + len, views_path, sizeof(views_path));
	source->root = root;
	source->file = file;
	return DONE;
}

enum exit_code source_init_path(struct source *source, const char *path)
{
	struct stat st;

	if (!stat(path, &st) && S_ISDIR(st.st_mode))
		return source_init(source, path, NULL);
	return source_init(source, NULL, path);
}

bool source_live(const struct source *source)
{
	return !source->root && !source->file;
}

void source_free(struct source *source)
{
	capture_free(&source->capture);
}

const char *source_file_name(const struct source *source)
{
	return strcmp(source->file, "-") ? source->file : "standard input";
}

static enum exit_code no_directory(const struct source *source, int err)
{
	if (err == EACCES || err == EPERM)
		return complain(DENIED,
				"%s: no permission to list it; try as root",
				source->directory);
	if (err != ENOENT && err != ENOTDIR)
		return complain(FAILED, "%s: %s", source->directory,
				strerror(err));
	if (source->root)
		return complain(
			NO_MODULE,
			"%s: %s; --root needs a directory that holds proc/hwinsight",
			source->directory, strerror(err));
	return complain(
		NO_MODULE,
		"the module is not loaded (no %s): as root, modprobe hwinsight, or insmod hwinsight.ko",
		source->directory);
}

static int shown(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/*
 * The names of the views in a directory, sorted, for names_free(). Returns a
 * negative value, with @code set, after a complaint.
 */
static int names_read(const struct source *source, struct dirent ***names,
		      enum exit_code *code)
{
	int n = scandir(source->directory, names, shown, alphasort);

	if (n < 0)
		*code = no_directory(source, errno);
	return n;
}

static void names_free(struct dirent **names, int n)
{
	while (n-- > 0)
		free(names[n]);
	free(names);
}

static enum exit_code no_view(const struct source *source, const char *name)
{
	struct joined list = { .used = 0 };
	enum exit_code code = NO_VIEW;
	struct dirent **names;
	size_t view;
	int n, i;

	if (source->quiet)
		return NO_VIEW;
	if (source->file) {
		for (view = 0; view < source->capture.n; view++)
			joined_add(&list, source->capture.views[view].name);
	} else {
		n = names_read(source, &names, &code);
		if (n < 0)
			return code;
		for (i = 0; i < n; i++)
			joined_add(&list, slice_of(names[i]->d_name));
		names_free(names, n);
	}
	return complain(NO_VIEW, "no view '%s'; there are:%s", name,
			list.used ? list.text : " none");
}

static enum exit_code too_large(const char *path, u64 lines)
{
	return complain(
		FAILED,
		"%s:%llu: larger than the limit of the module (sysctl dev.hwinsight.snapshot_max_kb) or of this reader (%llu MiB)",
		path, lines, (u64)SOURCE_MAX >> 20);
}

/* Read a view from the directory. */
static enum exit_code read_view(const struct source *source, const char *name,
				struct slice *text)
{
	char path[sizeof(source->directory) + NAME_MAX + 2];
	size_t len = strlen(source->directory), name_len = strlen(name);
	u64 lines;
	int err;

	if (!*name || *name == '.' || strchr(name, '/') || name_len > NAME_MAX)
		return no_view(source, name);
	memcpy(path, source->directory, len);
	path[len] = '/';
	memcpy(path + len + 1, name, name_len + 1);
	err = file_read(path, false, text, &lines);
	if (err == ENOENT || err == ENOTDIR || err == EISDIR)
		return no_view(source, name);
	if ((err == EACCES || err == EPERM) && source->quiet)
		return DENIED;
	if (err == EACCES || err == EPERM)
		return complain(
			DENIED,
			"%s: no permission: in a container, or restricted by sysctl dev.hwinsight.unprivileged; CAP_SYS_ADMIN in the initial namespaces is needed",
			path);
	if (err == EFBIG)
		return too_large(path, lines);
	if (err == EINVAL)
		return complain(FAILED, "%s: not a regular file", path);
	return err ? complain(FAILED, "%s: %s", path, strerror(err)) : DONE;
}

/* Check that a text is valid and is the view that was asked for. */
static enum exit_code check_text(const struct source *source, const char *name,
				 struct slice text)
{
	struct slice wanted = slice_of(name);
	struct problem problem = { 0 };
	struct view view;

	do {
		if (!view_parse(&view, &text, &problem))
			return complain(BROKEN, "%s/%s:%llu: %s",
					source->directory, name, problem.line,
					problem.what);
		if (!slice_same(view.name, wanted) && !slice_is(wanted, "all"))
			return complain(
				BROKEN,
				"%s/%s: expected view '%s', found '%.*s'",
				source->directory, name, name,
				(int)view.name.len, view.name.p);
	} while (text.len);
	return DONE;
}

static bool repeated(const struct capture *capture, size_t view)
{
	const struct capture_view *views = capture->views;
	size_t i;

	for (i = 0; i < view; i++)
		if (!views[view].damaged && !views[i].damaged &&
		    slice_same(views[view].name, views[i].name))
			return true;
	return false;
}

/* Two captures in one file: no command expects a view twice. */
static void leave_out_repeated(const char *name, struct capture *capture)
{
	size_t n = capture->n, i;

	capture->n = 0;
	for (i = 0; i < n; i++) {
		capture->views[capture->n] = capture->views[i];
		if (!repeated(capture, capture->n))
			capture->n++;
	}
	if (capture->n < n)
		complain(
			DONE,
			"%s: left out %llu repeated %s; a file holds one capture",
			name, (u64)(n - capture->n),
			n - capture->n == 1 ? "view" : "views");
}

static enum exit_code take_capture(struct source *source, struct slice raw)
{
	const char *name = source_file_name(source),
		   *unpacker = capture_unpacker(raw);
	struct capture *capture = &source->capture;

	if (unpacker)
		return complain(
			BROKEN,
			"%s is compressed: %s %s | hwinsight --file - ...",
			name, unpacker,
			strcmp(source->file, "-") ? name : "CAPTURE");
	if (!capture_take(capture, raw))
		return complain(FAILED, "%s: out of memory", name);
	if (!capture->n)
		return complain(
			BROKEN,
			"%s: there is no view in it: no line begins with '# hwinsight '",
			name);
	if (capture->skipped)
		complain(DONE,
			 "%s: left out %llu %s no view, the first is line %llu",
			 name, capture->skipped,
			 capture->skipped == 1 ? "line that belongs to" :
						 "lines that belong to",
			 capture->first);
	leave_out_repeated(name, capture);
	return DONE;
}

static enum exit_code read_capture(struct source *source)
{
	const char *name = source_file_name(source);
	enum exit_code code;
	struct slice raw;
	u64 lines;
	int err;

	err = file_read(source->file, true, &raw, &lines);
	if (err == EFBIG)
		return too_large(name, lines);
	if (err)
		return complain(FAILED, "%s: %s", name, strerror(err));
	code = take_capture(source, raw);
	free((void *)raw.p);
	return code;
}

static enum exit_code load_capture(struct source *source, const char *name,
				   struct reading *reading)
{
	const struct capture *capture = &source->capture;
	size_t i = 0;

	/* Read it once: it does not change, or is a pipe; and complain once. */
	if (!source->tried)
		source->code = read_capture(source);
	source->tried = true;
	if (source->code != DONE)
		return source->code;
	reading->views = capture->views;
	reading->left = capture->n;
	if (strcmp(name, "all")) {
		while (i < capture->n &&
		       !slice_is(capture->views[i].name, name))
			i++;
		if (i == capture->n)
			return no_view(source, name);
		reading->views += i;
		reading->left = 1;
	}
	return DONE;
}

enum exit_code source_load(struct source *source, const char *name,
			   struct reading *reading)
{
	enum exit_code code;

	memset(reading, 0, sizeof(*reading));
	reading->source = source;
	if (source->file)
		code = load_capture(source, name, reading);
	else
		code = read_view(source, name, &reading->rest);
	if (code != DONE)
		return code;
	if (!source->file) {
		reading->memory = (char *)reading->rest.p;
		code = check_text(source, name, reading->rest);
	}
	if (code == DONE && !reading_next(reading))
		code = reading->code == DONE ? NO_VIEW : reading->code;
	if (code != DONE)
		reading_free(reading);
	return code;
}

enum exit_code source_load_if_there(struct source *source, const char *name,
				    struct reading *reading)
{
	bool quiet = source->quiet;
	enum exit_code code;

	source->quiet = true;
	code = source_load(source, name, reading);
	source->quiet = quiet;
	if (code == DONE || code == NO_VIEW || code == DENIED)
		return code;
	/* Again, this time reporting why it fails. */
	return source_load(source, name, reading);
}

enum exit_code source_text(struct source *source, const char *name,
			   struct slice *text)
{
	enum exit_code code = read_view(source, name, text);

	if (code == DONE) {
		code = check_text(source, name, *text);
		if (code != DONE)
			free((char *)text->p);
	}
	return code;
}

/* Call @fn for each view of a reading. */
static void visit(struct source *source, const char *name, each_fn *fn,
		  void *context, enum exit_code *code)
{
	struct reading reading;
	enum exit_code one = source_load(source, name, &reading);

	if (one == DONE) {
		do {
			one = fn(context, &reading.view);
			if (*code == DONE)
				*code = one;
		} while (reading_next(&reading));
		if (*code == DONE)
			*code = reading.code;
		reading_free(&reading);
	} else if (*code == DONE) {
		*code = one;
	}
}

enum exit_code source_each(struct source *source, each_fn *fn, void *context)
{
	enum exit_code code = DONE;
	struct dirent **names;
	int n, i;

	if (source->file) {
		visit(source, "all", fn, context, &code);
		return code;
	}
	n = names_read(source, &names, &code);
	for (i = 0; i < n; i++)
		if (strcmp(names[i]->d_name, "all"))
			visit(source, names[i]->d_name, fn, context, &code);
	if (n >= 0)
		names_free(names, n);
	return code;
}
