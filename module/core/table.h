/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A view as a table. Rows are kept as they are added, cell after cell; once
 * all are there, the columns' widths are known and the text is printed.
 */
#ifndef HWI_TABLE_H
#define HWI_TABLE_H

#include <linux/types.h>

#include "arena.h"
#include "pages.h"
#include "text.h"

/* The most columns that a view has. */
#define HWI_COLUMNS_MAX 32

/* A longer cell does not widen its column: it shifts the rest of its row. */
#define HWI_WIDTH_MAX 64

/**
 * struct hwi_column - a column, as the text format declares it
 * @name: upper case; never renamed once released
 * @type: u integer, i integer with a sign, x hexadecimal, z size, d decimal,
 *	c CPU list, p per-CPU counts, w words separated by commas, s string
 */
struct hwi_column {
	const char *name;
	char type;
};

/**
 * struct hwi_line - a row that was added
 * @next: the next one
 * @size: bytes of @cells
 * @cells: its cells, with a space between them, and a newline; behind that,
 *	how long each of them is
 */
struct hwi_line {
	struct hwi_line *next;
	unsigned int size;
	char cells[];
};

/**
 * struct hwi_row - a row that is being filled
 * @table: its table
 * @text: its cells so far, a space behind each
 * @begin: where in it the current cell begins
 * @column: the current column
 * @lens: how long the cells before it are
 */
struct hwi_row {
	struct hwi_table *table;
	struct hwi_text text;
	size_t begin;
	unsigned int column;
	unsigned int lens[HWI_COLUMNS_MAX];
};

/**
 * struct hwi_table - a table that is being filled, or complete
 * @arena: where its rows are kept
 * @view: the view's name
 * @columns: its columns
 * @nr_columns: how many
 * @widths: of the columns
 * @right: BIT() of the columns whose cells are aligned to the right
 * @first: the first row
 * @link: where the next one is linked in
 * @rows: how many there are
 * @error: 0; else why the table is not to be used, and no row is added
 * @row: the row that is being filled
 */
struct hwi_table {
	struct hwi_arena *arena;
	const char *view;
	const struct hwi_column *columns;
	unsigned int nr_columns;
	unsigned int widths[HWI_COLUMNS_MAX];
	unsigned long right;
	struct hwi_line *first;
	struct hwi_line **link;
	unsigned int rows;
	int error;
	struct hwi_row row;
};

void hwi_table_init(struct hwi_table *table, struct hwi_arena *arena,
		    const char *view, const struct hwi_column *columns,
		    unsigned int nr_columns);
struct hwi_row *hwi_table_begin(struct hwi_table *table);
bool hwi_table_commit(struct hwi_table *table);
void hwi_table_print(const struct hwi_table *table, struct hwi_pages *to);

/**
 * hwi_table_add() - add a row
 * @table: where to add it; its error is set if the row could not be added
 * @fill: the row function: gets a struct hwi_row and what follows
 *
 * If the row does not fit, room is made and the row function is called again,
 * as seq_file does. So it must not change anything.
 *
 * Context: process context, may sleep.
 */
#define hwi_table_add(table, fill, ...)                     \
	do {                                                \
		struct hwi_table *to__ = (table);           \
		struct hwi_row *row__;                      \
		do {                                        \
			row__ = hwi_table_begin(to__);      \
			if (row__)                          \
				fill(row__, ##__VA_ARGS__); \
		} while (row__ && hwi_table_commit(to__));  \
	} while (0)

#endif
