// SPDX-License-Identifier: GPL-2.0
/*
 * The address space, lowest address at the top: a column for each level of the
 * tree, with what is inside a region to its right.
 */
#include <stdlib.h>

#include "map.h"
#include "svg.h"

/*
 * Widths in px: the addresses at the left, a level, and the innermost regions.
 */
#define AXIS 120
#define LEVEL 180
#define INNERMOST 420
#define HEAD 62

/*
 * Told apart in grey too: lumas of 69, 133, 174, 225. Text is white on the
 * darkest, else black.
 */
static const char style[] =
	".k0{fill:#1f4e79}.k1{fill:#f0a04b}.k2{fill:#dfe8c8}.k3{fill:#858585}"
	".k4{fill:#fff;stroke-dasharray:3}"
	".t0{fill:#fff}.a0{text-anchor:end;fill:#444}.f0{fill:#666}";

/* The text of a region: name, size, device and driver. */
static struct slice describe(struct joined *words, const struct segments *s,
			     const struct region *region)
{
	static const char *const columns[] = { "NAME", "SIZE", "DEVICE",
					       "DRIVER" };
	const struct slice *cells = grid_row(&s->grid, region->row);
	struct slice cell;
	unsigned int i;

	words->used = 0;
	for (i = 0; i < sizeof(columns) / sizeof(*columns); i++) {
		cell = cell_named(s->grid.view, cells, columns[i]);
		if (!slice_is(cell, "-"))
			joined_add(words, cell);
	}
	/* Each word is preceded by a space. */
	return (struct slice){ words->text + 1,
			       words->used ? words->used - 1 : 0 };
}

static void title(struct out *out, u64 start, u64 end, struct slice text)
{
	char hex[SHORT_TEXT];

	out_slice(out, short_text(hex, "0x%llx", start));
	out_char(out, '-');
	out_slice(out, short_text(hex, "0x%llx", end));
	out_char(out, ' ');
	svg_escaped(out, text, NO_EDGE);
	svg_close(out);
}

static void draw_region(struct out *out, const struct segments *s,
			const struct region *region, const u64 *top)
{
	u64 x = AXIS + (u64)region->level * LEVEL, y = top[region->first];
	u64 height = top[region->last] - y, width = LEVEL;
	struct joined words;
	struct slice text = describe(&words, s, region);

	/* A region with nothing inside takes all the room to the right. */
	if (region->last == region->first + 1 &&
	    s->segment[region->first].region == (size_t)(region - s->region))
		width = (s->levels - region->level) * LEVEL + INNERMOST;
	if (!height)
		return;
	svg_rect(out, "k", region->kind, (u64[]){ x, y, width, height });
	title(out, region->start, region->end, text);
	svg_text(out, "t", region->kind, x + 4, y + 13, text,
		 (width - 8) / SVG_CHAR);
}

/* The start address of a segment, and a label if it is unused. */
static void draw_segment(struct out *out, const struct segments *s, size_t i,
			 u64 y)
{
	const struct segment *segment = &s->segment[i];
	const struct region *region;
	char digits[SHORT_TEXT], hex[SHORT_TEXT];
	struct slice size = round_size(digits, segment->start, segment->end);
	struct joined words = { .used = 0 };
	struct slice text;
	u64 width = s->levels * LEVEL + INNERMOST;

	svg_text(out, "a", 0, AXIS - 6, y + 13,
		 short_text(hex, "0x%llx", segment->start), 18);
	joined_add(&words,
		   slice_of(segment->region == NO_REGION ? "nothing" : "rest"));
	joined_add(&words, size);
	text = (struct slice){ words.text + 1, words.used - 1 };
	if (segment->region == NO_REGION) {
		svg_rect(out, "k", KIND_NOTHING,
			 (u64[]){ AXIS, y, width, segment->size });
		title(out, segment->start, segment->end, text);
		svg_text(out, "f", 0, AXIS + 4, y + 13, text, 40);
		return;
	}
	region = &s->region[segment->region];
	if (region->last > region->first + 1)
		svg_text(out, "f", 0, AXIS + (region->level + 1) * LEVEL + 4,
			 y + 13, text, 40);
}

static void draw_head(struct out *out, const struct segments *s)
{
	struct joined words = { .used = 0 };
	const struct view *view = s->grid.view;
	u64 x = AXIS;
	int kind;

	joined_add(&words, view->name);
	joined_add(&words, slice_of("of"));
	joined_add(&words, view->release);
	joined_add(&words, view->arch);
	joined_add(&words,
		   slice_of(s->linear ? "(in proportion)" : "(logarithmic)"));
	svg_text(out, "h", 0, AXIS, 20,
		 (struct slice){ words.text + 1, words.used - 1 }, 120);
	for (kind = 0; kind < KINDS; kind++) {
		svg_rect(out, "k", kind, (u64[]){ x, 32, 14, 14 });
		svg_close(out);
		svg_text(out, "h", 0, x + 20, 44, slice_of(kind_name[kind]),
			 40);
		x += 20 + SVG_CHAR * (slice_of(kind_name[kind]).len + 2);
	}
}

enum exit_code map_svg(struct out *out, struct segments *s)
{
	u64 *top = calloc(s->n + 1, sizeof(*top));
	size_t i;

	if (!top)
		return complain(FAILED, "no memory for %llu segments",
				(u64)s->n);
	segments_share(s, s->n * (SVG_LINE + 11), SVG_LINE);
	top[0] = HEAD;
	for (i = 0; i < s->n; i++)
		top[i + 1] = top[i] + s->segment[i].size;
	svg_begin(out, AXIS + s->levels * LEVEL + INNERMOST + 10,
		  top[s->n] + 10, style);
	draw_head(out, s);
	for (i = 0; i < s->regions; i++)
		draw_region(out, s, &s->region[i], top);
	for (i = 0; i < s->n; i++)
		draw_segment(out, s, i, top[i]);
	svg_end(out);
	free(top);
	return DONE;
}
