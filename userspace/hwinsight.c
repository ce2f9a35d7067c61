// SPDX-License-Identifier: GPL-2.0
/* Shows the views of /proc/hwinsight. Knows their format, not the views. */
#include <dirent.h>
#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input.h"
#include "json.h"
#include "parse.h"

#define VERSION "0.1.0"

enum exit_code {
	DONE = 0,
	FAILED = 1, /* could not be read or written */
	USAGE = 2,
	NO_MODULE = 3,
	NO_VIEW = 4,
	BROKEN = 5,
	DENIED = 6,
};

static const char usage[] =
	"Usage: hwinsight [OPTION]... [VIEW]...\n"
	"Show hardware views of the hwinsight kernel module; without VIEW, list them.\n"
	"\n"
	"  --json       print JSON: integers and sizes (bytes) as numbers, hexadecimal\n"
	"               as strings, lists as arrays, per-CPU counts as objects,\n"
	"               - as null, * (hidden from you) as {\"hidden\":true}\n"
	"  --root DIR   read DIR/proc/hwinsight, a captured tree\n"
	"  --help       this text\n"
	"  --version    the version\n"
	"\n"
	"Exit status: 0 done; 1 reading or writing failed; 2 wrong usage; 3 no module\n"
	"loaded; 4 no such view; 5 a view's text is broken; 6 no permission.\n";

/* Where the views are. */
struct source {
	char directory[4096];
	bool captured;
};

__attribute__((format(printf, 2, 3)))
static enum exit_code complain(enum exit_code code, const char *format, ...)
{
	va_list args;

	fputs("hwinsight: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	putc('\n', stderr);
	return code;
}

static int shown(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static enum exit_code no_source(const struct source *source, int err)
{
	if (err == EACCES || err == EPERM)
		return complain(DENIED, "%s: no permission to list it",
				source->directory);
	if (source->captured)
		return complain(NO_MODULE, "%s: %s; --root wants a directory that holds proc/hwinsight",
				source->directory, strerror(err));
	return complain(NO_MODULE, "the module is not loaded (no %s): as root, modprobe hwinsight, or insmod hwinsight.ko",
			source->directory);
}

/* The names of all views, sorted; less than 0 and a complaint if none. */
static int views(const struct source *source, struct dirent ***names,
		 enum exit_code *code)
{
	int n = scandir(source->directory, names, shown, alphasort);

	if (n < 0)
		*code = no_source(source, errno);
	return n;
}

static void views_free(struct dirent **names, int n)
{
	while (n-- > 0)
		free(names[n]);
	free(names);
}

static enum exit_code no_view(const struct source *source, const char *name)
{
	struct dirent **names;
	enum exit_code code = NO_VIEW;
	int n = views(source, &names, &code), i;

	if (n < 0)
		return code;
	fprintf(stderr, "hwinsight: no view '%s'; there are:", name);
	for (i = 0; i < n; i++)
		fprintf(stderr, " %s", names[i]->d_name);
	putc('\n', stderr);
	views_free(names, n);
	return NO_VIEW;
}

/* Read and validate a view. On success, free text->p afterwards. */
static enum exit_code load(const struct source *source, const char *name,
			   struct slice *text, struct view *view)
{
	struct problem problem;
	char path[4096 + 256];
	int err, len;

	if (!*name || *name == '.' || strchr(name, '/'))
		return no_view(source, name);
	len = snprintf(path, sizeof(path), "%s/%s", source->directory, name);
	if (len < 0 || (size_t)len >= sizeof(path))
		return no_view(source, name);
	err = input_read(path, text);
	if (err == ENOENT || err == EISDIR)
		return no_view(source, name);
	if (err == EACCES || err == EPERM)
		return complain(DENIED, "%s: no permission: in a container, or restricted by the administrator; CAP_SYS_ADMIN in the initial namespaces is needed",
				path);
	if (err)
		return complain(FAILED, "%s: %s", path, strerror(err));
	if (!view_parse(view, *text, &problem)) {
		free((void *)text->p);
		return complain(BROKEN, "%s:%lu: %s", path, problem.line,
				problem.what);
	}
	return DONE;
}

static enum exit_code show(const struct source *source, const char *name,
			   bool json)
{
	struct slice text;
	struct view view;
	enum exit_code code = load(source, name, &text, &view);

	if (code != DONE)
		return code;
	if (json)
		json_view(stdout, &view);
	else
		fwrite(view.table.p, 1, view.table.len, stdout);
	free((void *)text.p);
	return DONE;
}

static enum exit_code list(const struct source *source)
{
	enum exit_code code = DONE, one;
	struct dirent **names;
	struct slice text;
	struct view view;
	unsigned int c;
	int n = views(source, &names, &code), i;

	for (i = 0; i < n; i++) {
		one = load(source, names[i]->d_name, &text, &view);
		if (one != DONE) {
			code = one;
			continue;
		}
		printf("%-12s %6lu rows:", names[i]->d_name, view.rows);
		for (c = 0; c < view.columns; c++)
			printf(" %.*s", (int)view.column[c].len,
			       view.column[c].p);
		putchar('\n');
		free((void *)text.p);
	}
	if (n >= 0)
		views_free(names, n);
	return code;
}

static enum exit_code run(const struct source *source, char **names, bool json)
{
	enum exit_code code = DONE, one;

	if (!*names)
		return json ? complain(USAGE, "--json needs a VIEW; try hwinsight --help") :
			      list(source);
	for (; *names; names++) {
		one = show(source, *names, json);
		if (one != DONE)
			code = one;
	}
	return code;
}

int main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "json", no_argument, NULL, 'j' },
		{ "root", required_argument, NULL, 'r' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'v' },
		{ NULL, 0, NULL, 0 },
	};
	struct source source = { .directory = "/proc/hwinsight" };
	enum exit_code code;
	bool json = false;
	int c;

	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		switch (c) {
		case 'j':
			json = true;
			break;
		case 'r':
			source.captured = true;
			c = snprintf(source.directory,
				     sizeof(source.directory),
				     "%s/proc/hwinsight", optarg);
			if (c < 0 || (size_t)c >= sizeof(source.directory))
				return complain(USAGE, "--root: the path is too long");
			break;
		case 'h':
			fputs(usage, stdout);
			return DONE;
		case 'v':
			puts("hwinsight " VERSION);
			return DONE;
		default:
			fputs("Try 'hwinsight --help'.\n", stderr);
			return USAGE;
		}
	}
	code = run(&source, argv + optind, json);
	if (fflush(stdout) || ferror(stdout))
		return complain(FAILED, "writing: %s", strerror(errno));
	return code;
}
