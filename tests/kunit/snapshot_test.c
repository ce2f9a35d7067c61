// SPDX-License-Identifier: GPL-2.0
#include <linux/utsname.h>

#include "faults.h"
#include "pause.h"
#include "rows.h"

#include "../../module/core/snapshot.c"

/* What is charged for the list of a text's pages, unless that grew. */
#define LIST (16 * sizeof(char *))

/* The suite's own machine: which parts fail, and how much is copied. */
static struct {
	unsigned int collected;
	unsigned int freed;
	u64 parts;
	int err;
	int errors[HWI_PARTS];
	unsigned int rows;
} fake;

int hwi_machine_collect(struct hwi_machine *machine, u64 parts,
			const struct hwi_access *access,
			struct hwi_budget *budget)
{
	fake.collected++;
	fake.parts = parts;
	hwi_arena_init(&machine->arena, budget);
	machine->access = access;
	machine->taken = 12 * (u64)NSEC_PER_SEC + 34;
	return fake.err;
}

int hwi_machine_error(const struct hwi_machine *machine, u64 parts)
{
	unsigned int part;

	for (part = 0; part < HWI_PARTS; part++)
		if (parts & BIT_ULL(part) && fake.errors[part])
			return fake.errors[part];
	return 0;
}

void hwi_machine_free(struct hwi_machine *machine)
{
	fake.freed++;
	hwi_arena_free(&machine->arena);
}

static const struct hwi_column columns[] = { { "N", 'u' }, { "NAME", 's' } };

static void fill(struct hwi_row *row, unsigned int nr, const char *name)
{
	hwi_cell_u64(row, nr);
	hwi_cell_line(row, name);
}

static void show_rows(struct hwi_table *table,
		      const struct hwi_machine *machine)
{
	unsigned int i;

	for (i = 0; i < fake.rows; i++)
		hwi_table_add(table, fill, i, table->view);
}

static const struct hwi_view cpus = {
	.name = "cpus",
	.columns = columns,
	.nr_columns = 2,
	.parts = BIT_ULL(HWI_PART_CPUS),
	.show = show_rows,
};

static const struct hwi_view disks = {
	.name = "disks",
	.columns = columns,
	.nr_columns = 2,
	.parts = BIT_ULL(HWI_PART_DISKS) | BIT_ULL(HWI_PART_DEVICES),
	.show = show_rows,
};

static const struct hwi_view *const views[] = { &cpus, &disks };
static const struct hwi_view *const other_views[] = { &disks, &cpus };

static void begin(struct hwi_pages *text, struct hwi_budget *budget)
{
	memset(&fake, 0, sizeof(fake));
	fake.rows = 1;
	*budget = (struct hwi_budget){ .max = SIZE_MAX };
	hwi_pages_init(text, budget);
}

static int take(struct hwi_pages *text, const struct hwi_view *const *which,
		unsigned int nr)
{
	static const struct hwi_access access;

	return hwi_snapshot_take(text, which, nr, &access);
}

/* The first line of a view with @rows rows. */
static const char *metadata(struct kunit *test, const char *view,
			    unsigned int rows, const char *error)
{
	char *line = kunit_kzalloc(test, 512, GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, line);
	snprintf(
		line, 512,
		"# hwinsight 1 %s rows=%u%s taken=12.000000034 release=%s arch=%s types=us\n",
		view, rows, error, init_utsname()->release,
		init_utsname()->machine);
	return line;
}

static const char *joined(struct kunit *test, const char *a, const char *b,
			  const char *c, const char *d)
{
	char *all = kunit_kzalloc(test, 1024, GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, all);
	snprintf(all, 1024, "%s%s%s%s", a, b, c, d);
	return all;
}

static void one_view(struct kunit *test)
{
	struct hwi_budget budget;
	struct hwi_pages text;

	begin(&text, &budget);
	KUNIT_EXPECT_EQ(test, take(&text, views, 1), 0);
	KUNIT_EXPECT_EQ(test, fake.parts,
			(unsigned long)BIT_ULL(HWI_PART_CPUS));
	/* Only the text is left. */
	KUNIT_EXPECT_EQ(test, fake.freed, 1U);
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)(PAGE_SIZE + LIST));
	EXPECT_STRING(test, pages_string(test, &text),
		      joined(test, metadata(test, "cpus", 1, ""),
			     "# N NAME\n  0 cpus\n", "", ""));
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
}

static void views_of_one_machine(struct kunit *test)
{
	struct hwi_budget budget;
	struct hwi_pages text;

	begin(&text, &budget);
	KUNIT_EXPECT_EQ(test, take(&text, views, 2), 0);
	KUNIT_EXPECT_EQ(test, fake.collected, 1U);
	KUNIT_EXPECT_EQ(test, fake.freed, 1U);
	KUNIT_EXPECT_EQ(test, fake.parts, cpus.parts | disks.parts);
	EXPECT_STRING(test, pages_string(test, &text),
		      joined(test, metadata(test, "cpus", 1, ""),
			     "# N NAME\n  0 cpus\n",
			     metadata(test, "disks", 1, ""),
			     "# N NAME\n  0 disks\n"));
}

static void a_view_without_rows(struct kunit *test)
{
	struct hwi_budget budget;
	struct hwi_pages text;

	begin(&text, &budget);
	fake.rows = 0;
	KUNIT_EXPECT_EQ(test, take(&text, views, 1), 0);
	EXPECT_STRING(test, pages_string(test, &text),
		      joined(test, metadata(test, "cpus", 0, ""), "# N NAME\n",
			     "", ""));
}

/* Each read replaces the previous text, even if it fails. */
static void a_snapshot_replaces_another(struct kunit *test)
{
	struct hwi_budget budget;
	struct hwi_pages text;

	begin(&text, &budget);
	fake.rows = 5000;
	KUNIT_EXPECT_EQ(test, take(&text, views, 2), 0);
	KUNIT_EXPECT_EQ(test, budget.used,
			text.nr * PAGE_SIZE + text.room * sizeof(char *));
	KUNIT_EXPECT_TRUE(test, text.nr > 20);
	fake.rows = 1;
	KUNIT_EXPECT_EQ(test, take(&text, views, 1), 0);
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)(PAGE_SIZE + LIST));
	fake.err = -EINTR;
	KUNIT_EXPECT_EQ(test, take(&text, views, 1), -EINTR);
	KUNIT_EXPECT_EQ(test, text.len, (size_t)0);
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
	KUNIT_EXPECT_EQ(test, fake.freed, 3U);
}

static const struct {
	int err;
	const char *name;
} errors[] = {
	{ -EFBIG, " error=EFBIG" },   { -ENOMEM, " error=ENOMEM" },
	{ -EAGAIN, " error=EAGAIN" }, { -EIO, " error=EIO" },
	{ -ENODEV, " error=EIO" },
};

/* The views before and after it are whole. */
static void a_view_that_fails_among_others(struct kunit *test)
{
	struct hwi_budget budget;
	struct hwi_pages text;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(errors); i++) {
		begin(&text, &budget);
		fake.errors[HWI_PART_DEVICES] = errors[i].err;
		KUNIT_EXPECT_EQ(test, take(&text, views, 2), 0);
		EXPECT_STRING(test, pages_string(test, &text),
			      joined(test, metadata(test, "cpus", 1, ""),
				     "# N NAME\n  0 cpus\n",
				     metadata(test, "disks", 0, errors[i].name),
				     "# N NAME\n"));
		KUNIT_EXPECT_EQ(test, take(&text, other_views, 2), 0);
		EXPECT_STRING(
			test, pages_string(test, &text),
			joined(test, metadata(test, "disks", 0, errors[i].name),
			       "# N NAME\n", metadata(test, "cpus", 1, ""),
			       "# N NAME\n  0 cpus\n"));
	}
}

static void a_view_that_fails_alone(struct kunit *test)
{
	struct hwi_budget budget;
	struct hwi_pages text;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(errors); i++) {
		begin(&text, &budget);
		fake.errors[HWI_PART_DEVICES] = errors[i].err;
		KUNIT_EXPECT_EQ(test, take(&text, other_views, 1),
				errors[i].err);
		KUNIT_EXPECT_EQ(test, text.len, (size_t)0);
		KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
		/* A view is not affected by a part that it does not show. */
		KUNIT_EXPECT_EQ(test, take(&text, views, 1), 0);
		hwi_pages_free(&text);
	}
}

/*
 * A view with too many rows fails, and the next one has the memory again. Their
 * columns are as wide as the rows that are not shown would need.
 */
static void rows_that_do_not_fit(struct kunit *test)
{
	struct hwi_budget budget;
	struct hwi_pages text;
	const char *string;

	begin(&text, &budget);
	fake.rows = 100000;
	budget.max = 1024 * 1024;
	KUNIT_EXPECT_EQ(test, take(&text, views, 1), -EFBIG);
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
	KUNIT_EXPECT_EQ(test, take(&text, views, 2), 0);
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)(PAGE_SIZE + LIST));
	string = pages_string(test, &text);
	EXPECT_STRING(test, string,
		      joined(test, metadata(test, "cpus", 0, " error=EFBIG"),
			     "# N NAME\n",
			     metadata(test, "disks", 0, " error=EFBIG"),
			     "# N NAME\n"));
}

/* A text that does not fit is dropped as a whole, with all its views. */
static void a_text_that_does_not_fit(struct kunit *test)
{
	struct hwi_budget budget;
	struct hwi_pages text;

	begin(&text, &budget);
	budget.max = PAGE_SIZE - 1;
	fake.rows = 0;
	KUNIT_EXPECT_EQ(test, take(&text, views, 2), -EFBIG);
	KUNIT_EXPECT_EQ(test, text.len, (size_t)0);
	KUNIT_EXPECT_EQ(test, text.error, 0);
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
}

static void memory_fails_at_each_step(struct kunit *test)
{
	struct hwi_budget budget;
	struct hwi_pages text;
	unsigned int step;
	int err = -ENOMEM;

	for (step = 0; err; step++) {
		KUNIT_ASSERT_TRUE(test, step < 100);
		begin(&text, &budget);
		fake.rows = 3000;
		fail_after = step;
		err = take(&text, views, 1);
		fail_after = NEVER;
		KUNIT_EXPECT_TRUE(test, !err || err == -ENOMEM);
		KUNIT_EXPECT_EQ(test, budget.used,
				text.nr * PAGE_SIZE +
					text.room * sizeof(char *));
		KUNIT_EXPECT_EQ(test, fake.freed, fake.collected);
		hwi_pages_free(&text);
	}
	KUNIT_EXPECT_TRUE(test, step > 10);
}

/* A killed reader gets nothing, of several views either. */
static void a_reader_that_is_killed(struct kunit *test)
{
	struct hwi_budget budget;
	struct hwi_pages text;
	unsigned int step;
	int err = -EINTR;

	for (step = 1; err; step++) {
		KUNIT_ASSERT_TRUE(test, step < 100);
		begin(&text, &budget);
		fake.rows = 2000;
		watch_pauses(NULL, step);
		err = take(&text, views, 2);
		KUNIT_EXPECT_EQ(test, err, pauses == step ? -EINTR : 0);
		KUNIT_EXPECT_EQ(test, !text.len, err != 0);
		hwi_pages_free(&text);
		KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
	}
	watch_pauses(NULL, 0);
	KUNIT_EXPECT_TRUE(test, step > 10);
}

static struct kunit_case snapshot_cases[] = {
	KUNIT_CASE(one_view),
	KUNIT_CASE(views_of_one_machine),
	KUNIT_CASE(a_view_without_rows),
	KUNIT_CASE(a_snapshot_replaces_another),
	KUNIT_CASE(a_view_that_fails_among_others),
	KUNIT_CASE(a_view_that_fails_alone),
	KUNIT_CASE(rows_that_do_not_fit),
	KUNIT_CASE(a_text_that_does_not_fit),
	KUNIT_CASE(memory_fails_at_each_step),
	KUNIT_CASE(a_reader_that_is_killed),
	{}
};

static struct kunit_suite snapshot_suite = {
	.name = "hwinsight_snapshot",
	.test_cases = snapshot_cases,
};

kunit_test_suite(snapshot_suite);

MODULE_DESCRIPTION("KUnit: texts made of a machine");
MODULE_LICENSE("GPL");
