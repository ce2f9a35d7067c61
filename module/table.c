// SPDX-License-Identifier: GPL-2.0
/*
 * The table core. Every cell of every view is written here, so it works in
 * words: a cell of up to eight bytes is one store.
 */
#include <linux/overflow.h>
#include <linux/kernel.h>

#include "compat.h"
#include "table.h"

/**
 * hwi_table_init() - begin an empty table
 * @table: the table
 * @arena: where its cells will be; its overflow is set if it is too small
 * @columns: its columns, which outlive it
 * @nr_columns: how many
 *
 * A column is as wide as its name; the first one shares the header line with
 * the "# " that marks it.
 */
void hwi_table_init(struct hwi_table *table, struct hwi_arena *arena,
		    const struct hwi_column *columns, unsigned int nr_columns)
{
	unsigned int *widths, i;

	table->arena = arena;
	table->columns = columns;
	table->nr_columns = nr_columns;
	table->cells = NULL;
	table->next = NULL;
	table->end = NULL;
	table->rows = 0;
	table->block = 1;
	widths = hwi_arena_alloc(arena, nr_columns * sizeof(*widths));
	table->widths = widths;
	for (i = 0; widths && i < nr_columns; i++)
		widths[i] = columns[i].len + (i ? 0 : 2);
}

/**
 * hwi_table_reserve() - make room for rows, once, before the first
 * @table: the table
 * @rows: the most rows that will be added
 *
 * Return: false if the arena is too small (its overflow is set).
 */
bool hwi_table_reserve(struct hwi_table *table, unsigned int rows)
{
	table->cells = hwi_arena_alloc(table->arena,
				       array3_size(rows, table->nr_columns,
						   sizeof(*table->cells)));
	table->next = table->cells;
	table->end = table->cells;
	if (table->cells)
		table->end += (size_t)rows * table->nr_columns;
	return table->cells && table->widths;
}

/* So many bytes of rows are written at once, if they are that many. */
#define BLOCK_BYTES 3000

static bool right_aligned(char type)
{
	return type == 'u' || type == 'z' || type == 'd';
}

/* A row is begun by copying so many bytes of an empty one at a time. */
#define STRIDE (4 * HWI_WORD)

/* "-" in each column but the last, which may be longer. */
static const char *empty_row(const struct hwi_table *table)
{
	const struct hwi_place *place = table->places;
	const struct hwi_place *last = place + table->nr_columns - 1;
	size_t len = ALIGN(last->offset + HWI_WORD, STRIDE);
	char *row = hwi_arena_alloc(table->arena, len);

	if (!row)
		return NULL;
	memset(row, ' ', len);
	for (; place < last; place++)
		row[place->offset - (place->right & 1)] = '-';
	return row;
}

/**
 * hwi_table_layout() - fix where the columns stand, after the last row
 * @table: the table
 *
 * The last column is never padded.
 *
 * Return: false if the arena overflowed, now or before.
 */
bool hwi_table_layout(struct hwi_table *table)
{
	unsigned int nr = table->nr_columns, last = nr - 1, at = 0, i;
	struct hwi_place *place;

	place = hwi_arena_alloc(table->arena, nr * sizeof(*place));
	if (!place || table->arena->overflow)
		return false;
	table->places = place;
	table->rows = (unsigned int)(table->next - table->cells) / nr;
	for (i = 0; i < nr; i++, place++) {
		place->right = 0;
		if (i < last && right_aligned(table->columns[i].type))
			place->right = ~0u;
		place->offset = at + (table->widths[i] & place->right);
		at += table->widths[i] + 1;
	}
	table->block = max(BLOCK_BYTES / at, 1u);
	table->empty = empty_row(table);
	return table->empty;
}

static __always_inline void put_word(char *dst, const char *src)
{
	put_unaligned(get_unaligned((const u64 *)src), (u64 *)dst);
}

static __always_inline void put_stride(char *dst, const char *src)
{
	put_word(dst, src);
	put_word(dst + HWI_WORD, src + HWI_WORD);
	put_word(dst + 2 * HWI_WORD, src + 2 * HWI_WORD);
	put_word(dst + 3 * HWI_WORD, src + 3 * HWI_WORD);
}

/* A padded text, by words; up to seven spaces follow it. */
static __always_inline void put_text(char *dst, const char *src,
				     unsigned int len)
{
	put_word(dst, src);
	if (len <= HWI_WORD)
		return;
	put_word(dst + HWI_WORD, src + HWI_WORD);
	while (unlikely(len > 2 * HWI_WORD)) {
		dst += HWI_WORD;
		src += HWI_WORD;
		len -= HWI_WORD;
		put_word(dst + HWI_WORD, src + HWI_WORD);
	}
}

/* What is written past a row's end, at most: by its beginning, or a padding. */
#define ROW_SLACK STRIDE

/*
 * Write the rows from @row to before @end. What does not change from row to
 * row is kept in variables of its own: the compiler has to assume that the
 * text which is written might be the table. A text covers the "-" of its own
 * column; those of the next columns that its padding covered are put back.
 */
static size_t put_rows(const struct hwi_table *table,
		       const struct hwi_cell *row, const struct hwi_cell *end,
		       char *dst, size_t room)
{
	const struct hwi_place *const places = table->places, *place;
	const unsigned int nr = table->nr_columns, last = nr - 1;
	const unsigned int begin = places[last].offset;
	const char *const empty = table->empty;
	const struct hwi_cell *cell;
	const char *from;
	char *at = dst, *to;
	size_t i;

	if (room < ROW_SLACK)
		return 0;
	room -= ROW_SLACK;
	for (; row < end; row += nr) {
		if (room < begin)
			return 0;
		for (to = at, from = empty; to < at + begin;
		     to += STRIDE, from += STRIDE)
			put_stride(to, from);
		for (cell = row; cell->column != last; cell++) {
			place = &places[cell->column];
			i = place->offset - (cell->len & place->right);
			put_text(at + i, cell->text, cell->len);
			i += cell->len;
			put_word(at + i, empty + i);
		}
		i = begin + cell->len + 1;
		if (room < i)
			return 0;
		room -= i;
		put_text(at + begin, cell->text, cell->len);
		at += i;
		at[-1] = '\n';
	}
	return at - dst;
}

/**
 * hwi_table_row() - write one row as a line
 * @table: the table, laid out
 * @row: which row
 * @dst: where to
 * @room: bytes there
 *
 * Return: bytes written, or 0 if @room is too small.
 */
size_t hwi_table_row(const struct hwi_table *table, unsigned int row, char *dst,
		     size_t room)
{
	const struct hwi_cell *cell = &table->cells[row * table->nr_columns];

	return put_rows(table, cell, cell + table->nr_columns, dst, room);
}

/**
 * hwi_table_block() - write a block of rows, as many as seq_file takes well
 * @table: the table, laid out
 * @block: which, from 0 to below hwi_table_blocks()
 * @dst: where to
 * @room: bytes there
 *
 * Return: bytes written, or 0 if @room is too small.
 */
size_t hwi_table_block(const struct hwi_table *table, unsigned int block,
		       char *dst, size_t room)
{
	unsigned int row = block * table->block;
	unsigned int end = min(row + table->block, table->rows);

	return put_rows(table, &table->cells[row * table->nr_columns],
			&table->cells[end * table->nr_columns], dst, room);
}

/**
 * hwi_table_header() - write the line that names the columns
 * @table: the table, laid out
 * @dst: where to
 * @room: bytes there
 *
 * Return: bytes written, or 0 if @room is too small.
 */
size_t hwi_table_header(const struct hwi_table *table, char *dst, size_t room)
{
	const struct hwi_place *place = table->places;
	unsigned int last = table->nr_columns - 1, i;
	/* A single column has the mark before its name, too. */
	size_t end =
		place[last].offset + (last ? 0 : 2) + table->columns[last].len;

	if (room < end + 1)
		return 0;
	memset(dst, ' ', end);
	for (i = 0; i <= last; i++, place++) {
		const struct hwi_column *column = &table->columns[i];
		char *at = dst + place->offset;

		at -= column->len & place->right;
		if (!i && !place->right)
			at += 2;
		memcpy(at, column->name, column->len);
	}
	dst[0] = '#';
	dst[end] = '\n';
	return end + 1;
}
