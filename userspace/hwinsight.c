// SPDX-License-Identifier: GPL-2.0
/* Shows the views of /proc/hwinsight. Knows their format, not the views. */
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "command.h"

/* The Makefile says it, from the file VERSION; tests build without. */
#ifndef HWI_VERSION
#define HWI_VERSION "unversioned"
#endif

/* The word that comes first. It wins over a view of the same name. */
static const struct command commands[] = {
	{ "show", "[VIEW]...", "the views, or a list of them; need not be said",
	  cmd_show, false },
	{ "metrics", "", "Prometheus's text format, also --openmetrics",
	  cmd_metrics, false },
	{ "diff", "A B [--counters]",
	  "compare two captures, or one with `live`", cmd_diff, true },
#ifndef HWI_MINIMAL
	{ "watch", "[VIEW] [-i SECONDS] [-n COUNT] [--top N] [--by COLUMN]",
	  "rates of its counters, busiest first", cmd_watch, true },
	{ "map", "[VIEW] [--ascii] [--svg[=FILE]]",
	  "a picture of iomem, ioports or interrupts", cmd_map, true },
	{ "verify", "[VIEW]...", "hold views against the kernel's own files",
	  cmd_verify, false },
#endif
};

static const char usage_head[] =
	"Usage: hwinsight [OPTION]... [COMMAND] [VIEW]...\n"
	"Show hardware views of the hwinsight kernel module; without VIEW, list them.\n"
	"\n"
	"Commands:\n";

static const char usage_tail[] =
	"\n"
	"Where views come from, else /proc/hwinsight:\n"
	"  --root DIR       DIR/proc/hwinsight, a captured tree\n"
	"  --file CAPTURE   a saved /proc/hwinsight/all; - is standard input\n"
	"\n"
	"What is printed:\n"
	"  --columns A,B    these columns, in this order\n"
	"  --where TEST     rows for which COLUMN=VALUE, !=, ~ (has it in it), and for\n"
	"                   numbers and sizes <, >, <=, >= hold; several: all of them\n"
	"  --sort COLUMN    in order, COLUMN:desc downwards; - and * come last\n"
	"  --no-header      no line of column names; of JSON only an object a row\n"
	"  --csv            CSV of one VIEW: sizes in bytes, - as an empty field\n"
	"  --json           JSON: integers and sizes (bytes) as numbers, hexadecimal as\n"
	"                   strings, lists as arrays, per-CPU counts as objects, - as\n"
	"                   null, * (hidden from you) as {\"hidden\":true}; one object\n"
	"                   for each VIEW, one after another\n"
	"  --per-cpu        metrics: a series for each CPU, where there are such\n"
	"  --help           this text\n"
	"  --version        the version\n"
	"\n"
	"Exit status: 0 done; 1 reading or writing failed; 2 wrong usage; 3 no module\n"
	"loaded; 4 no such view; 5 a view's text is broken; 6 no permission. Of diff, as\n"
	"of diff(1): 0 the same; 1 different; 2 trouble. Of verify also 1: some differ.\n";

static void help(struct out *out)
{
	const struct command *command;
	size_t used;

	out_text(out, usage_head);
	for (command = commands; command < commands + ARRAY_SIZE(commands);
	     command++) {
		used = strlen(command->name) + strlen(command->args);
		out_text(out, "  ");
		out_text(out, command->name);
		out_char(out, ' ');
		out_text(out, command->args);
		if (used > 24) {
			out_text(out, "\n   ");
			used = 0;
		}
		out_pad(out, used, 24);
		out_char(out, ' ');
		out_text(out, command->help);
		out_char(out, '\n');
	}
	out_text(out, usage_tail);
}

bool option_value(char ***args, const char *name, const char **value)
{
	size_t len = strlen(name);
	char *arg = **args;

	if (strncmp(arg, name, len) || (arg[len] && arg[len] != '='))
		return false;
	*value = arg[len] ? arg + len + 1 : *++*args;
	/* Never past the NULL that ends them. */
	if (!*value)
		--*args;
	return true;
}

/* The command line as it is taken apart. */
struct line {
	struct request *request;
	const struct command *command;
	const char *root, *file, *answer;
};

/* An option without a value; false if @arg is none. */
static bool take_flag(struct line *line, const char *arg)
{
	struct request *request = line->request;

	if (!strcmp(arg, "--json"))
		request->form = FORM_JSON;
	else if (!strcmp(arg, "--csv"))
		request->form = FORM_CSV;
	else if (!strcmp(arg, "--openmetrics"))
		line->command = &commands[1];
	else if (!strcmp(arg, "--per-cpu"))
		request->per_cpu = true;
	else if (!strcmp(arg, "--no-header"))
		request->shape.no_header = true;
	else if (!strcmp(arg, "--help") || !strcmp(arg, "--version"))
		line->answer = arg;
	else
		return false;
	return true;
}

/* One with a value; false if **@argv is none. *@code says if it was good. */
static bool take_value(struct line *line, char ***argv, enum exit_code *code)
{
	const char *name = **argv, *value;
	struct shape *shape = &line->request->shape;

	if (option_value(argv, "--root", &value))
		line->root = value;
	else if (option_value(argv, "--file", &value))
		line->file = value;
	else if (option_value(argv, "--columns", &value))
		shape->columns = value;
	else if (option_value(argv, "--sort", &value))
		shape->sort = value;
	else if (!option_value(argv, "--where", &value))
		return false;
	else if (shape->wheres == MAX_WHERE)
		*code = complain(USAGE, "more than %llu times --where",
				 (u64)MAX_WHERE);
	else
		shape->where[shape->wheres++] = value;
	if (!value)
		*code = complain(
			USAGE, "%s needs a value; try hwinsight --help", name);
	return true;
}

/* The first word that is no option may be a command. */
static void take_word(struct line *line, char *arg, bool options)
{
	unsigned int i;

	if (!line->command) {
		line->command = &commands[0];
		for (i = 0; options && i < ARRAY_SIZE(commands); i++) {
			if (strcmp(commands[i].name, arg))
				continue;
			line->command = &commands[i];
			return;
		}
	}
	line->request->args[line->request->n++] = arg;
}

/* Take the options out of the arguments; the rest moves to the front. */
static enum exit_code parse_arguments(struct line *line, char **argv)
{
	struct request *request = line->request;
	enum exit_code code = DONE;
	bool options = true;
	char *arg;

	request->args = argv;
	while (code == DONE && (arg = *++argv)) {
		if (!options || arg[0] != '-' || !arg[1]) {
			take_word(line, arg, options);
		} else if (!strcmp(arg, "--")) {
			options = false;
		} else if (take_flag(line, arg) ||
			   take_value(line, &argv, &code)) {
			continue;
		} else if (line->command && line->command->options) {
			request->args[request->n++] = arg;
		} else {
			return complain(
				USAGE,
				"unknown option '%s'; try hwinsight --help",
				arg);
		}
	}
	if (!line->command)
		line->command = &commands[0];
	if (request->per_cpu && line->command->run != cmd_metrics)
		return complain(USAGE, "--per-cpu is for metrics only");
	request->args[request->n] = NULL;
	return code == DONE ?
		       source_init(&request->source, line->root, line->file) :
		       code;
}

int main(int argc, char **argv)
{
	static struct out out;
	static struct request request;
	struct line line = { .request = &request };
	enum exit_code code;
	int err;

	if (!argc)
		return USAGE;
	out.fd = STDOUT_FILENO;
	/* A reader that goes away is told like any other failed write. */
	signal(SIGPIPE, SIG_IGN);
	code = parse_arguments(&line, argv);
	if (code != DONE)
		return code;
	if (!line.answer)
		code = line.command->run(&out, &request);
	else if (!strcmp(line.answer, "--help"))
		help(&out);
	else
		out_text(&out, "hwinsight " HWI_VERSION "\n");
	source_free(&request.source);
	err = out_flush(&out);
	if (err)
		return complain(FAILED, "writing: %s", strerror(err));
	return code;
}
