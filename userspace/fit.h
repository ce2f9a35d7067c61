/* SPDX-License-Identifier: GPL-2.0 */
/* Which columns of a view fit a screen, and how wide each may be. */
#ifndef FIT_H
#define FIT_H

#include "shape.h"

struct fit {
	size_t width[MAX_COLUMNS]; /* of each chosen column; 0: left out */
	unsigned int last; /* the last one that is shown */
};

/* Call fit_begin(), then fit_measure() for each cell, then fit_end(). */
void fit_begin(struct fit *fit, const struct rows *rows);
void fit_measure(struct fit *fit, unsigned int i, struct slice cell);
void fit_end(struct fit *fit, const struct rows *rows, size_t screen);

#endif
