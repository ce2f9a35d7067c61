// SPDX-License-Identifier: GPL-2.0
/* Prints views, or lists them. */
#include <string.h>

#include "command.h"
#include "json.h"

static enum exit_code list_view(void *context, const struct view *view)
{
	char digits[U64_DIGITS], *start = u64_digits(digits, view->rows);
	size_t len = digits + U64_DIGITS - start;
	struct out *out = context;
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
	return DONE;
}

static enum exit_code show(struct out *out, struct request *request,
			   const char *name)
{
	struct reading reading;
	enum exit_code code = source_load(&request->source, name, &reading);

	if (code != DONE)
		return code;
	do {
		if (request->form == FORM_JSON)
			json_view(out, &reading.view);
		else
			out_printable(out, reading.view.table);
	} while (reading_next(&reading));
	reading_free(&reading);
	return code;
}

enum exit_code cmd_show(struct out *out, struct request *request)
{
	enum exit_code code = DONE, one;
	int i;

	if (!request->n && request->form == FORM_JSON)
		return complain(USAGE,
				"--json needs a VIEW; try hwinsight --help");
	if (!request->n)
		return source_each(&request->source, list_view, out);
	for (i = 0; i < request->n; i++) {
		one = show(out, request, request->args[i]);
		if (code == DONE)
			code = one;
	}
	return code;
}
