// SPDX-License-Identifier: GPL-2.0
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"
#include "source.h"

static unsigned long long count_lines(const char *p, size_t len)
{
	unsigned long long lines = 1;
	const char *end = p + len;

	while ((p = memchr(p, '\n', end - p))) {
		p++;
		lines++;
	}
	return lines;
}

/* Read up to the end of the file. Returns 0 or an errno. */
static int read_all(int fd, struct slice *text, unsigned long long *lines)
{
	size_t size = 64 << 10, used = 0;
	char *buffer = malloc(size), *larger;
	int err = ENOMEM;
	ssize_t n;

	while (buffer) {
		n = read(fd, buffer + used, size - used);
		if (n < 0 && errno == EINTR)
			continue;
		err = n < 0 ? errno : 0;
		if (n <= 0)
			break;
		used += n;
		if (used < size)
			continue;
		err = EFBIG;
		if (size >= SOURCE_MAX)
			break;
		err = ENOMEM;
		larger = realloc(buffer, size * 2);
		if (!larger)
			break;
		buffer = larger;
		size *= 2;
	}
	if (err) {
		if (err == EFBIG)
			*lines = count_lines(buffer, used);
		free(buffer);
		return err;
	}
	text->p = buffer;
	text->len = used;
	return 0;
}

int file_read(const char *path, bool stream, struct slice *text,
	      unsigned long long *lines)
{
	/* Do not wait for a FIFO that someone put into a captured tree. */
	int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (stream ? 0 : O_NONBLOCK);
	int fd = STDIN_FILENO, err;
	struct stat st;

	*lines = 0;
	if (!stream || strcmp(path, "-"))
		fd = open(path, flags);
	if (fd < 0)
		return errno;
	if (fstat(fd, &st))
		err = errno;
	else if (S_ISDIR(st.st_mode))
		err = EISDIR;
	else if (!stream && !S_ISREG(st.st_mode))
		err = EINVAL;
	else
		err = read_all(fd, text, lines);
	if (fd != STDIN_FILENO)
		close(fd);
	return err;
}

enum exit_code file_write(const char *path, print_fn *print, void *context)
{
	struct out *out = calloc(1, sizeof(*out));
	enum exit_code code;
	int err;

	if (!out)
		return complain(FAILED, "out of memory");
	out->fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (out->fd < 0) {
		code = complain(FAILED, "%s: %s", path, strerror(errno));
	} else {
		code = print(out, context);
		err = out_flush(out);
		if (close(out->fd) && !err)
			err = errno;
		if (err)
			code = complain(FAILED, "%s: %s", path, strerror(err));
	}
	free(out);
	return code;
}
