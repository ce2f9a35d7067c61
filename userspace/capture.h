/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A capture as it comes: off a serial console, out of a `script` file, with a
 * prompt and a command before it and anything after it.
 */
#ifndef CAPTURE_H
#define CAPTURE_H

#include "parse.h"

/* A view that was found in it. */
struct capture_view {
	struct slice name, text; /* @text is valid unless it is damaged */
	bool damaged;
	struct problem problem; /* in lines of the capture as it came */
};

struct capture {
	char *text; /* what is left after cleaning */
	struct capture_view *views;
	size_t n;
	u64 skipped, first; /* lines left out, and which was the first */
};

/*
 * Take the views out of @raw. Line ends of CR LF, a byte order mark and the
 * escape sequences of a terminal are taken off; blank lines and those of the
 * kernel's log are left out wherever they are, other lines only outside of
 * tables. False without memory. Of a failed one nothing has to be freed.
 */
bool capture_take(struct capture *capture, struct slice raw);
void capture_free(struct capture *capture);

/* The command that unpacks it if it is compressed, else NULL. */
const char *capture_unpacker(struct slice raw);

#endif
