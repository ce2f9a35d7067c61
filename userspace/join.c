// SPDX-License-Identifier: GPL-2.0
#include "join.h"

static void add_attribute(struct buffer *buffer, const char *key,
			  struct slice value)
{
	buffer_text(buffer, key);
	buffer_slice(buffer, value);
}

void join_escaped(struct buffer *buffer, struct slice s, char also)
{
	size_t i;

	for (i = 0; i < s.len; i++) {
		unsigned char c = s.p[i];

		if (c > ' ' && c != 0x7f && c != (unsigned char)also) {
			buffer_char(buffer, c);
			continue;
		}
		buffer_char(buffer, '\\');
		buffer_char(buffer, '0' + (c >> 6));
		buffer_char(buffer, '0' + (c >> 3 & 7));
		buffer_char(buffer, '0' + (c & 7));
	}
}

static void add_header(struct buffer *buffer, const struct view *view,
		       const struct join *const *joins, unsigned int n)
{
	char rows[SHORT_TEXT];
	unsigned int i;

	add_attribute(buffer, "# hwinsight " FORMAT_VERSION " ", view->name);
	add_attribute(buffer, " rows=", short_text(rows, "%llu", view->rows));
	add_attribute(buffer, " taken=", view->taken);
	add_attribute(buffer, " release=", view->release);
	add_attribute(buffer, " arch=", view->arch);
	add_attribute(buffer,
		      " types=", (struct slice){ view->type, view->columns });
	for (i = 0; i < n; i++)
		buffer_char(buffer, joins[i]->type);
	buffer_text(buffer, "\n#");
	for (i = 0; i < view->columns; i++)
		add_attribute(buffer, " ", view->column[i]);
	for (i = 0; i < n; i++)
		add_attribute(buffer, " ", slice_of(joins[i]->name));
	buffer_char(buffer, '\n');
}

static void add_rows(struct buffer *buffer, const struct view *view,
		     const struct join *const *joins, unsigned int n)
{
	struct slice cells[MAX_COLUMNS], body = view->body;
	unsigned int i;

	while (row_next(view, &body, cells)) {
		for (i = 0; i < view->columns; i++) {
			join_escaped(buffer, cells[i], ' ');
			buffer_char(buffer, ' ');
		}
		for (i = 0; i < n; i++) {
			joins[i]->add(buffer, joins[i], view, cells);
			buffer_char(buffer, i + 1 < n ? ' ' : '\n');
		}
	}
}

enum exit_code join_columns(struct view *view, const struct join *joins,
			    unsigned int n, char **text)
{
	const struct join *wanted[4];
	struct buffer buffer = { .p = NULL };
	struct problem problem = { 0 };
	unsigned int i, there, count = 0;
	struct slice rest;

	*text = NULL;
	for (i = 0; i < n && count < ARRAY_SIZE(wanted); i++)
		if (view->columns + count < MAX_COLUMNS &&
		    !view_place(view, slice_of(joins[i].name), &there))
			wanted[count++] = &joins[i];
	if (!count)
		return DONE;
	add_header(&buffer, view, wanted, count);
	add_rows(&buffer, view, wanted, count);
	rest = (struct slice){ buffer.p, buffer.used };
	if (!buffer.failed && view_parse(view, &rest, &problem)) {
		*text = buffer.p;
		return DONE;
	}
	buffer_free(&buffer);
	return complain(FAILED, "%s: cannot be joined: %s", joins[0].name,
			buffer.failed ? "too much text" : problem.what);
}
