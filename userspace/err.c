// SPDX-License-Identifier: GPL-2.0
#include <string.h>
#include <unistd.h>

#include "err.h"
#include "text.h"

enum exit_code complain(enum exit_code code, const char *format, ...)
{
	static const char prefix[] = "hwinsight: ";
	char line[8192];
	va_list args;
	size_t len;

	memcpy(line, prefix, sizeof(prefix) - 1);
	va_start(args, format);
	format_text(line + sizeof(prefix) - 1, sizeof(line) - sizeof(prefix),
		    format, args);
	va_end(args);
	len = strlen(line);
	line[len++] = '\n';
	/* With stderr gone there is nobody to tell; the exit code still says it. */
	if (write(STDERR_FILENO, line, len) < 0)
		return code;
	return code;
}
