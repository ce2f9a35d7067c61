// SPDX-License-Identifier: GPL-2.0
#include "rows.h"

static const struct hwi_column mixed[] = {
	{ "START", 'x' }, { "SIZE", 'z' }, { "N", 'u' },
	{ "FLAGS", 'w' }, { "MHZ", 'd' },  { "NAME", 's' },
};

static void first_row(struct hwi_row *row)
{
	hwi_cell_hex(row, 0, 8);
	hwi_cell_size(row, 4096);
	hwi_cell_u64(row, 0);
	hwi_cell_word(row, "mem,busy");
	hwi_cell_none(row);
	hwi_cell_line(row, "Reserved");
}

static void second_row(struct hwi_row *row)
{
	hwi_cell_hex(row, 0x38000000000ULL, 8);
	hwi_cell_size(row, 1536);
	hwi_cell_u64(row, 12345678901ULL);
	hwi_cell_none(row);
	hwi_cell_fixed3(row, 2400125);
	hwi_cell_line(row, "PCI Bus 0000:00");
}

static void third_row(struct hwi_row *row)
{
	hwi_cell_hidden(row);
	hwi_cell_hidden(row);
	hwi_cell_id(row, -1);
	hwi_cell_word(row, "io");
	hwi_cell_fixed3(row, 0);
	hwi_cell_line(row, NULL);
}

static void add_mixed(struct rows *rows)
{
	rows_add(rows, first_row);
	rows_add(rows, second_row);
	rows_add(rows, third_row);
}

static const char mixed_text[] =
	"# START       SIZE           N FLAGS         MHZ NAME\n"
	"0x00000000      4K           0 mem,busy        - Reserved\n"
	"0x38000000000 1536 12345678901 -        2400.125 PCI Bus 0000:00\n"
	"*                *           - io          0.000 -\n";

static void columns_align_by_their_type(struct kunit *test)
{
	struct rows rows;

	rows_begin(test, &rows, mixed, ARRAY_SIZE(mixed));
	add_mixed(&rows);
	EXPECT_TABLE(test, &rows, mixed_text);
	EXPECT_STRING(test, rows_line(test, &rows, 2), "* * - io 0.000 -");
	EXPECT_CELL(test, &rows, "FLAGS", "io");
}

static void a_table_without_rows(struct kunit *test)
{
	struct rows rows;

	rows_begin(test, &rows, mixed, ARRAY_SIZE(mixed));
	EXPECT_TABLE(test, &rows, "# START SIZE N FLAGS MHZ NAME\n");
}

static void one_cell(struct hwi_row *row)
{
	hwi_cell_u64(row, 1);
}

static void two_cells(struct hwi_row *row)
{
	hwi_cell_u64(row, 1);
	hwi_cell_u64(row, 2);
}

static void the_mark_widens_only_the_first_column(struct kunit *test)
{
	static const struct hwi_column left[] = { { "AB", 's' }, { "C", 's' } };
	static const struct hwi_column right[] = { { "AB", 'u' },
						   { "C", 'u' } };
	struct rows rows;

	rows_begin(test, &rows, left, 2);
	rows_add(&rows, two_cells);
	EXPECT_TABLE(test, &rows, "# AB C\n1    2\n");
	rows_begin(test, &rows, right, 2);
	rows_add(&rows, two_cells);
	EXPECT_TABLE(test, &rows, "# AB C\n   1 2\n");
	/* The last column is never padded, even if it is the only one. */
	rows_begin(test, &rows, left, 1);
	rows_add(&rows, one_cell);
	EXPECT_TABLE(test, &rows, "# AB\n1\n");
	rows_begin(test, &rows, right, 1);
	rows_add(&rows, one_cell);
	EXPECT_TABLE(test, &rows, "# AB\n1\n");
}

static void words(struct hwi_row *row, const char *a, const char *b,
		  const char *c, const char *d)
{
	hwi_cell_word(row, a);
	hwi_cell_word(row, b);
	hwi_cell_word(row, c);
	hwi_cell_word(row, d);
}

static const struct hwi_column four[] = {
	{ "A", 's' },
	{ "B", 'u' },
	{ "C", 's' },
	{ "D", 's' },
};

/* printf() is the reference: cells of 1 to 20 characters in each column. */
static void cells_of_every_length(struct kunit *test)
{
	static const char letters[] = "abcdefghijklmnopqrst";
	char *want = kunit_kzalloc(test, 512, GFP_KERNEL);
	const char *last = letters + 20;
	int a, b, c, i, width;
	struct rows rows;

	KUNIT_ASSERT_TRUE(test, want);
	for (i = 0; i < 20 * 20; i++) {
		a = i / 20 + 1;
		b = i % 20 + 1;
		c = (a + 7 * b) % 20 + 1;
		width = max(a, 3);
		rows_begin(test, &rows, four, 4);
		rows_add(&rows, words, last - a, last - b, last - c, last - a);
		rows_add(&rows, words, "1", "2", "3", "4");
		snprintf(want, 512,
			 "%-*s %*s %-*s D\n%-*s %*s %-*s %s\n%-*s %*s %-*s 4\n",
			 width, "# A", b, "B", c, "C", width, last - a, b,
			 last - b, c, last - c, last - a, width, "1", b, "2", c,
			 "3");
		EXPECT_TABLE(test, &rows, want);
	}
}

/* A cell beyond 64 characters widens nothing: it only shifts its own row. */
static void long_cells_move_their_row(struct kunit *test)
{
	static const unsigned int lens[] = { 63, 64, 65, 66, 500 };
	char *want = kunit_kzalloc(test, 4096, GFP_KERNEL);
	char *word = kunit_kzalloc(test, 501, GFP_KERNEL);
	struct rows rows;
	unsigned int i;
	int len, width;

	KUNIT_ASSERT_TRUE(test, want && word);
	for (i = 0; i < ARRAY_SIZE(lens); i++) {
		len = lens[i];
		width = len <= HWI_WIDTH_MAX ? len : 1;
		memset(word, 'x', len);
		word[len] = '\0';
		rows_begin(test, &rows, four, 4);
		rows_add(&rows, words, word, word, word, word);
		rows_add(&rows, words, "1", "2", "3", "4");
		snprintf(want, 4096,
			 "%-*s %*s %-*s D\n%s %s %s %s\n%-*s %*s %-*s 4\n",
			 max(width, 3), "# A", width, "B", width, "C", word,
			 word, word, word, max(width, 3), "1", width, "2",
			 width, "3");
		EXPECT_TABLE(test, &rows, want);
	}
}

/* A page may end in any cell, or in the spaces around it. */
static void rows_go_over_pages(struct kunit *test)
{
	static const char letters[] = "abcdefghijklmnopqrst";
	static const char long_one[] =
		"lllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll";
	const char *last = letters + 20, *a, *b, *c;
	char *want = kunit_kzalloc(test, 512 * 200, GFP_KERNEL), *at = want;
	struct rows rows;
	int i;

	KUNIT_ASSERT_TRUE(test, want);
	rows_begin(test, &rows, four, 4);
	at += sprintf(at, "%-20s %20s %-20s D\n", "# A", "B", "C");
	for (i = 0; i < 500; i++) {
		a = last - (i ? i % 20 + 1 : 20);
		b = i % 50 == 49 ? long_one : last - (i ? i * 7 % 20 + 1 : 20);
		c = i % 70 == 69 ? long_one : last - (i ? i * 3 % 20 + 1 : 20);
		rows_add(&rows, words, a, b, c, a);
		at += sprintf(at, "%-20s %20s %-20s %s\n", a, b, c, a);
	}
	EXPECT_TABLE(test, &rows, want);
}

/* The name of a right-aligned first column ends where its cells do. */
static void a_wide_first_column_keeps_its_name(struct kunit *test)
{
	static const struct hwi_column columns[] = { { "ABC", 'u' },
						     { "D", 's' } };
	char word[HWI_WIDTH_MAX + 1], want[256];
	struct hwi_row *row;
	struct rows rows;
	int len;

	for (len = 1; len <= HWI_WIDTH_MAX; len++) {
		memset(word, '7', len);
		word[len] = '\0';
		rows_begin(test, &rows, columns, 2);
		row = hwi_table_begin(&rows.table);
		hwi_cell_word(row, word);
		hwi_cell_word(row, "d");
		KUNIT_ASSERT_FALSE(test, hwi_table_commit(&rows.table));
		snprintf(want, sizeof(want), "# %*s D\n%*s d\n",
			 max(len, 5) - 2, "ABC", max(len, 5), word);
		EXPECT_TABLE(test, &rows, want);
	}
}

static unsigned int calls;

static void counted_row(struct hwi_row *row)
{
	calls++;
	second_row(row);
}

/* What does not fit one block goes into another; the text stays the same. */
static void a_table_at_every_size(struct kunit *test)
{
	struct hwi_budget budget = { .max = SIZE_MAX };
	struct rows rows;
	size_t size;

	for (size = 0; size < 512; size++) {
		struct hwi_arena arena = new_arena(test, size);
		void *block = arena.at;

		rows_begin(test, &rows, mixed, ARRAY_SIZE(mixed));
		rows.arena = arena;
		rows.arena.budget = &budget;
		add_mixed(&rows);
		EXPECT_TABLE(test, &rows, mixed_text);
		hwi_arena_free(&rows.arena);
		KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
		calls = 0;
		rows_begin(test, &rows, mixed, ARRAY_SIZE(mixed));
		rows.arena = arena;
		rows_add(&rows, counted_row);
		KUNIT_EXPECT_EQ(test, calls, rows.arena.block ? 2U : 1U);
		KUNIT_EXPECT_EQ(test, rows.table.rows, 1U);
		hwi_arena_free(&rows.arena);
		kunit_kfree(test, block);
	}
}

static void huge_row(struct hwi_row *row, unsigned int len)
{
	struct hwi_text *text = hwi_cell_begin(row);

	while (len--)
		hwi_text_char(text, 'x');
	hwi_cell_end(row);
}

static void a_row_of_any_length_fits(struct kunit *test)
{
	static const struct hwi_column column[] = { { "A", 's' } };
	unsigned int len;
	struct rows rows;

	for (len = 1000; len <= 3000000; len *= 3) {
		rows_begin(test, &rows, column, 1);
		hwi_arena_init(&rows.arena, NULL);
		rows_add(&rows, huge_row, len);
		KUNIT_ASSERT_EQ(test, rows.table.error, 0);
		KUNIT_EXPECT_EQ(test, strlen(rows_line(test, &rows, 0)),
				(size_t)len);
		hwi_arena_free(&rows.arena);
	}
}

static struct kunit_case table_cases[] = {
	KUNIT_CASE(columns_align_by_their_type),
	KUNIT_CASE(a_table_without_rows),
	KUNIT_CASE(the_mark_widens_only_the_first_column),
	KUNIT_CASE(cells_of_every_length),
	KUNIT_CASE(long_cells_move_their_row),
	KUNIT_CASE(rows_go_over_pages),
	KUNIT_CASE(a_wide_first_column_keeps_its_name),
	KUNIT_CASE(a_table_at_every_size),
	KUNIT_CASE(a_row_of_any_length_fits),
	{}
};

static struct kunit_suite table_suite = {
	.name = "hwinsight_table",
	.test_cases = table_cases,
};

kunit_test_suite(table_suite);

MODULE_DESCRIPTION("KUnit: tables");
MODULE_LICENSE("GPL");
