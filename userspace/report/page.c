// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "report.h"

/* The Makefile makes a string of each file. */
static const char css[] =
#include "page.css.inc"
	;
static const char js[] =
#include "page.js.inc"
	;

/* Longer cells are cut; the views have all of them. */
#define MOST 300

static void put(struct out *out, const char *bytes, size_t len)
{
	if (*bytes == '<')
		out_text(out, "&lt;");
	else if (*bytes == '>')
		out_text(out, "&gt;");
	else if (*bytes == '&')
		out_text(out, "&amp;");
	else if (*bytes == '"')
		out_text(out, "&quot;");
	else if (*bytes == '\'')
		out_text(out, "&#39;");
	else
		out_bytes(out, bytes, len);
}

void html_text(struct out *out, struct slice s)
{
	size_t i, len;

	for (i = 0; i < s.len; i += len) {
		len = s.p[i] == '\n' ? 1 : printable_len(s.p + i, s.len - i);
		if (len)
			put(out, s.p + i, len);
		else
			out_text(out, "\xef\xbf\xbd");
		len += !len;
	}
}

void html_cell(struct out *out, struct slice s)
{
	char bytes[4];
	size_t len, n;

	for (n = 0; s.len && n < MOST; n++) {
		len = char_next(&s, bytes);
		if (len && printable_len(bytes, len))
			put(out, bytes, len);
		else
			out_text(out, "\xef\xbf\xbd");
	}
	if (s.len)
		out_text(out, "\xe2\x80\xa6");
}

void page_begin(struct out *out, const struct view *view)
{
	out_text(
		out,
		"<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
		"<meta name=\"viewport\" content=\"width=device-width\">\n"
		"<title>hwinsight</title>\n<style>\n");
	out_text(out, css);
	out_text(out, "</style>\n<h1>Hardware of a machine with ");
	html_cell(out, view->release);
	out_char(out, ' ');
	html_cell(out, view->arch);
	out_text(out, "</h1>\n<p>Taken ");
	html_cell(out, view->taken);
	out_text(out, " s after boot.</p>\n<nav>\n");
}

void page_link(struct out *out, const char *name)
{
	out_text(out, "<a href=\"#");
	html_text(out, slice_of(name));
	out_text(out, "\">");
	html_text(out, slice_of(name));
	out_text(out, "</a>\n");
}

void page_section(struct out *out, const char *name)
{
	out_text(out, "<h2 id=\"");
	html_text(out, slice_of(name));
	out_text(out, "\">");
	html_text(out, slice_of(name));
	out_text(out, "</h2>\n");
}

void page_end(struct out *out)
{
	out_text(out, "<script>\n");
	out_text(out, js);
	out_text(out, "</script>\n</html>\n");
}
