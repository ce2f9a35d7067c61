// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>

#include "capture.h"

/* Views taken from one capture; any more are skipped. */
#define MAX_VIEWS 4096

static const char marker[] = "# hwinsight ";

/* The text being cleaned, line by line. */
struct cleaner {
	struct capture *capture;
	size_t used;
	u64 *line; /* line number of each kept line in the raw capture */
	size_t lines;
	u64 at; /* current line of the raw capture */
	char end; /* line end: CR if the capture has no LF at all */
};

static bool begins(struct slice s, const char *text)
{
	size_t len = strlen(text);

	return s.len >= len && !memcmp(s.p, text, len);
}

/* The length of the escape sequence that @s begins with: CSI, OSC or other. */
static size_t sequence_len(struct slice s)
{
	size_t i = 2;

	if (s.len < 2)
		return s.len;
	if (s.p[1] == '[') {
		while (i < s.len && (s.p[i] < '@' || s.p[i] > '~'))
			i++;
	} else if (s.p[1] == ']') {
		while (i < s.len && s.p[i] != '\a' && s.p[i] != '\033')
			i++;
		if (i + 1 < s.len && s.p[i] == '\033')
			i++;
	} else {
		i = 1;
	}
	return i < s.len ? i + 1 : s.len;
}

/* Copy a line to @to, without what terminals and editors add. */
static size_t clean_line(char *to, struct slice line)
{
	size_t used = 0, len;

	while (line.len) {
		len = *line.p == '\033' ? sequence_len(line) : 1;
		/*
		 * A CR inside a line is not a line end: keep it, so that it is
		 * reported.
		 */
		if (*line.p == '\r' && used && line.len > 1 &&
		    line.p[1] != '\r' && line.p[1] != '\033')
			to[used++] = '\r';
		else if (*line.p != '\033' && *line.p != '\r')
			to[used++] = *line.p;
		line.p += len;
		line.len -= len;
	}
	return used;
}

/* "[   12.345678] usb 1-1: new device", perhaps after a level: "<6>" */
static bool kernel_log(struct slice line)
{
	size_t i = 0;

	if (line.len > 3 && line.p[0] == '<' && line.p[2] == '>')
		i = 3;
	if (i >= line.len || line.p[i++] != '[')
		return false;
	while (i < line.len && line.p[i] == ' ')
		i++;
	while (i < line.len &&
	       ((line.p[i] >= '0' && line.p[i] <= '9') || line.p[i] == '.'))
		i++;
	return i > 3 && i + 1 < line.len && line.p[i] == ']' &&
	       line.p[i + 1] == ' ';
}

static bool blank(struct slice line)
{
	while (line.len && *line.p == ' ') {
		line.p++;
		line.len--;
	}
	return !line.len;
}

/* Clean the next line of @raw; false when there is none. */
static bool next_line(struct cleaner *cleaner, struct slice *raw,
		      struct slice *line)
{
	char *to = cleaner->capture->text + cleaner->used;
	struct slice rest = { NULL, 0 }, before = *raw;

	if (!raw->len)
		return false;
	if (!slice_split(*raw, cleaner->end, &before, &rest))
		before = *raw;
	*raw = rest;
	cleaner->at++;
	line->p = to;
	line->len = clean_line(to, before);
	return true;
}

static void keep_line(struct cleaner *cleaner, struct slice line, bool whole)
{
	cleaner->used += line.len;
	if (whole)
		cleaner->capture->text[cleaner->used++] = '\n';
	cleaner->line[cleaner->lines++] = cleaner->at;
}

static void skip_line(struct cleaner *cleaner)
{
	if (!cleaner->capture->skipped++)
		cleaner->capture->first = cleaner->at;
}

/* What may follow a table of strings, where any line would pass for a row. */
static bool prompt(struct slice line)
{
	size_t i;

	for (i = 0; i + 1 < line.len; i++)
		if (strchr("#$>%", line.p[i]) && line.p[i + 1] == ' ')
			return true;
	return begins(line, "Script done") ||
	       (line.len && strchr("#$>%", line.p[line.len - 1]));
}

/* Whether a line after the last announced row is an extra row. */
static bool surplus(const struct view *view, struct slice line)
{
	struct slice cells[MAX_COLUMNS];
	unsigned int i;
	bool typed = false;

	if (!row_fits(view, line, cells))
		return false;
	for (i = 0; i < view->columns; i++)
		typed |= view->type[i] != 's' && !cell_special(cells[i]);
	return typed || !prompt(line);
}

/* Take a whole view, beginning with its first line. */
static struct slice take_table(struct cleaner *cleaner, struct slice *raw,
			       struct slice line)
{
	struct slice text = { line.p, 0 }, before = *raw;
	struct view view;
	bool good = view_begin(&view, line);
	u64 rows = 0, at = cleaner->at;

	keep_line(cleaner, line, raw->p);
	while (good) {
		before = *raw;
		at = cleaner->at;
		if (!next_line(cleaner, raw, &line) || begins(line, marker))
			break;
		if (blank(line) || kernel_log(line)) {
			skip_line(cleaner);
			continue;
		}
		if (!view.columns)
			good = view_columns(&view, line);
		else if (rows++ >= view.rows && !surplus(&view, line))
			break;
		keep_line(cleaner, line, raw->p);
		before = *raw;
		at = cleaner->at;
	}
	/* Push that line back: the caller looks at it again. */
	*raw = before;
	cleaner->at = at;
	text.len = cleaner->capture->text + cleaner->used - text.p;
	return text;
}

static bool add_view(struct capture *capture, struct cleaner *cleaner,
		     struct slice text, size_t line)
{
	struct capture_view *views, *last;
	struct slice rest = text;
	struct view view;

	views = realloc(capture->views, (capture->n + 1) * sizeof(*views));
	if (!views)
		return false;
	capture->views = views;
	last = &views[capture->n++];
	memset(last, 0, sizeof(*last));
	last->text = text;
	last->damaged = !view_parse(&view, &rest, &last->problem) || rest.len;
	last->name = view.name.p ? view.name : slice_of("?");
	if (!last->damaged)
		return true;
	/* Lines count from 1; a missing line is after the last one. */
	line += last->problem.line ? last->problem.line - 1 : 0;
	last->problem.line = line < cleaner->lines ? cleaner->line[line] :
						     cleaner->at + 1;
	return true;
}

bool capture_take(struct capture *capture, struct slice raw)
{
	struct cleaner cleaner = { .capture = capture, .end = '\n' };
	struct slice line;
	size_t first, i, n = 2;
	bool good;

	memset(capture, 0, sizeof(*capture));
	if (!memchr(raw.p, '\n', raw.len))
		cleaner.end = '\r';
	for (i = 0; i < raw.len; i++)
		n += raw.p[i] == cleaner.end;
	capture->text = malloc(raw.len + n);
	cleaner.line = malloc(n * sizeof(*cleaner.line));
	good = capture->text && cleaner.line;
	if (begins(raw, "\xef\xbb\xbf")) {
		raw.p += 3;
		raw.len -= 3;
	}
	while (good) {
		if (!next_line(&cleaner, &raw, &line))
			break;
		if (!begins(line, marker) || capture->n == MAX_VIEWS) {
			skip_line(&cleaner);
			continue;
		}
		first = cleaner.lines;
		line = take_table(&cleaner, &raw, line);
		good = add_view(capture, &cleaner, line, first);
	}
	free(cleaner.line);
	if (!good)
		capture_free(capture);
	return good;
}

void capture_free(struct capture *capture)
{
	free(capture->text);
	free(capture->views);
	memset(capture, 0, sizeof(*capture));
}

const char *capture_unpacker(struct slice raw)
{
	if (begins(raw, "\x1f\x8b"))
		return "gzip -dc";
	if (begins(raw, "\xfd\x37zXZ"))
		return "xz -dc";
	if (begins(raw, "\x28\xb5\x2f\xfd"))
		return "zstd -dc";
	if (begins(raw, "BZh"))
		return "bzip2 -dc";
	if (begins(raw, "\x04\x22\x4d\x18"))
		return "lz4 -dc";
	return NULL;
}
