// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cell.h"
#include "terminal.h"

bool terminal_there(void)
{
	return isatty(STDOUT_FILENO);
}

bool terminal_can_draw(void)
{
	const char *term = getenv("TERM");

	return terminal_there() && term && *term && strcmp(term, "dumb");
}

static bool from_environment(const char *name, size_t *size)
{
	const char *text = getenv(name);
	u64 value;

	if (!text || !cell_u64(slice_of(text), &value) || !value ||
	    value >= 10000)
		return false;
	*size = value;
	return true;
}

bool terminal_size(size_t *width, size_t *height)
{
	struct winsize size;
	bool asked = !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size), known = true;

	*width = 80;
	*height = 24;
	/* A serial console may know neither, or only what stty was told. */
	if (asked && size.ws_col)
		*width = size.ws_col;
	else
		known = from_environment("COLUMNS", width);
	if (asked && size.ws_row)
		*height = size.ws_row;
	else
		from_environment("LINES", height);
	return known;
}

/* By these variables, in this order. */
bool terminal_utf8(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	const char *value = NULL, *at;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(names); i++) {
		value = getenv(names[i]);
		if (value && *value)
			break;
	}
	at = value ? strchr(value, '.') : NULL;
	return at &&
	       (!strncasecmp(at, ".utf-8", 6) || !strncasecmp(at, ".utf8", 5));
}

bool terminal_color(void)
{
	const char *none = getenv("NO_COLOR");

	return terminal_can_draw() && (!none || !*none);
}
