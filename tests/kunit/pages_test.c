// SPDX-License-Identifier: GPL-2.0
#include "faults.h"
#include "rows.h"

static void begin(struct hwi_pages *pages, struct hwi_budget *budget)
{
	memset(pages, POISON, sizeof(*pages));
	hwi_pages_init(pages, budget);
}

static void an_empty_text_has_no_page(struct kunit *test)
{
	struct hwi_budget budget = { .max = 0 };
	struct hwi_pages pages;
	size_t len;

	begin(&pages, &budget);
	hwi_pages_put(&pages, "", 0);
	hwi_pages_pad(&pages, 0);
	KUNIT_EXPECT_EQ(test, pages.error, 0);
	KUNIT_EXPECT_TRUE(test, !hwi_pages_get(&pages, 0, &len));
	EXPECT_STRING(test, pages_string(test, &pages), "");
}

/* Pieces of every size across many pages, alternating put and pad. */
static void pieces_of_every_size(struct kunit *test)
{
	static const unsigned int sizes[] = {
		1, 7, 64, 1000, PAGE_TEXT - 1, PAGE_TEXT, PAGE_TEXT + 1, 30000,
	};
	size_t whole = 2 * 40 * PAGE_TEXT, at, size;
	char *from = new_block(test, whole + 1);
	struct hwi_pages pages;
	unsigned int i, nr;

	for (i = 0; i < ARRAY_SIZE(sizes); i++) {
		begin(&pages, NULL);
		for (at = 0, nr = 0; at < whole; at += size, nr++) {
			size = min_t(size_t, sizes[i], whole - at);
			memset(from + at, nr % 3 ? 'a' + nr % 26 : ' ', size);
			if (nr % 3)
				hwi_pages_put(&pages, from + at, size);
			else
				hwi_pages_pad(&pages, size);
		}
		from[whole] = '\0';
		KUNIT_EXPECT_EQ(test, pages.len, whole);
		KUNIT_EXPECT_EQ(test, pages.nr, 80U);
		KUNIT_EXPECT_EQ(test, strcmp(pages_string(test, &pages), from),
				0);
	}
}

/* A page is filled before the next one starts: seq_file copies whole pages. */
static void pages_are_full_but_the_last(struct kunit *test)
{
	char *from = new_block(test, PAGE_TEXT);
	struct hwi_pages pages;
	unsigned int nr;
	size_t len;

	begin(&pages, NULL);
	hwi_pages_put(&pages, from, PAGE_TEXT);
	KUNIT_EXPECT_EQ(test, pages.nr, 1U);
	KUNIT_ASSERT_TRUE(test, hwi_pages_get(&pages, 0, &len));
	KUNIT_EXPECT_EQ(test, len, (size_t)PAGE_TEXT);
	KUNIT_EXPECT_TRUE(test, !hwi_pages_get(&pages, 1, &len));
	hwi_pages_put(&pages, from, 1);
	KUNIT_EXPECT_EQ(test, pages.nr, 2U);
	KUNIT_ASSERT_TRUE(test, hwi_pages_get(&pages, 1, &len));
	KUNIT_EXPECT_EQ(test, len, (size_t)1);
	hwi_pages_pad(&pages, 3 * PAGE_TEXT - 1);
	KUNIT_EXPECT_EQ(test, pages.nr, 4U);
	for (nr = 0; nr < 4; nr++) {
		KUNIT_ASSERT_TRUE(test, hwi_pages_get(&pages, nr, &len));
		KUNIT_EXPECT_EQ(test, len, (size_t)PAGE_TEXT);
	}
	KUNIT_EXPECT_TRUE(test, !hwi_pages_get(&pages, 4, &len));
	KUNIT_EXPECT_TRUE(test, !hwi_pages_get(&pages, UINT_MAX, &len));
	hwi_pages_free(&pages);
}

/* What is charged for the list of that few pages. */
#define LIST (16 * sizeof(char *))

static void a_freed_text_begins_again(struct kunit *test)
{
	struct hwi_budget budget = { .max = 4 * PAGE_SIZE + LIST };
	struct hwi_pages pages;
	unsigned int i;

	begin(&pages, &budget);
	for (i = 0; i < 3; i++) {
		hwi_pages_pad(&pages, 4 * PAGE_TEXT);
		KUNIT_EXPECT_EQ(test, pages.error, 0);
		KUNIT_EXPECT_EQ(test, budget.used, budget.max);
		hwi_pages_free(&pages);
		KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
		KUNIT_EXPECT_EQ(test, pages.len, (size_t)0);
		KUNIT_EXPECT_PTR_EQ(test, pages.budget, &budget);
		hwi_pages_free(&pages);
	}
}

/* Text after a cut begins where the cut was. */
static void a_text_that_is_cut_goes_on(struct kunit *test)
{
	static const size_t cuts[] = {
		0, 1, PAGE_TEXT - 1, PAGE_TEXT, PAGE_TEXT + 1, 2 * PAGE_TEXT,
	};
	struct hwi_budget budget = { .max = 3 * PAGE_SIZE + LIST };
	struct hwi_pages pages;
	const char *text;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(cuts); i++) {
		begin(&pages, &budget);
		hwi_pages_pad(&pages, 4 * PAGE_TEXT);
		KUNIT_EXPECT_EQ(test, pages.error, -EFBIG);
		hwi_pages_cut(&pages, cuts[i]);
		KUNIT_EXPECT_EQ(test, pages.error, 0);
		KUNIT_EXPECT_EQ(test, budget.used,
				DIV_ROUND_UP(cuts[i], PAGE_TEXT) * PAGE_SIZE +
					LIST);
		hwi_pages_put(&pages, "more", 4);
		KUNIT_EXPECT_EQ(test, pages.len, cuts[i] + 4);
		/* Frees the text, too */
		text = pages_string(test, &pages);
		KUNIT_EXPECT_EQ(test, strspn(text, " "), cuts[i]);
		EXPECT_STRING(test, text + cuts[i], "more");
		KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
	}
}

/* The first error stays, and nothing follows the gap. */
static void an_error_ends_the_text(struct kunit *test)
{
	struct hwi_budget budget = { .max = 3 * PAGE_SIZE + LIST - 1 };
	struct hwi_pages pages;

	begin(&pages, &budget);
	hwi_pages_pad(&pages, 2 * PAGE_TEXT);
	KUNIT_EXPECT_EQ(test, pages.error, 0);
	hwi_pages_put(&pages, "x", 1);
	KUNIT_EXPECT_EQ(test, pages.error, -EFBIG);
	KUNIT_EXPECT_EQ(test, pages.len, (size_t)(2 * PAGE_TEXT));
	budget.max = SIZE_MAX;
	hwi_pages_put(&pages, "y", 1);
	hwi_pages_pad(&pages, 1);
	KUNIT_EXPECT_EQ(test, pages.error, -EFBIG);
	KUNIT_EXPECT_EQ(test, pages.len, (size_t)(2 * PAGE_TEXT));
	hwi_pages_free(&pages);
	/* A new text starts without an error. */
	hwi_pages_put(&pages, "z", 1);
	EXPECT_STRING(test, pages_string(test, &pages), "z");
	KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
}

/* Whichever allocation fails, everything is charged and given back. */
static void memory_fails_at_each_step(struct kunit *test)
{
	struct hwi_budget budget = { .max = SIZE_MAX };
	struct hwi_pages pages;
	unsigned int steps, nr;

	for (steps = 0, nr = 0; nr < 40; steps++) {
		KUNIT_ASSERT_TRUE(test, steps < 100);
		hwi_pages_init(&pages, &budget);
		fail_after = steps;
		hwi_pages_pad(&pages, 40 * PAGE_TEXT);
		fail_after = NEVER;
		KUNIT_EXPECT_EQ(test, budget.used,
				pages.nr * PAGE_SIZE +
					pages.room * sizeof(char *));
		KUNIT_EXPECT_EQ(test, pages.len,
				(size_t)(pages.nr * PAGE_TEXT));
		KUNIT_EXPECT_EQ(test, pages.error,
				pages.nr == 40 ? 0 : -ENOMEM);
		nr = pages.nr;
		hwi_pages_free(&pages);
		KUNIT_EXPECT_EQ(test, budget.used, (size_t)0);
	}
	/* 40 pages, and a list that grew from 16 to 32 to 64. */
	KUNIT_EXPECT_EQ(test, steps, 44U);
}

static struct kunit_case pages_cases[] = {
	KUNIT_CASE(an_empty_text_has_no_page),
	KUNIT_CASE(pieces_of_every_size),
	KUNIT_CASE(pages_are_full_but_the_last),
	KUNIT_CASE(a_freed_text_begins_again),
	KUNIT_CASE(a_text_that_is_cut_goes_on),
	KUNIT_CASE(an_error_ends_the_text),
	KUNIT_CASE(memory_fails_at_each_step),
	{}
};

static struct kunit_suite pages_suite = {
	.name = "hwinsight_pages",
	.test_cases = pages_cases,
};

kunit_test_suite(pages_suite);

MODULE_DESCRIPTION("KUnit: the text of an open file");
MODULE_LICENSE("GPL");
