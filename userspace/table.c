// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "table.h"

/* Wider cells stick out of their column, so that one cannot widen all rows. */
#define MAX_WIDTH 100

static bool right_aligned(char type)
{
	return memchr("uzd", type, 3);
}

/*
 * Only the last column may contain spaces: escape those of a free text that is
 * no longer last.
 */
static void put_cell(struct out *out, struct slice cell, bool last)
{
	struct slice before;

	while (!last && slice_split(cell, ' ', &before, &cell)) {
		out_printable(out, before);
		out_text(out, "\\040");
	}
	out_printable(out, cell);
}

static size_t cell_width(struct slice cell, bool last)
{
	size_t width = printable_width(cell), i;

	for (i = 0; !last && i < cell.len; i++)
		width += cell.p[i] == ' ' ? 3 : 0;
	return width;
}

static void put_row(struct out *out, const struct rows *rows,
		    const size_t *widths, const struct slice *cells,
		    const char *before)
{
	size_t width, used = strlen(before);
	unsigned int i;
	bool last;

	for (i = 0; i < rows->columns; i++, used = 0) {
		last = i == rows->columns - 1;
		width = cell_width(cells[i], last) + used;
		out_text(out, i ? " " : before);
		if (right_aligned(rows_type(rows, i)))
			out_pad(out, width, widths[i]);
		put_cell(out, cells[i], last);
		if (!right_aligned(rows_type(rows, i)) && !last)
			out_pad(out, width, widths[i]);
	}
	out_char(out, '\n');
}

static void measure(const struct rows *rows, size_t *widths,
		    const struct slice *cells)
{
	unsigned int i;
	size_t width;

	for (i = 0; i < rows->columns; i++) {
		width = cell_width(cells[i], i == rows->columns - 1);
		if (width > MAX_WIDTH)
			width = MAX_WIDTH;
		if (widths[i] < width)
			widths[i] = width;
	}
}

static void chosen(const struct rows *rows, struct slice *cells)
{
	unsigned int i;

	for (i = 0; i < rows->columns; i++)
		cells[i] = rows_cell(rows, i);
}

/* The first line of a view, so that the output can be read back. */
static void put_metadata(struct out *out, const struct rows *rows, u64 count)
{
	const struct view *view = rows->view;
	unsigned int i;

	out_text(out, "# hwinsight " FORMAT_VERSION " ");
	out_printable(out, view->name);
	out_text(out, " rows=");
	out_u64(out, count);
	out_text(out, " taken=");
	out_printable(out, view->taken);
	out_text(out, " release=");
	out_printable(out, view->release);
	out_text(out, " arch=");
	out_printable(out, view->arch);
	out_text(out, " types=");
	for (i = 0; i < rows->columns; i++)
		out_char(out, rows_type(rows, i));
	out_char(out, '\n');
}

void table_rows(struct out *out, struct rows *rows, bool header)
{
	struct slice names[MAX_COLUMNS], cells[MAX_COLUMNS];
	size_t widths[MAX_COLUMNS] = { 0 };
	unsigned int i;
	u64 count = 0;

	for (i = 0; i < rows->columns; i++)
		names[i] = rows_name(rows, i);
	if (header) {
		measure(rows, widths, names);
		widths[0] += strlen("# ");
	}
	for (; rows_next(rows); count++) {
		chosen(rows, cells);
		measure(rows, widths, cells);
	}
	if (header) {
		put_metadata(out, rows, count);
		put_row(out, rows, widths, names, "# ");
	}
	rows_rewind(rows);
	while (rows_next(rows)) {
		chosen(rows, cells);
		put_row(out, rows, widths, cells, "");
	}
}

static void field(struct out *out, struct slice s)
{
	struct slice rest = s;
	bool quoted = false;
	char bytes[4];
	size_t len;

	while (rest.len && !quoted) {
		len = char_next(&rest, bytes);
		quoted = len == 1 && memchr("\",\n\r", bytes[0], 4);
	}
	if (quoted)
		out_char(out, '"');
	while (s.len) {
		len = char_next(&s, bytes);
		if (len == 1 && bytes[0] == '"')
			out_text(out, "\"\"");
		else if (len && (printable_len(bytes, len) ||
				 memchr("\n\t", bytes[0], 2)))
			out_bytes(out, bytes, len);
		else
			out_text(out, "\xef\xbf\xbd");
	}
	if (quoted)
		out_char(out, '"');
}

void csv_rows(struct out *out, struct rows *rows, bool header)
{
	struct slice cell;
	unsigned int i;
	u64 bytes;

	for (i = 0; header && i < rows->columns; i++) {
		out_text(out, i ? "," : "");
		field(out, rows_name(rows, i));
	}
	if (header)
		out_text(out, "\r\n");
	while (rows_next(rows)) {
		for (i = 0; i < rows->columns; i++) {
			out_text(out, i ? "," : "");
			cell = rows_cell(rows, i);
			if (slice_is(cell, "-"))
				continue;
			if (rows_type(rows, i) == 'z' &&
			    cell_size(cell, &bytes))
				out_u64(out, bytes);
			else
				field(out, cell);
		}
		out_text(out, "\r\n");
	}
}
