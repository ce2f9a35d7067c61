// SPDX-License-Identifier: GPL-2.0
/* hwinsight list: which views there are. */
#include "command.h"
#include "plain.h"

static enum exit_code list_view(void *context, const struct view *view)
{
	struct out *out = context;
	char rows[SHORT_TEXT];
	struct slice count = short_text(rows, "%llu", view->rows);
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

static enum exit_code cmd_list(struct out *out, struct request *request)
{
	enum exit_code code = plain_only(request, "list");

	if (code == DONE && request->n)
		code = complain(USAGE, "list: unexpected argument '%s'",
				request->args[0]);
	if (code == DONE)
		code = source_each(&request->source, list_view, out);
	return code;
}

const struct command command_list = {
	.name = "list",
	.help = "the views, with their columns",
	.run = cmd_list,
	.pages = true,
};
