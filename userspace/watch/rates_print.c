// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "rates_print.h"

/* A column of the block. */
struct field {
	enum { LABEL, RATE, PERCPU } kind;
	unsigned int index; /* of a rate in its line, else of the view's column */
	struct slice title;
	size_t width;
};

struct block {
	struct out *out;
	const struct rates *rates;
	const struct frame *frame;
	size_t rows, lines; /* @lines printed */
	struct field field[MAX_COLUMNS + MAX_RATES];
	unsigned int fields;
};

/* Print a rate, with tenths if it is small. */
static struct slice rate_text(char to[SHORT_TEXT], u64 rate)
{
	if (rate == RATE_UNKNOWN)
		return slice_of("-");
	if (rate < 10000)
		return short_text(to, "%llu.%llu", rate / 10, rate % 10);
	return short_text(to, "%llu", rate / 10 + (rate % 10 >= 5));
}

static const struct slice *cells_of(const struct block *block, size_t i)
{
	return grid_row(&block->rates->now->grid, block->rates->line[i].row);
}

/* "0:12.5,3:400": the CPUs that counted. */
static void print_percpu(struct pen *pen, const struct rates *rates,
			 const struct rate_line *line)
{
	char text[SHORT_TEXT];
	const char *comma = "";
	struct percpu_walk walk;

	percpu_begin(&walk, rates, line);
	while (percpu_next(&walk)) {
		pen_text(pen, comma);
		pen_slice(pen, walk.cpu);
		pen_text(pen, ":");
		pen_slice(pen, rate_text(text, walk.rate));
		comma = ",";
	}
	if (!*comma)
		pen_text(pen, "-");
}

static void add_field(struct block *block, int kind, unsigned int index,
		      struct slice title)
{
	struct field *f = &block->field[block->fields++];
	char text[SHORT_TEXT];
	size_t i, width;

	f->kind = kind;
	f->index = index;
	f->title = title;
	f->width = pen_width(title) + (kind == LABEL ? 0 : 2);
	for (i = 0; i < block->rows && kind != PERCPU; i++) {
		width = kind == LABEL ?
				pen_width(cells_of(block, i)[index]) :
				rate_text(text,
					  block->rates->line[i].rate[index])
					.len;
		if (f->width < width)
			f->width = width;
	}
}

static void add_labels(struct block *block, const char *const *names)
{
	const struct view *view = block->rates->now->grid.view;
	int column;

	for (; names && *names; names++) {
		column = column_of(view, slice_of(*names));
		if (column >= 0)
			add_field(block, LABEL, column, slice_of(*names));
	}
}

static void choose_fields(struct block *block)
{
	const struct rates *rates = block->rates;
	const struct view *view = rates->now->grid.view;
	unsigned int i;

	if (rates->by >= 0)
		add_field(block, LABEL, rates->by, view->column[rates->by]);
	else
		add_labels(block, rates->known.identity);
	for (i = 0; i < rates->columns; i++) {
		struct slice name = view->column[rates->column[i]];

		/* Omit columns that never counted, mostly errors. */
		if (rates->seen & 1U << i ||
		    column_listed(rates->known.busy, name))
			add_field(block, RATE, i, name);
	}
	if (rates->by >= 0)
		return;
	add_labels(block, rates->known.labels);
	if (rates->percpu >= 0)
		add_field(block, PERCPU, rates->percpu,
			  view->column[rates->percpu]);
}

static struct pen line_begin(struct block *block, const char *mark)
{
	struct pen pen = { block->out, 0, block->frame->width };

	pen_text(&pen, mark);
	return pen;
}

static void line_end(struct block *block)
{
	if (++block->lines < block->frame->lines)
		out_text(block->out, block->frame->end);
}

static void print_titles(struct block *block)
{
	struct pen pen;
	size_t to = 0;
	unsigned int i;

	out_text(block->out, block->frame->on);
	pen = line_begin(block, block->frame->mark);
	to = pen.at;
	for (i = 0; i < block->fields; i++) {
		struct field *f = &block->field[i];
		size_t width = pen_width(f->title) + 2 * (f->kind != LABEL);

		/* The mark takes room from the first field, if it has any. */
		if (!i && f->width < width + to)
			f->width = width + to;
		if (f->kind == RATE)
			pen_to(&pen, pen.at + f->width - width);
		to = pen.at - (f->kind == RATE ? f->width - width : 0);
		pen_slice(&pen, f->title);
		if (f->kind != LABEL)
			pen_text(&pen, "/s");
		if (f->kind == LABEL)
			pen_to(&pen, (i ? to : 0) + f->width);
		if (i + 1 < block->fields)
			pen_text(&pen, " ");
	}
	if (block->frame->width != NO_EDGE)
		pen_to(&pen, block->frame->width);
	out_text(block->out, block->frame->off);
	line_end(block);
}

static void print_line(struct block *block, size_t row)
{
	const struct rate_line *line = &block->rates->line[row];
	struct pen pen = line_begin(block, "");
	char text[SHORT_TEXT];
	unsigned int i;

	for (i = 0; i < block->fields; i++) {
		const struct field *f = &block->field[i];
		size_t from = pen.at;
		struct slice s;

		if (f->kind == LABEL) {
			pen_slice(&pen, cells_of(block, row)[f->index]);
			if (i + 1 < block->fields)
				pen_to(&pen, from + f->width);
		} else if (f->kind == RATE) {
			s = rate_text(text, line->rate[f->index]);
			pen_to(&pen, from + f->width - s.len);
			pen_slice(&pen, s);
		} else {
			print_percpu(&pen, block->rates, line);
		}
		if (i + 1 < block->fields)
			pen_text(&pen, " ");
	}
	line_end(block);
}

/* "interrupts: 12 of 40 rows count, 1.002 s, taken 12.345 s after boot" */
static void print_head(struct block *block)
{
	const struct rates *rates = block->rates;
	const struct view *view = rates->now->grid.view;
	struct pen pen = line_begin(block, block->frame->mark);
	u64 ms = rates->ns / 1000000;
	char thousandths[] = { '.', '0' + ms / 100 % 10, '0' + ms / 10 % 10,
			       '0' + ms % 10, 0 };

	pen_slice(&pen, view->name);
	pen_text(&pen, ": ");
	pen_u64(&pen, rates->shown);
	pen_text(&pen, " of ");
	pen_u64(&pen, rates->lines);
	pen_text(&pen, rates->by < 0 ? " rows" : " groups");
	if (rates->ns) {
		pen_text(&pen, " counted in ");
		pen_u64(&pen, ms / 1000);
		pen_text(&pen, thousandths);
		pen_text(&pen, " s, taken ");
	} else {
		pen_text(&pen, ", no new snapshot since the one taken ");
	}
	pen_slice(&pen, view->taken);
	pen_text(&pen, " s after boot");
	line_end(block);
}

size_t rates_print(struct out *out, const struct rates *rates,
		   const struct frame *frame)
{
	struct block block = { .out = out, .rates = rates, .frame = frame };
	size_t room = frame->lines == NO_EDGE ? NO_EDGE : frame->lines - 2;
	size_t i;

	block.rows = rates->shown;
	if (block.rows > frame->top)
		block.rows = frame->top;
	if (frame->lines < 3)
		room = 0;
	if (block.rows > room)
		block.rows = room;
	choose_fields(&block);
	print_head(&block);
	if (frame->lines < 2)
		return block.lines;
	print_titles(&block);
	for (i = 0; i < block.rows; i++)
		print_line(&block, i);
	return block.lines;
}
