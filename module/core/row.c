// SPDX-License-Identifier: GPL-2.0
#include "row.h"

/**
 * hwi_cell_end() - end a cell
 * @row: the row, after hwi_cell_begin()
 */
void hwi_cell_end(struct hwi_row *row)
{
	size_t len = row->text.len - row->begin;
	unsigned int *width;

	if (!len) {
		hwi_cell_none(row);
		return;
	}
	hwi_text_char(&row->text, ' ');
	/* If there are too many cells, hwi_table_commit() reports it. */
	if (row->column < HWI_COLUMNS_MAX) {
		row->lens[row->column] = len;
		width = &row->table->widths[row->column];
		if (*width < len && len <= HWI_WIDTH_MAX)
			*width = len;
	}
	row->column++;
}

/**
 * hwi_cell_none() - add a cell that is not known, or does not apply
 * @row: the row
 */
void hwi_cell_none(struct hwi_row *row)
{
	hwi_text_bytes(&row->text, "- ", 2);
	/* One character is no wider than any column. */
	if (row->column < HWI_COLUMNS_MAX)
		row->lens[row->column] = 1;
	row->column++;
}

/**
 * hwi_cells_none() - add some that are not known, or do not apply
 * @row: the row
 * @nr: how many
 */
void hwi_cells_none(struct hwi_row *row, unsigned int nr)
{
	while (nr--)
		hwi_cell_none(row);
}

/**
 * hwi_cell_hidden() - add a cell that is hidden from this reader
 * @row: the row
 */
void hwi_cell_hidden(struct hwi_row *row)
{
	hwi_cell_char(row, '*');
}

/**
 * hwi_cell_word() - add a constant, which needs no escaping
 * @row: the row
 * @word: the constant; NULL becomes "-"
 */
void hwi_cell_word(struct hwi_row *row, const char *word)
{
	struct hwi_text *text = hwi_cell_begin(row);

	if (word)
		hwi_text_str(text, word);
	hwi_cell_end(row);
}

/**
 * hwi_cell_char() - add a cell of one character
 * @row: the row
 * @c: the character
 */
void hwi_cell_char(struct hwi_row *row, char c)
{
	hwi_text_char(hwi_cell_begin(row), c);
	hwi_cell_end(row);
}

static void escaped(struct hwi_row *row, const char *str, enum hwi_escape how)
{
	struct hwi_text *text = hwi_cell_begin(row);

	if (str)
		hwi_text_escaped(text, str, how);
	hwi_cell_end(row);
}

/**
 * hwi_cell_str() - add a string that may hold anything
 * @row: the row
 * @str: the string; NULL and an empty one become "-"
 */
void hwi_cell_str(struct hwi_row *row, const char *str)
{
	escaped(row, str, HWI_ESCAPE_FIELD);
}

/**
 * hwi_cell_line() - add free text, as the last cell
 * @row: the row
 * @str: the text; NULL and an empty one become "-"
 */
void hwi_cell_line(struct hwi_row *row, const char *str)
{
	escaped(row, str, HWI_ESCAPE_LINE);
}

/**
 * hwi_cell_item() - add a list of one, in a column of lists
 * @row: the row
 * @str: the item; NULL and an empty one become "-"
 */
void hwi_cell_item(struct hwi_row *row, const char *str)
{
	escaped(row, str, HWI_ESCAPE_ITEM);
}

/**
 * hwi_cell_u64() - add a decimal number
 * @row: the row
 * @value: the number
 */
void hwi_cell_u64(struct hwi_row *row, u64 value)
{
	hwi_text_u64(hwi_cell_begin(row), value);
	hwi_cell_end(row);
}

/**
 * hwi_cell_s64() - add a decimal number with a sign, if it is below zero
 * @row: the row
 * @value: the number
 */
void hwi_cell_s64(struct hwi_row *row, s64 value)
{
	struct hwi_text *text = hwi_cell_begin(row);

	if (value < 0)
		hwi_text_char(text, '-');
	hwi_text_u64(text, value < 0 ? -(u64)value : (u64)value);
	hwi_cell_end(row);
}

/**
 * hwi_cell_id() - add a number that may be missing
 * @row: the row
 * @id: the number; a negative one (NUMA_NO_NODE and the like) becomes "-"
 */
void hwi_cell_id(struct hwi_row *row, int id)
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
void hwi_cell_hex(struct hwi_row *row, u64 value, unsigned int digits)
{
	hwi_text_hex(hwi_cell_begin(row), value, digits);
	hwi_cell_end(row);
}

/**
 * hwi_cell_size() - add a size
 * @row: the row
 * @size: bytes
 */
void hwi_cell_size(struct hwi_row *row, u64 size)
{
	hwi_text_size(hwi_cell_begin(row), size);
	hwi_cell_end(row);
}

/**
 * hwi_cell_fixed3() - add a number with three decimals
 * @row: the row
 * @thousandths: the number times 1000
 */
void hwi_cell_fixed3(struct hwi_row *row, u64 thousandths)
{
	hwi_text_fixed3(hwi_cell_begin(row), thousandths);
	hwi_cell_end(row);
}

/**
 * hwi_cell_cpulist() - add a CPU set
 * @row: the row
 * @mask: the set; NULL becomes "-"
 * @bits: how many bits of it count
 */
void hwi_cell_cpulist(struct hwi_row *row, const unsigned long *mask,
		      unsigned int bits)
{
	struct hwi_text *text = hwi_cell_begin(row);

	if (mask)
		hwi_text_cpulist(text, mask, bits, ',');
	hwi_cell_end(row);
}
