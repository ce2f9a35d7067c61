/* SPDX-License-Identifier: GPL-2.0 */
/* Files: read as one piece of text, and written. */
#ifndef FILE_H
#define FILE_H

#include "err.h"
#include "out.h"
#include "text.h"

/*
 * Read all of @path, "-" for standard input, but never more than SOURCE_MAX.
 * Returns 0, with text->p the caller's to free, or an errno: EFBIG with
 * *@lines set if there is more, EINVAL if it is neither a file nor, where
 * @stream allows it, a pipe.
 */
int file_read(const char *path, bool stream, struct slice *text,
	      unsigned long long *lines);

/* Write @path, replacing what is there, with what @print prints to it. */
typedef enum exit_code print_fn(struct out *out, void *context);
enum exit_code file_write(const char *path, print_fn *print, void *context);

#endif
