// SPDX-License-Identifier: GPL-2.0
#include <linux/bug.h>
#include <linux/kernel.h>

/* A real warning would taint the kernel, and fire only once. */
static char warned[128];
static unsigned int warnings;

#undef WARN_ONCE
#define WARN_ONCE(condition, ...)                                      \
	({                                                             \
		bool bad__ = (condition);                              \
		if (bad__) {                                           \
			snprintf(warned, sizeof(warned), __VA_ARGS__); \
			warnings++;                                    \
		}                                                      \
		bad__;                                                 \
	})
#undef WARN_ON_ONCE
#define WARN_ON_ONCE(condition) WARN_ONCE(condition, "%s", #condition)

#include "faults.h"
#include "pause.h"
#include "rows.h"

static const struct hwi_column four[] = {
	{ "A", 's' },
	{ "B", 'u' },
	{ "C", 's' },
	{ "D", 's' },
};

static void digits(struct hwi_row *row, unsigned int nr)
{
	unsigned int i;

	for (i = 0; i < nr; i++)
		hwi_cell_u64(row, i % 10);
}

static void the_most_columns(struct kunit *test)
{
	struct hwi_column columns[HWI_COLUMNS_MAX + 1];
	char *want = kunit_kzalloc(test, 512, GFP_KERNEL);
	struct rows rows;
	unsigned int i, n;

	KUNIT_ASSERT_TRUE(test, want);
	n = scnprintf(want, 512, "#");
	for (i = 0; i < HWI_COLUMNS_MAX; i++) {
		columns[i] = (struct hwi_column){ "C", 's' };
		n += scnprintf(want + n, 512 - n, " C");
	}
	columns[i] = columns[0];
	n += scnprintf(want + n, 512 - n, "\n0  ");
	for (i = 1; i < HWI_COLUMNS_MAX; i++)
		n += scnprintf(want + n, 512 - n, " %u", i % 10);
	n += scnprintf(want + n, 512 - n, "\n");
	rows_begin(test, &rows, columns, HWI_COLUMNS_MAX);
	rows_add(&rows, digits, HWI_COLUMNS_MAX);
	EXPECT_TABLE(test, &rows, want);

	warnings = 0;
	rows_begin(test, &rows, columns, HWI_COLUMNS_MAX + 1);
	KUNIT_EXPECT_EQ(test, warnings, 1U);
	KUNIT_EXPECT_EQ(test, rows.table.error, -EIO);
	rows_add(&rows, digits, HWI_COLUMNS_MAX + 1);
	KUNIT_EXPECT_EQ(test, rows.table.rows, 0U);
}

/* A view's bug: the read fails instead of shifting columns. */
static void a_row_with_other_cells_is_refused(struct kunit *test)
{
	unsigned int cells;
	struct rows rows;

	for (cells = 0; cells < 40; cells++) {
		rows_begin(test, &rows, four, 4);
		rows_add(&rows, digits, 4);
		warnings = 0;
		rows_add(&rows, digits, cells);
		KUNIT_EXPECT_EQ(test, warnings, cells == 4 ? 0U : 1U);
		KUNIT_EXPECT_EQ(test, rows.table.error, cells == 4 ? 0 : -EIO);
		KUNIT_EXPECT_EQ(test, rows.table.rows, cells == 4 ? 2U : 1U);
		/* The error stays. */
		rows_add(&rows, digits, 4);
		KUNIT_EXPECT_EQ(test, rows.table.error, cells == 4 ? 0 : -EIO);
		KUNIT_EXPECT_EQ(test, rows.table.rows, cells == 4 ? 3U : 1U);
	}
	rows_begin(test, &rows, four, 4);
	rows_add(&rows, digits, 3);
	EXPECT_STRING(test, warned,
		      "hwinsight: test: row 0 has 3 cells, not 4\n");
}

/* Even if it does not fit: more room would not make it right. */
static void a_wrong_row_takes_no_memory(struct kunit *test)
{
	struct rows rows;

	rows_begin(test, &rows, four, 4);
	rows.arena = new_arena(test, 0);
	rows_add(&rows, digits, 5);
	KUNIT_EXPECT_EQ(test, rows.table.error, -EIO);
	KUNIT_EXPECT_TRUE(test, !rows.arena.block);
}

/* Rows that fitted stay, and none is added after the one that did not. */
static void rows_that_do_not_fit_are_told(struct kunit *test)
{
	struct hwi_budget budget = { .max = 20000 };
	unsigned int i, nr;
	struct rows rows;

	/* Four blocks of 4 KiB fit, a fifth does not. */
	rows_begin(test, &rows, four, 4);
	hwi_arena_init(&rows.arena, &budget);
	for (i = 0; i < 2000; i++)
		rows_add(&rows, digits, 4);
	KUNIT_EXPECT_EQ(test, rows.table.error, -EFBIG);
	nr = rows.table.rows;
	KUNIT_EXPECT_TRUE(test, nr > 100 && nr < 2000);
	KUNIT_EXPECT_TRUE(test, budget.used <= budget.max);
	hwi_arena_free(&rows.arena);

	budget.max = SIZE_MAX;
	rows_begin(test, &rows, four, 4);
	hwi_arena_init(&rows.arena, &budget);
	fail_after = 4;
	for (i = 0; i < 2000; i++)
		rows_add(&rows, digits, 4);
	fail_after = NEVER;
	KUNIT_EXPECT_EQ(test, rows.table.error, -ENOMEM);
	KUNIT_EXPECT_EQ(test, rows.table.rows, nr);
	hwi_arena_free(&rows.arena);
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
}

static void a_killed_reader_adds_no_more_rows(struct kunit *test)
{
	struct rows rows;
	unsigned int i;

	rows_begin(test, &rows, four, 4);
	watch_pauses(NULL, 2);
	for (i = 0; i < 3 * HWI_BATCH; i++)
		rows_add(&rows, digits, 4);
	KUNIT_EXPECT_EQ(test, pauses, 2U);
	KUNIT_EXPECT_EQ(test, rows.table.error, -EINTR);
	KUNIT_EXPECT_EQ(test, rows.table.rows, 2U * HWI_BATCH);
	watch_pauses(NULL, 0);
}

/* Rows can be printed again, and to another text. */
static void print_into(struct kunit *test, const struct rows *rows,
		       struct hwi_budget *budget, int error)
{
	struct hwi_pages pages;

	hwi_pages_init(&pages, budget);
	hwi_table_print(&rows->table, &pages);
	KUNIT_EXPECT_EQ(test, pages.error, error);
	hwi_pages_free(&pages);
	KUNIT_EXPECT_EQ(test, budget->used, (size_t)0);
}

static void a_text_that_cannot_be_printed(struct kunit *test)
{
	struct hwi_budget budget = { .max = 2 * PAGE_SIZE };
	struct rows rows;
	unsigned int i;

	rows_begin(test, &rows, four, 4);
	for (i = 0; i < 3 * HWI_BATCH; i++)
		rows_add(&rows, digits, 4);
	KUNIT_ASSERT_EQ(test, rows.table.error, 0);
	print_into(test, &rows, &budget, -EFBIG);
	budget.max = SIZE_MAX;
	fail_after = 2;
	print_into(test, &rows, &budget, -ENOMEM);
	fail_after = NEVER;
	watch_pauses(NULL, 2);
	print_into(test, &rows, &budget, -EINTR);
	KUNIT_EXPECT_EQ(test, pauses, 2U);
	watch_pauses(NULL, 0);
	print_into(test, &rows, &budget, 0);
}

static struct kunit_case table_errors_cases[] = {
	KUNIT_CASE(the_most_columns),
	KUNIT_CASE(a_row_with_other_cells_is_refused),
	KUNIT_CASE(a_wrong_row_takes_no_memory),
	KUNIT_CASE(rows_that_do_not_fit_are_told),
	KUNIT_CASE(a_killed_reader_adds_no_more_rows),
	KUNIT_CASE(a_text_that_cannot_be_printed),
	{}
};

static struct kunit_suite table_errors_suite = {
	.name = "hwinsight_table_errors",
	.test_cases = table_errors_cases,
};

kunit_test_suite(table_errors_suite);

MODULE_DESCRIPTION("KUnit: tables that cannot be");
MODULE_LICENSE("GPL");
