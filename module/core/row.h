/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Fills a row: one cell after another, in the order of the columns. What is not
 * known or does not apply is "-".
 */
#ifndef HWI_ROW_H
#define HWI_ROW_H

#include "table.h"
#include "text.h"

/**
 * hwi_cell_begin() - begin a cell that is written piece by piece
 * @row: the row
 *
 * Return: where to write it; nothing written becomes "-".
 */
static inline struct hwi_text *hwi_cell_begin(struct hwi_row *row)
{
	row->begin = row->text.len;
	return &row->text;
}

void hwi_cell_end(struct hwi_row *row);
void hwi_cell_none(struct hwi_row *row);
void hwi_cells_none(struct hwi_row *row, unsigned int nr);
void hwi_cell_hidden(struct hwi_row *row);
void hwi_cell_word(struct hwi_row *row, const char *word);
void hwi_cell_char(struct hwi_row *row, char c);
void hwi_cell_str(struct hwi_row *row, const char *str);
void hwi_cell_line(struct hwi_row *row, const char *str);
void hwi_cell_item(struct hwi_row *row, const char *str);
void hwi_cell_u64(struct hwi_row *row, u64 value);
void hwi_cell_s64(struct hwi_row *row, s64 value);
void hwi_cell_id(struct hwi_row *row, int id);
void hwi_cell_hex(struct hwi_row *row, u64 value, unsigned int digits);
void hwi_cell_size(struct hwi_row *row, u64 size);
void hwi_cell_fixed3(struct hwi_row *row, u64 thousandths);
void hwi_cell_cpulist(struct hwi_row *row, const unsigned long *mask,
		      unsigned int bits);

#endif
