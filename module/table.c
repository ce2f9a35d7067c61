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
	struct hwi_place *place;
	unsigned int i;

	table->arena = arena;
	table->columns = columns;
	table->nr_columns = nr_columns;
	table->cells = NULL;
	table->next = NULL;
	table->end = NULL;
	table->rows = 0;
	table->block = 1;
	place = hwi_arena_alloc(arena, nr_columns * sizeof(*place));
	table->places = place;
	for (i = 0; place && i < nr_columns; i++)
		place[i].width = columns[i].len + (i ? 0 : 2);
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
	return table->cells && table->places;
}

/* So many bytes of rows are written at once, if they are that many. */
#define BLOCK_BYTES 3000

static bool right_aligned(char type)
{
	return type == 'u' || type == 'z' || type == 'd';
}

/**
 * hwi_table_layout() - fix where the columns stand, after the last row
 * @table: the table, whose arena did not overflow
 *
 * The last column is never padded.
 */
void hwi_table_layout(struct hwi_table *table)
{
	unsigned int nr = table->nr_columns, last = nr - 1, at = 0, i;
	struct hwi_place *place = table->places;

	table->rows = (unsigned int)(table->next - table->cells) / nr;
	for (i = 0; i < nr; i++, place++) {
		place->right = 0;
		if (i < last && right_aligned(table->columns[i].type))
			place->right = ~0u;
		place->offset = at + (place->width & place->right);
		at += place->width + 1;
	}
	table->block = max(BLOCK_BYTES / at, 1u);
}

static __always_inline void put_word(char *dst, const char *src)
{
	put_unaligned(get_unaligned((const u64 *)src), (u64 *)dst);
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

/* What a row may write past its end, in words. */
#define ROW_SLACK (4 * HWI_WORD)

/*
 * Write the rows from @cell to before @end. What does not change from row to
 * row is kept in variables of its own: the compiler has to assume that the
 * text which is written might be the table.
 */
static size_t put_rows(const struct hwi_table *table,
		       const struct hwi_str *cell, const struct hwi_str *end,
		       char *dst, size_t room)
{
	const struct hwi_place *const places = table->places, *place;
	const unsigned int nr = table->nr_columns;
	const unsigned int begin = places[nr - 1].offset;
	const struct hwi_str *next;
	char *at = dst;
	unsigned int i;

	if (room < ROW_SLACK)
		return 0;
	room -= ROW_SLACK;
	while (cell < end) {
		next = cell + nr;
		i = begin + next[-1].len + 1;
		if (room < i)
			return 0;
		room -= i;
		for (i = 0; i < begin; i += 4 * HWI_WORD) {
			put_unaligned(HWI_SPACES, (u64 *)(at + i));
			put_unaligned(HWI_SPACES, (u64 *)(at + i + HWI_WORD));
			put_unaligned(HWI_SPACES,
				      (u64 *)(at + i + 2 * HWI_WORD));
			put_unaligned(HWI_SPACES,
				      (u64 *)(at + i + 3 * HWI_WORD));
		}
		place = places;
		do {
			put_text(at + place->offset -
					 (cell->len & place->right),
				 cell->text, cell->len);
			place++;
		} while (++cell != next);
		at += begin + cell[-1].len + 1;
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
	const struct hwi_str *cell = &table->cells[row * table->nr_columns];

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
