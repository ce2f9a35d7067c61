// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>

#include "map.h"

static const char *const shades[2][HEATS] = {
	{ "·", "░", "▒", "▓", "█" },
	{ ".", "-", "+", "%", "#" },
};

/* The layout of CPUs: columns of @fold CPUs, each @wide. */
struct layout {
	size_t columns, fold, wide, label; /* @label: for the IRQs */
	u64 *counts, max;
};

static void head(struct out *out, const struct heat *heat,
		 const struct canvas *canvas, const struct layout *layout)
{
	struct pen pen = { out, 0, canvas->edge };
	size_t i, digit;

	pen_slice(&pen, heat->grid.view->name);
	pen_text(&pen, ": ");
	pen_u64(&pen, heat->rows);
	pen_text(&pen, " of ");
	pen_u64(&pen, heat->grid.rows);
	pen_text(&pen, " rows counted, on ");
	pen_u64(&pen, heat->cpus);
	pen_text(&pen, heat->cpus == 1 ? " CPU" : " CPUs");
	if (layout->fold > 1) {
		pen_text(&pen, ", each column is ");
		pen_u64(&pen, layout->fold);
	}
	out_char(out, '\n');
	pen.at = 0;
	for (i = 0; i < HEATS; i++) {
		pen_text(&pen, shades[canvas->ascii][i]);
		pen_text(&pen, i ? "" : " none  ");
	}
	pen_text(&pen, " few to ");
	pen_u64(&pen, layout->max);
	pen_text(&pen, ", logarithmic");
	out_text(out, "\n\n");
	/* CPU numbers are printed vertically, to fit above a single column. */
	for (digit = 10000; digit; digit /= 10) {
		if (digit > 1 && (layout->columns - 1) * layout->fold < digit)
			continue;
		pen.at = 0;
		pen_text(&pen, digit > 1 ? "" : "IRQ");
		for (i = 0; i < layout->columns; i++) {
			size_t cpu = i * layout->fold;

			pen_to(&pen, layout->label + 1 + i * layout->wide);
			if (cpu >= digit || digit == 1)
				pen_u64(&pen, cpu / digit % 10);
		}
		out_char(out, '\n');
	}
}

static void line(struct out *out, const struct heat *heat, size_t row,
		 const struct canvas *canvas, const struct layout *layout)
{
	struct pen pen = { out, 0, canvas->edge };
	size_t i, j;

	heat_counts(heat, row, layout->fold, layout->counts);
	pen_slice(&pen, heat_cell(heat, row, "IRQ"));
	pen_to(&pen, layout->label + 1);
	for (i = 0; i < layout->columns; i++)
		for (j = 0; j < layout->wide; j++)
			pen_text(&pen,
				 shades[canvas->ascii][heat_of(
					 layout->counts[i], layout->max)]);
	pen_text(&pen, " ");
	pen_slice(&pen, heat_cell(heat, row, "TOTAL"));
	if (!slice_is(heat_cell(heat, row, "DEVICE"), "-")) {
		pen_text(&pen, " ");
		pen_slice(&pen, heat_cell(heat, row, "DEVICE"));
	}
	pen_text(&pen, " ");
	pen_slice(&pen, heat_cell(heat, row, "ACTIONS"));
	out_char(out, '\n');
}

enum exit_code heat_text(struct out *out, const struct heat *heat,
			 const struct canvas *canvas)
{
	struct layout layout = { .fold = 1 };
	size_t i, j, width, room;

	for (i = 0; i < heat->rows; i++) {
		width = pen_width(heat_cell(heat, i, "IRQ"));
		layout.label = width > layout.label ? width : layout.label;
	}
	if (layout.label < 3)
		layout.label = 3;
	/* A third of the width is for the names. */
	room = canvas->width > 30 ? canvas->width * 2 / 3 : canvas->width;
	room = room > layout.label + 2 ? room - layout.label - 1 : 1;
	layout.fold += heat->cpus ? (heat->cpus - 1) / room : 0;
	layout.columns = (heat->cpus + layout.fold - 1) / layout.fold;
	layout.wide = layout.columns ? room / layout.columns : 1;
	if (layout.wide > 3)
		layout.wide = 3;
	layout.counts = calloc(heat->cpus + 1, sizeof(*layout.counts));
	if (!layout.counts)
		return complain(FAILED, "no memory for %llu CPUs",
				(u64)heat->cpus);
	for (i = 0; i < heat->rows; i++) {
		heat_counts(heat, i, layout.fold, layout.counts);
		for (j = 0; j < layout.columns; j++)
			if (layout.counts[j] > layout.max)
				layout.max = layout.counts[j];
	}
	head(out, heat, canvas, &layout);
	for (i = 0; i < heat->rows; i++)
		line(out, heat, i, canvas, &layout);
	free(layout.counts);
	return DONE;
}
