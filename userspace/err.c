// SPDX-License-Identifier: GPL-2.0
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "err.h"
#include "text.h"

static bool held;
static char line[8192];
static size_t line_len;

static void tell(void)
{
	/* With stderr gone there is nobody to tell; the exit code still says it. */
	if (write(STDERR_FILENO, line, line_len) < 0)
		return;
	line_len = 0;
}

enum exit_code complain(enum exit_code code, const char *format, ...)
{
	static const char prefix[] = "hwinsight: ";
	va_list args;

	memcpy(line, prefix, sizeof(prefix) - 1);
	va_start(args, format);
	format_text(line + sizeof(prefix) - 1, sizeof(line) - sizeof(prefix),
		    format, args);
	va_end(args);
	line_len = strlen(line);
	line[line_len++] = '\n';
	if (!held)
		tell();
	return code;
}

void complain_hold(void)
{
	held = true;
	line_len = 0;
}

void complain_release(void)
{
	if (held && line_len)
		tell();
	held = false;
}
