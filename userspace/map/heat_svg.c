// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>

#include "map.h"
#include "svg.h"

/* In px: the IRQs at the left, a row; below the head, the names at the right. */
#define LABEL 70
#define ROW 18
#define HEAD 76
#define NAMES 420

/* One hue, darker with each step, so that grey tells as much. */
static const char style[] =
	".c0{fill:#fff;stroke:#ccc}.c1{fill:#fdd49e}.c2{fill:#fc8d59}"
	".c3{fill:#c52f1d}.c4{fill:#4a0000}.a0{text-anchor:end}"
	".m0{text-anchor:middle}";

static void draw_head(struct out *out, const struct heat *heat, u64 cell)
{
	const struct view *view = heat->grid.view;
	static const char *const names[HEATS] = { "none", "", "", "", "most" };
	struct joined words = { .used = 0 };
	/* A number is five digits at most. */
	u64 step = (5 * SVG_CHAR + cell - 1) / cell, x = LABEL, cpu;
	char text[SHORT_TEXT];
	unsigned int i;

	joined_add(&words, view->name);
	joined_add(&words, slice_of("by CPU, of"));
	joined_add(&words, view->release);
	joined_add(&words, view->arch);
	joined_add(&words, slice_of("(darker is more, logarithmic)"));
	svg_text(out, "h", 0, LABEL, 20,
		 (struct slice){ words.text + 1, words.used - 1 }, 120);
	for (i = 0; i < HEATS; i++, x += 20) {
		svg_rect(out, "c", i, (u64[]){ x, 32, 20, 14 });
		svg_close(out);
		if (i == 0 || i == HEATS - 1)
			svg_text(out, "h", 0, i ? x + 26 : x - 34, 44,
				 slice_of(names[i]), 8);
	}
	if (cell >= 3 * SVG_CHAR)
		step = 1;
	for (cpu = 0; cpu < heat->cpus; cpu += step) {
		svg_text(out, "m", 0, LABEL + cpu * cell + cell / 2, HEAD - 6,
			 short_text(text, "%llu", cpu), 5);
	}
}

static void draw_cell(struct out *out, const struct heat *heat, size_t row,
		      size_t cpu, u64 count, const u64 box[4])
{
	svg_rect(out, "c", heat_of(count, heat->max), box);
	svg_escaped(out, heat_cell(heat, row, "IRQ"), 40);
	out_text(out, ", CPU ");
	out_u64(out, cpu);
	out_text(out, ": ");
	out_u64(out, count);
	svg_close(out);
}

static void draw_row(struct out *out, const struct heat *heat, size_t row,
		     u64 cell, u64 *counts)
{
	static const char *const columns[] = { "TOTAL", "DEVICE", "ACTIONS" };
	struct joined words = { .used = 0 };
	u64 y = HEAD + row * ROW;
	unsigned int i;
	size_t cpu;

	heat_counts(heat, row, 1, counts);
	svg_text(out, "a", 0, LABEL - 6, y + 13, heat_cell(heat, row, "IRQ"),
		 (LABEL - 8) / SVG_CHAR);
	for (cpu = 0; cpu < heat->cpus; cpu++)
		draw_cell(out, heat, row, cpu, counts[cpu],
			  (u64[]){ LABEL + cpu * cell, y, cell, ROW });
	for (i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		if (!slice_is(heat_cell(heat, row, columns[i]), "-"))
			joined_add(&words, heat_cell(heat, row, columns[i]));
	svg_text(out, "h", 0, LABEL + heat->cpus * cell + 8, y + 13,
		 (struct slice){ words.text + 1,
				 words.used ? words.used - 1 : 0 },
		 (NAMES - 16) / SVG_CHAR);
}

enum exit_code heat_svg(struct out *out, const struct heat *heat)
{
	u64 *counts = calloc(heat->cpus + 1, sizeof(*counts));
	u64 cell = 28;
	size_t row;

	if (!counts)
		return complain(FAILED, "no memory for %llu CPUs",
				(u64)heat->cpus);
	/* As wide as a screen, if that leaves a cell to be seen. */
	if (heat->cpus * cell > 1000)
		cell = 1000 / heat->cpus > 3 ? 1000 / heat->cpus : 3;
	svg_begin(out, LABEL + heat->cpus * cell + NAMES,
		  HEAD + heat->rows * ROW + 10, style);
	draw_head(out, heat, cell);
	for (row = 0; row < heat->rows; row++)
		draw_row(out, heat, row, cell, counts);
	svg_end(out);
	free(counts);
	return DONE;
}
