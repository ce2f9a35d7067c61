// SPDX-License-Identifier: GPL-2.0
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source.h"

static const char views_path[] = "/proc/hwinsight";

enum exit_code source_init(struct source *source, const char *root)
{
	size_t len = root ? strlen(root) : 0;

	if (len + sizeof(views_path) > sizeof(source->directory))
		return complain(USAGE, "--root: the path is too long");
	if (len)
		memcpy(source->directory, root, len);
	memcpy(source->directory + len, views_path, sizeof(views_path));
	source->captured = root;
	return DONE;
}

static enum exit_code no_source(const struct source *source, int err)
{
	if (err == EACCES || err == EPERM)
		return complain(DENIED,
				"%s: no permission to list it; try as root",
				source->directory);
	if (err != ENOENT && err != ENOTDIR)
		return complain(FAILED, "%s: %s", source->directory,
				strerror(err));
	if (source->captured)
		return complain(
			NO_MODULE,
			"%s: %s; --root wants a directory that holds proc/hwinsight",
			source->directory, strerror(err));
	return complain(
		NO_MODULE,
		"the module is not loaded (no %s): as root, modprobe hwinsight, or insmod hwinsight.ko",
		source->directory);
}

static int shown(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

int source_names(const struct source *source, struct dirent ***names,
		 enum exit_code *code)
{
	int n = scandir(source->directory, names, shown, alphasort);

	if (n < 0)
		*code = no_source(source, errno);
	return n;
}

void source_names_free(struct dirent **names, int n)
{
	while (n-- > 0)
		free(names[n]);
	free(names);
}

static enum exit_code no_view(const struct source *source, const char *name)
{
	enum exit_code code = NO_VIEW;
	struct dirent **names;
	char list[1024];
	size_t used = 0, len;
	int n, i;

	n = source_names(source, &names, &code);
	if (n < 0)
		return code;
	list[0] = '\0';
	for (i = 0; i < n; i++) {
		len = strlen(names[i]->d_name);
		if (used + len + 2 > sizeof(list))
			break;
		list[used++] = ' ';
		memcpy(list + used, names[i]->d_name, len + 1);
		used += len;
	}
	source_names_free(names, n);
	return complain(NO_VIEW, "no view '%s'; there are:%s", name,
			used ? list : " none");
}

/* Grow the buffer until the end of the file. Returns 0 or an errno. */
static int read_all(int fd, struct slice *text)
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
		free(buffer);
		return err;
	}
	text->p = buffer;
	text->len = used;
	return 0;
}

static int read_file(const char *path, struct slice *text)
{
	/* Not to wait for a FIFO that someone put into a captured tree. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY), err;
	struct stat st;

	if (fd < 0)
		return errno;
	if (fstat(fd, &st))
		err = errno;
	else if (S_ISDIR(st.st_mode))
		err = EISDIR;
	else if (!S_ISREG(st.st_mode))
		err = EINVAL;
	else
		err = read_all(fd, text);
	close(fd);
	return err;
}

enum exit_code source_read(const struct source *source, const char *name,
			   struct slice *text)
{
	char path[sizeof(source->directory) + NAME_MAX + 2];
	size_t len = strlen(source->directory), name_len = strlen(name);
	int err;

	if (!*name || *name == '.' || strchr(name, '/') || name_len > NAME_MAX)
		return no_view(source, name);
	memcpy(path, source->directory, len);
	path[len] = '/';
	memcpy(path + len + 1, name, name_len + 1);
	err = read_file(path, text);
	if (err == ENOENT || err == ENOTDIR || err == EISDIR)
		return no_view(source, name);
	if (err == EACCES || err == EPERM)
		return complain(
			DENIED,
			"%s: no permission: in a container, or restricted by sysctl dev.hwinsight.unprivileged; CAP_SYS_ADMIN in the initial namespaces is needed",
			path);
	if (err == EFBIG)
		return complain(
			FAILED,
			"%s: larger than the limit of the module (sysctl dev.hwinsight.snapshot_max_kb) or of this reader (%llu MiB)",
			path, (unsigned long long)SOURCE_MAX >> 20);
	if (err == EINVAL)
		return complain(FAILED, "%s: not a regular file", path);
	return err ? complain(FAILED, "%s: %s", path, strerror(err)) : DONE;
}
