// SPDX-License-Identifier: GPL-2.0
#include "rows.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/table.c"
#include "../../module/row.c"

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
	EXPECT_STRING(test, table_text(test, &table), mixed_text);
}

static void a_table_without_rows(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 256);
	struct hwi_table table;

	begin(&table, &arena, mixed, ARRAY_SIZE(mixed), 0);
	EXPECT_STRING(test, table_text(test, &table),
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
	EXPECT_STRING(test, table_text(test, &table), "# AB C\n1    2\n");
	begin(&table, &arena, right, 2, 1);
	one_and_two(&table);
	EXPECT_STRING(test, table_text(test, &table), "# AB C\n   1 2\n");
	begin(&table, &arena, single, 1, 1);
	KUNIT_ASSERT_TRUE(test, hwi_row_begin(&row, &table));
	hwi_cell_u64(&row, 1);
	hwi_row_end(&row, &table);
	EXPECT_STRING(test, table_text(test, &table), "# AB\n1\n");
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
		EXPECT_STRING(test, table_text(test, &table), want);
		kunit_kfree(test, arena.base);
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
	EXPECT_STRING(test, table_text(test, &table), want);
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
		text = table_text(test, &table);
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
	KUNIT_CASE(many_columns),
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
