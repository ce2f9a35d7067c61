// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/table.c"

/* hwi_table_row() and hwi_table_header() may want this much to spare. */
#define SLACK (2 * HWI_WORD)

/* The whole table as a C string; NULL if it overflowed. */
static const char *rendered(struct kunit *test, struct hwi_table *table)
{
	size_t room = 65536, at, len;
	unsigned int row;
	char *text;

	if (table->arena->overflow)
		return NULL;
	hwi_table_layout(table);
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
	{ "START", 'x' }, { "SIZE", 'z' }, { "N", 'u' },
	{ "FLAGS", 'w' }, { "MHZ", 'd' },  { "NAME", 's' },
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

	hwi_cell_hex(table, 0, 8);
	hwi_cell_size(table, 4096);
	hwi_cell_u64(table, 0);
	hwi_cell_ready(table, hwi_arena_copy(arena, "mem,busy"));
	hwi_cell_none(table);
	hwi_cell_str(table, hwi_arena_copy(arena, "Reserved"));

	hwi_cell_hex(table, 0x38000000000ULL, 8);
	hwi_cell_size(table, 1536);
	hwi_cell_u64(table, 12345678901ULL);
	hwi_cell_none(table);
	hwi_cell_fixed3(table, 2400125);
	hwi_cell_str(table, hwi_arena_copy(arena, "PCI Bus 0000:00"));

	hwi_cell_hidden(table);
	hwi_cell_hidden(table);
	hwi_cell_id(table, -1);
	hwi_cell_ready(table, hwi_arena_copy(arena, "io"));
	hwi_cell_fixed3(table, 0);
	hwi_cell_str(table, hwi_arena_copy(arena, NULL));
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
	struct hwi_arena arena = new_arena(test, 64);
	struct hwi_table table;

	begin(&table, &arena, mixed, ARRAY_SIZE(mixed), 0);
	EXPECT_STRING(test, rendered(test, &table),
		      "# START SIZE N FLAGS MHZ NAME\n");
}

static void the_mark_widens_only_the_first_column(struct kunit *test)
{
	static const struct hwi_column left[] = { { "AB", 's' }, { "C", 's' } };
	static const struct hwi_column right[] = { { "AB", 'u' },
						   { "C", 's' } };
	static const struct hwi_column single[] = { { "AB", 's' } };
	struct hwi_arena arena = new_arena(test, 512);
	struct hwi_table table;

	begin(&table, &arena, left, 2, 1);
	hwi_cell_u64(&table, 1);
	hwi_cell_u64(&table, 2);
	EXPECT_STRING(test, rendered(test, &table), "# AB C\n1    2\n");
	begin(&table, &arena, right, 2, 1);
	hwi_cell_u64(&table, 1);
	hwi_cell_u64(&table, 2);
	EXPECT_STRING(test, rendered(test, &table), "# AB C\n   1 2\n");
	begin(&table, &arena, single, 1, 1);
	hwi_cell_u64(&table, 1);
	EXPECT_STRING(test, rendered(test, &table), "# AB\n1\n");
}

/* printf as the judge: cells of 1 to 20 characters, each in each column. */
static void cells_of_every_length(struct kunit *test)
{
	static const struct hwi_column columns[] = {
		{ "A", 's' },
		{ "B", 'u' },
		{ "C", 's' },
		{ "D", 's' },
	};
	static const char *const letters = "abcdefghijklmnopqrst";
	unsigned int a, b, c, i;

	for (i = 0; i < 20 * 20; i++) {
		struct hwi_arena arena = new_arena(test, 1024);
		struct hwi_table table;
		char want[256];

		a = i / 20 + 1;
		b = i % 20 + 1;
		c = (a + 7 * b) % 20 + 1;
		begin(&table, &arena, columns, 4, 2);
		hwi_cell_str(&table, hwi_arena_copy(&arena, letters + 20 - a));
		hwi_cell_str(&table, hwi_arena_copy(&arena, letters + 20 - b));
		hwi_cell_str(&table, hwi_arena_copy(&arena, letters + 20 - c));
		hwi_cell_str(&table, hwi_arena_copy(&arena, letters + 20 - a));
		hwi_cell_char(&table, '1');
		hwi_cell_char(&table, '2');
		hwi_cell_char(&table, '3');
		hwi_cell_char(&table, '4');
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
	static const struct hwi_column columns[] = { { "A", 's' },
						     { "B", 's' } };
	struct hwi_arena arena = new_arena(test, 512);
	struct hwi_table table;

	begin(&table, &arena, columns, 2, 3);
	hwi_cell_str(&table, hwi_arena_copy(&arena, "a b"));
	hwi_cell_str(&table, hwi_arena_copy(&arena, "c d\n"));
	hwi_cell_str(&table, hwi_arena_copy(&arena, "#x"));
	hwi_cell_str(&table, hwi_arena_copy(&arena, "-"));
	hwi_cell_str(&table, hwi_arena_copy(&arena, ""));
	hwi_cell_str(&table, hwi_arena_copy(&arena, "*"));
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
		{ "U", 'u' }, { "X", 'x' }, { "Z", 'z' },
		{ "D", 'd' }, { "I", 'u' }, { "L", 's' },
	};
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_table table;

	begin(&table, &arena, columns, 6, 1);
	hwi_cell_u64(&table, U64_MAX);
	hwi_cell_hex(&table, U64_MAX, 1);
	hwi_cell_size(&table, U64_MAX);
	hwi_cell_fixed3(&table, U64_MAX);
	hwi_cell_id(&table, INT_MAX);
	hwi_cell_id(&table, INT_MIN);
	EXPECT_STRING(test, rendered(test, &table), want);
}

static void as_many_columns_as_there_may_be(struct kunit *test)
{
	struct hwi_column columns[HWI_MAX_COLUMNS];
	struct hwi_arena arena = new_arena(test, 2048);
	struct hwi_table table;
	char *want = kunit_kzalloc(test, 512, GFP_KERNEL);
	unsigned int i, n;

	KUNIT_ASSERT_TRUE(test, want);
	n = scnprintf(want, 512, "#");
	for (i = 0; i < HWI_MAX_COLUMNS; i++) {
		columns[i] = (struct hwi_column){ "C", 's' };
		n += scnprintf(want + n, 512 - n, " C");
	}
	n += scnprintf(want + n, 512 - n, "\n0  ");
	for (i = 1; i < HWI_MAX_COLUMNS; i++)
		n += scnprintf(want + n, 512 - n, " %u", i % 10);
	n += scnprintf(want + n, 512 - n, "\n");
	begin(&table, &arena, columns, HWI_MAX_COLUMNS, 1);
	for (i = 0; i < HWI_MAX_COLUMNS; i++)
		hwi_cell_u64(&table, i % 10);
	EXPECT_STRING(test, rendered(test, &table), want);
}

static void more_rows_than_reserved_overflow(struct kunit *test)
{
	static const struct hwi_column columns[] = { { "A", 'u' },
						     { "B", 's' } };
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_table table;

	begin(&table, &arena, columns, 2, 1);
	hwi_cell_u64(&table, 1);
	hwi_cell_str(&table, hwi_arena_copy(&arena, "longer than a word"));
	KUNIT_EXPECT_FALSE(test, arena.overflow);
	hwi_cell_u64(&table, 123456789012ULL);
	KUNIT_EXPECT_TRUE(test, arena.overflow);
	hwi_table_layout(&table);
	KUNIT_EXPECT_EQ(test, table.rows, 1U);
}

static void rows_that_no_memory_holds(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_table table;

	hwi_table_init(&table, &arena, mixed, ARRAY_SIZE(mixed));
	KUNIT_EXPECT_FALSE(test, hwi_table_reserve(&table, UINT_MAX));
	KUNIT_EXPECT_TRUE(test, arena.overflow);
	hwi_cell_u64(&table, 1);
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
		KUNIT_EXPECT_TRUE(test, whole && whole + SLACK < 128);
	}
}

static void a_table_at_every_size(struct kunit *test)
{
	bool fitted = false;
	size_t size;

	for (size = 0; size < 640; size++) {
		struct hwi_arena arena = new_arena(test, size);
		struct hwi_table table;

		begin(&table, &arena, mixed, ARRAY_SIZE(mixed), 3);
		fill_mixed(&table);
		KUNIT_EXPECT_TRUE(test, arena.used <= arena.size);
		KUNIT_EXPECT_FALSE(test, fitted && arena.overflow);
		fitted = !arena.overflow;
		if (fitted)
			EXPECT_STRING(test, rendered(test, &table), mixed_text);
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
	KUNIT_CASE(as_many_columns_as_there_may_be),
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
