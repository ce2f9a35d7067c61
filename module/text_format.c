// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "text_format.h"

/**
 * hwi_text_vformat() - write a string as vsnprintf() does
 * @arena: where the string goes
 * @format: as for printf()
 * @args: its arguments
 *
 * Return: the string; text is NULL on overflow.
 */
struct hwi_str hwi_text_vformat(struct hwi_arena *arena, const char *format,
				va_list args)
{
	struct hwi_str none = { NULL, 0 };
	va_list again;
	char *begin;
	int len;

	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, again);
	va_end(again);
	begin = hwi_arena_text_begin(arena, len + 1);
	if (!begin)
		return none;
	vsnprintf(begin, len + 1, format, args);
	return hwi_arena_text_end(arena, begin, begin + len);
}

/**
 * hwi_text_format() - write a string as snprintf() does
 * @arena: where the string goes
 * @format: as for printf()
 *
 * Return: the string; text is NULL on overflow.
 */
struct hwi_str hwi_text_format(struct hwi_arena *arena, const char *format, ...)
{
	struct hwi_str str;
	va_list args;

	va_start(args, format);
	str = hwi_text_vformat(arena, format, args);
	va_end(args);
	return str;
}
