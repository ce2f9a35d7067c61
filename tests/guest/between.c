// SPDX-License-Identifier: GPL-2.0
/*
 * Read a view between two readings of the kernel's own files:
 *   between ROUNDS DIR VIEW FILE...
 * Each round reads the files, the view, and the files again, into memory that
 * exists before the first round, so that little happens in between. Then it
 * writes DIR/ROUND/{before,after}/FILE and DIR/ROUND/view, with @ for / in the
 * names of files. A file that cannot be read is left empty.
 */
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define ROOM (64 << 20)
#define MAX_TEXTS 4096

struct text {
	const char *begin;
	size_t len;
};

static char *room, *next;
static struct text texts[MAX_TEXTS];
static int nr;

static void check(int failed, const char *what)
{
	if (failed) {
		perror(what);
		exit(1);
	}
}

static int open_file(const char *path)
{
	int fd = open(path, O_RDONLY);

	check(fd < 0, path);
	return fd;
}

/* From offset 0, where seq_file and sysfs start afresh. */
static void take(int fd)
{
	struct text *text = &texts[nr++];
	ssize_t got;

	text->begin = next;
	while ((got = pread(fd, next, room + ROOM - next, next - text->begin)) >
	       0)
		next += got;
	text->len = next - text->begin;
}

static void write_text(const struct text *text, const char *dir, int round,
		       const char *sub, const char *file)
{
	char path[PATH_MAX], *p;
	int fd, at;

	snprintf(path, sizeof(path), "%s/%02d", dir, round);
	mkdir(path, 0755);
	at = snprintf(path, sizeof(path), "%s/%02d/%s", dir, round, sub);
	if (*file) {
		mkdir(path, 0755);
		snprintf(path + at, sizeof(path) - at, "/%s", file);
		for (p = path + at + 1; *p; p++)
			if (*p == '/')
				*p = '@';
	}
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
	check(fd < 0, path);
	check(write(fd, text->begin, text->len) != (ssize_t)text->len, path);
	close(fd);
}

int main(int argc, char **argv)
{
	int rounds, files = argc - 4, *fds, i, j, at = 0;
	const char *dir;

	if (argc < 5)
		return 2;
	rounds = atoi(argv[1]);
	dir = argv[2];
	if (rounds * (2 * files + 1) > MAX_TEXTS)
		return 2;
	room = mmap(NULL, ROOM, PROT_READ | PROT_WRITE,
		    MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
	check(room == MAP_FAILED, "mmap");
	next = room;
	fds = calloc(files + 1, sizeof(*fds));
	check(!fds, "calloc");
	for (i = 0; i <= files; i++)
		fds[i] = open_file(argv[i + 3]);
	for (i = 0; i < rounds; i++) {
		for (j = 1; j <= files; j++)
			take(fds[j]);
		take(fds[0]);
		for (j = 1; j <= files; j++)
			take(fds[j]);
		usleep(20000);
	}
	mkdir(dir, 0755);
	for (i = 0; i < rounds; i++) {
		for (j = 0; j < files; j++)
			write_text(&texts[at++], dir, i, "before", argv[j + 4]);
		write_text(&texts[at++], dir, i, "view", "");
		for (j = 0; j < files; j++)
			write_text(&texts[at++], dir, i, "after", argv[j + 4]);
	}
	return 0;
}
