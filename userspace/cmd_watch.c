// SPDX-License-Identifier: GPL-2.0
/* hwinsight watch: rates of the counters of a view, busiest first. */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "terminal.h"
#include "watch/rates_json.h"
#include "watch/rates_print.h"
#include "watch/screen.h"

#define SECOND 1000000000ULL

struct watch {
	struct out *out;
	struct source *source;
	const char *view, *by;
	u64 interval, count, top; /* @interval in ns; @count 0: for ever */
	struct reading reading[2];
	struct take take[2];
	int now; /* index of the newer take */
	struct rates rates;
	const struct shape *shape;
	bool screen, any, json;
};

static void take_free(struct watch *watch, int i)
{
	if (watch->take[i].grid.cells)
		reading_free(&watch->reading[i]);
	grid_free(&watch->take[i].grid);
}

static enum exit_code take_make(struct watch *watch, int i)
{
	struct reading *reading = &watch->reading[i];
	enum exit_code code;

	take_free(watch, i);
	code = source_load(watch->source, watch->view, reading);
	if (code != DONE)
		return code;
	if (!grid_make(&watch->take[i].grid, &reading->view)) {
		reading_free(reading);
		return FAILED;
	}
	watch->take[i].ns = nanoseconds(reading->view.taken);
	return DONE;
}

static enum exit_code no_column(const struct view *view, const char *name)
{
	struct joined words = { .used = 0 };
	unsigned int i;

	for (i = 0; i < view->columns; i++)
		joined_add(&words, view->column[i]);
	return complain(USAGE, "--by: no column '%s' in %.*s; there are:%.*s",
			name, (int)view->name.len, view->name.p,
			(int)words.used, words.text);
}

/* Columns are in upper case; what was typed may not be. */
static bool same_name(struct slice column, const char *name)
{
	size_t i;

	for (i = 0; i < column.len; i++) {
		char c = name[i];

		if (c >= 'a' && c <= 'z')
			c -= 'a' - 'A';
		if (c != column.p[i])
			return false;
	}
	return !name[i];
}

static enum exit_code begin(struct watch *watch)
{
	const struct view *view;
	enum exit_code code = take_make(watch, 0);
	unsigned int i, column;
	struct rows rows;

	if (code != DONE)
		return code;
	view = &watch->reading[0].view;
	if (!known_view(view).counters)
		return complain(USAGE,
				"watch: '%s' has no counters; these have: %s",
				watch->view, known_counting());
	watch->rates.by = -1;
	watch->rates.sort = -1;
	if (watch->shape->sort &&
	    !shape_sort(watch->shape, view, &column, &watch->rates.descending))
		return USAGE;
	if (watch->shape->sort)
		watch->rates.sort = column;
	if (!shape_rows_begin(&rows, watch->shape, view))
		return USAGE;
	for (i = 0; watch->by && i < view->columns; i++)
		if (same_name(view->column[i], watch->by))
			watch->rates.by = i;
	if (watch->by && watch->rates.by < 0)
		return no_column(view, watch->by);
	return DONE;
}

/* Draw the rates; before the second take there are none. */
static void draw(struct watch *watch)
{
	struct frame frame = {
		NO_EDGE, NO_EDGE, watch->top, "# ", "", "", "\n"
	};
	size_t lines = 0;

	if (watch->json) {
		if (watch->any)
			rates_json(watch->out, &watch->rates, watch->top);
		out_flush(watch->out);
		return;
	}
	if (watch->screen) {
		terminal_size(&frame.width, &frame.lines);
		frame.mark = "";
		frame.end = "\033[K\r\n";
		if (terminal_color()) {
			frame.on = "\033[7m";
			frame.off = "\033[m";
		}
		/*
		 * In the last column, clearing the rest of the line would clear
		 * a letter.
		 */
		frame.width--;
		out_text(watch->out, "\033[H");
	}
	if (watch->any)
		lines = rates_print(watch->out, &watch->rates, &frame);
	if (watch->screen && lines < frame.lines)
		out_text(watch->out, "\033[J");
	out_flush(watch->out);
}

static enum exit_code next(struct watch *watch)
{
	int old = watch->now;
	enum exit_code code = take_make(watch, !old);

	if (code != DONE)
		return code;
	watch->now = !old;
	rates_free(&watch->rates);
	watch->any = rates_make(&watch->rates, &watch->take[old],
				&watch->take[!old]);
	if (!watch->any)
		return FAILED;
	draw(watch);
	return DONE;
}

static enum exit_code loop(struct watch *watch, enum wake *wake)
{
	unsigned long long until = screen_clock() + watch->interval;
	enum exit_code code = DONE;
	u64 blocks = 0;

	while (code == DONE && !watch->out->err) {
		*wake = screen_wait(until);
		if (*wake == WAKE_QUIT || *wake == WAKE_SIGNAL)
			break;
		if (*wake == WAKE_STOP)
			screen_stop(watch->out);
		if (*wake != WAKE_TIME) {
			draw(watch);
			continue;
		}
		code = next(watch);
		if (++blocks == watch->count)
			break;
		/* Keep a steady pace, but never catch up. */
		until += watch->interval;
		if (until < screen_clock())
			until = screen_clock() + watch->interval;
	}
	return code;
}

/* Parse seconds such as "0.5" into nanoseconds: a tenth to a day. */
static bool parse_interval(const char *text, u64 *ns)
{
	struct slice s = slice_of(text);

	*ns = cell_special(s) || !cell_fits('d', s) ? 0 : nanoseconds(s);
	return *ns >= SECOND / 10 && *ns <= 86400 * SECOND;
}

static bool parse_count(const char *text, u64 *count)
{
	return cell_u64(slice_of(text), count) && *count;
}

static enum exit_code take_option(struct watch *watch, char ***args)
{
	const char *value, *name = **args;

	if (option_value(args, "-i", &value))
		return value && parse_interval(value, &watch->interval) ?
			       DONE :
			       complain(
				       USAGE,
				       "watch: -i needs seconds, 0.1 to 86400");
	if (option_value(args, "-n", &value))
		return value && parse_count(value, &watch->count) ?
			       DONE :
			       complain(
				       USAGE,
				       "watch: -n needs a number of blocks, from 1");
	if (option_value(args, "--top", &value))
		return value && parse_count(value, &watch->top) ?
			       DONE :
			       complain(
				       USAGE,
				       "watch: --top needs a number of rows, from 1");
	if (option_value(args, "--by", &value)) {
		watch->by = value;
		return value ? DONE :
			       complain(
				       USAGE,
				       "watch: --by needs a column, such as device");
	}
	return complain(USAGE,
			"watch: no option '%s'; it has -i, -n, --top and --by",
			name);
}

static enum exit_code arguments(struct watch *watch, struct request *request)
{
	enum exit_code code = DONE;
	char **args;

	watch->json = request->form == FORM_JSON ||
		      request->form == FORM_NDJSON;
	watch->shape = &request->shape;
	watch->rates.shape = watch->shape;
	if (request->form == FORM_CSV || request->shape.columns ||
	    request->shape.no_header)
		code = complain(
			USAGE,
			"watch has its own output format: it takes --where, --match, --sort and --json, but no --csv, --columns or --no-header");

	for (args = request->args; code == DONE && *args; args++) {
		if (**args == '-')
			code = take_option(watch, &args);
		else if (!watch->view)
			watch->view = *args;
		else
			code = complain(USAGE, "watch takes one view");
	}
	if (!watch->view)
		watch->view = "interrupts";
	if (code == DONE && request->source.file)
		code = complain(
			USAGE,
			"watch: a capture does not change; take --root or the running kernel");
	return code;
}

static enum exit_code cmd_watch(struct out *out, struct request *request)
{
	struct watch *watch = calloc(1, sizeof(*watch));
	enum wake wake = WAKE_TIME;
	enum exit_code code;

	if (!watch)
		return complain(FAILED, "no memory");
	watch->out = out;
	watch->source = &request->source;
	watch->interval = SECOND;
	watch->top = NO_EDGE;
	code = arguments(watch, request);
	if (code == DONE)
		code = begin(watch);
	if (code == DONE) {
		screen_signals();
		watch->screen = terminal_can_draw() && !watch->json;
		if (watch->screen) {
			/* Errors are readable only after that. */
			complain_hold();
			screen_enter(out);
			draw(watch);
		}
		code = loop(watch, &wake);
		screen_leave(out);
		complain_release();
	}
	take_free(watch, 0);
	take_free(watch, 1);
	rates_free(&watch->rates);
	free(watch);
	if (wake == WAKE_SIGNAL)
		screen_signal();
	return code;
}

const struct command command_watch = {
	.name = "watch",
	.args = "[VIEW] [-i SECONDS] [-n COUNT] [--top N] [--by COLUMN]",
	.help = "rates of counters, busiest first",
	.run = cmd_watch,
	.options = true,
};
