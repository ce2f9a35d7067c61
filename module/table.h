/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A view as a table: rows of cells that are text already, and the widths of
 * the columns. Views add cells row by row; view.c writes the rows out.
 */
#ifndef HWI_TABLE_H
#define HWI_TABLE_H

#include <linux/compiler.h>
#include <linux/math.h>
#include <linux/types.h>

#include "arena.h"

#define HWI_MAX_COLUMNS 32

/**
 * struct hwi_column - a column, as the text format declares it
 * @name: upper case; never renamed once released
 * @type: u integer, x hexadecimal, z size, d decimal, c CPU list,
 *	p per-CPU counts, w words separated by commas, s string
 */
struct hwi_column {
	const char *name;
	char type;
};

/**
 * struct hwi_cell - the text of one cell, or a number still to be written
 * @word: all of @text at once; the number
 * @text: in place where @len is at most a word, padded with spaces
 * @far: else where it is, padded likewise
 * @len: bytes; of a number, not known before the table is laid out
 * @number: 0 for text, HWI_DECIMAL, or least number of hexadecimal digits
 */
struct hwi_cell {
	union {
		u64 word;
		char text[HWI_WORD];
		const char *far;
	};
	unsigned int len;
	unsigned int number;
};

#define HWI_DECIMAL 32

/**
 * struct hwi_table - a table that is being filled, or complete
 * @arena: where cells and their text are kept
 * @columns: the columns
 * @nr_columns: how many, at most HWI_MAX_COLUMNS
 * @cells: the cells, row after row
 * @next: the next one to be filled
 * @end: where the room for them ends
 * @rows: how many whole rows there are, once laid out
 * @block: how many of them are written at once, likewise
 * @width: of each column, the widest text, likewise
 * @offset: of each column in a line, likewise
 * @right: of each column, all ones where text is aligned right, else zero
 */
struct hwi_table {
	struct hwi_arena *arena;
	const struct hwi_column *columns;
	unsigned int nr_columns;
	struct hwi_cell *cells;
	struct hwi_cell *next;
	struct hwi_cell *end;
	unsigned int rows;
	unsigned int block;
	unsigned int width[HWI_MAX_COLUMNS];
	unsigned int offset[HWI_MAX_COLUMNS];
	unsigned int right[HWI_MAX_COLUMNS];
};

void hwi_table_init(struct hwi_table *table, struct hwi_arena *arena,
		    const struct hwi_column *columns, unsigned int nr_columns);
bool hwi_table_reserve(struct hwi_table *table, unsigned int rows);
void hwi_table_layout(struct hwi_table *table);
size_t hwi_table_header(const struct hwi_table *table, char *dst, size_t room);
size_t hwi_table_row(const struct hwi_table *table, unsigned int row, char *dst,
		     size_t room);
size_t hwi_table_block(const struct hwi_table *table, unsigned int block,
		       char *dst, size_t room);

/**
 * hwi_table_blocks() - how many blocks of rows there are
 * @table: the table, laid out
 *
 * Return: their number.
 */
static inline unsigned int hwi_table_blocks(const struct hwi_table *table)
{
	return DIV_ROUND_UP(table->rows, table->block);
}

void hwi_cell_size(struct hwi_table *table, u64 size);
void hwi_cell_fixed3(struct hwi_table *table, u64 thousandths);
void hwi_cell_text(struct hwi_table *table, struct hwi_str str);
void hwi_cell_ready(struct hwi_table *table, struct hwi_str str);

/* The next cell, or NULL if there are more than were reserved. */
static inline struct hwi_cell *hwi_cell_next(struct hwi_table *table)
{
	struct hwi_cell *cell = table->next;

	if (unlikely(cell == table->end)) {
		table->arena->overflow = true;
		return NULL;
	}
	table->next = cell + 1;
	return cell;
}

/**
 * hwi_cell_char() - add a cell of one character
 * @table: the table
 * @c: the character
 */
static inline void hwi_cell_char(struct hwi_table *table, char c)
{
	struct hwi_cell *cell = hwi_cell_next(table);

	if (!cell)
		return;
	cell->word = HWI_SPACES;
	cell->text[0] = c;
	cell->len = 1;
	cell->number = 0;
}

static inline void hwi_cell_number(struct hwi_table *table, u64 value,
				   unsigned int number)
{
	struct hwi_cell *cell = hwi_cell_next(table);

	if (!cell)
		return;
	cell->word = value;
	cell->number = number;
}

/**
 * hwi_cell_u64() - add a decimal number
 * @table: the table
 * @value: the number
 */
static inline void hwi_cell_u64(struct hwi_table *table, u64 value)
{
	if (value < 10)
		hwi_cell_char(table, '0' + value);
	else
		hwi_cell_number(table, value, HWI_DECIMAL);
}

/**
 * hwi_cell_hex() - add an address or a bit mask
 * @table: the table
 * @value: the number
 * @digits: least number of digits, 1 to 16
 */
static inline void hwi_cell_hex(struct hwi_table *table, u64 value,
				unsigned int digits)
{
	hwi_cell_number(table, value, digits);
}

/* Not applicable, or not known. */
static inline void hwi_cell_none(struct hwi_table *table)
{
	hwi_cell_char(table, '-');
}

/* Hidden from this reader. */
static inline void hwi_cell_hidden(struct hwi_table *table)
{
	hwi_cell_char(table, '*');
}

/**
 * hwi_cell_str() - add a string that may hold anything
 * @table: the table
 * @str: the string, padded; none and an empty one become "-"
 */
static inline void hwi_cell_str(struct hwi_table *table, struct hwi_str str)
{
	if (str.len)
		hwi_cell_text(table, str);
	else
		hwi_cell_none(table);
}

/* A number, or "-" where it is negative (NUMA_NO_NODE and the like). */
static inline void hwi_cell_id(struct hwi_table *table, int id)
{
	if (id < 0)
		hwi_cell_none(table);
	else
		hwi_cell_u64(table, id);
}

#endif
