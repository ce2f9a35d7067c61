/* SPDX-License-Identifier: GPL-2.0 */
#ifndef INPUT_H
#define INPUT_H

#include "parse.h"

/* What this reads at most; a view of 100,000 rows is a tenth of it. */
#define INPUT_MAX (128UL << 20)

/*
 * Read a file until its end. Returns 0 with @text set, to be freed by the
 * caller; or an errno, EFBIG if it is longer than INPUT_MAX.
 */
int input_read(const char *path, struct slice *text);

#endif
