// SPDX-License-Identifier: GPL-2.0
#include "rows.h"

static void escapes_depend_on_the_place(struct kunit *test)
{
	static const struct hwi_column columns[] = {
		{ "A", 's' },
		{ "B", 'w' },
		{ "C", 's' },
	};
	static const struct {
		const char *plain, *want;
	} cases[] = {
		{ "a b,c\n", "a\\040b,c\\012 a\\040b\\054c\\012 a b,c\\012" },
		{ "#x", "\\043x \\043x \\043x" },
		{ "-", "\\055 \\055 \\055" },
		{ "*", "\\052 \\052 \\052" },
		{ "none", "none none none" },
		{ "", "- - -" },
		{ NULL, "- - -" },
	};
	struct rows rows;
	struct hwi_row *row;
	unsigned int i;

	rows_begin(test, &rows, columns, ARRAY_SIZE(columns));
	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		row = hwi_table_begin(&rows.table);
		hwi_cell_str(row, cases[i].plain);
		hwi_cell_item(row, cases[i].plain);
		hwi_cell_line(row, cases[i].plain);
		KUNIT_ASSERT_FALSE(test, hwi_table_commit(&rows.table));
		EXPECT_ROW(test, &rows, cases[i].want);
	}
}

#define CELLS 16

static void cells_of_each_kind(struct hwi_row *row)
{
	static const unsigned long mask = 0x1d;

	hwi_cell_none(row);
	hwi_cell_hidden(row);
	hwi_cell_word(row, "word");
	hwi_cell_word(row, NULL);
	hwi_cell_char(row, 'c');
	hwi_cell_u64(row, 0);
	hwi_cell_id(row, 0);
	hwi_cell_id(row, -1);
	hwi_cell_hex(row, 0x1f, 4);
	hwi_cell_size(row, 8192);
	hwi_cell_fixed3(row, 2400125);
	hwi_cell_cpulist(row, &mask, 8);
	hwi_cell_cpulist(row, NULL, 8);
	hwi_text_str(hwi_cell_begin(row), "piece");
	hwi_text_char(&row->text, '+');
	hwi_cell_end(row);
	hwi_cell_begin(row);
	hwi_cell_end(row);
	hwi_cells_none(row, 0);
	hwi_cells_none(row, 1);
}

static void each_kind_of_cell(struct kunit *test)
{
	static const char want[] =
		"- * word - c 0 0 - 0x001f 8K 2400.125 0,2-4 - piece+ - -";
	static const unsigned int widths[CELLS] = { 3, 1, 4, 1, 1, 1, 1, 1,
						    6, 2, 8, 5, 1, 6, 1, 1 };
	struct hwi_column columns[CELLS];
	struct rows rows;
	unsigned int i;

	for (i = 0; i < CELLS; i++)
		columns[i] = (struct hwi_column){ "C", 's' };
	rows_begin(test, &rows, columns, CELLS);
	rows_add(&rows, cells_of_each_kind);
	EXPECT_ROW(test, &rows, want);
	for (i = 0; i < CELLS; i++)
		KUNIT_EXPECT_EQ(test, rows.table.widths[i], widths[i]);
}

static void numbers_at_their_limits(struct kunit *test)
{
	static const char want[] =
		"#                  U X                                     Z                     D          I L\n"
		"18446744073709551615 0xffffffffffffffff 18446744073709551615 18446744073709551.615 2147483647 -\n";
	static const struct hwi_column columns[] = {
		{ "U", 'u' }, { "X", 'x' }, { "Z", 'z' },
		{ "D", 'd' }, { "I", 'u' }, { "L", 's' },
	};
	struct hwi_row *row;
	struct rows rows;

	rows_begin(test, &rows, columns, ARRAY_SIZE(columns));
	row = hwi_table_begin(&rows.table);
	hwi_cell_u64(row, U64_MAX);
	hwi_cell_hex(row, U64_MAX, 1);
	hwi_cell_size(row, U64_MAX);
	hwi_cell_fixed3(row, U64_MAX);
	hwi_cell_id(row, INT_MAX);
	hwi_cell_id(row, INT_MIN);
	KUNIT_ASSERT_FALSE(test, hwi_table_commit(&rows.table));
	EXPECT_TABLE(test, &rows, want);
}

static void known(struct hwi_row *row, unsigned int nr, unsigned int set,
		  const char *word)
{
	unsigned int i;

	for (i = 0; i < nr; i++)
		if (set & BIT(i))
			hwi_cell_word(row, word);
		else
			hwi_cell_none(row);
}

/* Every combination of known and unknown columns. */
static void what_is_not_known_is_a_dash(struct kunit *test)
{
	static const struct hwi_column columns[] = {
		{ "A", 's' }, { "B", 's' }, { "C", 'u' },
		{ "D", 's' }, { "E", 'u' }, { "F", 's' },
	};
	const unsigned int nr = ARRAY_SIZE(columns);
	char word[19], want[128];
	unsigned int len, set, i, n;
	struct rows rows;

	for (len = 1; len < sizeof(word) - 1; len++) {
		memset(word, 'x', len);
		word[len] = '\0';
		rows_begin(test, &rows, columns, nr);
		for (set = 0; set < BIT(nr); set++) {
			for (i = 0, n = 0; i < nr; i++)
				n += scnprintf(want + n, sizeof(want) - n,
					       "%s%s", i ? " " : "",
					       set & BIT(i) ? word : "-");
			rows_add(&rows, known, nr, set, word);
			EXPECT_ROW(test, &rows, want);
		}
	}
}

static struct kunit_case row_cases[] = {
	KUNIT_CASE(escapes_depend_on_the_place),
	KUNIT_CASE(each_kind_of_cell),
	KUNIT_CASE(numbers_at_their_limits),
	KUNIT_CASE(what_is_not_known_is_a_dash),
	{}
};

static struct kunit_suite row_suite = {
	.name = "hwinsight_row",
	.test_cases = row_cases,
};

kunit_test_suite(row_suite);

MODULE_DESCRIPTION("KUnit: rows and their cells");
MODULE_LICENSE("GPL");
