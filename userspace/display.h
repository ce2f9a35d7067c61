/* SPDX-License-Identifier: GPL-2.0 */
/* Who the output is for: a person at a terminal, or a program. */
#ifndef DISPLAY_H
#define DISPLAY_H

#include "out.h"

enum color_when {
	COLOR_AUTO,
	COLOR_ALWAYS,
	COLOR_NEVER,
};

struct display {
	bool terminal; /* stdout is a terminal: fit tables to it */
	bool color, utf8;
	size_t width; /* NO_EDGE to cut nothing */
	size_t height;
};

enum paint {
	PAINT_NONE,
	PAINT_HEAD,
	PAINT_DIM,
	PAINT_GOOD,
	PAINT_WARN,
	PAINT_BAD,
};

void display_init(struct display *display, enum color_when when);

/*
 * If stdout is a terminal, send further output through $PAGER, as git does.
 * display_end() waits for it; until then stdout is not the terminal.
 */
void display_page(const struct display *display);
void display_end(struct out *out);

void paint_on(struct out *out, const struct display *display, enum paint paint);
void paint_off(struct out *out, const struct display *display,
	       enum paint paint);

/* The colour of a severity or a state. */
enum paint paint_of(struct slice column, struct slice cell);

#endif
