// SPDX-License-Identifier: GPL-2.0
#include "rows.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/table.c"
#include "../../module/row.c"

/* The whole table as a C string; NULL if it overflowed. */
static const char *rendered(struct kunit *test, struct hwi_table *table)
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

static const struct hwi_column mixed[] = {
	HWI_COLUMN("START", 'x'), HWI_COLUMN("SIZE", 'z'),
	HWI_COLUMN("N", 'u'),	  HWI_COLUMN("FLAGS", 'w'),
	HWI_COLUMN("MHZ", 'd'),	  HWI_COLUMN("NAME", 's'),
};

static void begin(struct hwi_table *table, struct hwi_arena *arena,
		  const struct hwi_column *columns, unsigned int nr,
		  unsigned int rows)
{
	hwi_table_init(table, arena, columns, nr);
	hwi_table_reserve(table, rows);
}

static void fill_mixed(struct hwi_table *table)
{
	struct hwi_arena *arena = table->arena;
	struct hwi_row row;

	if (!hwi_row_begin(&row, table))
		return;
	hwi_cell_hex(&row, 0, 8);
	hwi_cell_size(&row, 4096);
	hwi_cell_u64(&row, 0);
	hwi_cell_ready(&row, hwi_arena_copy(arena, "mem,busy"));
	hwi_cell_none(&row);
	hwi_cell_text(&row, hwi_arena_copy(arena, "Reserved"));
	hwi_row_end(&row, table);

	if (!hwi_row_begin(&row, table))
		return;
	hwi_cell_hex(&row, 0x38000000000ULL, 8);
	hwi_cell_size(&row, 1536);
	hwi_cell_u64(&row, 12345678901ULL);
	hwi_cell_none(&row);
	hwi_cell_fixed3(&row, 2400125);
	hwi_cell_text(&row, hwi_arena_copy(arena, "PCI Bus 0000:00"));
	hwi_row_end(&row, table);

	if (!hwi_row_begin(&row, table))
		return;
	hwi_cell_hidden(&row);
	hwi_cell_hidden(&row);
	hwi_cell_id(&row, -1);
	hwi_cell_ready(&row, hwi_arena_copy(arena, "io"));
	hwi_cell_fixed3(&row, 0);
	hwi_cell_text(&row, hwi_arena_copy(arena, NULL));
	hwi_row_end(&row, table);
}

static const char mixed_text[] =
	"# START       SIZE           N FLAGS         MHZ NAME\n"
	"0x00000000      4K           0 mem,busy        - Reserved\n"
	"0x38000000000 1536 12345678901 -        2400.125 PCI Bus 0000:00\n"
	"*                *           - io          0.000 -\n";

static void columns_align_by_their_type(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 4096);
	struct hwi_table table;

	begin(&table, &arena, mixed, ARRAY_SIZE(mixed), 3);
	fill_mixed(&table);
	EXPECT_STRING(test, rendered(test, &table), mixed_text);
}

static void a_table_without_rows(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 256);
	struct hwi_table table;

	begin(&table, &arena, mixed, ARRAY_SIZE(mixed), 0);
	EXPECT_STRING(test, rendered(test, &table),
		      "# START SIZE N FLAGS MHZ NAME\n");
}

static void one_and_two(struct hwi_table *table)
{
	struct hwi_row row;

	if (!hwi_row_begin(&row, table))
		return;
	hwi_cell_u64(&row, 1);
	hwi_cell_u64(&row, 2);
	hwi_row_end(&row, table);
}

static void the_mark_widens_only_the_first_column(struct kunit *test)
{
	static const struct hwi_column left[] = { HWI_COLUMN("AB", 's'),
						  HWI_COLUMN("C", 's') };
	static const struct hwi_column right[] = { HWI_COLUMN("AB", 'u'),
						   HWI_COLUMN("C", 's') };
	static const struct hwi_column single[] = { HWI_COLUMN("AB", 's') };
	struct hwi_arena arena = new_arena(test, 512);
	struct hwi_table table;
	struct hwi_row row;

	begin(&table, &arena, left, 2, 1);
	one_and_two(&table);
	EXPECT_STRING(test, rendered(test, &table), "# AB C\n1    2\n");
	begin(&table, &arena, right, 2, 1);
	one_and_two(&table);
	EXPECT_STRING(test, rendered(test, &table), "# AB C\n   1 2\n");
	begin(&table, &arena, single, 1, 1);
	KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &table));
	hwi_cell_u64(&row, 1);
	hwi_row_end(&row, &table);
	EXPECT_STRING(test, rendered(test, &table), "# AB\n1\n");
}

/* printf as the judge: cells of 1 to 20 characters, each in each column. */
static void cells_of_every_length(struct kunit *test)
{
	static const struct hwi_column columns[] = {
		HWI_COLUMN("A", 's'),
		HWI_COLUMN("B", 'u'),
		HWI_COLUMN("C", 's'),
		HWI_COLUMN("D", 's'),
	};
	static const char *const letters = "abcdefghijklmnopqrst";
	unsigned int a, b, c, i;

	for (i = 0; i < 20 * 20; i++) {
		struct hwi_arena arena = new_arena(test, 1024);
		struct hwi_table table;
		struct hwi_row row;
		char want[256];

		a = i / 20 + 1;
		b = i % 20 + 1;
		c = (a + 7 * b) % 20 + 1;
		begin(&table, &arena, columns, 4, 2);
		KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &table));
		hwi_cell_str(&row, hwi_arena_copy(&arena, letters + 20 - a));
		hwi_cell_str(&row, hwi_arena_copy(&arena, letters + 20 - b));
		hwi_cell_str(&row, hwi_arena_copy(&arena, letters + 20 - c));
		hwi_cell_text(&row, hwi_arena_copy(&arena, letters + 20 - a));
		hwi_row_end(&row, &table);
		KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &table));
		hwi_cell_char(&row, '1');
		hwi_cell_char(&row, '2');
		hwi_cell_char(&row, '3');
		hwi_cell_char(&row, '4');
		hwi_row_end(&row, &table);
		a = max(a, 3U);
		snprintf(want, sizeof(want),
			 "%-*s %*s %-*s D\n%-*s %*s %-*s %s\n%-*s %*s %-*s 4\n",
			 a, "# A", b, "B", c, "C", a, letters + 20 - i / 20 - 1,
			 b, letters + 20 - b, c, letters + 20 - c,
			 letters + 20 - i / 20 - 1, a, "1", b, "2", c, "3");
		EXPECT_STRING(test, rendered(test, &table), want);
		kunit_kfree(test, arena.base);
	}
}

static void escape_depends_on_the_column(struct kunit *test)
{
	static const struct hwi_column columns[] = { HWI_COLUMN("A", 's'),
						     HWI_COLUMN("B", 's') };
	struct hwi_arena arena = new_arena(test, 512);
	struct hwi_table table;
	struct hwi_row row;

	begin(&table, &arena, columns, 2, 3);
	KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &table));
	hwi_cell_str(&row, hwi_arena_copy(&arena, "a b"));
	hwi_cell_text(&row, hwi_arena_copy(&arena, "c d\n"));
	hwi_row_end(&row, &table);
	KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &table));
	hwi_cell_str(&row, hwi_arena_copy(&arena, "#x"));
	hwi_cell_text(&row, hwi_arena_copy(&arena, "-"));
	hwi_row_end(&row, &table);
	KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &table));
	hwi_cell_str(&row, hwi_arena_copy(&arena, ""));
	hwi_cell_text(&row, hwi_arena_copy(&arena, "*"));
	hwi_row_end(&row, &table);
	EXPECT_STRING(test, rendered(test, &table),
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
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_table table;
	struct hwi_row row;

	begin(&table, &arena, columns, 6, 1);
	KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &table));
	hwi_cell_u64(&row, U64_MAX);
	hwi_cell_hex(&row, U64_MAX, 1);
	hwi_cell_size(&row, U64_MAX);
	hwi_cell_fixed3(&row, U64_MAX);
	hwi_cell_id(&row, INT_MAX);
	hwi_cell_id(&row, INT_MIN);
	hwi_row_end(&row, &table);
	EXPECT_STRING(test, rendered(test, &table), want);
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
			struct hwi_arena arena = new_arena(test, 512);
			struct hwi_table table;
			struct hwi_row row;
			char want[128];

			begin(&table, &arena, columns, 5, 1);
			KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &table));
			hwi_cell_u64(&row, value * 100 / 99);
			hwi_cell_hex(&row, value, digits[d]);
			hwi_cell_size(&row, (kb | 1) << 10);
			hwi_cells_range(&row, value, last, digits[d]);
			hwi_row_end(&row, &table);
			hwi_table_layout(&table);
			snprintf(want, sizeof(want),
				 "%llu 0x%0*llx %lluK 0x%0*llx 0x%0*llx",
				 value * 100 / 99, digits[d], value, kb | 1,
				 digits[d], value, digits[d], last);
			EXPECT_STRING(test, table_line(test, &table, 0), want);
			kunit_kfree(test, arena.base);
		}
	}
}

/* More than any view has. */
#define MANY 32

static void many_columns(struct kunit *test)
{
	struct hwi_column columns[MANY];
	struct hwi_arena arena = new_arena(test, 2048);
	struct hwi_table table;
	struct hwi_row row;
	char *want = kunit_kzalloc(test, 512, GFP_KERNEL);
	unsigned int i, n;

	KUNIT_ASSERT_TRUE(test, want);
	n = scnprintf(want, 512, "#");
	for (i = 0; i < MANY; i++) {
		columns[i] = (struct hwi_column)HWI_COLUMN("C", 's');
		n += scnprintf(want + n, 512 - n, " C");
	}
	n += scnprintf(want + n, 512 - n, "\n0  ");
	for (i = 1; i < MANY; i++)
		n += scnprintf(want + n, 512 - n, " %u", i % 10);
	n += scnprintf(want + n, 512 - n, "\n");
	begin(&table, &arena, columns, MANY, 1);
	KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &table));
	for (i = 0; i < MANY; i++)
		hwi_cell_u64(&row, i % 10);
	hwi_row_end(&row, &table);
	EXPECT_STRING(test, rendered(test, &table), want);
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
			struct hwi_arena arena = new_arena(test, 1024);
			struct hwi_table table;
			struct hwi_row row;
			const char *line;

			begin(&table, &arena, columns, nr, 1);
			KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &table));
			for (i = 0, n = 0; i < nr; i++) {
				if (set & (1 << i))
					hwi_cell_put(&row, str);
				else
					hwi_cell_none(&row);
				n += scnprintf(want + n, sizeof(want) - n,
					       "%s%.*s", i ? " " : "", (int)len,
					       set & (1 << i) ? text : "-");
			}
			hwi_row_end(&row, &table);
			KUNIT_ASSERT_TRUE(test, hwi_table_layout(&table));
			line = table_line(test, &table, 0);
			EXPECT_STRING(test, line, want);
			kunit_kfree(test, line);
			kunit_kfree(test, arena.base);
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
		struct hwi_arena arena = new_arena(test, 1024);
		struct hwi_table table;
		struct hwi_row row;

		begin(&table, &arena, three, 3, 2);
		KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &table));
		hwi_cells_none(&row, cells);
		hwi_row_end(&row, &table);
		KUNIT_EXPECT_EQ(test, arena.overflow, cells != 3);
		KUNIT_EXPECT_EQ(test, hwi_table_layout(&table), cells == 3);
	}
}

static void more_rows_than_reserved_overflow(struct kunit *test)
{
	static const struct hwi_column columns[] = { HWI_COLUMN("A", 'u'),
						     HWI_COLUMN("B", 's') };
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_table table;
	struct hwi_row row;

	begin(&table, &arena, columns, 2, 1);
	KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &table));
	hwi_cell_u64(&row, 1);
	hwi_cell_text(&row, hwi_arena_copy(&arena, "longer than a word"));
	hwi_row_end(&row, &table);
	KUNIT_EXPECT_FALSE(test, arena.overflow);
	KUNIT_EXPECT_FALSE(test, hwi_row_begin(&row, &table));
	KUNIT_EXPECT_TRUE(test, arena.overflow);
	KUNIT_EXPECT_PTR_EQ(test, table.next, table.cells + 2);
	KUNIT_EXPECT_FALSE(test, hwi_table_layout(&table));
}

static void rows_that_no_memory_holds(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_table table;
	struct hwi_row row;

	hwi_table_init(&table, &arena, mixed, ARRAY_SIZE(mixed));
	KUNIT_EXPECT_FALSE(test, hwi_table_reserve(&table, UINT_MAX));
	KUNIT_EXPECT_TRUE(test, arena.overflow);
	KUNIT_EXPECT_FALSE(test, hwi_row_begin(&row, &table));
	KUNIT_EXPECT_EQ(test, table.rows, 0U);
}

/* Each line, into blocks of each size: all of it or nothing of it. */
static void a_line_fits_or_is_not_written(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 4096);
	struct hwi_table table;
	size_t room, len, whole;
	unsigned int row;

	begin(&table, &arena, mixed, ARRAY_SIZE(mixed), 3);
	fill_mixed(&table);
	hwi_table_layout(&table);
	for (row = 0; row < 4; row++) {
		for (room = 0, whole = 0; room < 128; room++) {
			char *dst = new_block(test, room);

			len = row ? hwi_table_row(&table, row - 1, dst, room) :
				    hwi_table_header(&table, dst, room);
			KUNIT_EXPECT_TRUE(test, len <= room);
			KUNIT_EXPECT_TRUE(test, !whole || len == whole);
			whole = len;
			if (len)
				KUNIT_EXPECT_EQ(test, (int)dst[len - 1],
						(int)'\n');
			kunit_kfree(test, dst);
		}
		KUNIT_EXPECT_TRUE(test, whole && whole + ROW_SLACK < 128);
	}
}

static void a_table_at_every_size(struct kunit *test)
{
	bool fitted = false;
	size_t size;

	for (size = 0; size < 1024; size++) {
		struct hwi_arena arena = new_arena(test, size);
		struct hwi_table table;
		const char *text;

		begin(&table, &arena, mixed, ARRAY_SIZE(mixed), 3);
		fill_mixed(&table);
		text = rendered(test, &table);
		KUNIT_EXPECT_TRUE(test, arena.used <= arena.size);
		KUNIT_EXPECT_EQ(test, !text, arena.overflow);
		KUNIT_EXPECT_FALSE(test, fitted && !text);
		fitted = text;
		if (fitted)
			EXPECT_STRING(test, text, mixed_text);
		kunit_kfree(test, arena.base);
	}
	KUNIT_EXPECT_TRUE(test, fitted);
}

static struct kunit_case table_cases[] = {
	KUNIT_CASE(columns_align_by_their_type),
	KUNIT_CASE(a_table_without_rows),
	KUNIT_CASE(the_mark_widens_only_the_first_column),
	KUNIT_CASE(cells_of_every_length),
	KUNIT_CASE(escape_depends_on_the_column),
	KUNIT_CASE(numbers_at_their_limits),
	KUNIT_CASE(numbers_of_every_length),
	KUNIT_CASE(many_columns),
	KUNIT_CASE(what_is_not_known_is_a_dash),
	KUNIT_CASE(a_row_with_other_cells_is_refused),
	KUNIT_CASE(more_rows_than_reserved_overflow),
	KUNIT_CASE(rows_that_no_memory_holds),
	KUNIT_CASE(a_line_fits_or_is_not_written),
	KUNIT_CASE(a_table_at_every_size),
	{}
};

static struct kunit_suite table_suite = {
	.name = "hwinsight_table",
	.test_cases = table_cases,
};

kunit_test_suite(table_suite);

MODULE_DESCRIPTION("KUnit: the table core");
MODULE_LICENSE("GPL");
