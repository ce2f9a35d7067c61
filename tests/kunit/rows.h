/* SPDX-License-Identifier: GPL-2.0 */
/* A table that a suite fills, and its rows as lines. */
#ifndef HWI_KUNIT_ROWS_H
#define HWI_KUNIT_ROWS_H

#include "helpers.h"

/**
 * struct rows - a table that a suite fills
 * @arena: where it and its records are
 * @table: the table
 */
struct rows {
	struct hwi_arena arena;
	struct hwi_table table;
};

/* Room for any suite's records and rows, so that nothing has to be freed. */
#define ROWS_ROOM (64 * 1024)

/* For the view's own columns: hwi_X_columns, HWI_X_COLUMNS. */
static inline void rows_begin(struct kunit *test, struct rows *rows,
			      const struct hwi_column *columns,
			      unsigned int nr_columns)
{
	rows->arena = new_arena(test, ROWS_ROOM);
	hwi_table_init(&rows->table, &rows->arena, "test", columns, nr_columns);
}

/* rows_add(&rows, hwi_cpu_row, &cpu) adds the row that the function fills. */
#define rows_add(rows, fill, ...) \
	hwi_table_add(&(rows)->table, fill, ##__VA_ARGS__)

static inline const struct hwi_line *
rows_find(struct kunit *test, const struct rows *rows, unsigned int nr)
{
	const struct hwi_line *line = rows->table.first;

	KUNIT_ASSERT_EQ(test, rows->table.error, 0);
	KUNIT_ASSERT_TRUE(test, nr < rows->table.rows);
	while (nr--)
		line = line->next;
	return line;
}

/* A row, with one space between its cells. */
static inline const char *rows_line(struct kunit *test, const struct rows *rows,
				    unsigned int nr)
{
	const struct hwi_line *line = rows_find(test, rows, nr);

	KUNIT_EXPECT_EQ(test, line->cells[line->size - 1], '\n');
	return c_string(test, line->cells, line->size - 1);
}

static inline const char *rows_last(struct kunit *test, const struct rows *rows)
{
	return rows_line(test, rows, rows->table.rows - 1);
}

/* In the last row, the cell of the column with that name. */
static inline const char *rows_cell(struct kunit *test, const struct rows *rows,
				    const char *column)
{
	const struct hwi_table *table = &rows->table;
	const struct hwi_line *line = rows_find(test, rows, table->rows - 1);
	const unsigned int *lens = lens_of(line);
	const char *cell = line->cells;
	unsigned int i;

	for (i = 0; strcmp(table->columns[i].name, column); i++) {
		KUNIT_ASSERT_TRUE(test, i + 1 < table->nr_columns);
		cell += lens[i] + 1;
	}
	return c_string(test, cell, lens[i]);
}

/* The whole text as a C string; frees its pages. */
static inline const char *pages_string(struct kunit *test,
				       struct hwi_pages *pages)
{
	char *string = kunit_kzalloc(test, pages->len + 1, GFP_KERNEL);
	const char *page;
	unsigned int nr;
	size_t len, at = 0;

	KUNIT_EXPECT_EQ(test, pages->error, 0);
	for (nr = 0; string && (page = hwi_pages_get(pages, nr, &len)); nr++) {
		memcpy(string + at, page, len);
		at += len;
	}
	KUNIT_EXPECT_EQ(test, at, pages->len);
	hwi_pages_free(pages);
	KUNIT_ASSERT_TRUE(test, string);
	return string;
}

/* The whole table as it is printed, column names first. */
static inline const char *table_text(struct kunit *test,
				     const struct hwi_table *table)
{
	struct hwi_pages pages;

	KUNIT_ASSERT_EQ(test, table->error, 0);
	hwi_pages_init(&pages, NULL);
	hwi_table_print(table, &pages);
	return pages_string(test, &pages);
}

#define EXPECT_ROW(test, rows, want) \
	EXPECT_STRING(test, rows_last(test, rows), want)

#define EXPECT_CELL(test, rows, column, want) \
	EXPECT_STRING(test, rows_cell(test, rows, column), want)

#define EXPECT_TABLE(test, rows, want) \
	EXPECT_STRING(test, table_text(test, &(rows)->table), want)

#endif
