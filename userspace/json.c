// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "cell.h"
#include "json.h"

/* One UTF-8 sequence at @p, or 0 if it is not one. */
static size_t utf8_len(const unsigned char *p, size_t left)
{
	size_t len, i;

	if (p[0] < 0x80)
		return 1;
	if (p[0] >= 0xc2 && p[0] < 0xe0)
		len = 2;
	else if (p[0] >= 0xe0 && p[0] < 0xf0)
		len = 3;
	else if (p[0] >= 0xf0 && p[0] < 0xf5)
		len = 4;
	else
		return 0;
	if (len > left)
		return 0;
	for (i = 1; i < len; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	/* Overlong forms, surrogates, beyond U+10FFFF. */
	if ((p[0] == 0xe0 && p[1] < 0xa0) || (p[0] == 0xed && p[1] > 0x9f) ||
	    (p[0] == 0xf0 && p[1] < 0x90) || (p[0] == 0xf4 && p[1] > 0x8f))
		return 0;
	return len;
}

static bool octal(struct slice s, size_t i)
{
	return i + 3 < s.len && s.p[i] == '\\' && s.p[i + 1] >= '0' &&
	       s.p[i + 1] <= '3' && s.p[i + 2] >= '0' && s.p[i + 2] <= '7' &&
	       s.p[i + 3] >= '0' && s.p[i + 3] <= '7';
}

static void ascii(FILE *out, unsigned char c)
{
	if (c == '"' || c == '\\')
		fprintf(out, "\\%c", c);
	else if (c < ' ' || c >= 0x7f)
		fprintf(out, "\\u%04x", c);
	else
		putc(c, out);
}

/*
 * A string, its octal escapes decoded. What is not UTF-8 becomes U+FFFD, so
 * that the output is JSON whatever a device calls itself.
 */
static void string(FILE *out, struct slice s)
{
	size_t i = 0, len;

	putc('"', out);
	while (i < s.len) {
		if (octal(s, i)) {
			unsigned char c = (s.p[i + 1] - '0') << 6 |
					  (s.p[i + 2] - '0') << 3 |
					  (s.p[i + 3] - '0');

			if (c < 0x80)
				ascii(out, c);
			else
				fputs("\\ufffd", out);
			i += 4;
			continue;
		}
		len = utf8_len((const unsigned char *)s.p + i, s.len - i);
		if (len == 1)
			ascii(out, s.p[i]);
		else if (len)
			fwrite(s.p + i, 1, len, out);
		else
			fputs("\\ufffd", out);
		i += len ? len : 1;
	}
	putc('"', out);
}

static void raw(FILE *out, struct slice s)
{
	fwrite(s.p, 1, s.len, out);
}

/* Digits as JSON wants them: no leading zeroes. */
static void number(FILE *out, struct slice s)
{
	while (s.len > 1 && s.p[0] == '0' && s.p[1] != '.') {
		s.p++;
		s.len--;
	}
	raw(out, s);
}

static void cpus(FILE *out, struct slice list)
{
	unsigned long first, last;
	const char *comma = "";
	struct slice item;

	putc('[', out);
	while (item_next(&list, &item) && item_range(item, &first, &last))
		for (; first <= last; first++, comma = ",")
			fprintf(out, "%s%lu", comma, first);
	putc(']', out);
}

static void counts(FILE *out, struct slice list)
{
	const char *comma = "";
	struct slice item;

	putc('{', out);
	while (item_next(&list, &item)) {
		const char *colon = memchr(item.p, ':', item.len);
		struct slice cpu = { item.p, colon - item.p };
		struct slice value = { colon + 1, item.len - cpu.len - 1 };

		fputs(comma, out);
		string(out, cpu);
		putc(':', out);
		number(out, value);
		comma = ",";
	}
	putc('}', out);
}

static void words(FILE *out, struct slice list)
{
	const char *comma = "";
	struct slice item;

	putc('[', out);
	while (item_next(&list, &item)) {
		fputs(comma, out);
		if (slice_is(item, "-"))
			fputs("null", out);
		else
			string(out, item);
		comma = ",";
	}
	putc(']', out);
}

static void value(FILE *out, char type, struct slice cell)
{
	unsigned long long bytes;
	bool none = slice_is(cell, "none");

	if (slice_is(cell, "-")) {
		fputs("null", out);
	} else if (slice_is(cell, "*")) {
		fputs("{\"hidden\":true}", out);
	} else if (type == 'u' || type == 'd') {
		number(out, cell);
	} else if (type == 'z' && cell_size(cell, &bytes)) {
		fprintf(out, "%llu", bytes);
	} else if (none && strchr("cw", type)) {
		fputs("[]", out);
	} else if (none && type == 'p') {
		fputs("{}", out);
	} else if (type == 'c') {
		cpus(out, cell);
	} else if (type == 'p') {
		counts(out, cell);
	} else if (type == 'w') {
		words(out, cell);
	} else {
		string(out, cell);
	}
}

void json_view(FILE *out, const struct view *view)
{
	struct slice cells[MAX_COLUMNS], body = view->body;
	const char *comma = "";
	unsigned int i;

	fputs("{\"view\":", out);
	string(out, view->name);
	fputs(",\"version\":" FORMAT_VERSION ",\"taken\":", out);
	number(out, view->taken);
	fputs(",\"release\":", out);
	string(out, view->release);
	fputs(",\"arch\":", out);
	string(out, view->arch);
	fputs(",\"rows\":[", out);
	while (row_next(view, &body, cells)) {
		fputs(comma, out);
		for (i = 0; i < view->columns; i++) {
			fputs(i ? "," : "\n{", out);
			string(out, view->column[i]);
			putc(':', out);
			value(out, column_type(view, i), cells[i]);
		}
		putc('}', out);
		comma = ",";
	}
	fputs("\n]}\n", out);
}
