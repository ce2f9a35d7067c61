/* SPDX-License-Identifier: GPL-2.0 */
/* Sentences, by the kernel's own formatter: for what is not hot. */
#ifndef HWI_TEXT_FORMAT_H
#define HWI_TEXT_FORMAT_H

#include <linux/kernel.h>

#include "arena.h"

/* Print a struct hwi_str with %.*s, or a dash where it has no text. */
#define HWI_STR_ARG(str) \
	(int)((str).len ? (str).len : 1), ((str).len ? (str).text : "-")

__printf(2, 0) struct hwi_str
	hwi_text_vformat(struct hwi_arena *arena, const char *format,
			 va_list args);
__printf(2, 3) struct hwi_str
	hwi_text_format(struct hwi_arena *arena, const char *format, ...);

#endif
