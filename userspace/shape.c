// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "shape.h"

enum relation {
	LESS = 1,
	SAME = 2,
	MORE = 4,
	OTHER = 8, /* not the same, or nothing to compare with */
	PART = 16, /* is not asked for by an order, but by a text */
};

/* The longer ones first: they begin like the others. */
static const struct comparison {
	char text[3];
	unsigned char holds; /* for which relations */
} comparisons[] = {
	{ "!=", LESS | MORE | OTHER },
	{ "<=", LESS | SAME },
	{ ">=", MORE | SAME },
	{ "=", SAME },
	{ "~", PART },
	{ "<", LESS },
	{ ">", MORE },
};

/* A row and what it is sorted by. */
struct sort_row {
	struct slice row, cell;
	const struct rows *rows;
};

bool shape_none(const struct shape *shape)
{
	return !shape->columns && !shape->sort && !shape->wheres;
}

/* The place of a column; else a complaint that names those there are. */
static bool find_column(const struct view *view, struct slice name,
			unsigned int *column)
{
	struct joined words = { .used = 0 };
	unsigned int i;

	for (i = 0; i < view->columns; i++) {
		*column = i;
		if (view->column[i].len == name.len &&
		    !strncasecmp(view->column[i].p, name.p, name.len))
			return true;
		joined_add(&words, view->column[i]);
	}
	complain(USAGE, "view %.*s has no column '%.*s'; there are:%s",
		 (int)view->name.len, view->name.p, (int)name.len, name.p,
		 words.text);
	return false;
}

static bool choose_columns(struct rows *rows, const char *columns)
{
	struct slice list = { NULL, 0 }, name;
	unsigned int i, column;

	rows->columns = 0;
	if (columns)
		list = slice_of(columns);
	for (i = 0; !columns && i < rows->view->columns; i++)
		rows->column[rows->columns++] = i;
	while (item_next(&list, &name)) {
		if (!find_column(rows->view, name, &column))
			return false;
		for (i = 0; i < rows->columns; i++) {
			if (rows->column[i] != column)
				continue;
			complain(USAGE, "--columns: '%.*s' is there twice",
				 (int)name.len, name.p);
			return false;
		}
		rows->column[rows->columns++] = column;
	}
	return true;
}

static const struct comparison *find_comparison(struct slice text)
{
	size_t i, len;

	/* All of the run: "==" is no "=". */
	for (len = 0; len < text.len && strchr("=!~<>", text.p[len]);)
		len++;
	text.len = len;
	for (i = 0; i < ARRAY_SIZE(comparisons); i++)
		if (slice_is(text, comparisons[i].text))
			return &comparisons[i];
	return NULL;
}

static bool parse_test(struct rows *rows, const char *text)
{
	struct test *test = &rows->tests[rows->nr_tests++];
	size_t len = strcspn(text, "=!~<>");
	bool order;
	char type;

	test->comparison = find_comparison(slice_of(text + len));
	if (!test->comparison) {
		complain(
			USAGE,
			"--where '%s': no operator between a column and a value; there are: = != ~ < > <= >=",
			text);
		return false;
	}
	if (!find_column(rows->view, (struct slice){ text, len },
			 &test->column))
		return false;
	test->value = slice_of(text + len + strlen(test->comparison->text));
	type = rows->view->type[test->column];
	test->typed = cell_value(type, test->value, &test->number);
	order = strchr("<>", *test->comparison->text);
	if (order && !strchr("uixzd", type)) {
		complain(
			USAGE,
			"--where '%s': %s is for numbers and sizes; = != ~ are for every column",
			text, test->comparison->text);
		return false;
	}
	if (!test->typed && test->comparison->holds != PART &&
	    (order || !cell_fits(type, test->value))) {
		complain(USAGE, "--where '%s': expected %s, found '%.*s'", text,
			 cell_expected(type), (int)test->value.len,
			 test->value.p);
		return false;
	}
	return true;
}

static bool test_holds(const struct test *test, const struct view *view,
		       struct slice cell)
{
	enum relation relation = OTHER;
	struct value number;
	int order;

	if (test->comparison->holds == PART)
		return text_has(cell, test->value);
	if (test->typed) {
		if (cell_value(view->type[test->column], cell, &number)) {
			order = value_order(&number, &test->number);
			relation = order < 0 ? LESS : order ? MORE : SAME;
		}
	} else if (text_same(cell, test->value)) {
		relation = SAME;
	}
	return test->comparison->holds & relation;
}

static bool next_match(struct rows *rows, struct slice *row)
{
	const struct view *view = rows->view;
	unsigned int i;

	for (;;) {
		row->p = rows->body.p;
		if (!row_next(view, &rows->body, rows->cells))
			return false;
		row->len = rows->body.p - row->p;
		for (i = 0; i < rows->nr_tests; i++)
			if (!test_holds(&rows->tests[i], view,
					rows->cells[rows->tests[i].column]))
				break;
		if (i == rows->nr_tests)
			return true;
	}
}

/* 0 for what has a value; "-" and "*" come after all of it. */
static int rank(struct slice cell)
{
	return slice_is(cell, "-") + 2 * slice_is(cell, "*");
}

static int row_order(const void *left, const void *right)
{
	const struct sort_row *a = left, *b = right;
	const struct rows *rows = a->rows;
	char type = rows->view->type[rows->sort];
	struct value x, y;
	int order = rank(a->cell) - rank(b->cell);

	if (order)
		return order;
	if (cell_value(type, a->cell, &x) && cell_value(type, b->cell, &y))
		order = value_order(&x, &y);
	else
		order = text_order(a->cell, b->cell);
	if (order)
		return rows->descending ? -order : order;
	/* As they were: qsort() itself does not promise that. */
	return a->row.p < b->row.p ? -1 : 1;
}

static enum exit_code sort_rows(struct rows *rows, const char *sort)
{
	struct slice name, way;
	struct sort_row *keys;
	struct slice row;

	if (slice_split(slice_of(sort), ':', &name, &way)) {
		rows->descending = slice_is(way, "desc");
		if (!rows->descending && !slice_is(way, "asc"))
			return complain(
				USAGE,
				"--sort '%s': expected COLUMN, COLUMN:asc or COLUMN:desc",
				sort);
	} else {
		name = slice_of(sort);
	}
	if (!find_column(rows->view, name, &rows->sort))
		return USAGE;
	keys = malloc((rows->view->rows + 1) * sizeof(*keys));
	if (!keys)
		return complain(FAILED, "--sort: out of memory");
	while (next_match(rows, &row)) {
		keys[rows->nr_keys].row = row;
		keys[rows->nr_keys].cell = rows->cells[rows->sort];
		keys[rows->nr_keys++].rows = rows;
	}
	qsort(keys, rows->nr_keys, sizeof(*keys), row_order);
	rows->keys = keys;
	return DONE;
}

enum exit_code rows_begin(struct rows *rows, const struct shape *shape,
			  const struct view *view)
{
	unsigned int i;

	memset(rows, 0, sizeof(*rows));
	rows->view = view;
	rows->body = view->body;
	if (!choose_columns(rows, shape->columns))
		return USAGE;
	for (i = 0; i < shape->wheres; i++)
		if (!parse_test(rows, shape->where[i]))
			return USAGE;
	return shape->sort ? sort_rows(rows, shape->sort) : DONE;
}

bool rows_next(struct rows *rows)
{
	struct slice row;

	if (!rows->keys)
		return next_match(rows, &row);
	if (rows->at == rows->nr_keys)
		return false;
	row = rows->keys[rows->at++].row;
	return row_next(rows->view, &row, rows->cells);
}

void rows_rewind(struct rows *rows)
{
	rows->at = 0;
	rows->body = rows->view->body;
}

void rows_end(struct rows *rows)
{
	free(rows->keys);
	rows->keys = NULL;
}

struct slice rows_name(const struct rows *rows, unsigned int i)
{
	return rows->view->column[rows->column[i]];
}

struct slice rows_cell(const struct rows *rows, unsigned int i)
{
	return rows->cells[rows->column[i]];
}

char rows_type(const struct rows *rows, unsigned int i)
{
	return rows->view->type[rows->column[i]];
}
