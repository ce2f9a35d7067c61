// SPDX-License-Identifier: GPL-2.0
/* hwinsight tree: what hangs below what. */
#include <string.h>

#include "plain.h"
#include "tree/whole.h"

static enum exit_code arguments(struct request *request, bool *ascii)
{
	enum exit_code code = plain_only(request, "tree");
	char **args, **to = request->args;

	for (args = request->args; code == DONE && *args; args++) {
		if (!strcmp(*args, "--ascii"))
			*ascii = true;
		else if (**args == '-')
			code = complain(
				USAGE,
				"tree: unknown option '%s'; it has --ascii and --all",
				*args);
		else
			*to++ = *args;
	}
	*to = NULL;
	request->n = to - request->args;
	if (code == DONE && request->n > 1)
		code = complain(USAGE, "tree takes one DEVICE");
	return code == DONE ? ids_load(&request->ids) : code;
}

static enum exit_code cmd_tree(struct out *out, struct request *request)
{
	struct display display = request->display;
	bool ascii = false;
	enum exit_code code = arguments(request, &ascii);

	display.utf8 = display.utf8 && !ascii;
	return code == DONE ? tree_whole(out, request, &display) : code;
}

const struct command command_tree = {
	.name = "tree",
	.args = "[DEVICE] [--ascii]",
	.help = "devices as a tree; --all: everything",
	.run = cmd_tree,
	.pages = true,
	.options = true,
};
