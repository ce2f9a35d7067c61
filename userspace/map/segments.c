// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>

#include "segments.h"

const char *const kind_name[KINDS] = { "RAM", "device", "window of a bridge",
				       "other", "nothing" };

static enum kind kind_of(const struct view *view, const struct slice *cells)
{
	static const char bus[] = "PCI Bus ";
	struct slice flags = cell_named(view, cells, "FLAGS");
	struct slice name = cell_named(view, cells, "NAME");

	if (list_has(flags, slice_of("sysram")))
		return KIND_RAM;
	/* Windows of PCI bridges that are devices lack the flag. */
	if (list_has(flags, slice_of("window")) ||
	    (name.len > sizeof(bus) && !memcmp(name.p, bus, sizeof(bus) - 1)))
		return KIND_WINDOW;
	if (!slice_is(cell_named(view, cells, "DEVICE"), "-"))
		return KIND_DEVICE;
	return KIND_OTHER;
}

/* The rows that are ranges; unset or empty ones are skipped. */
static enum exit_code read_regions(struct segments *s, const struct view *view)
{
	struct value start, end, level;
	size_t i;

	for (i = 0; i < s->grid.rows; i++) {
		const struct slice *cells = grid_row(&s->grid, i);
		struct region *region = &s->region[s->regions];
		struct slice from = cell_named(view, cells, "START");

		if (slice_is(from, "*"))
			return complain(
				DENIED,
				"%.*s: the addresses are hidden from you; try as root",
				(int)view->name.len, view->name.p);
		if (!cell_value('x', from, &start) ||
		    !cell_value('x', cell_named(view, cells, "END"), &end) ||
		    !cell_value('u', cell_named(view, cells, "LVL"), &level) ||
		    start.whole > end.whole)
			continue;
		region->row = i;
		region->start = start.whole;
		region->end = end.whole;
		region->level = level.whole > MAX_LEVEL ? MAX_LEVEL :
							  level.whole;
		region->kind = kind_of(view, cells);
		if (region->level >= s->levels)
			s->levels = region->level + 1;
		s->regions++;
	}
	return DONE;
}

/* The state of splitting. */
struct walk {
	struct segments *s;
	size_t open[MAX_LEVEL + 1]; /* the regions around @at, outermost first */
	unsigned int depth;
	u64 at;
	bool end; /* @at would be beyond the last address */
};

static void emit(struct walk *walk, u64 end, size_t region)
{
	struct segment *segment = &walk->s->segment[walk->s->n];

	if (walk->end || end < walk->at)
		return;
	*segment = (struct segment){ walk->at, end, region, 0 };
	walk->s->n++;
	walk->end = end == ~0ULL;
	walk->at = end + 1;
}

static void leave(struct walk *walk, unsigned int depth)
{
	while (walk->depth > depth) {
		size_t i = walk->open[--walk->depth];
		struct region *region = &walk->s->region[i];

		emit(walk, region->end, i);
		region->last = walk->s->n;
	}
}

/*
 * At most two segments for each region: the gap before it, and what is left of
 * it after those inside it. Overlapping regions, which a sound tree does not
 * have, get what is left.
 */
static void take_apart(struct segments *s)
{
	struct walk walk = { .s = s };
	size_t i;

	if (s->regions)
		walk.at = s->region[0].start;
	for (i = 0; i < s->regions; i++) {
		struct region *region = &s->region[i];
		unsigned int depth = region->level;

		while (walk.depth &&
		       s->region[walk.open[walk.depth - 1]].level >= depth)
			leave(&walk, walk.depth - 1);
		if (region->start > walk.at)
			emit(&walk, region->start - 1,
			     walk.depth ? walk.open[walk.depth - 1] :
					  NO_REGION);
		region->first = s->n;
		walk.open[walk.depth++] = i;
	}
	leave(&walk, 0);
}

enum exit_code segments_make(struct segments *s, const struct view *view)
{
	enum exit_code code;

	memset(s, 0, sizeof(*s));
	if (column_of(view, slice_of("START")) < 0 ||
	    column_of(view, slice_of("END")) < 0 ||
	    column_of(view, slice_of("LVL")) < 0)
		return complain(USAGE, "map: '%.*s' has no addresses",
				(int)view->name.len, view->name.p);
	if (!grid_make(&s->grid, view))
		return FAILED;
	s->region = calloc(s->grid.rows + 1, sizeof(*s->region));
	s->segment = calloc(2 * s->grid.rows + 1, sizeof(*s->segment));
	if (!s->region || !s->segment)
		code = complain(FAILED, "no memory for %llu rows", view->rows);
	else
		code = read_regions(s, view);
	if (code == DONE)
		take_apart(s);
	else
		segments_free(s);
	return code;
}

void segments_free(struct segments *s)
{
	grid_free(&s->grid);
	free(s->region);
	free(s->segment);
}

unsigned int log2_4(u64 value)
{
	unsigned int bits = 0, quarter;

	if (!value)
		return 0;
	while (value >> bits > 1)
		bits++;
	/* The two bits after the first approximate the quarters well enough. */
	quarter = (bits >= 2 ? value >> (bits - 2) : value << (2 - bits)) & 3;
	return 4 * bits + quarter;
}

static double weight(const struct segments *s, size_t i, unsigned int smallest)
{
	u64 size = s->segment[i].end - s->segment[i].start;

	return s->linear ? (double)size + 1 : log2_4(size) - smallest + 1;
}

static double weight_all(const struct segments *s, unsigned int smallest)
{
	double sum = 0;
	size_t i;

	for (i = 0; i < s->n; i++)
		sum += weight(s, i, smallest);
	return sum;
}

void segments_share(struct segments *s, size_t total, unsigned int least)
{
	double sum, part = 0;
	size_t i, from, to;
	u64 min = ~0ULL;

	for (i = 0; i < s->n; i++)
		if (s->segment[i].end - s->segment[i].start < min)
			min = s->segment[i].end - s->segment[i].start;
	s->linear = true;
	sum = weight_all(s, 0);
	s->linear = ((double)min + 1) * total >= sum * least;
	if (s->linear)
		least = 0;
	sum = weight_all(s, log2_4(min));
	/* From running sums, so that rounding errors do not add up. */
	for (i = 0, from = 0; i < s->n; i++, from = to) {
		part += weight(s, i, log2_4(min));
		to = ((double)total - (double)s->n * least) * part / sum;
		s->segment[i].size = least + (to - from);
	}
}

struct slice round_size(char to[SHORT_TEXT], u64 start, u64 end)
{
	static const char units[][2] = { "", "K", "M", "G", "T", "P", "E" };
	u64 size = end - start;
	unsigned int unit;

	/* 2^64 does not fit. */
	size += size != ~0ULL;
	for (unit = 0; size >= 10240; unit++)
		size >>= 10;
	return short_text(to, "%llu%s", size, units[unit]);
}
