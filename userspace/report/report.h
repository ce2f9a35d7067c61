/* SPDX-License-Identifier: GPL-2.0 */
/* A machine as one self-contained HTML page. */
#ifndef REPORT_H
#define REPORT_H

#include "command.h"

/* Text, escaped for HTML. */
void html_text(struct out *out, struct slice s);

/* The same for a cell: escapes undone, and cut if it is very long. */
void html_cell(struct out *out, struct slice s);

void page_begin(struct out *out, const struct view *view);
void page_end(struct out *out);

/* A link at the top of the page, and the heading it leads to. */
void page_link(struct out *out, const char *name);
void page_section(struct out *out, const char *name);

/* A view as a table that can be sorted and filtered. */
void report_table(struct out *out, const struct view *view);

/* The key and value of each row of `summary`. */
void report_summary(struct out *out, const struct view *view);

#endif
