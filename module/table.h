/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A view as a table: rows of cells that are text already, and the widths of
 * the columns. Views add rows with row.h; file.c writes them out.
 */
#ifndef HWI_TABLE_H
#define HWI_TABLE_H

#include <linux/math.h>
#include <linux/types.h>

#include "arena.h"

/**
 * struct hwi_column - a column, as the text format declares it
 * @name: upper case; never renamed once released
 * @len: of the name
 * @type: u integer, x hexadecimal, z size, d decimal, c CPU list,
 *	p per-CPU counts, w words separated by commas, s string
 */
struct hwi_column {
	const char *name;
	unsigned char len;
	char type;
};

#define HWI_COLUMN(text, is)                                           \
	{                                                              \
		.name = (text), .len = sizeof(text) - 1, .type = (is), \
	}

/**
 * struct hwi_cell - what stands in a column of a row
 * @text: padded with spaces to a whole word
 * @len: bytes, without the padding
 * @column: the column's number
 */
struct hwi_cell {
	const char *text;
	unsigned int len;
	unsigned int column;
};

/**
 * struct hwi_place - where a column stands, once laid out
 * @offset: in a line, where a left aligned text begins or a right aligned one
 *	ends
 * @right: all ones if text is aligned right, else zero
 */
struct hwi_place {
	unsigned int offset;
	unsigned int right;
};

/**
 * struct hwi_table - a table that is being filled, or complete
 * @arena: where cells and their text are kept
 * @columns: the columns
 * @nr_columns: how many
 * @widths: of the widest text in each column, or of its name
 * @places: of the columns, once laid out
 * @empty: a row in which nothing is known, likewise: "-" in all columns but
 *	the last
 * @cells: room for @nr_columns a row, row after row. A row has those that are
 *	not "-", in order, and the last one always; none is empty.
 * @next: where the next row begins
 * @end: where the room for them ends
 * @rows: how many rows there are, once laid out
 * @block: how many of them are written at once, likewise
 */
struct hwi_table {
	struct hwi_arena *arena;
	const struct hwi_column *columns;
	unsigned int nr_columns;
	unsigned int *widths;
	struct hwi_place *places;
	const char *empty;
	struct hwi_cell *cells;
	struct hwi_cell *next;
	struct hwi_cell *end;
	unsigned int rows;
	unsigned int block;
};

void hwi_table_init(struct hwi_table *table, struct hwi_arena *arena,
		    const struct hwi_column *columns, unsigned int nr_columns);
bool hwi_table_reserve(struct hwi_table *table, unsigned int rows);
bool hwi_table_layout(struct hwi_table *table);
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

#endif
