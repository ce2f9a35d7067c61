/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A view as a table: rows of cells that are text already, and the widths of
 * the columns. Views add cells row by row; view.c writes the rows out.
 */
#ifndef HWI_TABLE_H
#define HWI_TABLE_H

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
 * struct hwi_cell - the text of one cell
 * @word: all of @text at once
 * @text: in place where @len is at most a word, padded with spaces
 * @far: else where it is, padded likewise
 * @len: bytes
 */
struct hwi_cell {
	union {
		u64 word;
		char text[HWI_WORD];
		const char *far;
	};
	unsigned int len;
};

/**
 * struct hwi_table - a table that is being filled, or complete
 * @arena: where cells and their text are kept
 * @columns: the columns
 * @nr_columns: how many, at most HWI_MAX_COLUMNS
 * @cells: @rows times @nr_columns cells
 * @room: rows there is room for
 * @rows: rows so far
 * @column: the column the next cell goes to
 * @width: of each column, the widest text so far
 * @offset: of each column in a line, once laid out
 */
struct hwi_table {
	struct hwi_arena *arena;
	const struct hwi_column *columns;
	unsigned int nr_columns;
	struct hwi_cell *cells;
	unsigned int room;
	unsigned int rows;
	unsigned int column;
	unsigned int width[HWI_MAX_COLUMNS];
	unsigned int offset[HWI_MAX_COLUMNS];
};

void hwi_table_init(struct hwi_table *table, struct hwi_arena *arena,
		    const struct hwi_column *columns, unsigned int nr_columns);
bool hwi_table_reserve(struct hwi_table *table, unsigned int rows);
void hwi_table_layout(struct hwi_table *table);
size_t hwi_table_header(const struct hwi_table *table, char *dst, size_t room);
size_t hwi_table_row(const struct hwi_table *table, unsigned int row, char *dst,
		     size_t room);

void hwi_cell_u64(struct hwi_table *table, u64 value);
void hwi_cell_hex(struct hwi_table *table, u64 value, unsigned int digits);
void hwi_cell_size(struct hwi_table *table, u64 size);
void hwi_cell_fixed3(struct hwi_table *table, u64 thousandths);
void hwi_cell_str(struct hwi_table *table, struct hwi_str str);
void hwi_cell_ready(struct hwi_table *table, struct hwi_str str);
void hwi_cell_char(struct hwi_table *table, char c);

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

/* A number, or "-" where it is negative (NUMA_NO_NODE and the like). */
static inline void hwi_cell_id(struct hwi_table *table, int id)
{
	if (id < 0)
		hwi_cell_none(table);
	else
		hwi_cell_u64(table, id);
}

#endif
