// SPDX-License-Identifier: GPL-2.0
/* Rows of views, as the parts of what is said of a thing. */
#include <stdlib.h>
#include <string.h>

#include "about.h"
#include "mounts.h"
#include "people.h"

static const char *const view_names[ABOUT_VIEWS] = {
	"devices", "interrupts", "iomem",     "ioports",  "cpus",   "disks",
	"netdevs", "modules",	 "processes", "findings", "memory",
};

static struct about_view *find_view(struct about *about, const char *name)
{
	unsigned int i;

	for (i = 0; i + 1 < ABOUT_VIEWS && strcmp(view_names[i], name);)
		i++;
	return &about->views[i];
}

const struct grid *about_grid(struct about *about, const char *name)
{
	struct about_view *view = find_view(about, name);
	struct source *source = &about->request->source;
	bool quiet;

	if (!view->tried) {
		view->tried = true;
		quiet = source->quiet;
		source->quiet = true;
		if (source_load(source, name, &view->reading) == DONE) {
			mounts_join(source, &view->reading.view, &view->joined);
			view->there =
				grid_make(&view->grid, &view->reading.view);
		}
		source->quiet = quiet;
	}
	return view->there ? &view->grid : NULL;
}

void about_free(struct about *about)
{
	unsigned int i;

	for (i = 0; i < ABOUT_VIEWS; i++) {
		if (about->views[i].there)
			grid_free(&about->views[i].grid);
		free(about->views[i].joined);
		reading_free(&about->views[i].reading);
	}
}

static void print_rows(struct about *about, const char *view, struct rows *rows)
{
	struct people people = { .display = &about->request->display,
				 .bytes = about->request->bytes,
				 .all = true };

	out_char(about->out, '\n');
	paint_on(about->out, people.display, PAINT_HEAD);
	out_text(about->out, view);
	paint_off(about->out, people.display, PAINT_HEAD);
	out_char(about->out, '\n');
	people_rows(about->out, rows, &people);
}

u64 about_rows(struct about *about, const char *view, const char *column,
	       struct slice value)
{
	const struct grid *grid = about_grid(about, view);
	char text[1024];
	struct shape shape = { .wheres = 1, .where = { text } };
	struct rows rows;
	size_t len = strlen(column);
	u64 count = 0;
	int place;

	place = grid ? column_of(grid->view, slice_of(column)) : -1;
	if (place < 0 || len + value.len + 2 > sizeof(text) ||
	    cell_special(value))
		return 0;
	memcpy(text, column, len);
	text[len] = memchr("cpw", grid->view->type[place], 3) ? '@' : '=';
	memcpy(text + len + 1, value.p, value.len);
	text[len + 1 + value.len] = '\0';
	if (rows_begin(&rows, &shape, grid->view) != DONE)
		return 0;
	while (rows_next(&rows))
		count++;
	rows_rewind(&rows);
	if (count)
		print_rows(about, view, &rows);
	rows_end(&rows);
	return count;
}
