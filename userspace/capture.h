/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A raw capture: from a serial console or a `script` file, with a prompt and a
 * command before it and anything after it.
 */
#ifndef CAPTURE_H
#define CAPTURE_H

#include "parse.h"

/* A view found in a capture. */
struct capture_view {
	struct slice name, text; /* else @text is valid */
	bool damaged;
	struct problem problem; /* with line numbers of the raw capture */
};

struct capture {
	char *text; /* the cleaned capture */
	struct capture_view *views;
	size_t n;
	u64 skipped, first; /* lines skipped, and the first of them */
};

/*
 * Extract the views from @raw. Drops CRs, a byte order mark and escape
 * sequences; skips blank lines and kernel messages anywhere, and other lines
 * outside tables. Returns false if out of memory; then there is nothing to
 * free.
 */
bool capture_take(struct capture *capture, struct slice raw);
void capture_free(struct capture *capture);

/* The command that decompresses @raw, or NULL if it is not compressed. */
const char *capture_unpacker(struct slice raw);

#endif
