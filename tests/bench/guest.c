// SPDX-License-Identifier: GPL-2.0
/*
 * Runs in the guest: reads files between marks for the counting plugin.
 *
 *	guest names                        tells it the interrupt entries
 *	guest span FUNCTION                and a function to count apart
 *	guest read REGION TIMES SIZE FILE...
 *
 * `read` opens each FILE, reads it to its end in pieces of SIZE bytes and
 * closes it, TIMES times, and prints "REGION BYTES ROWS". A FILE can be a
 * pattern; of a symbolic link the target is read, by readlink(). `/proc/` is
 * walked, and each process's descriptors are looked at.
 *
 *	guest hold PROCESSES NUMBER FILE...
 *
 * starts processes that open NUMBER descriptors each, of each FILE in turn,
 * says when they are ready, and waits. They die with it.
 *
 *	guest memory NUMBER FILE
 *
 * prints "FILE BYTES HELD": the text's length, and how much memory one open
 * FILE with its snapshot takes, as the average over NUMBER of them.
 * part.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "guest.h"
#include "mark.h"

#define MAX_SIZE 65536
#define WARM_UP 3

/* Written once beforehand, so that no measured read faults in a page. */
static char buffer[MAX_SIZE];

static void settle(void)
{
	struct sched_param param = { .sched_priority = 50 };
	cpu_set_t set;
	FILE *limit = fopen("/proc/sys/kernel/sched_rt_runtime_us", "w");

	/* Not every kernel has this limit. */
	if (limit) {
		fputs("-1", limit);
		fclose(limit);
	}
	CPU_ZERO(&set);
	CPU_SET(0, &set);
	if (sched_setaffinity(0, sizeof(set), &set))
		die("sched_setaffinity");
	/* musl's sched_setscheduler() always fails with ENOSYS. */
	if (syscall(SYS_sched_setscheduler, 0, SCHED_FIFO, &param))
		die("sched_setscheduler");
	if (mlockall(MCL_CURRENT | MCL_FUTURE))
		die("mlockall");
	memset(buffer, 1, sizeof(buffer));
	begin_marks();
}

static size_t walk_descriptors(const char *proc, const char *pid)
{
	struct dirent *entry;
	struct stat st;
	size_t devices = 0;
	char path[256];
	DIR *dir;

	snprintf(path, sizeof(path), "%s/%s/fd", proc, pid);
	dir = opendir(path);
	if (!dir)
		return 0;
	while ((entry = readdir(dir)))
		if (entry->d_name[0] != '.' &&
		    !fstatat(dirfd(dir), entry->d_name, &st, 0))
			devices += S_ISCHR(st.st_mode) || S_ISBLK(st.st_mode);
	closedir(dir);
	return devices;
}

/* What a program has to do to find out who holds which device. */
static void walk(const char *proc, size_t *bytes, size_t *rows)
{
	DIR *dir = opendir(proc);
	struct dirent *entry;
	size_t devices;

	if (!dir)
		die(proc);
	while ((entry = readdir(dir))) {
		if (entry->d_name[0] < '0' || entry->d_name[0] > '9')
			continue;
		devices = walk_descriptors(proc, entry->d_name);
		if (bytes) {
			*bytes += devices;
			*rows += devices > 0;
		}
	}
	closedir(dir);
}

static void open_many(unsigned int number, char **files)
{
	struct rlimit limit = { number + 16, number + 16 };
	unsigned int i, nr = 0;

	while (files[nr])
		nr++;
	if (!nr || setrlimit(RLIMIT_NOFILE, &limit))
		die("setrlimit");
	for (i = 0; i < number; i++)
		if (open(files[i % nr], O_RDONLY) < 0)
			die(files[i % nr]);
}

static int hold(unsigned int processes, unsigned int number, char **files)
{
	int ready[2];
	char byte = 0;
	unsigned int i;

	if (pipe(ready))
		die("pipe");
	for (i = 0; i < processes; i++) {
		if (fork())
			continue;
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		open_many(number, files);
		if (write(ready[1], &byte, 1) == 1)
			pause();
		_exit(1);
	}
	for (i = 0; i < processes; i++)
		if (read(ready[0], &byte, 1) != 1)
			die("hold");
	puts("held");
	fflush(stdout);
	pause();
	return 0;
}

static void read_file(const char *file, size_t size, size_t *bytes,
		      size_t *rows)
{
	int fd = open(file, O_RDONLY);
	ssize_t got, i;

	if (fd < 0)
		die(file);
	while ((got = read(fd, buffer, size)) > 0) {
		if (!bytes)
			continue;
		*bytes += got;
		for (i = 0; i < got; i++)
			*rows += buffer[i] == '\n';
	}
	/* A pattern may match directories; there is nothing to read in them. */
	if (got < 0 && errno != EISDIR)
		die(file);
	close(fd);
}

/* What a program does whose files it first has to find. */
static void read_pattern(const char *pattern, size_t size, size_t *bytes,
			 size_t *rows)
{
	ssize_t got;
	glob_t found;
	size_t i;

	if (glob(pattern, GLOB_NOSORT, NULL, &found))
		return;
	for (i = 0; i < found.gl_pathc; i++) {
		got = readlink(found.gl_pathv[i], buffer, sizeof(buffer));
		if (got < 0)
			read_file(found.gl_pathv[i], size, bytes, rows);
		else if (bytes)
			*bytes += got;
	}
	globfree(&found);
}

static void read_all(char **files, size_t size, size_t *bytes, size_t *rows)
{
	for (; *files; files++)
		if ((*files)[strlen(*files) - 1] == '/')
			walk(*files, bytes, rows);
		else if (strchr(*files, '*'))
			read_pattern(*files, size, bytes, rows);
		else
			read_file(*files, size, bytes, rows);
}

static void measure(uint32_t region, unsigned int times, size_t size,
		    char **files)
{
	mark_fn begin = make_mark(MARK_MAGIC | MARK_BEGIN | region);
	mark_fn end = make_mark(MARK_MAGIC | MARK_END | region);
	size_t bytes = 0, rows = 0;
	unsigned int i;

	read_all(files, size, &bytes, &rows);
	for (i = 0; i < WARM_UP; i++)
		read_all(files, size, NULL, NULL);
	for (i = 0; i < times; i++) {
		begin();
		read_all(files, size, NULL, NULL);
		end();
	}
	printf("%u %zu %zu\n", region, bytes, rows);
}

/* Free pages, including the per-CPU lists. */
static long free_pages(void)
{
	FILE *file = fopen("/proc/zoneinfo", "r");
	long pages = 0, nr;
	char line[256];

	if (!file)
		die("/proc/zoneinfo");
	while (fgets(line, sizeof(line), file))
		if (sscanf(line, " pages free %ld", &nr) == 1 ||
		    sscanf(line, " count: %ld", &nr) == 1)
			pages += nr;
	fclose(file);
	return pages;
}

static int compare(const void *one, const void *two)
{
	long a = *(const long *)one, b = *(const long *)two;

	return (a > b) - (a < b);
}

/* The median of some rounds: others allocate meanwhile, too. */
static void memory(unsigned int number, const char *file)
{
	struct rlimit limit = { number + 16, number + 16 };
	long held[9], before;
	size_t bytes = 0, rows = 0;
	unsigned int round, i;
	int *fd = calloc(number, sizeof(*fd));

	if (!fd || setrlimit(RLIMIT_NOFILE, &limit))
		die("setrlimit");
	read_file(file, sizeof(buffer), &bytes, &rows);
	for (round = 0; round < 9; round++) {
		usleep(200000);
		before = free_pages();
		for (i = 0; i < number; i++) {
			fd[i] = open(file, O_RDONLY);
			if (fd[i] < 0 || read(fd[i], buffer, 1) != 1)
				die(file);
		}
		held[round] = before - free_pages();
		for (i = 0; i < number; i++)
			close(fd[i]);
	}
	qsort(held, 9, sizeof(*held), compare);
	printf("%s %zu %ld\n", file, bytes,
	       held[4] * sysconf(_SC_PAGESIZE) / number);
	free(fd);
}

int main(int argc, char **argv)
{
	size_t size;

	if (argc >= 5 && !strcmp(argv[1], "hold"))
		return hold(strtoul(argv[2], NULL, 0),
			    strtoul(argv[3], NULL, 0), argv + 4);
	settle();
	if (argc == 2 && !strcmp(argv[1], "names"))
		return name_symbols(NULL) ? 0 : 1;
	if (argc == 3 && !strcmp(argv[1], "span"))
		return name_symbols(argv[2]) ? 0 : 1;
	if (argc == 4 && !strcmp(argv[1], "memory")) {
		memory(strtoul(argv[2], NULL, 0), argv[3]);
		return 0;
	}
	if (argc < 6 || strcmp(argv[1], "read")) {
		fputs("usage: guest names | span FUNCTION | read REGION TIMES SIZE FILE...\n"
		      "             | hold PROCESSES NUMBER FILE... | memory NUMBER FILE\n",
		      stderr);
		return 2;
	}
	size = strtoul(argv[4], NULL, 0);
	if (!size || size > MAX_SIZE)
		return 2;
	measure(strtoul(argv[2], NULL, 0), strtoul(argv[3], NULL, 0), size,
		argv + 5);
	return 0;
}
