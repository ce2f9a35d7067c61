// SPDX-License-Identifier: GPL-2.0
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "input.h"

int input_read(const char *path, struct slice *text)
{
	size_t size = 64 << 10, used = 0;
	int fd = open(path, O_RDONLY | O_CLOEXEC), err = 0;
	char *buffer, *larger;
	ssize_t n;

	if (fd < 0)
		return errno;
	buffer = malloc(size);
	if (!buffer)
		err = ENOMEM;
	while (!err) {
		n = read(fd, buffer + used, size - used);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			err = errno;
		if (n <= 0)
			break;
		used += n;
		if (used < size)
			continue;
		if (size >= INPUT_MAX) {
			err = EFBIG;
			break;
		}
		larger = realloc(buffer, size * 2);
		if (!larger) {
			err = ENOMEM;
			break;
		}
		buffer = larger;
		size *= 2;
	}
	close(fd);
	if (err) {
		free(buffer);
		return err;
	}
	text->p = buffer;
	text->len = used;
	return 0;
}
