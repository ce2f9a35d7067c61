/* SPDX-License-Identifier: GPL-2.0 */
/* The row that a row function makes of one record, in a table of its own. */
#ifndef HWI_KUNIT_CELLS_H
#define HWI_KUNIT_CELLS_H

#include "rows.h"

static inline struct rows *new_rows(struct kunit *test,
				    const struct hwi_column *columns,
				    unsigned int nr_columns)
{
	struct rows *rows = kunit_kzalloc(test, sizeof(*rows), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, rows);
	rows_begin(test, rows, columns, nr_columns);
	return rows;
}

#define ROWS_OF_ONE(test, columns, fill, ...)                         \
	({                                                            \
		struct rows *one__ =                                  \
			new_rows(test, columns, ARRAY_SIZE(columns)); \
		rows_add(one__, fill, ##__VA_ARGS__);                 \
		one__;                                                \
	})

/* ROW(test, hwi_cpu_columns, hwi_cpu_row, &cpu) is the whole row. */
#define ROW(test, columns, fill, ...) \
	rows_last(test, ROWS_OF_ONE(test, columns, fill, ##__VA_ARGS__))

/* CELL(test, "CACHES", hwi_cpu_columns, hwi_cpu_row, &cpu) is one cell. */
#define CELL(test, column, columns, fill, ...) \
	rows_cell(test, ROWS_OF_ONE(test, columns, fill, ##__VA_ARGS__), column)

#endif
