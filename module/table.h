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
 * struct hwi_place - where a column stands
 * @width: of the widest text in it, or of its name
 * @offset: in a line, where a left aligned text begins or a right aligned one
 *	ends, once laid out
 * @right: all ones if text is aligned right, else zero, likewise
 */
struct hwi_place {
	unsigned int width;
	unsigned int offset;
	unsigned int right;
};

/**
 * struct hwi_table - a table that is being filled, or complete
 * @arena: where cells and their text are kept
 * @columns: the columns
 * @nr_columns: how many
 * @places: of the columns
 * @cells: the cells, row after row; none is empty
 * @next: where the next row begins
 * @end: where the room for them ends
 * @rows: how many rows there are, once laid out
 * @block: how many of them are written at once, likewise
 */
struct hwi_table {
	struct hwi_arena *arena;
	const struct hwi_column *columns;
	unsigned int nr_columns;
	struct hwi_place *places;
	struct hwi_str *cells;
	struct hwi_str *next;
	struct hwi_str *end;
	unsigned int rows;
	unsigned int block;
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

#endif
