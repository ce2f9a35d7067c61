/* SPDX-License-Identifier: GPL-2.0 */
/* Rows for people, and for spreadsheets. */
#ifndef TABLE_H
#define TABLE_H

#include "out.h"
#include "shape.h"

/* A view as the module prints it, with both lines before it if @header. */
void table_rows(struct out *out, struct rows *rows, bool header);

/*
 * CSV by RFC 4180. Sizes are in bytes, "-" is an empty field, and escapes are
 * undone; control characters and what is not UTF-8 are U+FFFD.
 */
void csv_rows(struct out *out, struct rows *rows, bool header);

#endif
