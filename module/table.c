// SPDX-License-Identifier: GPL-2.0
/*
 * The table core. Every cell of every view passes here twice, once in and
 * once out, so it works in words: a cell of up to eight bytes is one store.
 */
#include <linux/overflow.h>
#include <linux/kernel.h>

#include "compat.h"
#include "table.h"
#include "text.h"

/**
 * hwi_table_init() - begin an empty table
 * @table: the table
 * @arena: where its cells will be
 * @columns: its columns, which outlive it
 * @nr_columns: how many, at most HWI_MAX_COLUMNS
 *
 * A column is at least as wide as its name; the first one shares the header
 * line with the "# " that marks it.
 */
void hwi_table_init(struct hwi_table *table, struct hwi_arena *arena,
		    const struct hwi_column *columns, unsigned int nr_columns)
{
	unsigned int i;

	table->arena = arena;
	table->columns = columns;
	table->nr_columns = nr_columns;
	table->cells = NULL;
	table->room = 0;
	table->rows = 0;
	table->column = 0;
	for (i = 0; i < nr_columns; i++)
		table->width[i] = strlen(columns[i].name) + (i ? 0 : 2);
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
	table->room = table->cells ? rows : 0;
	return table->cells;
}

/* The next cell in row order, and account for its width. */
static struct hwi_cell *next_cell(struct hwi_table *table, unsigned int len)
{
	unsigned int column = table->column;
	struct hwi_cell *cell;

	if (unlikely(table->rows >= table->room)) {
		table->arena->overflow = true;
		return NULL;
	}
	cell = &table->cells[table->rows * table->nr_columns + column];
	cell->len = len;
	if (table->width[column] < len)
		table->width[column] = len;
	if (++column == table->nr_columns) {
		column = 0;
		table->rows++;
	}
	table->column = column;
	return cell;
}

/**
 * hwi_cell_char() - add a cell of one character
 * @table: the table
 * @c: the character
 */
void hwi_cell_char(struct hwi_table *table, char c)
{
	struct hwi_cell *cell = next_cell(table, 1);

	if (cell) {
		cell->word = HWI_SPACES;
		cell->text[0] = c;
	}
}

/**
 * hwi_cell_ready() - add a string that needs no escaping
 * @table: the table
 * @str: the string, padded; none becomes "-"
 */
void hwi_cell_ready(struct hwi_table *table, struct hwi_str str)
{
	struct hwi_cell *cell;

	if (!str.len) {
		hwi_cell_none(table);
		return;
	}
	cell = next_cell(table, str.len);
	if (!cell)
		return;
	if (str.len <= HWI_WORD)
		cell->word = get_unaligned((const u64 *)str.text);
	else
		cell->far = str.text;
}

/**
 * hwi_cell_str() - add a string that may hold anything
 * @table: the table
 * @str: the string, padded; none and an empty one become "-"
 */
void hwi_cell_str(struct hwi_table *table, struct hwi_str str)
{
	bool last = table->column == table->nr_columns - 1;

	if (str.len)
		str = hwi_text_escape(table->arena, str, last);
	hwi_cell_ready(table, str);
}

/* Room for a number: in the cell if it is short, else in the arena. */
static void cell_number(struct hwi_table *table, char *text, char *end)
{
	struct hwi_str str = { .text = text, .len = end - text };

	if (str.len > HWI_WORD) {
		char *far = hwi_arena_text_begin(table->arena, str.len);

		if (!far)
			return;
		memcpy(far, text, str.len);
		str = hwi_arena_text_end(table->arena, far, far + str.len);
	} else {
		while (end < text + HWI_WORD)
			*end++ = ' ';
	}
	hwi_cell_ready(table, str);
}

/**
 * hwi_cell_u64() - add a decimal number
 * @table: the table
 * @value: the number
 */
void hwi_cell_u64(struct hwi_table *table, u64 value)
{
	char text[HWI_U64_MAX_LEN + HWI_WORD];

	if (value < 10)
		hwi_cell_char(table, '0' + value);
	else
		cell_number(table, text, hwi_text_u64(text, value));
}

/**
 * hwi_cell_hex() - add an address or a bit mask
 * @table: the table
 * @value: the number
 * @digits: least number of digits
 */
void hwi_cell_hex(struct hwi_table *table, u64 value, unsigned int digits)
{
	char text[HWI_HEX_MAX_LEN + HWI_WORD];

	cell_number(table, text, hwi_text_hex(text, value, digits));
}

/**
 * hwi_cell_size() - add a size
 * @table: the table
 * @size: bytes
 */
void hwi_cell_size(struct hwi_table *table, u64 size)
{
	char text[HWI_U64_MAX_LEN + HWI_WORD];

	cell_number(table, text, hwi_text_size(text, size));
}

/**
 * hwi_cell_fixed3() - add a number with three decimals
 * @table: the table
 * @thousandths: the number times 1000
 */
void hwi_cell_fixed3(struct hwi_table *table, u64 thousandths)
{
	char text[HWI_U64_MAX_LEN + HWI_WORD];

	cell_number(table, text, hwi_text_fixed3(text, thousandths));
}

static bool right_aligned(const struct hwi_table *table, unsigned int column)
{
	return strchr("uzd", table->columns[column].type);
}

/**
 * hwi_table_layout() - fix where the columns stand, after the last row
 * @table: the table
 *
 * offset[] is where a left aligned text begins, or where a right aligned one
 * ends. The last column is never padded.
 */
void hwi_table_layout(struct hwi_table *table)
{
	unsigned int i, at = 0;

	for (i = 0; i < table->nr_columns; i++) {
		table->offset[i] = at;
		if (i < table->nr_columns - 1 && right_aligned(table, i))
			table->offset[i] += table->width[i];
		at += table->width[i] + 1;
	}
}

/* Copy a padded text by words; up to seven spaces follow it. */
static void put_text(char *dst, const char *src, unsigned int len)
{
	unsigned int i;

	for (i = 0; i < len; i += HWI_WORD)
		put_unaligned(get_unaligned((const u64 *)(src + i)),
			      (u64 *)(dst + i));
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
	unsigned int last = table->nr_columns - 1, i;
	const struct hwi_cell *cell = &table->cells[row * table->nr_columns];
	unsigned int begin = table->offset[last];
	size_t len = begin + cell[last].len + 1;

	if (room < len + 2 * HWI_WORD)
		return 0;
	for (i = 0; i < begin; i += HWI_WORD)
		put_unaligned(HWI_SPACES, (u64 *)(dst + i));
	for (i = 0; i <= last; i++, cell++) {
		char *at = dst + table->offset[i];

		if (i < last && right_aligned(table, i))
			at -= cell->len;
		if (cell->len <= HWI_WORD)
			put_unaligned(cell->word, (u64 *)at);
		else
			put_text(at, cell->far, cell->len);
	}
	dst[len - 1] = '\n';
	return len;
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

		if (i < last && right_aligned(table, i))
			at -= len;
		else if (!i)
			at += 2;
		memcpy(at, name, len);
	}
	dst[0] = '#';
	dst[end] = '\n';
	return end + 1;
}
