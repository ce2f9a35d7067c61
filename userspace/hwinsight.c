// SPDX-License-Identifier: GPL-2.0
/* Shows the views of /proc/hwinsight. Knows their format, not the views. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "err.h"
#include "json.h"
#include "out.h"
#include "parse.h"
#include "source.h"

#define VERSION "0.1.0"

static const char usage[] =
	"Usage: hwinsight [OPTION]... [VIEW]...\n"
	"Show hardware views of the hwinsight kernel module; without VIEW, list them.\n"
	"\n"
	"  --json       print JSON: integers and sizes (bytes) as numbers, hexadecimal\n"
	"               as strings, lists as arrays, per-CPU counts as objects,\n"
	"               - as null, * (hidden from you) as {\"hidden\":true}; one object\n"
	"               for each VIEW, one after another\n"
	"  --root DIR   read DIR/proc/hwinsight, a captured tree\n"
	"  --help       this text\n"
	"  --version    the version\n"
	"\n"
	"Exit status: 0 done; 1 reading or writing failed; 2 wrong usage; 3 no module\n"
	"loaded; 4 no such view; 5 a view's text is broken; 6 no permission.\n";

struct request {
	struct source source;
	const char *root;
	bool json, help, version;
	char **names;
	int n;
};

/* What to do with each view of a text that is known to be valid. */
typedef void view_fn(struct out *out, const struct view *view);

static void table_view(struct out *out, const struct view *view)
{
	out_printable(out, view->table);
}

static void list_view(struct out *out, const struct view *view)
{
	char digits[U64_DIGITS], *start = u64_digits(digits, view->rows);
	size_t len = digits + U64_DIGITS - start;
	unsigned int i;

	out_printable(out, view->name);
	out_pad(out, view->name.len + len, 20);
	out_char(out, ' ');
	out_bytes(out, start, len);
	out_text(out, " rows:");
	for (i = 0; i < view->columns; i++) {
		out_char(out, ' ');
		out_printable(out, view->column[i]);
	}
	out_char(out, '\n');
}

/* All of a text is valid, and is the view that was asked for. */
static enum exit_code check_text(const struct source *source, const char *name,
				 struct slice text)
{
	struct problem problem = { 0 };
	struct slice wanted = { name, strlen(name) };
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

static enum exit_code show(struct out *out, const struct source *source,
			   const char *name, view_fn *print)
{
	struct problem problem = { 0 };
	struct slice text, rest;
	enum exit_code code = source_read(source, name, &text);
	struct view view;

	if (code != DONE)
		return code;
	code = check_text(source, name, text);
	if (code == DONE)
		for (rest = text;
		     rest.len && view_parse(&view, &rest, &problem);)
			print(out, &view);
	free((void *)text.p);
	return code;
}

static enum exit_code list(struct out *out, const struct source *source)
{
	enum exit_code code = DONE, one;
	struct dirent **names;
	int n = source_names(source, &names, &code), i;

	for (i = 0; i < n; i++) {
		one = show(out, source, names[i]->d_name, list_view);
		if (code == DONE)
			code = one;
	}
	if (n >= 0)
		source_names_free(names, n);
	return code;
}

static enum exit_code run(struct out *out, const struct request *request)
{
	enum exit_code code = DONE, one;
	int i;

	if (!request->n)
		return list(out, &request->source);
	for (i = 0; i < request->n; i++) {
		one = show(out, &request->source, request->names[i],
			   request->json ? json_view : table_view);
		if (code == DONE)
			code = one;
	}
	return code;
}

/* Sort the arguments into options and names, which it moves to the front. */
static enum exit_code parse_arguments(struct request *request, char **argv)
{
	bool options = true;
	char *arg;

	request->names = argv;
	while ((arg = *++argv)) {
		if (!options || arg[0] != '-' || !arg[1]) {
			request->names[request->n++] = arg;
		} else if (!strcmp(arg, "--")) {
			options = false;
		} else if (!strcmp(arg, "--json")) {
			request->json = true;
		} else if (!strcmp(arg, "--help")) {
			request->help = true;
		} else if (!strcmp(arg, "--version")) {
			request->version = true;
		} else if (!strncmp(arg, "--root=", 7)) {
			request->root = arg + 7;
		} else if (!strcmp(arg, "--root")) {
			request->root = *++argv;
			if (!request->root)
				return complain(
					USAGE,
					"--root needs a directory; try hwinsight --help");
		} else {
			return complain(
				USAGE,
				"unknown option '%s'; try hwinsight --help",
				arg);
		}
	}
	if (request->json && !request->n && !request->help && !request->version)
		return complain(USAGE,
				"--json needs a VIEW; try hwinsight --help");
	return source_init(&request->source, request->root);
}

int main(int argc, char **argv)
{
	static struct out out;
	static struct request request;
	enum exit_code code;
	int err;

	(void)argc;
	out.fd = STDOUT_FILENO;
	/* A reader that goes away is told like any other failed write. */
	signal(SIGPIPE, SIG_IGN);
	code = parse_arguments(&request, argv);
	if (code != DONE)
		return code;
	if (request.help)
		out_text(&out, usage);
	else if (request.version)
		out_text(&out, "hwinsight " VERSION "\n");
	else
		code = run(&out, &request);
	err = out_flush(&out);
	if (err)
		return complain(FAILED, "writing: %s", strerror(err));
	return code;
}
