// SPDX-License-Identifier: GPL-2.0
/*
 * The table core. Every cell of every view passes here twice, once in and
 * once out, so it works in words: a cell of up to eight bytes is one store.
 */
#include <linux/overflow.h>
#include <linux/kernel.h>

#include "compat.h"
#include "number.h"
#include "table.h"
#include "text.h"

/**
 * hwi_table_init() - begin an empty table
 * @table: the table
 * @arena: where its cells will be
 * @columns: its columns, which outlive it
 * @nr_columns: how many, at most HWI_MAX_COLUMNS
 */
void hwi_table_init(struct hwi_table *table, struct hwi_arena *arena,
		    const struct hwi_column *columns, unsigned int nr_columns)
{
	table->arena = arena;
	table->columns = columns;
	table->nr_columns = nr_columns;
	table->cells = NULL;
	table->next = NULL;
	table->end = NULL;
	table->rows = 0;
	table->block = 1;
}

/**
 * hwi_table_reserve() - make room for rows, once, before the first cell
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
	return table->cells;
}

/* A string of which it is known that there is one. */
static inline void put_cell(struct hwi_table *table, struct hwi_str str)
{
	struct hwi_cell *cell = hwi_cell_next(table);

	if (!cell)
		return;
	cell->len = str.len;
	cell->number = 0;
	if (str.len <= HWI_WORD)
		cell->word = get_unaligned((const u64 *)str.text);
	else
		cell->far = str.text;
}

/**
 * hwi_cell_ready() - add a string that needs no escaping
 * @table: the table
 * @str: the string, padded; none becomes "-"
 */
void hwi_cell_ready(struct hwi_table *table, struct hwi_str str)
{
	if (str.len)
		put_cell(table, str);
	else
		hwi_cell_none(table);
}

/* The last column is free text. */
static bool in_last_column(const struct hwi_table *table)
{
	unsigned int nr = table->next - table->cells;

	return nr % table->nr_columns == table->nr_columns - 1;
}

/**
 * hwi_cell_text() - add a string that may hold anything
 * @table: the table
 * @str: the string, padded, not empty
 */
void hwi_cell_text(struct hwi_table *table, struct hwi_str str)
{
	bool last = in_last_column(table);

	if (!hwi_text_is_plain(str, last))
		str = hwi_text_escape(table->arena, str, last);
	hwi_cell_ready(table, str);
}

/* Longer than any number, and the padding. */
#define NUMBER_ROOM (4 * HWI_WORD)

/*
 * Sizes and the like are written where a long one will stay. If it turns out
 * to be short, it goes into the cell, and the next one is written there.
 */
static char *number_begin(struct hwi_table *table)
{
	struct hwi_arena *arena = table->arena;

	if (likely(arena->size - arena->used >= NUMBER_ROOM))
		return arena->base + arena->used;
	arena->overflow = true;
	return NULL;
}

static void number_end(struct hwi_table *table, char *begin, char *end)
{
	struct hwi_str str = { .text = begin, .len = end - begin };

	if (str.len > HWI_WORD)
		str = hwi_arena_text_end(table->arena, begin, end);
	else
		put_unaligned(HWI_SPACES, (u64 *)end);
	put_cell(table, str);
}

/**
 * hwi_cell_size() - add a size
 * @table: the table
 * @size: bytes
 */
void hwi_cell_size(struct hwi_table *table, u64 size)
{
	char *text = number_begin(table);

	if (text)
		number_end(table, text, hwi_text_size(text, size));
}

/**
 * hwi_cell_fixed3() - add a number with three decimals
 * @table: the table
 * @thousandths: the number times 1000
 */
void hwi_cell_fixed3(struct hwi_table *table, u64 thousandths)
{
	char *text = number_begin(table);

	if (text)
		number_end(table, text, hwi_text_fixed3(text, thousandths));
}

/* So many bytes of rows are written at once, if they are that many. */
#define BLOCK_BYTES 1000

static bool right_aligned(char type)
{
	return type == 'u' || type == 'z' || type == 'd';
}

static unsigned int number_len(const struct hwi_cell *cell)
{
	if (cell->number == HWI_DECIMAL)
		return hwi_u64_len(cell->word);
	return hwi_hex_len(cell->word, cell->number);
}

/**
 * hwi_table_layout() - fix where the columns stand, after the last row
 * @table: the table
 *
 * A column is as wide as its widest text or its name; the first one shares
 * the header line with the "# " that marks it. offset[] is where a left
 * aligned text begins, or where a right aligned one ends. The last column is
 * never padded.
 */
void hwi_table_layout(struct hwi_table *table)
{
	unsigned int nr = table->nr_columns, last = nr - 1, at = 0, i, row;
	struct hwi_cell *cell = table->cells;
	unsigned int *width = table->width;

	table->rows = (unsigned int)(table->next - cell) / nr;
	for (i = 0; i < nr; i++)
		width[i] = strlen(table->columns[i].name) + (i ? 0 : 2);
	for (row = 0; row < table->rows; row++)
		for (i = 0; i < nr; i++, cell++) {
			if (cell->number)
				cell->len = number_len(cell);
			if (width[i] < cell->len)
				width[i] = cell->len;
		}
	for (i = 0; i < nr; i++) {
		table->right[i] = 0;
		if (i < last && right_aligned(table->columns[i].type))
			table->right[i] = ~0u;
		table->offset[i] = at + (width[i] & table->right[i]);
		at += width[i] + 1;
	}
	table->block = max(BLOCK_BYTES / at, 1u);
}

/* A padded text, by words; up to seven spaces follow it. */
static inline void put_text(char *dst, const char *src, unsigned int len)
{
	unsigned int i;

	for (i = 0; i < len; i += HWI_WORD)
		put_unaligned(get_unaligned((const u64 *)(src + i)),
			      (u64 *)(dst + i));
}

static void put_number(char *dst, const struct hwi_cell *cell, unsigned int len)
{
	if (cell->number == HWI_DECIMAL)
		hwi_put_u64(dst, cell->word, len);
	else
		hwi_put_hex(dst, cell->word, len);
}

/* What a row may write past its end, in words. */
#define ROW_SLACK (4 * HWI_WORD)

static __always_inline size_t put_row(const struct hwi_table *table,
				      const struct hwi_cell *cell, char *dst,
				      size_t room)
{
	unsigned int last = table->nr_columns - 1, i, len;
	unsigned int begin = table->offset[last];
	size_t size = begin + cell[last].len + 1;
	char *at;

	if (room < size + ROW_SLACK)
		return 0;
	for (i = 0; i < begin; i += 4 * HWI_WORD) {
		put_unaligned(HWI_SPACES, (u64 *)(dst + i));
		put_unaligned(HWI_SPACES, (u64 *)(dst + i + HWI_WORD));
		put_unaligned(HWI_SPACES, (u64 *)(dst + i + 2 * HWI_WORD));
		put_unaligned(HWI_SPACES, (u64 *)(dst + i + 3 * HWI_WORD));
	}
	for (i = 0; i <= last; i++, cell++) {
		len = cell->len;
		at = dst + table->offset[i] - (len & table->right[i]);
		if (cell->number)
			put_number(at, cell, len);
		else if (likely(len <= HWI_WORD))
			put_unaligned(cell->word, (u64 *)at);
		else
			put_text(at, cell->far, len);
	}
	dst[size - 1] = '\n';
	return size;
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
	return put_row(table, &table->cells[row * table->nr_columns], dst,
		       room);
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
	const struct hwi_cell *cell = &table->cells[row * table->nr_columns];
	size_t used = 0, len;

	for (; row < end; row++, cell += table->nr_columns) {
		len = put_row(table, cell, dst + used, room - used);
		if (!len)
			return 0;
		used += len;
	}
	return used;
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
	unsigned int last = table->nr_columns - 1, i;
	/* A single column has the mark before its name, too. */
	size_t end = table->offset[last] + (last ? 0 : 2) +
		     strlen(table->columns[last].name);

	if (room < end + 1)
		return 0;
	memset(dst, ' ', end);
	for (i = 0; i <= last; i++) {
		const char *name = table->columns[i].name;
		size_t len = strlen(name);
		char *at = dst + table->offset[i];

		at -= len & table->right[i];
		if (!i && !table->right[i])
			at += 2;
		memcpy(at, name, len);
	}
	dst[0] = '#';
	dst[end] = '\n';
	return end + 1;
}
