// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "json.h"

/* Below U+0100; control characters as escapes, those above U+007F too. */
static void latin(struct out *out, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";

	if (c == '"' || c == '\\') {
		out_char(out, '\\');
		out_char(out, c);
	} else if (c < ' ' || c >= 0x7f) {
		out_text(out, "\\u00");
		out_char(out, hex[c >> 4]);
		out_char(out, hex[c & 15]);
	} else {
		out_char(out, c);
	}
}

/*
 * A string, its octal escapes decoded. What is not UTF-8 becomes U+FFFD, so
 * that the output is JSON whatever a device calls itself.
 */
void json_string(struct out *out, struct slice s)
{
	char bytes[4];
	size_t len;

	out_char(out, '"');
	while (s.len) {
		len = char_next(&s, bytes);
		if (len == 1)
			latin(out, bytes[0]);
		else if (len && !printable_len(bytes, len))
			latin(out, bytes[1]);
		else if (len)
			out_bytes(out, bytes, len);
		else
			out_text(out, "\\ufffd");
	}
	out_char(out, '"');
}

/* Digits as JSON requires them, without leading zeroes. */
static void number(struct out *out, struct slice s)
{
	if (s.len && *s.p == '-') {
		out_char(out, '-');
		s.p++;
		s.len--;
	}
	while (s.len > 1 && s.p[0] == '0' && s.p[1] != '.') {
		s.p++;
		s.len--;
	}
	out_slice(out, s);
}

/* Print "-" or "*", which fit every type; false if @cell is neither. */
static bool special(struct out *out, struct slice cell)
{
	if (slice_is(cell, "-"))
		out_text(out, "null");
	else if (slice_is(cell, "*"))
		out_text(out, "{\"hidden\":true}");
	else
		return false;
	return true;
}

static void cpus(struct out *out, struct slice item)
{
	u64 first, last;

	if (!item_range(item, &first, &last))
		return;
	out_u64(out, first);
	while (first++ < last) {
		out_char(out, ',');
		out_u64(out, first);
	}
}

static void count(struct out *out, struct slice item)
{
	struct slice cpu, value;

	if (!slice_split(item, ':', &cpu, &value))
		return;
	out_char(out, '"');
	number(out, cpu);
	out_text(out, "\":");
	number(out, value);
}

static void list(struct out *out, char type, struct slice cell)
{
	struct slice item;
	bool any = false;

	if (slice_is(cell, "none"))
		cell.p = NULL;
	out_char(out, type == 'p' ? '{' : '[');
	while (item_next(&cell, &item)) {
		if (any)
			out_char(out, ',');
		any = true;
		if (type == 'c')
			cpus(out, item);
		else if (type == 'p')
			count(out, item);
		else if (!special(out, item))
			json_string(out, item);
	}
	out_char(out, type == 'p' ? '}' : ']');
}

static void value(struct out *out, char type, struct slice cell)
{
	u64 bytes;

	if (special(out, cell))
		return;
	switch (type) {
	case 'u':
	case 'i':
	case 'd':
		number(out, cell);
		break;
	case 'z':
		if (cell_size(cell, &bytes))
			out_u64(out, bytes);
		break;
	case 'c':
	case 'p':
	case 'w':
		list(out, type, cell);
		break;
	default:
		json_string(out, cell);
	}
}

static void row(struct out *out, const struct rows *rows, bool name)
{
	unsigned int i;

	out_char(out, '{');
	if (name) {
		out_text(out, "\"view\":");
		json_string(out, rows->view->name);
	}
	for (i = 0; i < rows->columns; i++) {
		if (i || name)
			out_char(out, ',');
		json_string(out, rows_name(rows, i));
		out_char(out, ':');
		value(out, rows_type(rows, i), rows_cell(rows, i));
	}
	out_char(out, '}');
}

void ndjson_rows(struct out *out, struct rows *rows, bool name)
{
	while (rows_next(rows)) {
		row(out, rows, name);
		out_char(out, '\n');
	}
}

void json_rows(struct out *out, struct rows *rows)
{
	const struct view *view = rows->view;
	const char *comma = "\n";

	out_text(out, "{\"view\":");
	json_string(out, view->name);
	out_text(out, ",\"version\":" FORMAT_VERSION ",\"taken\":");
	number(out, view->taken);
	out_text(out, ",\"release\":");
	json_string(out, view->release);
	out_text(out, ",\"arch\":");
	json_string(out, view->arch);
	out_text(out, ",\"rows\":[");
	while (rows_next(rows)) {
		out_text(out, comma);
		row(out, rows, false);
		comma = ",\n";
	}
	out_text(out, "\n]}");
}
