// SPDX-License-Identifier: GPL-2.0
/* hwinsight report: a machine as one self-contained HTML page. */
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "map/map.h"
#include "plain.h"
#include "report/report.h"
#include "tree/whole.h"

static void print_map(struct out *out, const struct view *view)
{
	struct segments segments;
	enum exit_code code;
	struct heat heat;

	out_text(out, "<figure>\n");
	if (slice_is(view->name, "interrupts")) {
		if (heat_make(&heat, view) == DONE) {
			heat_svg(out, &heat);
			heat_free(&heat);
		}
	} else {
		code = segments_make(&segments, view);
		if (code == DONE) {
			map_svg(out, &segments);
			segments_free(&segments);
		}
	}
	out_text(out, "</figure>\n");
}

/* Hidden addresses cannot be drawn. */
static bool can_be_drawn(const struct view *view)
{
	struct slice cells[MAX_COLUMNS], body = view->body;

	if (column_of(view, slice_of("PERCPU")) >= 0)
		return slice_is(view->name, "interrupts");
	return column_of(view, slice_of("START")) >= 0 &&
	       column_of(view, slice_of("END")) >= 0 &&
	       column_of(view, slice_of("LVL")) >= 0 &&
	       row_next(view, &body, cells) &&
	       !slice_is(cell_named(view, cells, "START"), "*");
}

static void print_maps(struct out *out, struct request *request)
{
	static const char *const views[] = { "iomem", "ioports", "interrupts" };
	struct reading reading;
	bool any = false;
	unsigned int i;

	page_section(out, "maps");
	for (i = 0; i < ARRAY_SIZE(views); i++) {
		if (source_load(&request->source, views[i], &reading) != DONE)
			continue;
		if (can_be_drawn(&reading.view)) {
			print_map(out, &reading.view);
			any = true;
		}
		reading_free(&reading);
	}
	if (!any)
		out_text(out,
			 "<p>Addresses are hidden, or there are none.</p>\n");
}

/* The tree is plain text: render it first, then embed it escaped. */
static void print_tree(struct out *out, struct request *request)
{
	struct display display = { .utf8 = true, .width = NO_EDGE };
	struct buffer buffer = { .p = NULL };
	struct out *text = calloc(1, sizeof(*text));

	if (!text)
		return;
	text->to = &buffer;
	tree_whole(text, request, &display);
	out_flush(text);
	page_section(out, "tree");
	out_text(out, "<pre>");
	html_text(out, (struct slice){ buffer.p, buffer.used });
	out_text(out, "</pre>\n");
	buffer_free(&buffer);
	free(text);
}

/* All views, those that a person looks at first at the top. */
struct page {
	struct out *out;
	bool begun, first, nav;
};

static enum exit_code print_view(void *context, const struct view *view)
{
	struct page *page = context;
	bool first = slice_is(view->name, "summary") ||
		     slice_is(view->name, "findings");
	char name[64];

	if (first != page->first || view->name.len >= sizeof(name))
		return DONE;
	memcpy(name, view->name.p, view->name.len);
	name[view->name.len] = '\0';
	if (!page->begun)
		page_begin(page->out, view);
	page->begun = true;
	if (page->nav) {
		page_link(page->out, name);
		return DONE;
	}
	page_section(page->out, name);
	if (slice_is(view->name, "summary"))
		report_summary(page->out, view);
	else
		report_table(page->out, view);
	return DONE;
}

static enum exit_code print_page(struct out *out, void *context)
{
	struct request *request = context;
	struct source *source = &request->source;
	struct page page = { .out = out, .first = true, .nav = true };
	enum exit_code code = source_each(source, print_view, &page);

	/* Report unreadable views once, not each time. */
	source->quiet = true;
	if (page.begun) {
		page_link(out, "tree");
		page_link(out, "maps");
	}
	page.first = false;
	source_each(source, print_view, &page);
	if (!page.begun) {
		source->quiet = false;
		return code != DONE ? code :
				      complain(NO_VIEW, "there are no views");
	}
	out_text(out, "</nav>\n");
	page.nav = false;
	page.first = true;
	source_each(source, print_view, &page);
	print_tree(out, request);
	print_maps(out, request);
	page.first = false;
	source_each(source, print_view, &page);
	page_end(out);
	source->quiet = false;
	return code;
}

static enum exit_code cmd_report(struct out *out, struct request *request)
{
	enum exit_code code = plain_only(request, "report");
	const char *path = NULL, *name;
	char **args;

	for (args = request->args; code == DONE && *args; args++) {
		name = *args;
		if (!option_value(&args, "--out", &path))
			code = complain(
				USAGE,
				"report takes no '%s'; it has --out FILE",
				name);
		else if (!path)
			code = complain(USAGE, "report: --out needs a file");
	}
	if (code == DONE)
		code = ids_load(&request->ids);
	if (code != DONE)
		return code;
	request->n = 0;
	return path ? file_write(path, print_page, request) :
		      print_page(out, request);
}

const struct command command_report = {
	.name = "report",
	.args = "[--out FILE]",
	.help = "the whole machine as one HTML page",
	.run = cmd_report,
	.options = true,
};
