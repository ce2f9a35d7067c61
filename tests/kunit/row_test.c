// SPDX-License-Identifier: GPL-2.0
#include "rows.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/table.c"
#include "../../module/row.c"

static void escape_depends_on_the_column(struct kunit *test)
{
	static const struct hwi_column columns[] = { HWI_COLUMN("A", 's'),
						     HWI_COLUMN("B", 's') };
	struct rows rows;
	struct hwi_row row;

	rows_begin(test, &rows, 512, columns, 2, 3);
	KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &rows.table));
	hwi_cell_str(&row, hwi_arena_copy(&rows.arena, "a b"));
	hwi_cell_text(&row, hwi_arena_copy(&rows.arena, "c d\n"));
	hwi_row_end(&row, &rows.table);
	KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &rows.table));
	hwi_cell_str(&row, hwi_arena_copy(&rows.arena, "#x"));
	hwi_cell_text(&row, hwi_arena_copy(&rows.arena, "-"));
	hwi_row_end(&row, &rows.table);
	KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &rows.table));
	hwi_cell_str(&row, hwi_arena_copy(&rows.arena, ""));
	hwi_cell_text(&row, hwi_arena_copy(&rows.arena, "*"));
	hwi_row_end(&row, &rows.table);
	EXPECT_STRING(test, table_text(test, &rows.table),
		      "# A    B\n"
		      "a\\040b c d\\012\n"
		      "\\043x  \\055\n"
		      "-      \\052\n");
}

static void numbers_at_their_limits(struct kunit *test)
{
	static const char want[] =
		"#                  U X                                     Z                     D          I L\n"
		"18446744073709551615 0xffffffffffffffff 18446744073709551615 18446744073709551.615 2147483647 -\n";
	static const struct hwi_column columns[] = {
		HWI_COLUMN("U", 'u'), HWI_COLUMN("X", 'x'),
		HWI_COLUMN("Z", 'z'), HWI_COLUMN("D", 'd'),
		HWI_COLUMN("I", 'u'), HWI_COLUMN("L", 's'),
	};
	struct rows rows;
	struct hwi_row row;

	rows_begin(test, &rows, 1024, columns, 6, 1);
	KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &rows.table));
	hwi_cell_u64(&row, U64_MAX);
	hwi_cell_hex(&row, U64_MAX, 1);
	hwi_cell_size(&row, U64_MAX);
	hwi_cell_fixed3(&row, U64_MAX);
	hwi_cell_id(&row, INT_MAX);
	hwi_cell_id(&row, INT_MIN);
	hwi_row_end(&row, &rows.table);
	EXPECT_STRING(test, table_text(test, &rows.table), want);
}

/* Where the ways to write a number part; printf as the judge. */
static void numbers_of_every_length(struct kunit *test)
{
	static const struct hwi_column columns[] = {
		HWI_COLUMN("U", 's'),	 HWI_COLUMN("X", 's'),
		HWI_COLUMN("Z", 's'),	 HWI_COLUMN("FIRST", 'x'),
		HWI_COLUMN("LAST", 'x'),
	};
	static const unsigned int digits[] = { 1, 4, 8, 16 };
	unsigned int i, d;

	for (i = 0; i < 64 * 3; i++) {
		u64 value = (1ULL << i / 3) + i % 3 - 1;
		u64 last = value * 3 | 1;
		u64 kb = value & (U64_MAX >> 10);

		for (d = 0; d < ARRAY_SIZE(digits); d++) {
			struct rows rows;
			struct hwi_row row;
			char want[128];

			rows_begin(test, &rows, 512, columns, 5, 1);
			KUNIT_ASSERT_TRUE(test,
					  hwi_row_begin(&row, &rows.table));
			hwi_cell_u64(&row, value * 100 / 99);
			hwi_cell_hex(&row, value, digits[d]);
			hwi_cell_size(&row, (kb | 1) << 10);
			hwi_cells_range(&row, value, last, digits[d]);
			hwi_row_end(&row, &rows.table);
			snprintf(want, sizeof(want),
				 "%llu 0x%0*llx %lluK 0x%0*llx 0x%0*llx",
				 value * 100 / 99, digits[d], value, kb | 1,
				 digits[d], value, digits[d], last);
			EXPECT_ROW(test, &rows, want);
			kunit_kfree(test, rows.arena.base);
		}
	}
}

/*
 * Each set of columns of which something is known, in a row that is alone, so
 * that they are narrow: the padding of a text must not hide what follows it.
 */
static void what_is_not_known_is_a_dash(struct kunit *test)
{
	static const struct hwi_column columns[] = {
		HWI_COLUMN("A", 's'), HWI_COLUMN("B", 's'),
		HWI_COLUMN("C", 'u'), HWI_COLUMN("D", 's'),
		HWI_COLUMN("E", 'u'), HWI_COLUMN("F", 's'),
	};
	const unsigned int nr = ARRAY_SIZE(columns);
	char text[32], want[128];
	unsigned int len, set, i, n;

	for (len = 1; len < 18; len++) {
		struct hwi_str str = { .text = text, .len = len };

		memset(text, ' ', sizeof(text));
		memset(text, 'x', len);
		for (set = 0; set < 1 << nr; set++) {
			struct rows rows;
			struct hwi_row row;
			const char *line;

			rows_begin(test, &rows, 1024, columns, nr, 1);
			KUNIT_ASSERT_TRUE(test,
					  hwi_row_begin(&row, &rows.table));
			for (i = 0, n = 0; i < nr; i++) {
				if (set & (1 << i))
					hwi_cell_put(&row, str);
				else
					hwi_cell_none(&row);
				n += scnprintf(want + n, sizeof(want) - n,
					       "%s%.*s", i ? " " : "", (int)len,
					       set & (1 << i) ? text : "-");
			}
			hwi_row_end(&row, &rows.table);
			line = rows_last(test, &rows);
			EXPECT_STRING(test, line, want);
			kunit_kfree(test, line);
			kunit_kfree(test, rows.arena.base);
		}
	}
}

/* A mistake of a view's: the read fails, instead of moving columns. */
static void a_row_with_other_cells_is_refused(struct kunit *test)
{
	static const struct hwi_column three[] = {
		HWI_COLUMN("LEFT", 's'),
		HWI_COLUMN("RIGHT", 'u'),
		HWI_COLUMN("LAST", 's'),
	};
	unsigned int cells;

	for (cells = 0; cells < 6; cells++) {
		struct rows rows;
		struct hwi_row row;

		rows_begin(test, &rows, 1024, three, 3, 2);
		KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &rows.table));
		hwi_cells_none(&row, cells);
		hwi_row_end(&row, &rows.table);
		KUNIT_EXPECT_EQ(test, rows.arena.overflow, cells != 3);
		KUNIT_EXPECT_EQ(test, hwi_table_layout(&rows.table),
				cells == 3);
	}
}

static struct kunit_case row_cases[] = {
	KUNIT_CASE(escape_depends_on_the_column),
	KUNIT_CASE(numbers_at_their_limits),
	KUNIT_CASE(numbers_of_every_length),
	KUNIT_CASE(what_is_not_known_is_a_dash),
	KUNIT_CASE(a_row_with_other_cells_is_refused),
	{}
};

static struct kunit_suite row_suite = {
	.name = "hwinsight_row",
	.test_cases = row_cases,
};

kunit_test_suite(row_suite);

MODULE_DESCRIPTION("KUnit: rows and their cells");
MODULE_LICENSE("GPL");
