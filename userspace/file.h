/* SPDX-License-Identifier: GPL-2.0 */
/* A file as one piece of text. */
#ifndef FILE_H
#define FILE_H

#include "text.h"

/*
 * Read all of @path, "-" for standard input, but never more than SOURCE_MAX.
 * Returns 0, with text->p the caller's to free, or an errno: EFBIG with
 * *@lines set if there is more, EINVAL if it is neither a file nor, where
 * @stream allows it, a pipe.
 */
int file_read(const char *path, bool stream, struct slice *text,
	      unsigned long long *lines);

#endif
