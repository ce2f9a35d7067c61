// SPDX-License-Identifier: GPL-2.0
/* Prints views, or lists them. */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "json.h"
#include "mounts.h"
#include "table.h"

static enum exit_code list_view(void *context, const struct view *view)
{
	char rows[SHORT_TEXT];
	struct slice count = short_text(rows, "%llu", view->rows);
	struct out *out = context;
	unsigned int i;

	out_printable(out, view->name);
	out_pad(out, view->name.len + count.len, 20);
	out_char(out, ' ');
	out_slice(out, count);
	out_text(out, " rows:");
	for (i = 0; i < view->columns; i++) {
		out_char(out, ' ');
		out_printable(out, view->column[i]);
	}
	out_char(out, '\n');
	return DONE;
}

static enum exit_code show_rows(struct out *out, const struct request *request,
				const struct view *view)
{
	const struct shape *shape = &request->shape;
	struct rows rows;
	enum exit_code code = rows_begin(&rows, shape, view);

	if (code != DONE)
		return code;
	if (request->form == FORM_JSON)
		json_rows(out, &rows, shape->no_header);
	else if (request->form == FORM_CSV)
		csv_rows(out, &rows, !shape->no_header);
	else
		table_rows(out, &rows, !shape->no_header);
	rows_end(&rows);
	return DONE;
}

static enum exit_code show_view(struct out *out, const struct request *request,
				struct view *view)
{
	const struct shape *shape = &request->shape;
	enum exit_code code;
	char *joined;

	/* What is asked for as it is stays so, byte for byte. */
	if (request->form == FORM_TABLE && shape_none(shape)) {
		out_printable(out, shape->no_header ? view->body : view->text);
		return DONE;
	}
	code = mounts_join(&request->source, view, &joined);
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

	if (request->form == FORM_CSV &&
	    (request->n > 1 || (request->n && !strcmp(*request->args, "all"))))
		return complain(
			USAGE,
			"--csv takes one VIEW: a file of it is one table");
	if (!request->n) {
		if (request->form != FORM_TABLE || request->shape.no_header ||
		    !shape_none(&request->shape))
			return complain(
				USAGE,
				"--json, --csv, --columns, --where, --sort and --no-header need a VIEW");
		return source_each(&request->source, list_view, out);
	}
	for (i = 0; i < request->n; i++) {
		one = show(out, request, request->args[i]);
		if (code == DONE)
			code = one;
	}
	return code;
}

const struct command command_show = {
	.name = "show",
	.args = "[VIEW]...",
	.help = "print views, or list them (the default)",
	.run = cmd_show,
};
