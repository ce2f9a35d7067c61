// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "fit.h"
#include "known.h"
#include "pen.h"
#include "people.h"

struct slice people_size(char to[SHORT_TEXT], u64 bytes)
{
	static const char *const units[] = { "", "K", "M", "G", "T", "P", "E" };
	unsigned int unit = 0;
	u64 tenths;

	while (unit + 1 < ARRAY_SIZE(units) && bytes >> (10 * unit) >= 1024)
		unit++;
	if (!(bytes & ((1ULL << (10 * unit)) - 1)))
		return short_text(to, "%llu%s", bytes >> (10 * unit),
				  units[unit]);
	/* Rounded down: never more than there is. */
	tenths = (bytes >> (10 * (unit - 1))) * 10 >> 10;
	return short_text(to, "%llu.%llu%s", tenths / 10, tenths % 10,
			  units[unit]);
}

/* The bytes of a cell that is a size, whatever the type of its column. */
static bool size_cell(const struct view *view, unsigned int column,
		      struct slice cell, u64 *bytes)
{
	static const char end[] = "_BYTES";
	struct slice name = view->column[column];
	size_t len = strlen(end);

	if (view->type[column] == 'z')
		return cell_size(cell, bytes);
	if (view->type[column] != 'u' || !cell_u64(cell, bytes))
		return false;
	if (slice_is(view->name, "memory"))
		return !__builtin_mul_overflow(*bytes, 1024ULL, bytes);
	return name.len > len && !memcmp(name.p + name.len - len, end, len);
}

static void add_unescaped(struct buffer *buffer, struct slice cell)
{
	char bytes[4];
	size_t len;

	while (cell.len) {
		len = plain_len(cell);
		if (len) {
			buffer_add(buffer, cell.p, len);
			cell = (struct slice){ cell.p + len, cell.len - len };
			continue;
		}
		len = char_next(&cell, bytes);
		if (len && printable_len(bytes, len))
			buffer_add(buffer, bytes, len);
		else
			buffer_char(buffer, '?');
	}
}

struct slice people_cell(const struct people *people, const struct view *view,
			 unsigned int column, struct slice cell,
			 struct buffer *buffer)
{
	char text[SHORT_TEXT];
	u64 bytes;

	buffer->used = 0;
	if (cell_special(cell))
		return cell;
	if (!size_cell(view, column, cell, &bytes))
		add_unescaped(buffer, cell);
	else if (people->bytes)
		buffer_slice(buffer, short_text(text, "%llu", bytes));
	else
		buffer_slice(buffer, people_size(text, bytes));
	return (struct slice){ buffer->p, buffer->used };
}

/* A cell of a row; drivers make up a size for an empty drive. */
static struct slice row_cell(const struct people *people,
			     const struct rows *rows, unsigned int column,
			     struct buffer *buffer)
{
	if (slice_is(rows->view->column[column], "SIZE") && !people->bytes &&
	    disk_without_medium(rows->view, rows->cells))
		return slice_of("no medium");
	return people_cell(people, rows->view, column, rows->cells[column],
			   buffer);
}

/* Empty loop disks and the like are only counted. */
static bool left_out(const struct people *people, const struct rows *rows)
{
	return !people->all && disk_is_empty(rows->view, rows->cells);
}

void people_cut(struct pen *pen, const struct display *display,
		struct slice cell, size_t width)
{
	size_t edge = pen->edge, end = pen->at + width;

	if (pen_width(cell) <= width || !width)
		return pen_slice(pen, cell);
	pen->edge = end - 1;
	pen_slice(pen, cell);
	pen->edge = edge;
	pen_text(pen, display->utf8 ? "…" : "~");
}

/* How much of @text fits @room columns, up to a blank if there is one. */
static size_t line_len(struct slice text, size_t room)
{
	size_t len = 0, blank = 0, one, columns;

	while (len < text.len) {
		one = pen_char((struct slice){ text.p + len, text.len - len },
			       &columns);
		/* At least one character, however wide. */
		if (columns > room && len)
			break;
		room = columns < room ? room - columns : 0;
		if (text.p[len] == ' ')
			blank = len;
		len += one;
	}
	return blank && len < text.len && text.p[len] != ' ' ? blank : len;
}

void people_sentence(struct pen *pen, struct slice text, size_t width)
{
	const size_t indent = 10;
	size_t len;

	while (pen_width(text) > width && width) {
		len = line_len(text, width);
		pen_slice(pen, (struct slice){ text.p, len });
		text.p += len;
		text.len -= len;
		while (text.len && *text.p == ' ') {
			text.p++;
			text.len--;
		}
		out_char(pen->out, '\n');
		pen->at = 0;
		pen_to(pen, indent);
		width = pen->edge > indent ? pen->edge - indent : 0;
	}
	pen_slice(pen, text);
}

static bool right_aligned(char type)
{
	return memchr("uzd", type, 3);
}

static void put_row(struct out *out, const struct rows *rows,
		    const struct people *people, const struct fit *fit,
		    struct buffer *buffer, bool names)
{
	struct pen pen = { out, 0, people->display->width };
	const struct view *view = rows->view;
	size_t begin = 0, width;
	unsigned int i, column;
	struct slice cell;
	enum paint paint;

	for (i = 0; i < rows->columns; i++) {
		if (!fit->width[i])
			continue;
		column = rows->column[i];
		cell = names ? view->column[column] :
			       row_cell(people, rows, column, buffer);
		paint = names ? PAINT_HEAD :
				paint_of(view->column[column], cell);
		width = pen_width(cell);
		if (right_aligned(view->type[column]) && width < fit->width[i])
			pen_to(&pen, begin + fit->width[i] - width);
		paint_on(out, people->display, paint);
		if (i == fit->last && !names &&
		    slice_is(view->column[column], "DETAIL"))
			people_sentence(&pen, cell, fit->width[i]);
		else
			people_cut(&pen, people->display, cell, fit->width[i]);
		paint_off(out, people->display, paint);
		begin += fit->width[i] + 2;
		if (i != fit->last)
			pen_to(&pen, begin);
	}
	out_char(out, '\n');
}

static void put_notes(struct out *out, const struct rows *rows,
		      const struct people *people, const struct fit *fit,
		      u64 empty)
{
	struct pen pen = { out, 0, people->display->width };
	unsigned int i, n = 0;
	struct slice name;

	paint_on(out, people->display, PAINT_DIM);
	for (i = 0; i < rows->columns; i++) {
		if (fit->width[i])
			continue;
		name = rows_name(rows, i);
		/* Never cut a name: half of it could not be asked for. */
		if (n && pen.at + 1 + pen_width(name) > pen.edge) {
			out_char(out, '\n');
			pen.at = 0;
			pen_text(&pen, "#   ");
		} else {
			pen_text(&pen, n ? " " : "# --wide also has: ");
		}
		n++;
		pen_slice(&pen, name);
	}
	if (n)
		out_char(out, '\n');
	if (empty)
		out_printf(out, "# --all also has %llu empty disks\n", empty);
	paint_off(out, people->display, PAINT_DIM);
}

void people_rows(struct out *out, struct rows *rows,
		 const struct people *people)
{
	struct buffer buffer = { .p = NULL };
	u64 empty = 0, count = 0;
	unsigned int i;
	struct fit fit;

	fit_begin(&fit, rows);
	while (rows_next(rows)) {
		if (left_out(people, rows)) {
			empty++;
			continue;
		}
		count++;
		for (i = 0; i < rows->columns; i++)
			fit_measure(&fit, i,
				    row_cell(people, rows, rows->column[i],
					     &buffer));
	}
	fit_end(&fit, rows, people->display->width);
	if (people->title) {
		paint_on(out, people->display, PAINT_DIM);
		out_printable(out, rows->view->name);
		out_printf(out, ": %llu %s\n", count,
			   count == 1 ? "row" : "rows");
		paint_off(out, people->display, PAINT_DIM);
	}
	put_row(out, rows, people, &fit, &buffer, true);
	rows_rewind(rows);
	while (rows_next(rows))
		if (!left_out(people, rows))
			put_row(out, rows, people, &fit, &buffer, false);
	put_notes(out, rows, people, &fit, empty);
	buffer_free(&buffer);
}
