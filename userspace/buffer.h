/* SPDX-License-Identifier: GPL-2.0 */
/* A growing text. Errors are sticky: after one, nothing more is added. */
#ifndef BUFFER_H
#define BUFFER_H

#include "text.h"

struct buffer {
	char *p;
	size_t used, size;
	bool failed; /* out of memory, or past SOURCE_MAX */
};

void buffer_add(struct buffer *buffer, const char *p, size_t len);
void buffer_char(struct buffer *buffer, char c);
void buffer_text(struct buffer *buffer, const char *text);
void buffer_slice(struct buffer *buffer, struct slice s);
void buffer_free(struct buffer *buffer);

#endif
