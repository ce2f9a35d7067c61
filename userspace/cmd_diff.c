// SPDX-License-Identifier: GPL-2.0
/* hwinsight diff A B: how two captures differ. */
#include <string.h>

#include "command.h"
#include "diff/diff.h"
#include "known.h"
#include "plain.h"

/* Exit codes of diff(1), unlike those of the other commands. */
#define SAME ((enum exit_code)0)
#define DIFFERENT ((enum exit_code)1)
#define TROUBLE ((enum exit_code)2)

struct compare {
	struct out *out;
	struct source source[2];
	const char *name[2];
	char **views; /* @n of them; or none: all that do not change by themselves */
	int n;
	bool counters, different, compared;
};

static const char which[2][2] = { "A", "B" };

static void print_take(struct out *out, const struct compare *compare, int i,
		       const struct view *view)
{
	out_text(out, "# ");
	out_text(out, which[i]);
	out_text(out, ": ");
	out_printable(out, slice_of(compare->name[i]));
	out_text(out, ", ");
	out_printable(out, view->release);
	out_char(out, ' ');
	out_printable(out, view->arch);
	out_text(out, ", ");
	out_printable(out, view->taken);
	out_text(out, " s after boot\n");
}

static void print_only(struct out *out, int i, const struct view *view)
{
	out_text(out, "# ");
	out_printable(out, view->name);
	out_text(out, ": only in ");
	out_text(out, which[i]);
	out_text(out, ", ");
	out_u64(out, view->rows);
	out_text(out, view->rows == 1 ? " row\n" : " rows\n");
}

/* Load the view of the same name from the other side, which may lack it. */
static enum exit_code load_other(struct source *source, const struct view *view,
				 struct reading *reading)
{
	char name[256];
	enum exit_code code;

	if (view->name.len >= sizeof(name))
		return NO_VIEW;
	memcpy(name, view->name.p, view->name.len);
	name[view->name.len] = '\0';
	source->quiet = true;
	code = source_load(source, name, reading);
	source->quiet = false;
	/* Again, this time reporting why it fails. */
	return code == DENIED ? source_load(source, name, reading) : code;
}

/* Whether it is fine for the other side to lack a view. */
static bool may_lack(const struct compare *compare, const struct view *view)
{
	return !compare->n && known_view(view).apart;
}

/* Whether a view is one of those to compare. */
static bool wanted(const struct compare *compare, const struct view *view)
{
	int i;

	for (i = 0; i < compare->n; i++)
		if (slice_is(view->name, compare->views[i]))
			return true;
	return !compare->n && (compare->counters || !known_view(view).restless);
}

static enum exit_code compare_view(void *context, const struct view *a)
{
	struct compare *compare = context;
	struct diff_count n = { .changed = 1 };
	struct reading other;
	enum exit_code code;
	bool first = !compare->different;

	if (!wanted(compare, a))
		return DONE;
	compare->compared = true;
	code = load_other(&compare->source[1], a, &other);
	if (code == NO_VIEW && may_lack(compare, a))
		return DONE;
	if (code == NO_VIEW) {
		compare->different = true;
		if (first)
			print_take(compare->out, compare, 0, a);
		print_only(compare->out, 0, a);
		return DONE;
	}
	if (code != DONE)
		return code;
	if (!diff_views(NULL, a, &other.view, compare->counters, &n))
		code = FAILED;
	if (code == DONE && (n.removed || n.added || n.changed)) {
		compare->different = true;
		if (first) {
			print_take(compare->out, compare, 0, a);
			print_take(compare->out, compare, 1, &other.view);
		}
		diff_views(compare->out, a, &other.view, compare->counters, &n);
	}
	reading_free(&other);
	return code;
}

static enum exit_code only_view(void *context, const struct view *b)
{
	struct compare *compare = context;
	struct reading other;
	enum exit_code code;

	if (!wanted(compare, b))
		return DONE;
	compare->compared = true;
	code = load_other(&compare->source[0], b, &other);
	if (code == DONE)
		reading_free(&other);
	if (code != NO_VIEW || may_lack(compare, b))
		return code == NO_VIEW ? DONE : code;
	compare->different = true;
	print_only(compare->out, 1, b);
	return DONE;
}

static enum exit_code count_view(void *context, const struct view *view)
{
	unsigned int *views = context;

	(void)view;
	++*views;
	return DONE;
}

/* Validate a whole side before printing anything. */
static enum exit_code open_side(struct compare *compare, int i)
{
	struct source *source = &compare->source[i];
	const char *name = compare->name[i];
	unsigned int views = 0;
	enum exit_code code;

	if (!strcmp(name, "live"))
		code = source_init(source, NULL, NULL);
	else
		code = source_init_path(source, name);
	if (code == DONE)
		code = source_each(source, count_view, &views);
	if (code == DONE && !views)
		code = complain(NO_VIEW, "%s: there are no views", name);
	return code;
}

static enum exit_code arguments(struct compare *compare,
				const struct request *request)
{
	char **args;
	int n = 0;

	compare->views = request->args;
	for (args = request->args; *args; args++) {
		if (!strcmp(*args, "--counters"))
			compare->counters = true;
		else if (!strncmp(*args, "--", 2))
			return complain(
				USAGE,
				"diff: unknown option '%s'; it has --counters",
				*args);
		else if (n < 2)
			compare->name[n++] = *args;
		else
			compare->views[compare->n++] = *args;
	}
	if (n != 2)
		return complain(
			USAGE,
			"diff needs two captures A and B: a file, a directory that holds proc/hwinsight, - for standard input, or live for this machine");
	if (!strcmp(compare->name[0], "-") && !strcmp(compare->name[1], "-"))
		return complain(USAGE, "diff: only one of A and B can be -");
	if (!source_live(&request->source))
		return complain(
			USAGE,
			"diff: A and B say where views come from, not --root or --file");
	return plain_only(request, "diff");
}

static enum exit_code cmd_diff(struct out *out, struct request *request)
{
	struct compare compare = { .out = out };
	enum exit_code code = arguments(&compare, request);
	int i;

	for (i = 0; i < 2 && code == DONE; i++)
		code = open_side(&compare, i);
	if (code == DONE)
		code = source_each(&compare.source[0], compare_view, &compare);
	if (code == DONE)
		code = source_each(&compare.source[1], only_view, &compare);
	if (code == DONE && !compare.compared)
		code = complain(NO_VIEW,
				"diff: there is no view '%s' to compare",
				compare.n ? compare.views[0] : "but summary");
	if (code == DONE && !compare.different)
		out_text(out, "hardware unchanged\n");
	for (i = 0; i < 2; i++)
		source_free(&compare.source[i]);
	if (code != DONE)
		return TROUBLE;
	return compare.different ? DIFFERENT : SAME;
}

const struct command command_diff = {
	.name = "diff",
	.args = "A B [VIEW]... [--counters]",
	.help = "compare two captures, or one with `live`",
	.run = cmd_diff,
	.options = true,
};
