/* SPDX-License-Identifier: GPL-2.0 */
/* Rows for people, and for spreadsheets. */
#ifndef TABLE_H
#define TABLE_H

#include "out.h"
#include "shape.h"

/* A view as the module prints it; @header: with its two header lines. */
void table_rows(struct out *out, struct rows *rows, bool header);

/*
 * CSV as in RFC 4180. Sizes are in bytes, "-" is an empty field, escapes are
 * undone; control characters and invalid UTF-8 become U+FFFD.
 */
void csv_rows(struct out *out, struct rows *rows, bool header);

#endif
