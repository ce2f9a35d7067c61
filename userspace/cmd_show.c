// SPDX-License-Identifier: GPL-2.0
/* hwinsight show: print views, or the overview. */
#include <stdlib.h>
#include <string.h>

#include "alias.h"
#include "command.h"
#include "devnames.h"
#include "json.h"
#include "mounts.h"
#include "overview.h"
#include "people.h"
#include "table.h"

/* Whether the output is for a person rather than a program. */
static bool for_people(const struct request *request)
{
	return !ON_BOARD && request->display.terminal &&
	       request->form == FORM_TABLE && !request->wide &&
	       !request->shape.no_header;
}

/* Whether more than one view was asked for. */
static bool several(const struct request *request)
{
	return request->n > 1 || !strcmp(request->args[0], "all");
}

/* Print one object, or an array of several, which cmd_show() closes. */
static void print_json(struct out *out, struct rows *rows,
		       struct request *request)
{
	if (several(request))
		out_text(out, request->shown++ ? ",\n" : "[");
	json_rows(out, rows);
	if (!several(request))
		out_char(out, '\n');
}

static enum exit_code show_rows(struct out *out, struct request *request,
				const struct view *view)
{
	const struct shape *shape = &request->shape;
	struct people people = { .display = &request->display,
				 .bytes = request->bytes,
				 .all = request->all,
				 .title = several(request) };
	struct rows rows;
	enum exit_code code = rows_begin(&rows, shape, view);

	if (code != DONE)
		return code;
	if (request->form == FORM_NDJSON ||
	    (request->form == FORM_JSON && shape->no_header))
		ndjson_rows(out, &rows, several(request));
	else if (request->form == FORM_JSON)
		print_json(out, &rows, request);
	else if (request->form == FORM_CSV)
		csv_rows(out, &rows, !shape->no_header);
	else if (for_people(request))
		people_rows(out, &rows, &people);
	else
		table_rows(out, &rows, !shape->no_header);
	rows_end(&rows);
	return DONE;
}

/* Add what the module cannot know. Names only for people, or on request. */
static enum exit_code join(struct request *request, struct view *view,
			   char **joined)
{
	*joined = NULL;
	if (ON_BOARD)
		return DONE;
	if (slice_is(view->name, "devices") &&
	    (for_people(request) || request->ids.file))
		return devnames_join(&request->ids, view, joined);
	if (slice_is(view->name, "findings") && for_people(request))
		return aliases_join(&request->source, view, joined);
	return mounts_join(&request->source, view, joined);
}

static enum exit_code show_view(struct out *out, struct request *request,
				struct view *view)
{
	const struct shape *shape = &request->shape;
	enum exit_code code;
	char *joined;

	/* A view without options is passed through, byte for byte. */
	if (request->form == FORM_TABLE && shape_none(shape) &&
	    !for_people(request) && !request->ids.file) {
		out_printable(out, shape->no_header ? view->body : view->text);
		return DONE;
	}
	code = join(request, view, &joined);
	if (code != DONE)
		return code;
	code = show_rows(out, request, view);
	free(joined);
	return code;
}

static enum exit_code show(struct out *out, struct request *request,
			   const char *name)
{
	struct reading reading;
	enum exit_code code = source_load(&request->source, name, &reading);

	if (code != DONE)
		return code;
	do {
		code = show_view(out, request, &reading.view);
	} while (code == DONE && reading_next(&reading));
	if (code == DONE)
		code = reading.code;
	reading_free(&reading);
	return code;
}

static enum exit_code cmd_show(struct out *out, struct request *request)
{
	enum exit_code code = DONE, one;
	int i;

	if (request->form == FORM_CSV && request->n && several(request))
		return complain(
			USAGE,
			"--csv takes one VIEW: a CSV file holds one table");
	if (!request->n) {
		if (request->form != FORM_TABLE || request->shape.no_header ||
		    !shape_none(&request->shape))
			return complain(
				USAGE,
				"--json, --ndjson, --csv, --columns, --where, --match, --sort and --no-header need a VIEW");
		return ON_BOARD ? show(out, request, "summary") :
				  overview(out, request);
	}
	if (!ON_BOARD && request->ids.file)
		code = ids_load(&request->ids);
	if (code != DONE)
		return code;
	for (i = 0; i < request->n; i++) {
		one = show(out, request, request->args[i]);
		if (code == DONE)
			code = one;
	}
	if (request->form == FORM_JSON && !request->shape.no_header &&
	    several(request))
		out_text(out, request->shown ? "]\n" : "[]\n");
	return code;
}

const struct command command_show = {
	.name = "show",
	.args = "[VIEW]...",
	.help = ON_BOARD ? "print views; alone: the summary (the default)" :
			   "print views; alone: an overview (the default)",
	.run = cmd_show,
	.pages = true,
};
