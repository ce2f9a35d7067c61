/* SPDX-License-Identifier: GPL-2.0 */
/* What the reader needs of printf(), which adds 9 KB. */
#ifndef FORMAT_H
#define FORMAT_H

#include <stdarg.h>
#include <stddef.h>

/*
 * As snprintf(): %s, %c, %d, %u and %x, the last two with l, ll or z; strings
 * with a precision, numbers with zeroes up to a width. tests/reader looks for
 * anything else in the sources.
 */
__attribute__((format(printf, 3, 4))) int text_print(char *to, size_t size,
						     const char *format, ...);
__attribute__((format(printf, 3, 0))) int
text_vprint(char *to, size_t size, const char *format, va_list args);

#endif
