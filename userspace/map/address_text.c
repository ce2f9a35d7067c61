// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>

#include "map.h"

static const char marks[] =
	"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

static const char *const fills[2][KINDS] = {
	{ "█", "▓", "░", "▒", "·" },
	{ "#", "%", "-", "=", "." },
};

static char mark_of(size_t region)
{
	return region == NO_REGION ? ' ' : marks[region % (sizeof(marks) - 1)];
}

/* One line of the bar, and below it a mark where each segment begins. */
static void bar_line(struct out *out, const struct segments *s,
		     const struct canvas *canvas, size_t from, bool mark)
{
	struct pen pen = { out, 0, canvas->width };
	size_t i, j, at = 0;
	char text[2] = "";

	for (i = 0; i < s->n; i++) {
		const struct segment *segment = &s->segment[i];
		enum kind kind = segment->region == NO_REGION ?
					 KIND_NOTHING :
					 s->region[segment->region].kind;

		for (j = 0; j < segment->size; j++, at++) {
			if (at < from || at >= from + canvas->width)
				continue;
			text[0] = j ? ' ' : mark_of(segment->region);
			pen_text(&pen,
				 mark ? text : fills[canvas->ascii][kind]);
		}
	}
	out_char(out, '\n');
}

static void bar(struct out *out, const struct segments *s,
		const struct canvas *canvas)
{
	size_t total = 0, from, i;

	for (i = 0; i < s->n; i++)
		total += s->segment[i].size;
	for (from = 0; from < total; from += canvas->width) {
		bar_line(out, s, canvas, from, false);
		bar_line(out, s, canvas, from, true);
	}
}

static void head(struct out *out, const struct segments *s,
		 const struct canvas *canvas)
{
	struct pen pen = { out, 0, canvas->edge };
	char hex[SHORT_TEXT];
	int kind;

	pen_slice(&pen, s->grid.view->name);
	pen_text(&pen, ": ");
	pen_u64(&pen, s->regions);
	pen_text(&pen, s->regions == 1 ? " region" : " regions");
	if (s->n) {
		pen_text(&pen, ", ");
		pen_slice(&pen, short_text(hex, "0x%llx", s->segment[0].start));
		pen_text(&pen, " to ");
		pen_slice(&pen,
			  short_text(hex, "0x%llx", s->segment[s->n - 1].end));
		pen_text(&pen, s->linear ? ", in proportion" : ", logarithmic");
	}
	out_char(out, '\n');
	pen.at = 0;
	for (kind = 0; kind < KINDS; kind++) {
		pen_text(&pen, fills[canvas->ascii][kind]);
		pen_text(&pen, " ");
		pen_text(&pen, kind_name[kind]);
		pen_text(&pen, kind + 1 < KINDS ? "  " : "");
	}
	out_text(out, "\n\n");
}

/* "a 0xfe600000 16K ▓▓▓▓▓▓ pci:0000:01:00.0 nvme: nvme0" */
static void legend_line(struct out *out, const struct segments *s, size_t i,
			const struct canvas *canvas, const size_t *width)
{
	const struct region *region = &s->region[i];
	const struct view *view = s->grid.view;
	const struct slice *cells = grid_row(&s->grid, region->row);
	struct slice start = cell_named(view, cells, "START");
	struct slice size = cell_named(view, cells, "SIZE");
	struct slice device = cell_named(view, cells, "DEVICE");
	struct slice driver = cell_named(view, cells, "DRIVER");
	struct pen pen = { out, 0, canvas->edge };
	/* Eight columns for 2^32, the full width for 2^64. */
	unsigned int length = 1 + log2_4(region->end - region->start) / 16;
	char mark[2] = { mark_of(i), 0 };
	size_t at;

	pen_text(&pen, mark);
	pen_text(&pen, " ");
	pen_slice(&pen, start);
	pen_to(&pen, 3 + width[0] + width[1] - pen_width(size));
	pen_slice(&pen, size);
	pen_text(&pen, " ");
	at = pen.at;
	while (length--)
		pen_text(&pen, fills[canvas->ascii][region->kind]);
	pen_to(&pen, at + 12 + 2 * region->level);
	pen_slice(&pen, cell_named(view, cells, "NAME"));
	if (!slice_is(device, "-")) {
		pen_text(&pen, " ");
		pen_slice(&pen, device);
	}
	if (!slice_is(driver, "-")) {
		pen_text(&pen, " (");
		pen_slice(&pen, driver);
		pen_text(&pen, ")");
	}
	out_char(out, '\n');
}

enum exit_code map_text(struct out *out, struct segments *s,
			const struct canvas *canvas)
{
	size_t lines = 3 * s->n / canvas->width + 1, width[2] = { 0 }, i;

	/* Fill up the lines, with at least three columns for each segment. */
	segments_share(s, lines * canvas->width, 1);
	head(out, s, canvas);
	bar(out, s, canvas);
	for (i = 0; i < s->regions; i++) {
		const struct slice *cells =
			grid_row(&s->grid, s->region[i].row);
		size_t start =
			pen_width(cell_named(s->grid.view, cells, "START"));
		size_t size =
			pen_width(cell_named(s->grid.view, cells, "SIZE"));

		width[0] = start > width[0] ? start : width[0];
		width[1] = size > width[1] ? size : width[1];
	}
	for (i = 0; i < s->regions; i++)
		legend_line(out, s, i, canvas, width);
	return DONE;
}
