// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>

#include "map.h"
#include "svg.h"

/*
 * Sizes in px: the IRQs at the left, a row, the head, the names at the right.
 */
#define LABEL 70
#define ROW 18
#define HEAD 76
#define NAMES 420

/* One hue, darker with each step, so that it also works in grey. */
static const char style[] =
	".c0{fill:#fff;stroke:#ccc}.c1{fill:#fdd49e}.c2{fill:#fc8d59}"
	".c3{fill:#c52f1d}.c4{fill:#4a0000}.a0{text-anchor:end}"
	".m0{text-anchor:middle}";

/*
 * Beyond the first limit cells have no titles, beyond the second they are
 * folded.
 */
#define MAX_TITLES 6000
#define MAX_CELLS 50000

/* The layout of CPUs: columns of @fold CPUs, each @cell px wide. */
struct layout {
	size_t columns, fold;
	u64 cell, max, cells; /* @cells: those with a count */
	u64 *counts;
};

static void draw_numbers(struct out *out, const struct layout *layout)
{
	/* A number is five digits at most. */
	u64 step = (5 * SVG_CHAR + layout->cell - 1) / layout->cell, i;
	char text[SHORT_TEXT];

	if (layout->cell >= 3 * SVG_CHAR && layout->fold == 1)
		step = 1;
	for (i = 0; i < layout->columns; i += step)
		svg_text(out, "m", 0,
			 LABEL + i * layout->cell + layout->cell / 2, HEAD - 6,
			 short_text(text, "%llu", i * layout->fold), 5);
}

static void draw_head(struct out *out, const struct heat *heat,
		      const struct layout *layout)
{
	const struct view *view = heat->grid.view;
	static const char *const names[HEATS] = { "none", "", "", "", "most" };
	struct joined words = { .used = 0 };
	char text[SHORT_TEXT];
	u64 x = LABEL;
	unsigned int i;

	joined_add(&words, view->name);
	joined_add(&words, slice_of("by CPU, of"));
	joined_add(&words, view->release);
	joined_add(&words, view->arch);
	joined_add(&words, slice_of("(darker is more, logarithmic)"));
	if (layout->fold > 1)
		joined_add(&words, short_text(text, "each column is %zu CPUs",
					      layout->fold));
	svg_text(out, "h", 0, LABEL, 20,
		 (struct slice){ words.text + 1, words.used - 1 }, 120);
	for (i = 0; i < HEATS; i++, x += 20) {
		svg_rect(out, "c", i, (u64[]){ x, 32, 20, 14 });
		svg_close(out);
		if (i == 0 || i == HEATS - 1)
			svg_text(out, "h", 0, i ? x + 26 : x - 34, 44,
				 slice_of(names[i]), 8);
	}
	draw_numbers(out, layout);
}

static void draw_cell(struct out *out, const struct heat *heat, size_t row,
		      const struct layout *layout, size_t i)
{
	u64 box[4] = { LABEL + i * layout->cell, HEAD + row * ROW, layout->cell,
		       ROW };
	size_t first = i * layout->fold, last = first + layout->fold - 1;

	svg_rect(out, "c", heat_of(layout->counts[i], layout->max), box);
	svg_escaped(out, heat_cell(heat, row, "IRQ"), 40);
	if (first == last)
		out_printf(out, ", CPU %zu: ", first);
	else
		out_printf(out, ", CPUs %zu-%zu: ", first, last);
	out_u64(out, layout->counts[i]);
	svg_close(out);
}

/* All cells of one heat as a single path: short, but without titles. */
static void draw_heat(struct out *out, const struct heat *heat,
		      const struct layout *layout, unsigned int level)
{
	size_t row, i, from;

	out_printf(out, "<path class=\"c%u\" d=\"", level);
	for (row = 0; row < heat->rows; row++) {
		heat_counts(heat, row, layout->fold, layout->counts);
		for (i = 0; i < layout->columns; i++) {
			from = i;
			while (i < layout->columns &&
			       heat_of(layout->counts[i], layout->max) == level)
				i++;
			if (i == from)
				continue;
			out_printf(out, "M%llu %lluh%lluv%dh-%lluz",
				   LABEL + from * layout->cell,
				   (u64)HEAD + row * ROW,
				   (i - from) * layout->cell, ROW,
				   (i - from) * layout->cell);
		}
	}
	out_text(out, "\"/>\n");
}

/* The labels at both ends of a row. */
static void draw_names(struct out *out, const struct heat *heat, size_t row,
		       const struct layout *layout)
{
	static const char *const columns[] = { "TOTAL", "DEVICE", "ACTIONS" };
	struct joined words = { .used = 0 };
	u64 y = HEAD + row * ROW;
	unsigned int i;

	svg_text(out, "a", 0, LABEL - 6, y + 13, heat_cell(heat, row, "IRQ"),
		 (LABEL - 8) / SVG_CHAR);
	for (i = 0; i < ARRAY_SIZE(columns); i++)
		if (!slice_is(heat_cell(heat, row, columns[i]), "-"))
			joined_add(&words, heat_cell(heat, row, columns[i]));
	svg_text(out, "h", 0, LABEL + layout->columns * layout->cell + 8,
		 y + 13,
		 (struct slice){ words.text + 1,
				 words.used ? words.used - 1 : 0 },
		 (NAMES - 16) / SVG_CHAR);
}

static void draw_cells(struct out *out, const struct heat *heat,
		       const struct layout *layout)
{
	unsigned int level;
	size_t row, i;

	/* A background for zeroes, which are not drawn one by one. */
	if (heat->rows && layout->columns) {
		svg_rect(out, "c", 0,
			 (u64[]){ LABEL, HEAD, layout->columns * layout->cell,
				  heat->rows * ROW });
		svg_close(out);
	}
	if (layout->cells > MAX_TITLES) {
		for (level = 1; level < HEATS; level++)
			draw_heat(out, heat, layout, level);
		return;
	}
	for (row = 0; row < heat->rows; row++) {
		heat_counts(heat, row, layout->fold, layout->counts);
		for (i = 0; i < layout->columns; i++)
			if (layout->counts[i])
				draw_cell(out, heat, row, layout, i);
	}
}

static void lay_out(struct layout *layout, const struct heat *heat)
{
	size_t row, i, most = heat->rows ? MAX_CELLS / heat->rows : 1;

	layout->fold = 1;
	if (heat->cpus > most)
		layout->fold = most ? (heat->cpus + most - 1) / most :
				      heat->cpus;
	layout->columns = (heat->cpus + layout->fold - 1) / layout->fold;
	layout->cell = 28;
	/* As wide as a screen, if the cells remain visible. */
	if (layout->columns * layout->cell > 1000)
		layout->cell =
			1000 / layout->columns > 3 ? 1000 / layout->columns : 3;
	for (row = 0; row < heat->rows; row++) {
		heat_counts(heat, row, layout->fold, layout->counts);
		for (i = 0; i < layout->columns; i++) {
			layout->cells += !!layout->counts[i];
			if (layout->counts[i] > layout->max)
				layout->max = layout->counts[i];
		}
	}
}

enum exit_code heat_svg(struct out *out, const struct heat *heat)
{
	struct layout layout = { .counts = calloc(heat->cpus + 1,
						  sizeof(*layout.counts)) };
	size_t row;

	if (!layout.counts)
		return complain(FAILED, "no memory for %zu CPUs", heat->cpus);
	lay_out(&layout, heat);
	svg_begin(out, LABEL + layout.columns * layout.cell + NAMES,
		  HEAD + heat->rows * ROW + 10, style);
	draw_head(out, heat, &layout);
	draw_cells(out, heat, &layout);
	for (row = 0; row < heat->rows; row++)
		draw_names(out, heat, row, &layout);
	svg_end(out);
	free(layout.counts);
	return DONE;
}
