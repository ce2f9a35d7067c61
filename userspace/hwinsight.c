// SPDX-License-Identifier: GPL-2.0
/* Shows the views of /proc/hwinsight. It knows their format, not the views. */
#include <string.h>
#include <unistd.h>

#include "commands.h"

/* The Makefile defines it from the file VERSION; tests build without it. */
#ifndef HWI_VERSION
#define HWI_VERSION "unversioned"
#endif

/* Commands by the first word, which takes precedence over a view's name. */
#define COMMAND(name) &command_##name,
static const struct command *const commands[] = { COMMANDS };

static const char usage_head[] =
	"Usage: hwinsight [OPTION]... [COMMAND] [VIEW]...\n"
	"Show the hardware views of the hwinsight kernel module.\n"
	"\n"
	"Commands:\n";

static const char usage_tail[] =
	"\n"
	"To read views from somewhere other than /proc/hwinsight:\n"
	"  --root DIR       from DIR/proc/hwinsight, a copy of the tree\n"
	"  --file CAPTURE   from a copy of /proc/hwinsight/all; - for standard input\n"
	"\n"
	"To select and format:\n"
	"  --columns A,B    print these columns, in this order\n"
	"  --where TEST     print rows that match: COLUMN=VALUE, !=, ~ (contains), !~,\n"
	"                   @ for lists (AFFINITY@3), <, >, <=, >= for numbers and sizes;\n"
	"                   DRIVER=nvme,ahci matches either; repeat it to narrow further\n"
	"  --match TEXT     print rows with TEXT in any column, ignoring case\n"
	"  --sort COLUMN    sort by COLUMN; COLUMN:desc descending; - and * come last\n"
	"  --no-header      print rows only\n"
	"  --csv            CSV of one VIEW: sizes in bytes, - as an empty field\n"
	"  --json           one JSON object, or an array of them for several VIEWs:\n"
	"                   integers and sizes (in bytes) as numbers, hexadecimal as\n"
	"                   strings, lists as arrays, per-CPU counts as objects, - as\n"
	"                   null, * (hidden from you) as {\"hidden\":true}\n"
	"  --ndjson         one JSON object per row, one per line\n";

static const char usage_desk[] =
	"\n"
	"At a terminal, tables fit its width, sizes are rounded, long output is paged:\n"
	"  --wide           all columns, as the module prints them\n"
	"  --bytes          exact sizes\n"
	"  --all            include empty disks; in tree, what is not hardware\n"
	"  --color WHEN     auto, always or never\n"
	"\n"
	"Other options:\n"
	"  --ids FILE       take device names from this pci.ids or usb.ids\n"
	"  --openmetrics    metrics: print OpenMetrics 1.0\n"
	"  --per-cpu        metrics: one series per CPU where possible\n";

static const char usage_end[] =
	"  -h, --help       show this help\n"
	"  --version        show the version\n"
	"\n"
	"Exit status: 0 success; 1 reading or writing failed; 2 wrong usage; 3 the\n"
	"module is not loaded; 4 no such view; 5 a view is malformed; 6 permission\n"
	"denied.";

static const char usage_verdicts[] =
	" diff exits as diff(1) does: 0 same, 1 different, 2 trouble. verify also\n"
	"exits with 1 if anything differs.";

static void print_command(struct out *out, const struct command *command)
{
	const char *args = command->args ? command->args : "";
	size_t used = strlen(command->name) + strlen(args);

	out_text(out, "  ");
	out_text(out, command->name);
	out_char(out, ' ');
	out_text(out, args);
	if (used > 24) {
		out_text(out, "\n   ");
		used = 0;
	}
	out_pad(out, used, 24);
	out_char(out, ' ');
	out_text(out, command->help);
	out_char(out, '\n');
}

static void help(struct out *out)
{
	unsigned int i;

	out_text(out, usage_head);
	for (i = 0; i < ARRAY_SIZE(commands); i++)
		print_command(out, commands[i]);
	out_text(out, usage_tail);
	if (!ON_BOARD)
		out_text(out, usage_desk);
	out_text(out, usage_end);
	if (!ON_BOARD)
		out_text(out, usage_verdicts);
	out_char(out, '\n');
}

void commands_list(struct out *out)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(commands); i++) {
		if (!strcmp(commands[i]->name, "show"))
			continue;
		out_char(out, ' ');
		out_text(out, commands[i]->name);
	}
}

static const struct command *find_command(const char *name)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(commands); i++)
		if (!strcmp(commands[i]->name, name))
			return commands[i];
	return NULL;
}

bool option_value(char ***args, const char *name, const char **value)
{
	size_t len = strlen(name);
	char *arg = **args;

	if (strncmp(arg, name, len) || (arg[len] && arg[len] != '='))
		return false;
	*value = arg[len] ? arg + len + 1 : *++*args;
	/* Never step past the final NULL. */
	if (!*value)
		--*args;
	return true;
}

/* The state of parsing the command line. */
struct line {
	struct request *request;
	const struct command *command;
	const char *root, *file, *answer;
	enum color_when color;
};

/* A flag that `make minimal` leaves out. */
static bool take_desk_flag(struct request *request, const char *arg)
{
	if (!strcmp(arg, "--openmetrics") && find_command("metrics"))
		request->openmetrics = true;
	else if (!strcmp(arg, "--per-cpu"))
		request->per_cpu = true;
	else if (!strcmp(arg, "--wide"))
		request->wide = true;
	else if (!strcmp(arg, "--bytes"))
		request->bytes = true;
	else if (!strcmp(arg, "--all"))
		request->all = true;
	else
		return false;
	return true;
}

/* An output format, of which there may be one; false if @arg is none. */
static bool take_form(struct line *line, const char *arg, enum exit_code *code)
{
	static const char *const words[] = {
		[FORM_JSON] = "--json",
		[FORM_NDJSON] = "--ndjson",
		[FORM_CSV] = "--csv",
	};
	enum form *form = &line->request->form;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(words); i++) {
		if (!words[i] || strcmp(arg, words[i]))
			continue;
		if (*form != FORM_TABLE && *form != i)
			*code = complain(USAGE, "%s and %s cannot be combined",
					 words[*form], words[i]);
		*form = i;
		return true;
	}
	return false;
}

/* Any other flag; false if @arg is none. */
static bool take_flag(struct line *line, const char *arg)
{
	struct request *request = line->request;

	if (!strcmp(arg, "--no-header"))
		request->shape.no_header = true;
	else if (!strcmp(arg, "--help") || !strcmp(arg, "-h") ||
		 !strcmp(arg, "--version"))
		line->answer = arg;
	else
		return !ON_BOARD && take_desk_flag(request, arg);
	return true;
}

static bool take_color(struct line *line, const char *value,
		       enum exit_code *code)
{
	static const char *const words[] = { "auto", "always", "never" };
	unsigned int i;

	for (i = 0; value && i < ARRAY_SIZE(words); i++) {
		if (strcmp(value, words[i]))
			continue;
		line->color = i;
		return true;
	}
	*code = complain(USAGE, "--color takes auto, always or never");
	return true;
}

/* An option with a value; false if **@argv is none. *@code is set on errors. */
static bool take_value(struct line *line, char ***argv, enum exit_code *code)
{
	const char *name = **argv, *value;
	struct shape *shape = &line->request->shape;

	if (!ON_BOARD && option_value(argv, "--color", &value))
		return take_color(line, value, code);
	if (option_value(argv, "--root", &value))
		line->root = value;
	else if (option_value(argv, "--file", &value))
		line->file = value;
	else if (option_value(argv, "--columns", &value))
		shape->columns = value;
	else if (option_value(argv, "--sort", &value))
		shape->sort = value;
	else if (!ON_BOARD && option_value(argv, "--ids", &value))
		line->request->ids.file = value;
	else if (option_value(argv, "--match", &value))
		shape->match = value;
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

/* The first word that is not an option may be a command. */
static void take_word(struct line *line, char *arg, bool options)
{
	if (!line->command) {
		line->command = options ? find_command(arg) : NULL;
		if (line->command)
			return;
		line->command = line->request->openmetrics ?
					find_command("metrics") :
					commands[0];
	}
	line->request->args[line->request->n++] = arg;
}

/* Parse the options; the other arguments move to the front. */
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
		} else if (take_form(line, arg, &code) ||
			   take_flag(line, arg) ||
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
	if (!line->command && request->openmetrics)
		line->command = find_command("metrics");
	if (!line->command)
		line->command = commands[0];
	if ((request->per_cpu || request->openmetrics) &&
	    strcmp(line->command->name, "metrics"))
		return complain(USAGE, "%s is for metrics only",
				request->per_cpu ? "--per-cpu" :
						   "--openmetrics");
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
	code = parse_arguments(&line, argv);
	if (code != DONE)
		return code;
	if (!ON_BOARD)
		display_init(&request.display, line.color);
	if (!ON_BOARD && !line.answer && line.command->pages)
		display_page(&request.display);
	if (!line.answer)
		code = line.command->run(&out, &request);
	else if (!strcmp(line.answer, "--version"))
		out_text(&out, "hwinsight " HWI_VERSION "\n");
	else
		help(&out);
	source_free(&request.source);
	err = out_flush(&out);
	if (!ON_BOARD) {
		ids_free(&request.ids);
		display_end(&out);
	}
	if (err && out.err)
		return complain(FAILED, "writing: %s", strerror(err));
	return code;
}
