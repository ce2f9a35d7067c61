// SPDX-License-Identifier: GPL-2.0
#include <linux/bug.h>
#include <linux/kernel.h>

#include "pause.h"
#include "table.h"

/**
 * hwi_table_init() - begin an empty table
 * @table: the table
 * @arena: where its rows will be
 * @view: the view's name
 * @columns: its columns, which outlive it
 * @nr_columns: how many
 *
 * A column is as wide as its name; the first one shares the header line with
 * the "# " that marks it.
 */
void hwi_table_init(struct hwi_table *table, struct hwi_arena *arena,
		    const char *view, const struct hwi_column *columns,
		    unsigned int nr_columns)
{
	unsigned int i;

	*table = (struct hwi_table){
		.arena = arena,
		.view = view,
		.columns = columns,
		.nr_columns = nr_columns,
	};
	table->link = &table->first;
	if (WARN_ON_ONCE(nr_columns > HWI_COLUMNS_MAX)) {
		table->error = -EIO;
		return;
	}
	for (i = 0; i < nr_columns; i++)
		table->widths[i] = strlen(columns[i].name) + (i ? 0 : 2);
}

/**
 * hwi_table_begin() - begin a row, in what room there is
 * @table: the table
 *
 * Return: the row, or NULL if the table has an error.
 */
struct hwi_row *hwi_table_begin(struct hwi_table *table)
{
	struct hwi_arena *arena = table->arena;
	struct hwi_row *row = &table->row;
	size_t head = sizeof(struct hwi_line);

	if (table->error)
		return NULL;
	row->table = table;
	row->begin = 0;
	row->column = 0;
	if (arena->left > head)
		hwi_text_init(&row->text, arena->at + head, arena->left - head);
	else
		hwi_text_init(&row->text, NULL, 0);
	return row;
}

/**
 * hwi_table_commit() - end a row
 * @table: the table; its error is set if the row could not be added
 *
 * Context: process context, may sleep.
 * Return: true if it did not fit: now it will, and is to be filled again.
 */
bool hwi_table_commit(struct hwi_table *table)
{
	const struct hwi_row *row = &table->row;
	size_t cells = sizeof(struct hwi_line) + row->text.len;
	size_t lens = table->nr_columns * sizeof(*row->lens);
	struct hwi_line *line = NULL;

	if (WARN_ONCE(row->column != table->nr_columns,
		      "hwinsight: %s: row %u has %u cells, not %u\n",
		      table->view, table->rows, row->column,
		      table->nr_columns)) {
		table->error = -EIO;
		return false;
	}
	cells = ALIGN(cells, sizeof(*row->lens));
	if (!hwi_text_full(&row->text))
		line = hwi_arena_alloc(table->arena, cells + lens);
	if (!line) {
		table->error = hwi_arena_more(table->arena, cells + lens);
		return !table->error;
	}
	line->lens = (void *)line + cells;
	memcpy(line->lens, row->lens, lens);
	line->next = NULL;
	*table->link = line;
	table->link = &line->next;
	if (++table->rows % HWI_BATCH == 0)
		table->error = hwi_pause();
	return false;
}

static bool right_aligned(char type)
{
	return type == 'u' || type == 'i' || type == 'z' || type == 'd';
}

/* The last column is never padded. */
static void print_cell(const struct hwi_table *table, unsigned int column,
		       const char *cell, size_t len, struct hwi_pages *to)
{
	unsigned int width = table->widths[column];
	size_t pad = width > len ? width - len : 0;

	if (column == table->nr_columns - 1) {
		hwi_pages_put(to, cell, len);
		hwi_pages_put(to, "\n", 1);
	} else if (right_aligned(table->columns[column].type)) {
		hwi_pages_pad(to, pad);
		hwi_pages_put(to, cell, len);
		hwi_pages_pad(to, 1);
	} else {
		hwi_pages_put(to, cell, len);
		hwi_pages_pad(to, pad + 1);
	}
}

static void print_header(const struct hwi_table *table, struct hwi_pages *to)
{
	const char *name = table->columns[0].name;
	char first[HWI_WIDTH_MAX + 1];
	unsigned int i;

	/* The mark stands at the line's begin, even if the name does not. */
	i = scnprintf(first, sizeof(first), "# %*s",
		      right_aligned(table->columns[0].type) &&
				      table->nr_columns > 1 ?
			      (int)table->widths[0] - 2 :
			      0,
		      name);
	print_cell(table, 0, first, i, to);
	for (i = 1; i < table->nr_columns; i++) {
		name = table->columns[i].name;
		print_cell(table, i, name, strlen(name), to);
	}
}

/* A cell that fits into the page is written at once. */
static void print_row(const struct hwi_table *table,
		      const struct hwi_line *line, struct hwi_pages *to)
{
	unsigned int i, last = table->nr_columns - 1;
	const char *cell = line->cells;
	size_t len, width, pad;

	for (i = 0; i < last; i++, cell += len + 1) {
		len = line->lens[i];
		width = max_t(size_t, table->widths[i], len);
		if (width >= to->left) {
			print_cell(table, i, cell, len, to);
			continue;
		}
		pad = right_aligned(table->columns[i].type) ? width - len : 0;
		memset(to->at, ' ', width + 1);
		memcpy(to->at + pad, cell, len);
		hwi_pages_advance(to, width + 1);
	}
	print_cell(table, last, cell, line->lens[last], to);
}

/**
 * hwi_table_print() - print the line that names the columns, and the rows
 * @table: the table, complete
 * @to: where to; its error is set if there is no memory
 *
 * Context: process context, may sleep.
 */
void hwi_table_print(const struct hwi_table *table, struct hwi_pages *to)
{
	const struct hwi_line *line;
	unsigned int nr = 0;

	print_header(table, to);
	for (line = table->first; line && !to->error; line = line->next) {
		print_row(table, line, to);
		if (++nr % HWI_BATCH == 0 && hwi_pause())
			to->error = -EINTR;
	}
}
