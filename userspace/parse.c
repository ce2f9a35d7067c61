// SPDX-License-Identifier: GPL-2.0
#include <stdarg.h>
#include <string.h>

#include "parse.h"

__attribute__((format(printf, 2, 3))) static bool wrong(struct problem *problem,
							const char *format, ...)
{
	va_list args;

	va_start(args, format);
	text_vprint(problem->what, sizeof(problem->what), format, args);
	va_end(args);
	return false;
}

/* Cut names in messages: a broken text may have long ones. */
#define SHOWN(s) (int)((s).len < 40 ? (s).len : 40), (s).p

/* Take a line off @text, without its end. */
static bool line_next(struct slice *text, struct slice *line,
		      struct problem *problem)
{
	const char *end;
	size_t i;

	problem->line++;
	if (!text->len)
		return wrong(problem,
			     "the text ends where a line was expected");
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
			return wrong(problem,
				     "the line ends in CR LF, expected LF");
		if (c < ' ' || c == 0x7f)
			return wrong(problem,
				     "byte 0x%02x at column %llu is not text",
				     c, (u64)i + 1);
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

static bool is_time(struct slice value)
{
	return !cell_special(value) && cell_fits('d', value);
}

static bool attribute(struct view *view, struct slice word,
		      struct problem *problem)
{
	struct slice key, value, *place;

	if (!slice_split(word, '=', &key, &value) || !key.len)
		return wrong(problem, "expected key=value, found '%.*s'",
			     SHOWN(word));
	if (slice_is(key, "rows")) {
		if (view->has_rows)
			return wrong(problem, "rows= is there twice");
		if (!cell_u64(value, &view->rows))
			return wrong(problem, "rows= is no number: '%.*s'",
				     SHOWN(value));
		view->has_rows = true;
		return true;
	}
	if (slice_is(key, "taken"))
		place = &view->taken;
	else if (slice_is(key, "release"))
		place = &view->release;
	else if (slice_is(key, "arch"))
		place = &view->arch;
	else if (slice_is(key, "types"))
		place = &view->types;
	else if (slice_is(key, "error"))
		place = &view->error;
	else
		return true;
	if (place->p)
		return wrong(problem, "%.*s= is there twice", SHOWN(key));
	*place = value;
	return place != &view->taken || is_time(value) ||
	       wrong(problem, "taken= is no time: '%.*s'", SHOWN(value));
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
		return wrong(
			problem,
			"format version '%.*s' is not known, only " FORMAT_VERSION,
			SHOWN(word));
	if (!word_next(&line, &view->name))
		return wrong(problem, "the view has no name");
	while (word_next(&line, &word))
		if (!attribute(view, word, problem))
			return false;
	if (!view->has_rows)
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
			return wrong(problem, "more than %llu columns",
				     (u64)MAX_COLUMNS);
		for (i = 0; i < view->columns; i++)
			if (slice_same(view->column[i], word))
				return wrong(problem,
					     "column '%.*s' is there twice",
					     SHOWN(word));
		view->column[view->columns++] = word;
	}
	if (!view->columns)
		return wrong(problem, "there are no columns");
	if (view->types.p && view->types.len != view->columns)
		return wrong(problem, "%llu columns, but types= has %llu",
			     (u64)view->columns, (u64)view->types.len);
	for (i = 0; i < view->columns; i++)
		view->type[i] = view->types.p ? view->types.p[i] : 's';
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

static bool check_row(const struct view *view, struct slice line,
		      unsigned int *candidates, struct problem *problem)
{
	struct slice cells[MAX_COLUMNS];
	unsigned int n, i;

	n = split(line, cells, view->columns);
	if (n != view->columns)
		return wrong(problem, "expected %llu fields, found %llu",
			     (u64)view->columns, (u64)n);
	for (i = 0; i < n; i++) {
		if (!cell_fits(view->type[i], cells[i]))
			return wrong(problem, "%.*s: expected %s, found '%.*s'",
				     SHOWN(view->column[i]),
				     cell_expected(view->type[i]),
				     SHOWN(cells[i]));
		if (!view->types.p)
			candidates[i] =
				cell_candidates(candidates[i], cells[i]);
	}
	return true;
}

static bool check_rows(struct view *view, struct slice *text,
		       struct problem *problem)
{
	unsigned int candidates[MAX_COLUMNS], i;
	struct slice line;
	u64 rows;

	for (i = 0; i < view->columns; i++)
		candidates[i] = CANDIDATES_ALL;
	for (rows = 0; text->len && *text->p != '#'; rows++) {
		if (!line_next(text, &line, problem) ||
		    !check_row(view, line, candidates, problem))
			return false;
		if (rows == MAX_ROWS)
			return wrong(problem, "more than %llu rows",
				     (u64)MAX_ROWS);
	}
	if (rows != view->rows)
		return wrong(
			problem,
			"rows=%llu, but there are %llu: the text is cut or mixed",
			view->rows, rows);
	/* The last column is free text, whatever it looks like. */
	for (i = 0; !view->types.p && i < view->columns - 1; i++)
		view->type[i] = cell_guess(candidates[i]);
	return true;
}

bool view_parse(struct view *view, struct slice *text, struct problem *problem)
{
	struct slice line;

	memset(view, 0, sizeof(*view));
	view->text = *text;
	if (!line_next(text, &line, problem) ||
	    !parse_metadata(view, line, problem))
		return false;
	view->table = *text;
	if (!line_next(text, &line, problem) ||
	    !parse_columns(view, line, problem))
		return false;
	view->body = *text;
	if (!check_rows(view, text, problem))
		return false;
	view->text.len = text->p - view->text.p;
	view->table.len = text->p - view->table.p;
	view->body.len = text->p - view->body.p;
	return true;
}

bool view_begin(struct view *view, struct slice line)
{
	struct problem problem = { 0 };

	memset(view, 0, sizeof(*view));
	return parse_metadata(view, line, &problem);
}

bool view_columns(struct view *view, struct slice line)
{
	struct problem problem = { 0 };

	return parse_columns(view, line, &problem);
}

bool row_fits(const struct view *view, struct slice line, struct slice *cells)
{
	unsigned int i;

	if (split(line, cells, view->columns) != view->columns)
		return false;
	for (i = 0; i < view->columns; i++)
		if (!cell_fits(view->type[i], cells[i]))
			return false;
	return true;
}

bool view_place(const struct view *view, struct slice name,
		unsigned int *column)
{
	for (*column = 0; *column < view->columns; ++*column)
		if (slice_same(view->column[*column], name))
			return true;
	return false;
}

bool row_next(const struct view *view, struct slice *body, struct slice *cells)
{
	struct problem problem = { 0 };
	struct slice line;

	return body->len && line_next(body, &line, &problem) &&
	       split(line, cells, view->columns) == view->columns;
}
