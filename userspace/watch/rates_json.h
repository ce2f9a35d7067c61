/* SPDX-License-Identifier: GPL-2.0 */
#ifndef RATES_JSON_H
#define RATES_JSON_H

#include "out.h"
#include "rates.h"

/* Print each row that counted as an object on a line of its own. */
void rates_json(struct out *out, const struct rates *rates, size_t top);

#endif
