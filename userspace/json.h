/* SPDX-License-Identifier: GPL-2.0 */
#ifndef JSON_H
#define JSON_H

#include "out.h"
#include "parse.h"

/* Print a validated view as one JSON object and a newline. */
void json_view(struct out *out, const struct view *view);

#endif
