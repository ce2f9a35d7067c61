// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "svg.h"

static void attribute(struct out *out, const char *name, unsigned long long n)
{
	out_char(out, ' ');
	out_text(out, name);
	out_text(out, "=\"");
	out_u64(out, n);
	out_char(out, '"');
}

static void class_number(struct out *out, const char *class, unsigned int n)
{
	out_text(out, " class=\"");
	out_text(out, class);
	out_u64(out, n);
	out_char(out, '"');
}

void svg_begin(struct out *out, unsigned long long width,
	       unsigned long long height, const char *style)
{
	out_text(out, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
	attribute(out, "width", width);
	attribute(out, "height", height);
	out_text(out, ">\n<style>text{font:11px monospace}rect{stroke:#000;"
		      "stroke-width:.5}");
	out_text(out, style);
	out_text(out, "</style>\n<rect width=\"100%\" height=\"100%\" "
		      "fill=\"#fff\" style=\"stroke:none\"/>\n");
}

void svg_end(struct out *out)
{
	out_text(out, "</svg>\n");
}

void svg_rect(struct out *out, const char *class, unsigned int number,
	      const unsigned long long box[4])
{
	out_text(out, "<rect");
	class_number(out, class, number);
	attribute(out, "x", box[0]);
	attribute(out, "y", box[1]);
	attribute(out, "width", box[2]);
	attribute(out, "height", box[3]);
	out_text(out, "><title>");
}

void svg_close(struct out *out)
{
	out_text(out, "</title></rect>\n");
}

/* Escape a character for XML, which has no control characters. */
static void escaped(struct out *out, const char *c, size_t len)
{
	if (*c == '<')
		out_text(out, "&lt;");
	else if (*c == '>')
		out_text(out, "&gt;");
	else if (*c == '&')
		out_text(out, "&amp;");
	else if (!printable_len(c, len) ||
		 !memcmp(c, "\xef\xbf", len > 1 ? 2 : 1))
		out_text(out, "\xef\xbf\xbd");
	else
		out_bytes(out, c, len);
}

size_t svg_escaped(struct out *out, struct slice text, size_t chars)
{
	size_t len, n;
	char c[4];

	for (n = 0; text.len && n < chars; n++) {
		len = char_next(&text, c);
		escaped(out, len ? c : "\x7f", len ? len : 1);
	}
	return n;
}

void svg_text(struct out *out, const char *class, unsigned int number,
	      unsigned long long x, unsigned long long y, struct slice text,
	      size_t chars)
{
	struct slice rest = text;
	size_t n = 0;
	char c[4];

	for (; rest.len; n++)
		char_next(&rest, c);
	if (chars < 2)
		return;
	out_text(out, "<text");
	class_number(out, class, number);
	attribute(out, "x", x);
	attribute(out, "y", y);
	out_char(out, '>');
	svg_escaped(out, text, n > chars ? chars - 1 : chars);
	out_text(out, n > chars ? "\xe2\x80\xa6</text>\n" : "</text>\n");
}
