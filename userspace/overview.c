// SPDX-License-Identifier: GPL-2.0
#include "grid.h"
#include "overview.h"
#include "pen.h"
#include "people.h"

/* The widest of the keys. */
static size_t key_width(const struct view *view)
{
	struct slice cells[MAX_COLUMNS], body = view->body;
	size_t width = 0, one;

	while (row_next(view, &body, cells)) {
		one = pen_width(cell_named(view, cells, "KEY"));
		if (one > width)
			width = one;
	}
	return width;
}

static enum exit_code print_summary(struct out *out, struct request *request)
{
	struct people people = { .display = &request->display };
	struct slice cells[MAX_COLUMNS], body;
	struct buffer buffer = { .p = NULL };
	struct reading reading;
	enum exit_code code;
	struct pen pen = { .out = out, .edge = request->display.width };
	size_t width;
	int value;

	code = source_load(&request->source, "summary", &reading);
	if (code != DONE)
		return code;
	width = key_width(&reading.view);
	value = column_of(&reading.view, slice_of("VALUE"));
	body = reading.view.body;
	while (value >= 0 && row_next(&reading.view, &body, cells)) {
		pen.at = 0;
		paint_on(out, &request->display, PAINT_HEAD);
		pen_slice(&pen, cell_named(&reading.view, cells, "KEY"));
		paint_off(out, &request->display, PAINT_HEAD);
		pen_to(&pen, width + 2);
		people_cut(&pen, &request->display,
			   people_cell(&people, &reading.view, value,
				       cells[value], &buffer),
			   pen.edge > pen.at ? pen.edge - pen.at : 0);
		out_char(out, '\n');
	}
	buffer_free(&buffer);
	reading_free(&reading);
	return DONE;
}

static void print_finding(struct out *out, const struct request *request,
			  const struct view *view, const struct slice *cells)
{
	struct people people = { .display = &request->display };
	struct slice severity = cell_named(view, cells, "SEVERITY");
	struct buffer buffer = { .p = NULL };
	struct pen pen = { .out = out, .edge = request->display.width };
	enum paint paint = paint_of(slice_of("SEVERITY"), severity);

	paint_on(out, &request->display, paint);
	pen_slice(&pen, severity);
	paint_off(out, &request->display, paint);
	pen_to(&pen, 7);
	pen_slice(&pen, cell_named(view, cells, "SUBJECT"));
	pen_text(&pen, ": ");
	people_sentence(&pen,
			people_cell(&people, view, view->columns - 1,
				    cell_named(view, cells, "DETAIL"), &buffer),
			pen.edge > pen.at ? pen.edge - pen.at : 0);
	out_char(out, '\n');
	buffer_free(&buffer);
}

static enum exit_code print_findings(struct out *out, struct request *request)
{
	struct slice cells[MAX_COLUMNS], body;
	struct reading reading;
	enum exit_code code;
	u64 faults = 0, notes = 0;

	code = source_load(&request->source, "findings", &reading);
	if (code != DONE)
		return code;
	body = reading.view.body;
	out_char(out, '\n');
	while (row_next(&reading.view, &body, cells)) {
		if (slice_is(cell_named(&reading.view, cells, "SEVERITY"),
			     "info")) {
			notes++;
			continue;
		}
		faults++;
		print_finding(out, request, &reading.view, cells);
	}
	if (!faults)
		out_text(out, "Nothing looks wrong.");
	if (notes)
		out_printf(out, "%s%llu %s: hwinsight findings",
			   faults ? "" : " ", notes,
			   notes == 1 ? "note" : "notes");
	if (!faults || notes)
		out_char(out, '\n');
	reading_free(&reading);
	return DONE;
}

enum exit_code overview(struct out *out, struct request *request)
{
	enum exit_code code = print_summary(out, request);

	if (code != DONE)
		return code;
	code = print_findings(out, request);
	out_text(out, "\nCommands:");
	commands_list(out);
	out_text(out, "; --help\n");
	return code;
}
