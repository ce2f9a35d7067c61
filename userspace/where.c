// SPDX-License-Identifier: GPL-2.0
#include <string.h>
#include <strings.h>

#include "err.h"
#include "where.h"

enum relation {
	LESS = 1,
	SAME = 2,
	MORE = 4,
	OTHER = 8, /* not equal, or nothing to compare with */
};

enum sign_kind {
	ORDER, /* by value, or as text */
	CONTAINS, /* the text contains it */
	LISTS, /* the list contains it */
};

#define ALL_SIGNS "= != ~ !~ @ < > <= >="
#define SIGN_CHARS "=!~<>@"

static const struct sign {
	char text[3];
	enum sign_kind kind;
	bool negated;
	unsigned char holds; /* for ORDER: which relations match */
} signs[] = {
	{ "=", ORDER, false, SAME }, { "!=", ORDER, true, SAME },
	{ "<", ORDER, false, LESS }, { "<=", ORDER, false, LESS | SAME },
	{ ">", ORDER, false, MORE }, { ">=", ORDER, false, MORE | SAME },
	{ "~", CONTAINS, false, 0 }, { "!~", CONTAINS, true, 0 },
	{ "@", LISTS, false, 0 },
};

bool find_column(const struct view *view, struct slice name,
		 unsigned int *column)
{
	struct joined names = { .used = 0 };
	unsigned int i;

	for (i = 0; i < view->columns; i++) {
		*column = i;
		if (view->column[i].len == name.len &&
		    !strncasecmp(view->column[i].p, name.p, name.len))
			return true;
		joined_add(&names, view->column[i]);
	}
	complain(USAGE, "view %.*s has no column '%.*s'; there are:%s",
		 (int)view->name.len, view->name.p, (int)name.len, name.p,
		 names.text);
	return false;
}

static const struct sign *find_sign(struct slice text)
{
	size_t i, len;

	/* Take the whole run: "==" is not "=". */
	for (len = 0; len < text.len && strchr(SIGN_CHARS, text.p[len]);)
		len++;
	text.len = len;
	for (i = 0; i < ARRAY_SIZE(signs); i++)
		if (slice_is(text, signs[i].text))
			return &signs[i];
	return NULL;
}

/* Whether "@" can look for a value in a list of this type. */
static bool lists(char type, struct slice value)
{
	u64 first, last;

	if (type == 'c')
		return item_range(value, &first, &last);
	return type == 'p' ? cell_u64(value, &first) : type == 'w';
}

static bool wrong_value(const char *text, const char *expected,
			struct slice value)
{
	complain(USAGE, "--where '%s': expected %s, found '%.*s'", text,
		 expected, (int)value.len, value.p);
	return false;
}

/* Check that each alternative is valid for the column. */
static bool check_values(const struct test *test, char type, const char *text)
{
	struct slice rest = test->value, value = rest;
	struct value number;

	while (!test->alternatives || item_next(&rest, &value)) {
		if (strchr("<>", test->sign->text[0]) &&
		    !cell_value(type, value, &number))
			return wrong_value(text, cell_expected(type), value);
		if (!cell_fits(type, value))
			return wrong_value(text, cell_expected(type), value);
		if (!test->alternatives)
			break;
	}
	return true;
}

bool test_parse(struct test *test, const struct view *view, const char *text)
{
	size_t len = strcspn(text, SIGN_CHARS);
	char type;

	test->sign = find_sign(slice_of(text + len));
	if (!test->sign) {
		complain(
			USAGE,
			"--where '%s': no operator between column and value; there are: %s",
			text, ALL_SIGNS);
		return false;
	}
	if (!find_column(view, (struct slice){ text, len }, &test->column))
		return false;
	test->value = slice_of(text + len + strlen(test->sign->text));
	type = view->type[test->column];
	/* Lists of CPUs or counts contain commas. */
	test->alternatives = !memchr("cp", type, 2) &&
			     !strchr("<>@", test->sign->text[0]);
	if (strchr("<>", test->sign->text[0]) && !memchr("uixzd", type, 5)) {
		complain(
			USAGE,
			"--where '%s': %s is for numbers and sizes; = != ~ !~ are for every column",
			text, test->sign->text);
		return false;
	}
	if (test->sign->kind == LISTS && !memchr("cpw", type, 3)) {
		complain(USAGE, "--where '%s': @ is for lists", text);
		return false;
	}
	if (test->sign->kind == LISTS)
		return lists(type, test->value) ||
		       wrong_value(text, "a CPU such as 3 or 0-3", test->value);
	return test->sign->kind != ORDER || check_values(test, type, text);
}

static bool cpus_have(struct slice list, u64 first, u64 last)
{
	struct slice item;
	u64 from, to;

	while (item_next(&list, &item)) {
		if (!item_range(item, &from, &to) || first < from || first > to)
			continue;
		if (last <= to)
			return true;
		first = to + 1;
	}
	return false;
}

static bool list_holds(char type, struct slice cell, struct slice value)
{
	struct slice item, cpu, count;
	u64 first, last, n;

	if (type == 'c')
		return item_range(value, &first, &last) &&
		       cpus_have(cell, first, last);
	if (type == 'p' && !cell_u64(value, &first))
		return false;
	while (item_next(&cell, &item)) {
		if (type == 'w' && text_same(item, value))
			return true;
		if (type == 'p' && slice_split(item, ':', &cpu, &count) &&
		    cell_u64(cpu, &n) && n == first)
			return true;
	}
	return false;
}

static enum relation relation_of(char type, struct slice cell,
				 struct slice value)
{
	struct value a, b;
	int order;

	if (!cell_value(type, value, &b))
		return text_same(cell, value) ? SAME : OTHER;
	if (!cell_value(type, cell, &a))
		return OTHER;
	order = value_order(&a, &b);
	return order < 0 ? LESS : order ? MORE : SAME;
}

static bool one_holds(const struct test *test, char type, struct slice cell,
		      struct slice value)
{
	switch (test->sign->kind) {
	case CONTAINS:
		return text_has(cell, value);
	case LISTS:
		return list_holds(type, cell, value);
	default:
		return test->sign->holds & relation_of(type, cell, value);
	}
}

bool test_holds(const struct test *test, const struct view *view,
		struct slice cell)
{
	struct slice rest = test->value, value;
	char type = view->type[test->column];
	/* Try the whole value first: it may contain commas. */
	bool holds = one_holds(test, type, cell, rest);

	while (!holds && test->alternatives && item_next(&rest, &value))
		holds = one_holds(test, type, cell, value);
	return holds != test->sign->negated;
}

static bool has_ignoring_case(struct slice cell, const char *text)
{
	size_t len = strlen(text);

	for (; cell.len >= len; cell.p++, cell.len--)
		if (!strncasecmp(cell.p, text, len))
			return true;
	return false;
}

bool row_matches(const struct view *view, const struct slice *cells,
		 const char *text)
{
	unsigned int i;

	for (i = 0; i < view->columns; i++)
		if (has_ignoring_case(cells[i], text) ||
		    text_has(cells[i], slice_of(text)))
			return true;
	return false;
}
