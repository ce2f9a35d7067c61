/* SPDX-License-Identifier: GPL-2.0 */
/* Reading a file as one text, and writing one. */
#ifndef FILE_H
#define FILE_H

#include "err.h"
#include "out.h"
#include "text.h"

/*
 * Read all of @path ("-" is standard input), at most SOURCE_MAX. Returns 0, and
 * the caller frees text->p; or an errno: EFBIG, with *@lines set, if there is
 * more, EINVAL if it is not a regular file, nor a pipe where @stream allows
 * one.
 */
int file_read(const char *path, bool stream, struct slice *text,
	      unsigned long long *lines);

/* Replace @path with the output of @print. */
typedef enum exit_code print_fn(struct out *out, void *context);
enum exit_code file_write(const char *path, print_fn *print, void *context);

#endif
