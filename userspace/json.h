/* SPDX-License-Identifier: GPL-2.0 */
#ifndef JSON_H
#define JSON_H

#include "out.h"
#include "shape.h"

/* A string, with the views' octal escapes undone. */
void json_string(struct out *out, struct slice s);

/* Print rows as one JSON object with the view's metadata. */
void json_rows(struct out *out, struct rows *rows);

/* Print one object per row and line; with @name it also names the view. */
void ndjson_rows(struct out *out, struct rows *rows, bool name);

#endif
