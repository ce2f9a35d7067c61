// SPDX-License-Identifier: GPL-2.0
#include <stdarg.h>
#include <stdbool.h>
#include <unistd.h>

#include "err.h"
#include "text.h"

static bool held;
static char line[8192];

static void tell(void)
{
	char text[sizeof(line) + 16];
	int len = text_print(text, sizeof(text), "hwinsight: %s\n", line);

	line[0] = '\0';
	if (write(STDERR_FILENO, text, len) < 0)
		return; /* nowhere to report it */
}

enum exit_code complain(enum exit_code code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	text_vprint(line, sizeof(line), format, args);
	va_end(args);
	make_printable(line);
	if (!held)
		tell();
	return code;
}

void complain_hold(void)
{
	held = true;
	line[0] = '\0';
}

void complain_release(void)
{
	if (held && line[0])
		tell();
	held = false;
}
