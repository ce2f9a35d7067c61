// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "source.h"

void buffer_add(struct buffer *buffer, const char *p, size_t len)
{
	size_t size = buffer->size ? buffer->size : 4096;
	char *larger;

	while (size < SOURCE_MAX && size - buffer->used < len)
		size *= 2;
	if (size != buffer->size) {
		larger = realloc(buffer->p, size);
		if (larger) {
			buffer->p = larger;
			buffer->size = size;
		}
	}
	if (buffer->failed || buffer->size - buffer->used < len) {
		buffer->failed = true;
		return;
	}
	memcpy(buffer->p + buffer->used, p, len);
	buffer->used += len;
}

void buffer_char(struct buffer *buffer, char c)
{
	buffer_add(buffer, &c, 1);
}

void buffer_text(struct buffer *buffer, const char *text)
{
	buffer_add(buffer, text, strlen(text));
}

void buffer_slice(struct buffer *buffer, struct slice s)
{
	buffer_add(buffer, s.p, s.len);
}

void buffer_free(struct buffer *buffer)
{
	free(buffer->p);
	memset(buffer, 0, sizeof(*buffer));
}
