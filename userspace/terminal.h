/* SPDX-License-Identifier: GPL-2.0 */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

/* Whether stdout is a terminal, and one that can be drawn on. */
bool terminal_there(void);
bool terminal_can_draw(void);

/*
 * Its size now: what it says itself, or else COLUMNS and LINES, or else 80 by
 * 24. False if nothing said how wide it is.
 */
bool terminal_size(size_t *width, size_t *height);

/* Whether the locale has UTF-8. */
bool terminal_utf8(void);

/* Whether attributes and colours are wanted: NO_COLOR says no. */
bool terminal_color(void);

#endif
