/* SPDX-License-Identifier: GPL-2.0 */
/* A table on a block of memory, and its rows as lines. */
#ifndef HWI_KUNIT_ROWS_H
#define HWI_KUNIT_ROWS_H

#include "helpers.h"

#include "../../module/table.h"

/**
 * struct rows - a table that a suite fills
 * @arena: where it is
 * @table: the table
 */
struct rows {
	struct hwi_arena arena;
	struct hwi_table table;
};

static inline void rows_begin(struct kunit *test, struct rows *rows,
			      size_t size, const struct hwi_column *columns,
			      unsigned int nr_columns, unsigned int room)
{
	memset(rows, 0, sizeof(*rows));
	rows->arena = new_arena(test, size);
	hwi_table_init(&rows->table, &rows->arena, columns, nr_columns);
	hwi_table_reserve(&rows->table, room);
}

/* A row of a table that is laid out, with one space between its cells. */
static inline const char *
table_line(struct kunit *test, const struct hwi_table *table, unsigned int row)
{
	char *from, *to, *begin;
	size_t len;

	KUNIT_ASSERT_FALSE(test, table->arena->overflow);
	KUNIT_ASSERT_TRUE(test, row < table->rows);
	begin = kunit_kzalloc(test, 4096, GFP_KERNEL);
	KUNIT_ASSERT_TRUE(test, begin);
	len = hwi_table_row(table, row, begin, 4096);
	KUNIT_ASSERT_TRUE(test, len);
	begin[len - 1] = '\0';
	for (from = begin, to = begin; *from; from++)
		if (*from != ' ' || to == begin || to[-1] != ' ')
			*to++ = *from;
	*to = '\0';
	return begin;
}

/* The whole table as a C string; NULL if it overflowed. */
static inline const char *table_text(struct kunit *test,
				     struct hwi_table *table)
{
	size_t room = 65536, at, len;
	unsigned int row;
	char *text;

	if (!hwi_table_layout(table))
		return NULL;
	text = kunit_kzalloc(test, room + 1, GFP_KERNEL);
	KUNIT_ASSERT_TRUE(test, text);
	at = hwi_table_header(table, text, room);
	KUNIT_EXPECT_TRUE(test, at);
	for (row = 0; row < table->rows; row++) {
		len = hwi_table_row(table, row, text + at, room - at);
		KUNIT_EXPECT_TRUE(test, len);
		at += len;
	}
	/* The core writes by words, beyond the line it reports. */
	text[at] = '\0';
	return text;
}

static inline const char *rows_last(struct kunit *test, struct rows *rows)
{
	KUNIT_ASSERT_TRUE(test, hwi_table_layout(&rows->table));
	return table_line(test, &rows->table, rows->table.rows - 1);
}

#define EXPECT_ROW(test, rows, want) \
	KUNIT_EXPECT_STREQ(test, rows_last(test, rows), (const char *)(want))

#endif
