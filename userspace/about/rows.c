// SPDX-License-Identifier: GPL-2.0
/* Rows of views that concern a thing. */
#include <stdlib.h>
#include <string.h>

#include "about.h"
#include "mounts.h"
#include "people.h"

/* The slot of a view, empty at first; NULL if there is no room for one more. */
static struct about_view *find_view(struct about *about, struct slice name)
{
	struct about_view *view;
	unsigned int i;

	for (i = 0; i < about->n; i++)
		if (slice_is(name, about->views[i].name))
			return &about->views[i];
	view = &about->views[about->n];
	if (about->n == ABOUT_VIEWS || name.len >= sizeof(view->name))
		return NULL;
	about->n++;
	memcpy(view->name, name.p, name.len);
	return view;
}

const struct grid *about_grid(struct about *about, const char *name)
{
	struct about_view *view = find_view(about, slice_of(name));
	struct source *source = &about->request->source;
	enum exit_code code;

	if (!view)
		return NULL;
	if (!view->tried) {
		view->tried = true;
		code = source_load_if_there(source, name, &view->reading);
		if (code == DONE) {
			mounts_join(source, &view->reading.view, &view->joined);
			view->there =
				grid_make(&view->grid, &view->reading.view);
		} else if (code != NO_VIEW && code != DENIED) {
			about->code = code;
		}
	}
	return view->there ? &view->grid : NULL;
}

void about_free(struct about *about)
{
	unsigned int i;

	for (i = 0; i < about->n; i++) {
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

/* "LOC" is an interrupt, but no IRQ thread has it for a number. */
static bool can_have(char type, struct slice value)
{
	u64 number;

	if (memchr("cp", type, 2))
		return cell_u64(value, &number);
	return type == 'w' || cell_fits(type, value);
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
	    cell_special(value) || !can_have(grid->view->type[place], value))
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

/* This reading is not kept: the view is read again on first use. */
static enum exit_code note(void *context, const struct view *view)
{
	find_view(context, view->name);
	return DONE;
}

static bool is_among(const char *name, const char *names)
{
	size_t len = strlen(name);
	const char *at = names;

	while ((at = strstr(at, name))) {
		if ((at == names || at[-1] == ' ') &&
		    (!at[len] || at[len] == ' '))
			return true;
		at += len;
	}
	return false;
}

void about_everywhere(struct about *about, const char *column,
		      struct slice value, const char *but)
{
	struct source *source = &about->request->source;
	bool quiet = source->quiet;
	unsigned int i;

	if (!about->all) {
		about->all = true;
		source->quiet = true;
		source_each(source, note, about);
		source->quiet = quiet;
	}
	for (i = 0; i < about->n; i++)
		if (!is_among(about->views[i].name, but))
			about_rows(about, about->views[i].name, column, value);
}
