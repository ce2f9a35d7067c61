/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A row that is being filled: one cell after the other, in the order of the
 * columns. All of it is inline, so that a view that keeps its struct hwi_row
 * to itself has it in registers.
 */
#ifndef HWI_ROW_H
#define HWI_ROW_H

#include <linux/compiler.h>
#include <linux/printk.h>
#include <linux/types.h>

#include "table.h"

extern const char hwi_small_numbers[];

/* The text of a number below 100. */
static __always_inline struct hwi_str hwi_small_number(unsigned int value)
{
	return (struct hwi_str){
		.text = hwi_small_numbers + HWI_WORD * value,
		.len = 1 + (value >= 10),
	};
}

struct hwi_str hwi_row_decimal(struct hwi_arena *arena, u64 value);
struct hwi_str hwi_row_hex(struct hwi_arena *arena, u64 value,
			   unsigned int digits);
void hwi_row_range(struct hwi_arena *arena, struct hwi_cell range[2], u64 first,
		   u64 last, unsigned int digits);
struct hwi_str hwi_row_size(struct hwi_arena *arena, u64 size);
struct hwi_str hwi_row_fixed3(struct hwi_arena *arena, u64 thousandths);
struct hwi_str hwi_row_char(struct hwi_arena *arena, char c);
struct hwi_str hwi_row_field(struct hwi_arena *arena, struct hwi_str str);
struct hwi_str hwi_row_text(struct hwi_arena *arena, struct hwi_str str);
struct hwi_str hwi_row_item(struct hwi_arena *arena, struct hwi_str str);

/**
 * struct hwi_row - a row that is being filled
 * @arena: where its text is kept
 * @widths: of the columns
 * @cell: the next cell that is not "-"
 * @column: the next column
 */
struct hwi_row {
	struct hwi_arena *arena;
	unsigned int *widths;
	struct hwi_cell *cell;
	unsigned int column;
};

/**
 * hwi_row_begin() - begin the next row
 * @row: initialised here
 * @table: the table
 *
 * Return: false if there are more rows than were reserved (the arena's
 * overflow is set).
 */
static inline bool hwi_row_begin(struct hwi_row *row, struct hwi_table *table)
{
	row->arena = table->arena;
	row->widths = table->widths;
	row->cell = table->next;
	row->column = 0;
	if (likely(table->next != table->end))
		return true;
	table->arena->overflow = true;
	return false;
}

/* Put a text into a cell, which is not in a row yet. */
static __always_inline void hwi_cell_fill(struct hwi_cell *cell,
					  struct hwi_str str)
{
	cell->text = str.text;
	cell->len = str.len;
}

/* The cell is there, of no more than one character. */
static __always_inline void hwi_cell_take_narrow(struct hwi_row *row)
{
	row->cell->column = row->column;
	row->cell++;
	row->column++;
}

/* The cell is there; note its width. */
static __always_inline void hwi_cell_take(struct hwi_row *row)
{
	if (row->widths[row->column] < row->cell->len)
		row->widths[row->column] = row->cell->len;
	hwi_cell_take_narrow(row);
}

/**
 * hwi_cell_put() - add a string that is there and needs no escaping
 * @row: the row
 * @str: the string, padded
 */
static __always_inline void hwi_cell_put(struct hwi_row *row,
					 struct hwi_str str)
{
	hwi_cell_fill(row->cell, str);
	hwi_cell_take(row);
}

/* One character, which is no wider than a column's name. */
static __always_inline void hwi_cell_sign(struct hwi_row *row,
					  struct hwi_str sign)
{
	hwi_cell_fill(row->cell, sign);
	hwi_cell_take_narrow(row);
}

/* So many that are not applicable, or not known: as a row is begun. */
static __always_inline void hwi_cells_none(struct hwi_row *row, unsigned int nr)
{
	row->column += nr;
}

static __always_inline void hwi_cell_none(struct hwi_row *row)
{
	hwi_cells_none(row, 1);
}

/* Hidden from this reader. */
static __always_inline void hwi_cell_hidden(struct hwi_row *row)
{
	hwi_cell_sign(row, HWI_STR("*"));
}

/**
 * hwi_row_end() - end a row that has all its cells
 * @row: the row
 * @table: the table; not to be used any more if a text had no room
 */
static inline void hwi_row_end(struct hwi_row *row, struct hwi_table *table)
{
	unsigned int nr = table->nr_columns;

	/* Left out for want of room; else the view has too few, or too many. */
	if (unlikely(row->column != nr)) {
		if (!table->arena->overflow)
			pr_err_once("hwinsight: a row has %u cells\n",
				    row->column);
		table->arena->overflow = true;
		return;
	}
	/* The last column's is always there: the line ends with it. */
	if (row->cell == table->next || row->cell[-1].column != nr - 1) {
		row->column--;
		hwi_cell_sign(row, HWI_STR("-"));
	}
	table->next += nr;
}

/**
 * hwi_cell_char() - add a cell of one character
 * @row: the row
 * @c: the character
 */
static __always_inline void hwi_cell_char(struct hwi_row *row, char c)
{
	hwi_cell_put(row, hwi_row_char(row->arena, c));
}

/**
 * hwi_cell_ready() - add a string that needs no escaping
 * @row: the row
 * @str: the string, padded; none becomes "-"
 */
static __always_inline void hwi_cell_ready(struct hwi_row *row,
					   struct hwi_str str)
{
	if (str.len)
		hwi_cell_put(row, str);
	else
		hwi_cell_none(row);
}

/**
 * hwi_cell_str() - add a string that may hold anything
 * @row: the row
 * @str: the string, padded; none and an empty one become "-"
 */
static __always_inline void hwi_cell_str(struct hwi_row *row,
					 struct hwi_str str)
{
	if (str.len)
		hwi_cell_put(row, hwi_row_field(row->arena, str));
	else
		hwi_cell_none(row);
}

/**
 * hwi_cell_text() - add free text, as the last cell
 * @row: the row
 * @str: the string, padded; none and an empty one become "-"
 */
static __always_inline void hwi_cell_text(struct hwi_row *row,
					  struct hwi_str str)
{
	if (str.len)
		hwi_cell_put(row, hwi_row_text(row->arena, str));
	else
		hwi_cell_none(row);
}

/**
 * hwi_cell_item() - add a list of one, in a column of lists
 * @row: the row
 * @str: the string, padded; none and an empty one become "-"
 */
static __always_inline void hwi_cell_item(struct hwi_row *row,
					  struct hwi_str str)
{
	if (str.len)
		hwi_cell_put(row, hwi_row_item(row->arena, str));
	else
		hwi_cell_none(row);
}

/**
 * hwi_cell_u64() - add a decimal number
 * @row: the row
 * @value: the number
 */
static __always_inline void hwi_cell_u64(struct hwi_row *row, u64 value)
{
	hwi_cell_put(row, value < 100 ? hwi_small_number(value) :
					hwi_row_decimal(row->arena, value));
}

/* A number, or "-" where it is negative (NUMA_NO_NODE and the like). */
static __always_inline void hwi_cell_id(struct hwi_row *row, int id)
{
	if (id < 0)
		hwi_cell_none(row);
	else
		hwi_cell_u64(row, id);
}

/**
 * hwi_cell_hex() - add an address or a bit mask
 * @row: the row
 * @value: the number
 * @digits: least number of digits, 1 to 16
 */
static __always_inline void hwi_cell_hex(struct hwi_row *row, u64 value,
					 unsigned int digits)
{
	hwi_cell_put(row, hwi_row_hex(row->arena, value, digits));
}

/**
 * hwi_cells_range() - add two cells: the first and the last address of a range
 * @row: the row
 * @first: the first address
 * @last: the last address
 * @digits: least number of digits, 1 to 16
 */
static __always_inline void hwi_cells_range(struct hwi_row *row, u64 first,
					    u64 last, unsigned int digits)
{
	hwi_row_range(row->arena, row->cell, first, last, digits);
	hwi_cell_take(row);
	hwi_cell_take(row);
}

/**
 * hwi_cell_size() - add a size
 * @row: the row
 * @size: bytes
 */
static __always_inline void hwi_cell_size(struct hwi_row *row, u64 size)
{
	hwi_cell_put(row, hwi_row_size(row->arena, size));
}

/**
 * hwi_cell_fixed3() - add a number with three decimals
 * @row: the row
 * @thousandths: the number times 1000
 */
static __always_inline void hwi_cell_fixed3(struct hwi_row *row,
					    u64 thousandths)
{
	hwi_cell_put(row, hwi_row_fixed3(row->arena, thousandths));
}

#endif
