// SPDX-License-Identifier: GPL-2.0
#include <linux/bug.h>
#include <linux/kernel.h>

#include "pause.h"
#include "table.h"

static bool right_aligned(char type)
{
	return type == 'u' || type == 'i' || type == 'z' || type == 'd';
}

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
	for (i = 0; i < nr_columns; i++) {
		table->widths[i] = strlen(columns[i].name) + (i ? 0 : 2);
		if (right_aligned(columns[i].type))
			table->right |= BIT(i);
	}
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
	size_t head = offsetof(struct hwi_line, cells);

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

/* Where in a line the lengths of its cells are. */
static size_t lens_at(size_t size)
{
	return ALIGN(offsetof(struct hwi_line, cells) + size,
		     sizeof(unsigned int));
}

static const unsigned int *lens_of(const struct hwi_line *line)
{
	return (void *)line + lens_at(line->size);
}

/**
 * hwi_table_commit() - end a row
 * @table: the table; its error is set if the row could not be added
 *
 * Context: process context, may sleep.
 * Return: true if the row did not fit: now there is room, so fill it again.
 */
bool hwi_table_commit(struct hwi_table *table)
{
	const struct hwi_row *row = &table->row;
	size_t cells = lens_at(row->text.len);
	size_t lens = table->nr_columns * sizeof(*row->lens);
	struct hwi_line *line = NULL;

	if (WARN_ONCE(row->column != table->nr_columns,
		      "hwinsight: %s: row %u has %u cells, not %u\n",
		      table->view, table->rows, row->column,
		      table->nr_columns)) {
		table->error = -EIO;
		return false;
	}
	if (!hwi_text_full(&row->text))
		line = hwi_arena_alloc(table->arena, cells + lens);
	if (!line) {
		table->error = hwi_arena_more(table->arena, cells + lens);
		return !table->error;
	}
	line->size = row->text.len;
	line->cells[line->size - 1] = '\n';
	memcpy((void *)line + cells, row->lens, lens);
	line->next = NULL;
	*table->link = line;
	table->link = &line->next;
	if (++table->rows % HWI_BATCH == 0)
		table->error = hwi_pause();
	return false;
}

/* The last column is never padded. */
static void print_name(const struct hwi_table *table, unsigned int column,
		       struct hwi_pages *to)
{
	const char *name = table->columns[column].name;
	size_t len = strlen(name);
	/* The mark is at the start of the line, even if the name is not. */
	size_t pad = table->widths[column] - len - (column ? 0 : 2);

	if (column == table->nr_columns - 1) {
		hwi_pages_put(to, name, len);
		hwi_pages_put(to, "\n", 1);
	} else if (table->right & BIT(column)) {
		hwi_pages_pad(to, pad);
		hwi_pages_put(to, name, len);
		hwi_pages_pad(to, 1);
	} else {
		hwi_pages_put(to, name, len);
		hwi_pages_pad(to, pad + 1);
	}
}

static void print_header(const struct hwi_table *table, struct hwi_pages *to)
{
	unsigned int i;

	hwi_pages_put(to, "# ", 2);
	for (i = 0; i < table->nr_columns; i++)
		print_name(table, i, to);
}

/*
 * Prints a row that fits into the page; returns where it ends. All columns but
 * the last are first filled with spaces, @width of them.
 */
static char *print_whole(const struct hwi_table *table,
			 const struct hwi_line *line, size_t width, char *at)
{
	const unsigned int *lens = lens_of(line), *widths = table->widths;
	unsigned int len, column, left = table->nr_columns - 1;
	unsigned long right = table->right;
	const char *cell = line->cells;

	memset(at, ' ', width);
	for (; left; left--, right >>= 1, cell += len + 1) {
		len = *lens++;
		column = *widths++;
		width -= column + 1;
		if (len > column) {
			memcpy(at, cell, len);
			at += len + 1;
			memset(at - 1, ' ', width + 1);
			continue;
		}
		if (right & 1)
			at += column - len;
		/* As wide as a "-" and many a number. */
		if (len == 1)
			*at = *cell;
		else
			memcpy(at, cell, len);
		at += (right & 1 ? len : column) + 1;
	}
	len = *lens + 1;
	memcpy(at, cell, len);
	return at + len;
}

static void print_row(const struct hwi_table *table,
		      const struct hwi_line *line, size_t width,
		      struct hwi_pages *to)
{
	const unsigned int *lens = lens_of(line);
	const char *cell = line->cells;
	unsigned int i, len, pad;
	bool right;
	char *end;

	/* A cell takes no more than its column's width and its own. */
	if (width + line->size <= to->left) {
		end = print_whole(table, line, width, to->at);
		hwi_pages_advance(to, end - to->at);
		return;
	}
	for (i = 0; i < table->nr_columns; i++) {
		len = lens[i];
		pad = table->widths[i] > len ? table->widths[i] - len : 0;
		right = table->right & BIT(i);
		if (i == table->nr_columns - 1)
			pad = 0;
		hwi_pages_pad(to, right ? pad : 0);
		hwi_pages_put(to, cell, len + 1);
		hwi_pages_pad(to, right ? 0 : pad);
		cell += len + 1;
	}
}

/**
 * hwi_table_print() - print the line that names the columns, and the rows
 * @table: the table, complete
 * @to: where to print; its error is set if there is no memory
 *
 * Context: process context, may sleep.
 */
void hwi_table_print(const struct hwi_table *table, struct hwi_pages *to)
{
	const struct hwi_line *line;
	unsigned int nr = 0, i;
	size_t width = 0;

	print_header(table, to);
	for (i = 0; i < table->nr_columns - 1; i++)
		width += table->widths[i] + 1;
	for (line = table->first; line && !to->error; line = line->next) {
		print_row(table, line, width, to);
		if (++nr % HWI_BATCH == 0 && hwi_pause())
			to->error = -EINTR;
	}
}
