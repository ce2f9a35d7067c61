/* SPDX-License-Identifier: GPL-2.0 */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

/* Whether stdout is a terminal, and whether it can be drawn on. */
bool terminal_there(void);
bool terminal_can_draw(void);

/*
 * Its current size: what it reports, else COLUMNS and LINES, else 80 by 24.
 * False if the width is only a guess.
 */
bool terminal_size(size_t *width, size_t *height);

/* Whether the locale uses UTF-8. */
bool terminal_utf8(void);

/* Whether colours and attributes are wanted; NO_COLOR turns them off. */
bool terminal_color(void);

#endif
