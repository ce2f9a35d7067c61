// SPDX-License-Identifier: GPL-2.0
#include "plain.h"

enum exit_code plain_only(const struct request *request, const char *command)
{
	if (request->form == FORM_TABLE && !request->per_cpu &&
	    shape_none(&request->shape))
		return DONE;
	return complain(
		USAGE,
		"%s has its own output format: it takes no --columns, --where, --match, --sort, --json, --ndjson or --csv",
		command);
}
