// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>

#include "source.h"

static void leave_out(struct reading *reading, enum exit_code code)
{
	if (reading->code == DONE)
		reading->code = code;
}

/* @view says that the module could not produce it. */
static void tell_error(struct reading *reading, const struct view *view)
{
	leave_out(reading, FAILED);
	if (reading->source->quiet)
		return;
	complain(FAILED, "%.*s: the module could not make this view: %.*s%s",
		 (int)view->name.len, view->name.p, (int)view->error.len,
		 view->error.p,
		 slice_is(view->error, "EFBIG") ?
			 " (larger than sysctl dev.hwinsight.snapshot_max_kb)" :
			 "");
}

static void tell_damage(struct reading *reading,
			const struct capture_view *view)
{
	leave_out(reading, BROKEN);
	if (reading->source->quiet)
		return;
	complain(BROKEN, "%s:%llu: %s", source_file_name(reading->source),
		 view->problem.line, view->problem.what);
}

bool reading_next(struct reading *reading)
{
	struct problem problem = { 0 };
	const struct capture_view *next;
	struct slice text;

	while (reading->left || reading->rest.len) {
		if (reading->left) {
			next = reading->views++;
			reading->left--;
			if (next->damaged) {
				tell_damage(reading, next);
				continue;
			}
			text = next->text;
			view_parse(&reading->view, &text, &problem);
		} else if (!view_parse(&reading->view, &reading->rest,
				       &problem)) {
			return false;
		}
		if (!reading->view.error.p)
			return true;
		tell_error(reading, &reading->view);
	}
	return false;
}

void reading_free(struct reading *reading)
{
	free(reading->memory);
	reading->memory = NULL;
}
