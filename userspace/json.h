/* SPDX-License-Identifier: GPL-2.0 */
#ifndef JSON_H
#define JSON_H

#include <stdio.h>

#include "parse.h"

/* Print a validated view as one JSON object and a newline. */
void json_view(FILE *out, const struct view *view);

#endif
