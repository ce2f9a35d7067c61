/* SPDX-License-Identifier: GPL-2.0 */
/* Text that grows. A failure sticks: nothing more is added after it. */
#ifndef BUFFER_H
#define BUFFER_H

#include "text.h"

struct buffer {
	char *p;
	size_t used, size;
	bool failed; /* no memory, or more than SOURCE_MAX */
};

void buffer_add(struct buffer *buffer, const char *p, size_t len);
void buffer_char(struct buffer *buffer, char c);
void buffer_text(struct buffer *buffer, const char *text);
void buffer_slice(struct buffer *buffer, struct slice s);
void buffer_free(struct buffer *buffer);

#endif
