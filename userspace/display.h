/* SPDX-License-Identifier: GPL-2.0 */
/* For whom something is printed: a person at a terminal, or a program. */
#ifndef DISPLAY_H
#define DISPLAY_H

#include "out.h"

enum color_when {
	COLOR_AUTO,
	COLOR_ALWAYS,
	COLOR_NEVER,
};

struct display {
	bool terminal; /* stdout is one: tables are to fit it */
	bool color, utf8;
	size_t width; /* NO_EDGE if nothing is to be cut */
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
 * Send what follows through $PAGER, as git does, if stdout is a terminal.
 * display_end() waits for it; until then stdout is not the terminal.
 */
void display_page(const struct display *display);
void display_end(struct out *out);

void paint_on(struct out *out, const struct display *display, enum paint paint);
void paint_off(struct out *out, const struct display *display,
	       enum paint paint);

/* How a severity or a state is to look. */
enum paint paint_of(struct slice column, struct slice cell);

#endif
