// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "grid.h"
#include "report.h"

/* The anchor of a device. */
static void put_anchor(struct out *out, struct slice device)
{
	out_text(out, "device-");
	html_cell(out, device);
}

/* A list of devices, each a link to its row in `devices`. */
static void put_links(struct out *out, struct slice list)
{
	const char *comma = "";
	struct slice item;

	while (item_next(&list, &item)) {
		out_text(out, comma);
		comma = ",";
		if (cell_special(item)) {
			html_cell(out, item);
			continue;
		}
		out_text(out, "<a href=\"#");
		put_anchor(out, item);
		out_text(out, "\">");
		html_cell(out, item);
		out_text(out, "</a>");
	}
}

static bool links(const struct view *view, unsigned int column)
{
	return slice_is(view->column[column], "PARENT") ||
	       (slice_is(view->column[column], "DEVICE") &&
		!slice_is(view->name, "devices"));
}

static void put_class(struct out *out, const struct view *view,
		      unsigned int column, struct slice cell)
{
	static const char *const severities[] = { "error", "warn", "info" };
	unsigned int i;

	if (memchr("uzdi", view->type[column], 4))
		out_text(out, " class=\"n\"");
	if (!slice_is(view->column[column], "SEVERITY"))
		return;
	for (i = 0; i < ARRAY_SIZE(severities); i++)
		if (slice_is(cell, severities[i]))
			out_printf(out, " class=\"%s\"", severities[i]);
}

static void put_row(struct out *out, const struct view *view,
		    const struct slice *cells)
{
	unsigned int i;

	out_text(out, "<tr");
	if (slice_is(view->name, "devices")) {
		out_text(out, " id=\"");
		put_anchor(out, cell_named(view, cells, "DEVICE"));
		out_char(out, '"');
	}
	out_char(out, '>');
	for (i = 0; i < view->columns; i++) {
		out_text(out, "<td");
		put_class(out, view, i, cells[i]);
		out_char(out, '>');
		if (links(view, i))
			put_links(out, cells[i]);
		else
			html_cell(out, cells[i]);
	}
	out_char(out, '\n');
}

static bool plain_type(char type)
{
	return type >= 'a' && type <= 'z';
}

void report_table(struct out *out, const struct view *view)
{
	struct slice cells[MAX_COLUMNS], body = view->body;
	unsigned int i;

	out_text(out, "<div class=\"wrap\"><table id=\"table-");
	html_cell(out, view->name);
	out_text(out, "\"><thead><tr>");
	for (i = 0; i < view->columns; i++) {
		out_printf(out, "<th data-type=\"%c\">",
			   plain_type(view->type[i]) ? view->type[i] : 's');
		html_cell(out, view->column[i]);
		out_text(out, "</th>");
	}
	out_text(out, "</tr></thead><tbody>\n");
	while (row_next(view, &body, cells))
		put_row(out, view, cells);
	out_text(out, "</tbody></table></div>\n");
}

void report_summary(struct out *out, const struct view *view)
{
	struct slice cells[MAX_COLUMNS], body = view->body;

	out_text(out, "<dl>\n");
	while (row_next(view, &body, cells)) {
		out_text(out, "<dt>");
		html_cell(out, cell_named(view, cells, "KEY"));
		out_text(out, "<dd>");
		html_cell(out, cell_named(view, cells, "VALUE"));
		out_char(out, '\n');
	}
	out_text(out, "</dl>\n");
}
