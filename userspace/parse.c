// SPDX-License-Identifier: GPL-2.0
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "cell.h"
#include "parse.h"

bool slice_is(struct slice s, const char *text)
{
	return s.len == strlen(text) && !memcmp(s.p, text, s.len);
}

__attribute__((format(printf, 2, 3)))
static bool wrong(struct problem *problem, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(problem->what, sizeof(problem->what), format, args);
	va_end(args);
	return false;
}

/* Names in messages are cut: a broken text may have long ones. */
#define SHOWN(s) (int)((s).len < 40 ? (s).len : 40), (s).p

/* Take a line off @text, without its end. */
static bool line_next(struct slice *text, struct slice *line,
		      struct problem *problem)
{
	const char *end;
	size_t i;

	problem->line++;
	if (!text->len)
		return wrong(problem, "the text ends where a line was expected");
	end = memchr(text->p, '\n', text->len);
	if (!end)
		return wrong(problem, "the line is cut: no newline at its end");
	line->p = text->p;
	line->len = end - text->p;
	text->p = end + 1;
	text->len -= line->len + 1;
	for (i = 0; i < line->len; i++) {
		unsigned char c = line->p[i];

		if (c == '\r' && i == line->len - 1)
			return wrong(problem, "the line ends in CR LF, expected LF");
		if (c < ' ' || c == 0x7f)
			return wrong(problem, "byte 0x%02x at column %zu is not text",
				     c, i + 1);
	}
	return true;
}

/* Take a word off @line; false when only spaces are left. */
static bool word_next(struct slice *line, struct slice *word)
{
	while (line->len && *line->p == ' ') {
		line->p++;
		line->len--;
	}
	word->p = line->p;
	while (line->len && *line->p != ' ') {
		line->p++;
		line->len--;
	}
	word->len = line->p - word->p;
	return word->len;
}

static bool attribute(struct view *view, struct slice word,
		      struct problem *problem)
{
	const char *equals = memchr(word.p, '=', word.len);
	struct slice key, value;

	if (!equals || equals == word.p)
		return wrong(problem, "expected key=value, found '%.*s'",
			     SHOWN(word));
	key.p = word.p;
	key.len = equals - word.p;
	value.p = equals + 1;
	value.len = word.len - key.len - 1;
	if (slice_is(key, "rows")) {
		if (!cell_number(value, &view->rows))
			return wrong(problem, "rows= is no number: '%.*s'",
				     SHOWN(value));
	} else if (slice_is(key, "taken")) {
		if (!cell_fits('d', value))
			return wrong(problem, "taken= is no time: '%.*s'",
				     SHOWN(value));
		view->taken = value;
	} else if (slice_is(key, "release")) {
		view->release = value;
	} else if (slice_is(key, "arch")) {
		view->arch = value;
	} else if (slice_is(key, "types")) {
		view->types = value;
	}
	return true;
}

static bool parse_metadata(struct view *view, struct slice line,
			   struct problem *problem)
{
	struct slice word;

	if (!word_next(&line, &word) || !slice_is(word, "#") ||
	    !word_next(&line, &word) || !slice_is(word, "hwinsight"))
		return wrong(problem, "expected '# hwinsight " FORMAT_VERSION
			     " VIEW rows=N ...'");
	if (!word_next(&line, &word) || !slice_is(word, FORMAT_VERSION))
		return wrong(problem, "format version '%.*s' is not known, only "
			     FORMAT_VERSION, SHOWN(word));
	if (!word_next(&line, &view->name))
		return wrong(problem, "the view has no name");
	view->rows = -1UL;
	while (word_next(&line, &word))
		if (!attribute(view, word, problem))
			return false;
	if (view->rows == -1UL)
		return wrong(problem, "there is no rows=N");
	if (!view->taken.p || !view->release.p || !view->arch.p)
		return wrong(problem, "taken=, release= or arch= is missing");
	return true;
}

static bool parse_columns(struct view *view, struct slice line,
			  struct problem *problem)
{
	struct slice word;
	unsigned int i;

	if (!word_next(&line, &word) || !slice_is(word, "#"))
		return wrong(problem, "expected '# COLUMN COLUMN ...'");
	while (word_next(&line, &word)) {
		if (view->columns == MAX_COLUMNS)
			return wrong(problem, "more than %d columns",
				     MAX_COLUMNS);
		for (i = 0; i < view->columns; i++)
			if (view->column[i].len == word.len &&
			    !memcmp(view->column[i].p, word.p, word.len))
				return wrong(problem, "column '%.*s' is there twice",
					     SHOWN(word));
		view->column[view->columns++] = word;
	}
	if (!view->columns)
		return wrong(problem, "there are no columns");
	if (view->types.p && view->types.len != view->columns)
		return wrong(problem, "%u columns, but types= has %zu",
			     view->columns, view->types.len);
	return true;
}

/* Split a row. The last field goes to the end of the line. */
static unsigned int split(struct slice line, struct slice *cells,
			  unsigned int columns)
{
	unsigned int n;

	for (n = 0; n < columns; n++) {
		if (!word_next(&line, &cells[n]))
			return n;
		if (n == columns - 1) {
			cells[n].len += line.len;
			line.len = 0;
		}
	}
	return n;
}

char column_type(const struct view *view, unsigned int column)
{
	return view->types.p ? view->types.p[column] : 's';
}

static bool check_row(const struct view *view, struct slice line,
		      struct problem *problem)
{
	struct slice cells[MAX_COLUMNS];
	unsigned int n, i;

	n = split(line, cells, view->columns);
	if (n != view->columns)
		return wrong(problem, "expected %u fields, found %u",
			     view->columns, n);
	for (i = 0; i < n; i++)
		if (!cell_fits(column_type(view, i), cells[i]))
			return wrong(problem, "%.*s: expected %s, found '%.*s'",
				     SHOWN(view->column[i]),
				     cell_expected(column_type(view, i)),
				     SHOWN(cells[i]));
	return true;
}

bool view_parse(struct view *view, struct slice text, struct problem *problem)
{
	unsigned long rows = 0;
	struct slice line;

	memset(view, 0, sizeof(*view));
	problem->line = 0;
	if (!line_next(&text, &line, problem) ||
	    !parse_metadata(view, line, problem))
		return false;
	view->table = text;
	if (!line_next(&text, &line, problem) ||
	    !parse_columns(view, line, problem))
		return false;
	view->body = text;
	while (text.len) {
		if (!line_next(&text, &line, problem) ||
		    !check_row(view, line, problem))
			return false;
		rows++;
	}
	if (rows != view->rows)
		return wrong(problem, "rows=%lu, but there are %lu: the text is cut or mixed",
			     view->rows, rows);
	return true;
}

bool row_next(const struct view *view, struct slice *body, struct slice *cells)
{
	struct problem problem = { 0 };
	struct slice line;

	return body->len && line_next(body, &line, &problem) &&
	       split(line, cells, view->columns) == view->columns;
}
