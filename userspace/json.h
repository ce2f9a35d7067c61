/* SPDX-License-Identifier: GPL-2.0 */
#ifndef JSON_H
#define JSON_H

#include "out.h"
#include "shape.h"

/* A string, the octal escapes of the views undone. */
void json_string(struct out *out, struct slice s);

/* Print rows as one JSON object with the view's metadata. */
void json_rows(struct out *out, struct rows *rows);

/* Print an object for each row, each on a line; @name: it says the view, too. */
void ndjson_rows(struct out *out, struct rows *rows, bool name);

#endif
